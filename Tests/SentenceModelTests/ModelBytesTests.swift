import CLexicon
import Foundation
import SentenceModel
import Testing
import TextMatching

struct ModelBytesTests {
  /// A small model with everything that a model may have.
  private static func draft() throws -> ModelDraft {
    var draft = ModelDraft(concepts: [
      Concept(name: "both", phrases: [], anyOf: ["sorry", "wait"]),
      Concept(
        name: "sorry",
        phrases: try ["przykro (mi|nam)", "przeprasz*", "we're sorry"].map {
          try ConceptPattern($0)
        }),
      Concept(
        name: "wait",
        phrases: try ["*ala # (dni|godziny)", "ne*la", "^ czek* ... pan(i|) ^", "(we|i) (*|) wait"]
          .map { try ConceptPattern($0) }),
    ])
    func scores(_ values: Float...) -> ActScores {
      var scores = ActScores()
      for (act, value) in zip(Act.allCases, values) { scores[act] = value }
      return scores
    }
    draft.bias = scores(-1, -2.5)
    draft.levels.sure = scores(2, 3)
    draft.levels.present = scores(1)
    draft.levels.absent = scores(-1, 0.25)
    draft.weights = [
      ("w:przykro", scores(2.5)), ("w:0", scores(0, 1)), ("p:czek", scores(0.5)),
      ("p:przepr", scores(1)), ("s:ala", scores(0, 0, -1)), ("b:^ przyk", scores(1)),
      ("b:przyk mi", scores(0.75)), ("@sorry", scores(3)), ("@both&sorry", scores(0.5)),
      ("@?&wait", scores(0, 0, 1)), ("<@wait", scores(-1)), (">@first", scores(9)),
      (">@sorry", scores(0, 2)), ("@last", scores(0.25)),
    ]
    return draft
  }

  private static let text = """
    Przykro mi, pani Ewo. Czekała pani 15 dni? Nie wiedziałam, nevedela jsem. We're sorry, we really wait!
    Czekamy na panią.
    """

  private static func scores(_ model: SentenceModel) -> [ActScores] {
    let text = FoldedText(text)
    return model.scores(model.read(text, Sentences.split(text)))
  }

  @Test func `a model becomes the same from its text and from its bytes`() throws {
    let draft = try Self.draft()
    let model = try draft.model()
    let read = try ModelFile.read(draft.text)
    #expect(read.bytes == model.bytes)
    let loaded = try SentenceModel(model.bytes)
    #expect(Self.scores(loaded) == Self.scores(model))
    #expect(loaded.levels == draft.levels)
    #expect(loaded.concepts == ["both", "sorry", "wait"])
  }

  @Test func `the embedded model is what its text says`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/CLexicon/model.txt")
    let read = try ModelFile.read(String(decoding: try Data(contentsOf: file), as: UTF8.self))
    let embedded = Array(
      UnsafeBufferPointer(start: kwadrans_model(), count: kwadrans_model_length()))
    #expect(read.bytes == embedded, "run kwadrans-train fit")
  }

  @Test func `every cut of a model is refused`() throws {
    let bytes = try Self.draft().model().bytes
    for length in stride(from: 0, to: bytes.count, by: 61) {
      #expect(throws: ModelError.self) { try SentenceModel(Array(bytes[..<length])) }
    }
    #expect(throws: ModelError.self) { try SentenceModel(bytes + [0, 0, 0, 0, 0, 0, 0, 0]) }
  }

  @Test func `every changed byte is noticed`() throws {
    let bytes = try Self.draft().model().bytes
    for offset in Array(0..<256) + Array(stride(from: 256, to: bytes.count, by: 997)) {
      var damaged = bytes
      damaged[offset] ^= 0x41
      #expect(throws: ModelError.self, "byte \(offset)") { try SentenceModel(damaged) }
    }
  }

  /// The sum of all groups of eight bytes behind the header, written down again from its description.
  private static func checksum(_ bytes: [UInt8]) -> UInt64 {
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    for start in stride(from: 32, to: bytes.count, by: 8) {
      var group: UInt64 = 0
      for byte in bytes[start..<start + 8].reversed() { group = group << 8 | UInt64(byte) }
      sum = ((sum << 5 | sum >> 59) ^ group) &* 0x9E37_79B9_7F4A_7C15
    }
    return sum
  }

  /// Damage that the checksum does not see: whoever made it made the checksum too.
  ///
  /// Large tables are mostly empty, so bytes that are not zero are changed more often.
  @Test(arguments: [UInt8(0x01), 0x80, 0xFF])
  func `no damage makes it crash`(change: UInt8) throws {
    let bytes = try Self.draft().model().bytes
    let places = bytes.indices.dropFirst(32).filter { bytes[$0] != 0 || $0 % 211 == 0 }
    var refused = 0
    for offset in places {
      var damaged = bytes
      damaged[offset] ^= change
      let sum = Self.checksum(damaged)
      for index in 0..<8 {
        damaged[24 + index] = UInt8(truncatingIfNeeded: sum >> UInt64(8 * index))
      }
      do {
        let model = try SentenceModel(damaged)
        #expect(Self.scores(model).count == 5)
      } catch {
        refused += 1
      }
    }
    #expect(refused > 0 && refused < places.count)
  }

  /// A table's place in the header, the size of its entries, and where in an entry an index stands.
  @Test(arguments: [
    (2, 8, 0, 2), (4, 2, 0, 2), (5, 8, 0, 2), (5, 8, 2, 2), (5, 8, 4, 2), (6, 8, 0, 2),
    (6, 8, 2, 2),
    (6, 8, 6, 2), (8, 8, 0, 4), (8, 8, 4, 4), (9, 24, 0, 4), (9, 24, 4, 4), (9, 24, 8, 4),
    (9, 24, 12, 4), (10, 8, 2, 2), (10, 8, 4, 4), (11, 32, 24, 8), (13, 8, 0, 2), (15, 2, 0, 2),
    (16, 32, 24, 8), (17, 2, 0, 2),
  ])
  func `an index beyond its table is refused`(table: Int, size: Int, field: Int, width: Int) throws
  {
    let bytes = try Self.draft().model().bytes
    func number(_ offset: Int) -> Int {
      bytes[offset..<offset + 4].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    let (start, length) = (number(32 + 8 * table), number(36 + 8 * table))
    for entry in [start, start + length - size] {
      var damaged = bytes
      for offset in 0..<width { damaged[entry + field + offset] = 0xFF }
      let sum = Self.checksum(damaged)
      for index in 0..<8 {
        damaged[24 + index] = UInt8(truncatingIfNeeded: sum >> UInt64(8 * index))
      }
      #expect(throws: ModelError.self) { try SentenceModel(damaged) }
    }
  }

  @Test func `another order of bytes and another version are said so`() throws {
    var bytes = try Self.draft().model().bytes
    let swapped = Array(bytes[..<8] + bytes[8..<16].reversed() + bytes[16...])
    let order = #expect(throws: ModelError.self) { try SentenceModel(swapped) }
    #expect(order?.message.contains("order of bytes") == true)
    bytes[7] = 9
    let version = #expect(throws: ModelError.self) { try SentenceModel(bytes) }
    #expect(version?.message == "it is no model, or one of another version")
  }

  @Test(
    arguments: [
      ("acts empathy\nbias 1\nconcept a\n\t(b\nweights\n", 4, "'(b': '(' is never closed"),
      ("acts empathy\nbias x\nweights\n", 2, "a weight that is no whole number"),
      ("acts hope\n", 1, "'hope' is no act"),
      ("acts empathy\nbias 1\nweights\nx:y\t1\n", 4, "'x:y' is no feature"),
      ("acts empathy\nbias 1\n", 3, "the file ends before its weights"),
      ("acts empathy\nbias 1\nweights\n@b\t1\n", nil, "a weight of 'b', which is no concept"),
      (
        "acts empathy\nbias 1\nconcept a\n\t@b\nweights\n", nil,
        "'a' is any of 'b', which is no concept"
      ),
    ] as [(String, Int?, String)])
  func `a text that is wrong is an error with its line`(
    text: String, line: Int?, message: String
  ) {
    let error = #expect(throws: ModelError.self) { try ModelFile.read(text) }
    #expect(error?.line == line)
    #expect(error?.message == message)
  }
}
