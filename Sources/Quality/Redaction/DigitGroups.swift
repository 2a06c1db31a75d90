/// The groups of digits of a text, and which of them together are somebody's number.
struct DigitGroups {
  /// Digits without anything between.
  fileprivate struct Group {
    let range: Range<Int>
    /// What joins it to the group before; nil where nothing does.
    let joint: Joint?
  }

  fileprivate enum Joint {
    case space, dash, dot, slash, bracket
  }

  private let bytes: [UInt8]
  private var groups: [Group] = []

  /// Finds the groups of a folded text.
  ///
  /// - Complexity: O(length).
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var at = 0
    while at < bytes.count {
      guard Self.isDigit(bytes[at]) else {
        at += 1
        continue
      }
      let start = at
      while at < bytes.count, Self.isDigit(bytes[at]) { at += 1 }
      groups.append(Group(range: start..<at, joint: joint(before: start)))
    }
  }

  /// The numbers of persons: telephones, payment cards, accounts, PESEL and rodné číslo (folded bytes).
  ///
  /// - Complexity: O(length).
  var personal: [Range<Int>] {
    var found: [Range<Int>] = []
    var first = 0
    while first < groups.count {
      if let last = lastOfNumber(from: first) {
        found.append(start(of: first)..<groups[last].range.upperBound)
        first = last
      }
      first += 1
    }
    return found
  }

  /// The last group of the longest number that begins with a group; nil where none does.
  private func lastOfNumber(from first: Int) -> Int? {
    guard groups[first].range.count <= Self.mostDigits, isFree(before: start(of: first)) else {
      return nil
    }
    var number = Number(lead: lead(of: first)) { hasCue(before: start(of: first)) }
    var last: Int?
    for index in first..<min(first + Self.mostGroups, groups.count) {
      let group = groups[index]
      if index > first, group.joint == nil { break }
      number.add(group, of: bytes, isFirst: index == first)
      if number.digits.count > Self.mostDigits { break }
      guard number.digits.count >= Self.fewestDigits, isFree(behind: group.range.upperBound) else {
        continue
      }
      if number.isProven
        || (isPhone(number, endingAt: group.range.upperBound) && !isPart(number, first, index))
      {
        last = index
      }
    }
    return last
  }

  /// Whether groups are a telephone number, and no sum of money.
  private func isPhone(_ number: Number, endingAt end: Int) -> Bool {
    guard number.isPhone else { return false }
    return number.lead == .plus || !isMoney(behind: end) || number.cue()
  }

  /// Whether more digits are joined to these groups as in an address of the internet
  /// (`192.168.100.200`) or the number of an invoice (`481516234/2026`).
  private func isPart(_ number: Number, _ first: Int, _ last: Int) -> Bool {
    let before = groups[first].joint
    let next = last + 1 < groups.count ? groups[last + 1].joint : nil
    if before == .dot || next == .dot { return true }
    guard before == .slash || next == .slash else { return false }
    // Nobody writes the number of an invoice in such groups, or behind such a word.
    if number.sizes.count > 1 || number.lead == .plus || number.cue() { return false }
    // Two telephones: 600700800/601222333.
    return !(before == .slash && isPhone(to: first - 1))
      && !(next == .slash && isPhone(from: last + 1))
  }

  /// Whether what stands up to a group, from a slash on or from where nothing is joined, is a telephone
  /// number on its own.
  private func isPhone(to last: Int) -> Bool {
    var first = last
    while first > 0, last - first < Self.mostGroups, let joint = groups[first].joint,
      joint != .slash
    {
      first -= 1
    }
    return isPhone(first...last)
  }

  /// Whether what stands from a group on, up to a slash or to where nothing is joined, is a telephone
  /// number on its own.
  private func isPhone(from first: Int) -> Bool {
    var last = first
    while last + 1 < groups.count, last - first < Self.mostGroups,
      let joint = groups[last + 1].joint, joint != .slash
    {
      last += 1
    }
    return isPhone(first...last)
  }

  private func isPhone(_ range: ClosedRange<Int>) -> Bool {
    var number = Number(lead: lead(of: range.lowerBound)) { false }
    for index in range { number.add(groups[index], of: bytes, isFirst: index == range.lowerBound) }
    return number.digits.count <= Self.mostDigits && number.isPhone
  }

  /// Groups that may be a number.
  private struct Number {
    let lead: Lead
    /// Whether a word before it says that it is a telephone's.
    let cue: () -> Bool
    var digits: [Int] = []
    var sizes: [Int] = []
    var joints: [Joint] = []

    mutating func add(_ group: Group, of bytes: [UInt8], isFirst: Bool) {
      digits += bytes[group.range].map { Int($0 - UInt8(ascii: "0")) }
      sizes.append(group.range.count)
      if !isFirst, let joint = group.joint { joints.append(joint) }
    }

    /// Whether check digits tell that it is somebody's.
    var isProven: Bool {
      guard digits.count >= 9 else { return false }
      let isSpaced = joints.allSatisfy { $0 == .space || $0 == .dash }
      if isSpaced, CheckDigits.isPolishAccount(digits) { return true }
      if isSpaced, isCardShape, CheckDigits.isCard(digits) { return true }
      if sizes.count == 1 { return CheckDigits.isPESEL(digits) || isWholeBirthNumber }
      // Without the slash only a check digit tells.
      return sizes.count == 2 && sizes[0] == 6
        && (joints == [.slash] || joints == [.space] && digits.count == 10)
        && CheckDigits.isRodneCislo(digits)
    }

    private var isWholeBirthNumber: Bool {
      digits.count == 10 && CheckDigits.isRodneCislo(digits)
    }

    private var isCardShape: Bool {
      sizes.count == 1 || sizes == [4, 6, 5] || sizes.dropLast().allSatisfy { $0 == 4 }
    }

    /// Whether it is written as telephone numbers are.
    var isPhone: Bool {
      let count = digits.count
      // "tel. 602/123456"
      guard !joints.contains(.slash) else {
        return joints == [.slash] && (8...12).contains(count) && cue()
      }
      switch lead {
      case .plus: return (8...15).contains(count)
      case .zeros: return (10...17).contains(count)
      case .zero, .other: break
      }
      if count == 9, Self.ofNine.contains(sizes) { return true }
      if sizes == [3, 3, 4] { return true }
      let isDotted = joints.contains(.dot)
      if lead == .zero, !isDotted, (10...11).contains(count),
        sizes.count == 1 || (sizes.first ?? 0) >= 3
      {
        return true
      }
      return (6...15).contains(count) && cue()
    }

    /// How nine digits of Poland and Czechia are written.
    private static let ofNine: Set<[Int]> = [
      [9], [3, 3, 3], [2, 3, 2, 2], [3, 2, 2, 2], [2, 2, 2, 3], [2, 7], [3, 6], [2, 3, 4],
    ]
  }

  private enum Lead {
    case plus, zeros, zero, other
  }

  private func lead(of group: Int) -> Lead {
    let start = groups[group].range.lowerBound
    if self.start(of: group) < start, bytes[self.start(of: group)] == UInt8(ascii: "+") {
      return .plus
    }
    let digits = bytes[groups[group].range]
    guard digits.first == UInt8(ascii: "0") else { return .other }
    return digits.dropFirst().first == UInt8(ascii: "0") && digits.count >= 4 ? .zeros : .zero
  }

  /// Where a number begins, with a plus and brackets before it.
  private func start(of group: Int) -> Int {
    var start = groups[group].range.lowerBound
    while start > 0, groups[group].range.lowerBound - start < 2,
      "+(".utf8.contains(bytes[start - 1])
    {
      start -= 1
    }
    return start
  }

  private func isFree(before start: Int) -> Bool {
    guard start > 0 else { return true }
    let byte = bytes[start - 1]
    if Self.isWord(byte) || Self.isDigit(byte) { return false }
    // "ML-481516234", "FV/481516234"
    return !("-/_".utf8.contains(byte) && start > 1 && Self.isWord(bytes[start - 2]))
  }

  private func isFree(behind end: Int) -> Bool {
    end >= bytes.count || !(Self.isWord(bytes[end]) || Self.isDigit(bytes[end]))
  }

  /// Whether a word before a number says that it is a telephone's.
  private func hasCue(before start: Int) -> Bool {
    let line = bytes[max(0, start - Self.reach)..<start]
    let words = line.split(whereSeparator: { !Self.isWord($0) })
    return words.suffix(3).contains { word in Self.cues.contains { word.starts(with: $0) } }
  }

  private func isMoney(behind end: Int) -> Bool {
    let word = bytes[end..<min(end + 8, bytes.count)].drop { $0 == UInt8(ascii: " ") }
      .prefix { Self.isWord($0) || $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "%") }
    return Self.moneys.contains(Array(word))
  }

  private func joint(before start: Int) -> Joint? {
    guard let before = groups.last?.range.upperBound, start - before <= 3 else { return nil }
    switch String(decoding: bytes[before..<start], as: UTF8.self) {
    case " ": return .space
    case "-", " - ": return .dash
    case ".": return .dot
    case "/", " / ": return .slash
    case ") ", ")", " (", ")-": return .bracket
    default: return nil
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || byte >= 0x80
  }

  private static let mostDigits = 26
  private static let fewestDigits = 6
  private static let mostGroups = 8
  private static let reach = 32
  private static let cues = [
    "tel", "fon", "phone", "mobil", "komork", "call", "zadzwon", "dzwon", "volej", "volat",
    "zavolej", "infolin", "ring", "cell", "sms",
  ].map { Array($0.utf8) }
  private static let moneys: Set<[UInt8]> = Set(
    ["zl", "pln", "kc", "czk", "eur", "euro", "usd", "gbp", "$", "%", "€", "£"]
      .map { Array($0.utf8) })
}
