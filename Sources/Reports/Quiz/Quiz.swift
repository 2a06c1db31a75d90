import Conformance
package import Standards

/// Questions for a new colleague, made from a catalogue's examples.
package struct Quiz: Sendable {
  /// One question with one right answer.
  package struct Question: Sendable {
    /// What is asked.
    enum Ask: String, Sendable {
      /// Which reply keeps the standard.
      case whichKeeps = "which-keeps"
      /// Which reply breaks the standard.
      case whichBreaks = "which-breaks"
      /// Which words of the reply break the standard.
      case whatIsWrong = "what-is-wrong"
      /// Whether the answer came in time.
      case isKept = "is-kept"
      /// Whether a ticket kept the standard.
      case isTicketKept = "is-ticket-kept"
      /// Whether a ticket kept the standard, and how much time counts.
      case howLong = "how-long"
    }

    let ask: Ask
    /// The id of the standard that it is about.
    package let standard: String
    /// The standard's title.
    let title: String
    /// Why the standard is there.
    let why: String?
    /// What the question is about, where it is not about its choices: a reply, two moments, or what is
    /// promised.
    let about: [String]
    /// What happened to the ticket that it is about.
    let log: LogLines?
    /// The answers to choose from; at least two.
    package let choices: [String]
    /// Which of the choices is right.
    package let answer: Int
    /// The example behind the answer, with its words marked; nil for questions about tickets.
    let example: ExamplePieces?
    /// The time that counts, where that is to be said besides the answer.
    let counts: String?

    /// The letter of a choice.
    static func letter(_ index: Int) -> String {
      let letters = ["a", "b", "c", "d", "e", "f"]
      return index < letters.count ? letters[index] : "\(index + 1)"
    }
  }

  /// The catalogue's name and version.
  let catalogue: String
  /// The language of questions, and our words for it.
  let words: Words
  /// The seed that gives the same quiz again.
  let seed: UInt64
  /// The questions, in the order in which they are asked.
  package let questions: [Question]

  /// Makes a quiz.
  ///
  /// - Parameters:
  ///   - language: The code of the language of the questions.
  ///   - count: How many questions there should be; there are fewer where examples are.
  ///   - seed: The same seed gives the same quiz.
  /// - Complexity: O(examples).
  package init(_ catalogue: Catalogue, in language: String, count: Int, seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    self.init(catalogue, in: language, count: count, seed: seed, using: &generator)
  }

  /// Makes a quiz with a generator; `seed` is only shown.
  package init(
    _ catalogue: Catalogue, in language: String, count: Int, seed: UInt64,
    using generator: inout some RandomNumberGenerator
  ) {
    let version = catalogue.version.map { " (\($0))" } ?? ""
    self.catalogue = catalogue.name + version
    words = Words(language)
    self.seed = seed
    questions = QuizMaker(catalogue, words).questions(count, using: &generator)
  }
}
