import Foundation

/// What holds of everything that is printed.
enum OutputProbe {
  /// Why a text must not reach a terminal; nil when it may.
  static func fault(ofText text: String) -> String? {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A: continue
      case 0..<0x20, 0x7F..<0xA0: return "U+\(String(scalar.value, radix: 16)) steers the terminal"
      default: continue
      }
    }
    return text.isEmpty || text.hasSuffix("\n") ? nil : "the text does not end with a line"
  }

  /// Why bytes are no JSON; nil when they are.
  static func fault(ofJSON bytes: [UInt8]) -> String? {
    let isJSON = (try? JSONSerialization.jsonObject(with: Data(bytes))) != nil
    return isJSON ? nil : "the JSON cannot be read"
  }
}
