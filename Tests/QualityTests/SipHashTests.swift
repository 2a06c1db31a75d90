import Quality
import Testing

struct SipHashTests {
  /// The test vectors of the reference implementation: key 00…0f, input 00, 01, 02, …
  @Test(
    arguments: [
      (0, 0x726f_db47_dd0e_0e31), (1, 0x74f8_39c5_93dc_67fd), (8, 0x93f5_f579_9a93_2462),
      (15, 0xa129_ca61_49be_45e5),
    ] as [(Int, UInt64)])
  func `agrees with the reference`(count: Int, expected: UInt64) {
    let hash = SipHash(0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908)
    #expect(hash.hash((0..<count).map { UInt8($0) }) == expected)
  }
}
