/// A language that replies are written in.
package enum Language: String, Sendable, CaseIterable {
  case polish = "pl"
  case czech = "cs"
  case slovak = "sk"
  case english = "en"
  case german = "de"

  /// The language of a text, or nil when it is too short or too close to tell.
  ///
  /// - Parameter prior: The language expected, which decides close cases.
  package static func of(_ text: FoldedText, prior: Language? = nil) -> Language? { prior }
}
