extension FrameComparison {
  /// Topics and the words by which tickets are recognised.
  var topics: [CatalogueChange] {
    var found: [CatalogueChange] = []
    for topic in new.topics where !old.topics.contains(topic) {
      found.append(
        change(
          .topic, topic, "added", "topic '\(topic)' is new", .neutral,
          "what is promised for it is told at each standard"))
    }
    for topic in old.topics where !new.topics.contains(topic) {
      found.append(
        change(
          .topic, topic, "withdrawn", "topic '\(topic)' is gone", .neutral,
          "what was promised for it is told at each standard"))
    }
    for topic in new.topics where old.topics.contains(topic) {
      let words = [old, new].map { catalogue in
        catalogue.topicWords.first { $0.name == topic }?.phrases ?? []
      }
      if let told = compare(words[0], words[1]) {
        found.append(
          change(
            .topic, topic, "words", "words of the topic '\(topic)': \(told.summary)", .different,
            "\(told.reason), and tickets may count as another topic's"))
      }
    }
    return found
  }

  var phrases: [CatalogueChange] {
    var found: [CatalogueChange] = []
    for list in new.phraseLists {
      guard let before = old.phraseList(named: list.name) else {
        found.append(
          change(
            .phrases, list.name, "added",
            "phrases '\(list.name)': a new list of \(list.phrases.count)", .neutral,
            "what uses it is told at each standard"))
        continue
      }
      if let told = compare(before.phrases, list.phrases) {
        found.append(
          change(
            .phrases, list.name, "phrases", "phrases '\(list.name)': \(told.summary)", .different,
            told.reason))
      }
    }
    for list in old.phraseLists where new.phraseList(named: list.name) == nil {
      found.append(
        change(
          .phrases, list.name, "withdrawn", "phrases '\(list.name)': the list is gone", .neutral,
          "what used it is told at each standard"))
    }
    return found
  }

  /// What was added and taken out, with what that means; nil when the words are the same.
  private func compare(
    _ before: [PhraseList.Phrase], _ after: [PhraseList.Phrase]
  ) -> (summary: String, reason: String)? {
    let (was, now) = (Set(before.map(\.key)), Set(after.map(\.key)))
    let (more, fewer) = (now.subtracting(was).count, was.subtracting(now).count)
    guard more + fewer > 0 else { return nil }
    let parts = [
      more > 0 ? "\(more) added" : nil, fewer > 0 ? "\(fewer) taken out" : nil,
    ].compactMap { $0 }
    let reason =
      more > 0 && fewer > 0
      ? "other words are recognised"
      : more > 0 ? "more words are recognised" : "fewer words are recognised"
    return ("\(parts.joined(separator: ", ")), \(now.count) now", reason)
  }
}

extension PhraseList.Phrase {
  /// The phrase with its language, to be found again.
  fileprivate var key: String { "\(language ?? "") \(written)" }
}
