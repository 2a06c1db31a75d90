import Diagnostics
package import SourceYAML

/// Nothing is changed for somebody who may be anybody, and no secret is asked for.
package struct Authorise: StandardKind {
  /// The name of the list of actions that need a verified customer; nil when none does.
  package let verifiedBefore: String?
  /// The name of the list of what a customer is never asked for; nil when all may be asked.
  package let neverAsk: String?

  private static let verifiedBeforeKey = Key<String>.phraseList(
    "verified-before", "the list of actions before which the customer is verified"
  ).such(as: "account-changes")
  private static let neverAskKey = Key<String>.phraseList(
    "never-ask", "the list of what no customer is ever asked for, such as passwords"
  ).such(as: "secrets")

  package static let card = KindCard(
    key: "authorise",
    summary: "The customer is verified before an account is changed, and never asked for secrets.",
    subject: .words,
    keys: [verifiedBeforeKey.description, neverAskKey.description],
    rules: [.atLeastOne(asking)])
  private static let asking = [verifiedBeforeKey.name, neverAskKey.name]

  package var parameters: [Parameter] {
    [Parameter("verified-before", verifiedBefore), Parameter("never-ask", neverAsk)]
      .compactMap { $0 }
  }

  package init?(_ record: Record, _ reading: inout CatalogueReading) {
    verifiedBefore = reading.phrases(Self.verifiedBeforeKey, in: record)
    neverAsk = reading.phrases(Self.neverAskKey, in: record)
    reading.requireOne(
      of: Self.asking, in: record,
      fixIt: "add, for instance, never-ask: secrets and the list 'secrets' under 'phrases'")
  }
}
