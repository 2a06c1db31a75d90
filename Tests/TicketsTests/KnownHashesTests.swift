import Testing
import Tickets

struct KnownHashesTests {
  @Test func `each hash is new once`() {
    var known = KnownHashes()
    var reference: Set<UInt64> = []
    var state: UInt64 = 7
    for step in 0..<60_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      // Some again, some beside each other, and all in the last part.
      let hash =
        switch step % 4 {
        case 0: state ^ state >> 29
        case 1: UInt64(step / 40) << 40
        case 2: UInt64.max - UInt64(step / 8)
        default: (state >> 50) &* 0x9E37_79B9_7F4A_7C15 | 2
        }
      let isNew = known.insert(hash)
      #expect(isNew == reference.insert(max(hash, 1)).inserted)
    }
    #expect(reference.count > 20_000)
  }

  @Test func `nothing is a hash, too`() {
    var known = KnownHashes()
    let found = [0, 0, 1, 2, .max, .max].map { known.insert($0) }
    #expect(found == [true, false, false, true, true, false])
  }
}
