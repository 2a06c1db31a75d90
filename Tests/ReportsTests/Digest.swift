/// SHA-256, to check what a page's policy says of its script.
///
/// Source: FIPS 180-4, section 6.2. Checked against its own example in `AuditHTMLTests`.
enum Digest {
  /// The digest of bytes.
  static func sha256(_ message: [UInt8]) -> [UInt8] {
    let primes = (2...311).filter { n in !(2..<n).contains { n.isMultiple(of: $0) } }
    // The first 32 bits behind the point of the roots of primes.
    func fraction(_ root: Double) -> UInt32 { UInt32((root - root.rounded(.down)) * 4_294_967_296) }
    let k = primes.prefix(64).map { fraction(cubeRoot(Double($0))) }
    var hash = primes.prefix(8).map { fraction(Double($0).squareRoot()) }
    var padded = message + [0x80]
    while padded.count % 64 != 56 { padded.append(0) }
    let bits = UInt64(message.count) * 8
    padded += (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) }
    func turned(_ x: UInt32, _ n: UInt32) -> UInt32 { x >> n | x << (32 - n) }
    for start in stride(from: 0, to: padded.count, by: 64) {
      var w = (0..<16).map { i in
        (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(padded[start + 4 * i + $1]) }
      }
      for i in 16..<64 {
        let a = turned(w[i - 15], 7) ^ turned(w[i - 15], 18) ^ w[i - 15] >> 3
        let b = turned(w[i - 2], 17) ^ turned(w[i - 2], 19) ^ w[i - 2] >> 10
        w.append(w[i - 16] &+ a &+ w[i - 7] &+ b)
      }
      var v = hash
      for i in 0..<64 {
        let e = turned(v[4], 6) ^ turned(v[4], 11) ^ turned(v[4], 25)
        let first = v[7] &+ e &+ (v[4] & v[5] ^ ~v[4] & v[6]) &+ k[i] &+ w[i]
        let a = turned(v[0], 2) ^ turned(v[0], 13) ^ turned(v[0], 22)
        let second = a &+ (v[0] & v[1] ^ v[0] & v[2] ^ v[1] & v[2])
        v = [first &+ second, v[0], v[1], v[2], v[3] &+ first, v[4], v[5], v[6]]
      }
      hash = zip(hash, v).map { $0 &+ $1 }
    }
    return hash.flatMap { word in
      (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * UInt32($0))) }
    }
  }

  /// The cube root by Newton's method, exact to the last bits that are needed.
  private static func cubeRoot(_ x: Double) -> Double {
    (0..<60).reduce(x) { root, _ in root - (root * root * root - x) / (3 * root * root) }
  }
}
