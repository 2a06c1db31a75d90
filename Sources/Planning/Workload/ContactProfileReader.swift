import Diagnostics
import ServiceTime
import Simulation
import SourceYAML
import Standards

/// Reads what a contact is like: the keys that a channel and each of its topics may have.
enum ContactProfileReader {
  static let handlingKey = Key<VaryingTime>.varyingTime(
    "handling-time", "how long one touch takes"
  ).such(as: "{mean: 7 min, p90: 15 min}")
  static let wrapUpKey = Key<VaryingTime>.varyingTime(
    "wrap-up", "work after a touch, which the customer does not wait for"
  ).otherwise("none").such(as: "{mean: 1 min, cv: 80%}")
  static let patienceKey = Key<VaryingTime>.varyingTime(
    "patience", "how long a customer waits on the line before giving up"
  ).otherwise("nobody gives up").such(as: "{mean: 3 min}")
  static let callbackKey = followed(
    "callback", "who gave up and calls again", after: "when"
  ).otherwise("nobody").such(as: "{share: 40%, when: {mean: 15 min}}")
  static let clarificationKey = Key<ContactProfile.Clarification>(
    "clarification", "how often the customer is asked back, and thinks",
    shape: .record(clarificationKeys), read: clarification
  ).otherwise("nobody is asked").such(
    as: "{share: 25%, customer-takes: {median: 2 h, p90: 1 day}, never-answers: 10%}")
  static let secondLineKey = followed(
    "second-line",
    "how often second line, whom the team file does not name, has to do something "
      + "first", after: "takes"
  ).otherwise("never").such(as: "{share: 6%, takes: {median: 1 h, p90: 6 h}}")
  static let supplierKey = followed(
    "supplier", "how often somebody outside has to do something first", after: "takes"
  ).otherwise("never").such(as: "{share: 3%, takes: {median: 4 h, p90: 2 days}}")
  static let transferKey = Key<ContactProfile.Transfer>(
    "transfer", "how often somebody of the team with another skill goes on",
    shape: .record(transferKeys), read: transfer
  ).otherwise("never").such(
    as: "{share: 8%, to: servers, handling-time: {mean: 15 min, p90: 30 min}}")
  static let reopenKey = followed(
    "reopen", "how many solved cases come back", after: "when"
  ).otherwise("none").such(as: "{share: 5%, when: {median: 1 day, p90: 4 days}}")
  static let pacesKey = Key<[Double]>(
    "chat-pace", "what each of one, two, three … conversations at once proceeds at",
    shape: .sequence(of: .share), read: paces
  ).otherwise("100% each, as many as the catalogue's at-once").such(as: "[100%, 85%, 70%]")
  static let skillKey = Key<String>.text(
    "skill", "what somebody must know to take it"
  ).otherwise("the channel's name").such(as: "servers")
  static let priorityKey = Key<String>.text(
    "priority", "how urgent it is, in the catalogue's words"
  ).such(as: "urgent")
  static let interruptibleKey = Key<Bool>.boolean(
    "interruptible", "whether it may be laid aside for live work and resumed, on deferred channels"
  ).otherwise("as the team's 'interrupt-deferred' says").such(as: "false")
  static let samePersonKey = Key<Bool>.boolean(
    "same-person", "whether a returning case goes to who had it before, if on duty"
  ).otherwise("false").such(as: "true")
  static let variationKey = Key<Double>.variation(
    "day-variation",
    "standard deviation ÷ mean of a factor that the channel's days have of their own"
  ).otherwise("0%").such(as: "10%")
  static let waitingKey = Key<Int>.wholeNumber(
    "waiting-at-start", "how many wait when the demand begins", in: 0...100_000
  ).otherwise("0").such(as: "12")
  static let waitingAgeKey = Key<VaryingTime>.varyingTime(
    "waiting-age", "how long ago those came, by the clock on the wall"
  ).otherwise("they come as the demand begins").such(as: "{mean: 5 h, p90: 10 h}")

  static let keys: [KeyDescription] = [
    handlingKey.description, wrapUpKey.description, patienceKey.description,
    callbackKey.description, clarificationKey.description, secondLineKey.description,
    supplierKey.description, transferKey.description, reopenKey.description,
    pacesKey.description, skillKey.description, priorityKey.description,
    interruptibleKey.description, samePersonKey.description, variationKey.description,
    waitingKey.description, waitingAgeKey.description,
  ]

  // MARK: - What may follow

  private static let requiredShareKey = Key<Share>(
    "share", "of how many", shape: .share, required: true
  ) { node, diagnostics in node.share(of: "'share'", &diagnostics) }.such(as: "25%")
  private static let toKey = Key<String>.text(
    "to", "the skill that it takes", required: true
  ).such(as: "servers")
  private static let thinkingKey = Key<VaryingTime>.varyingTime(
    "customer-takes", "how long the customer takes to answer", required: true
  ).such(as: "{median: 2 h, p90: 1 day}")
  private static let neverKey = Key<Share>.share(
    "never-answers", "of those asked, who never answers"
  ).otherwise("0%").such(as: "10%")
  private static let closesKey = Key<TimeSpan>(
    "closes-after", "when the case of those is closed", shape: .timeSpan
  ) { node, diagnostics in node.timeSpan(of: "'closes-after'", &diagnostics) }
  .otherwise("7 days").such(as: "5 days")

  private static let transferKeys = [
    requiredShareKey.description, toKey.description,
    Key<VaryingTime>.varyingTime("handling-time", "how long they take")
      .otherwise("as long as the first").such(as: "{mean: 15 min, p90: 30 min}").description,
  ]
  private static let clarificationKeys = [
    requiredShareKey.description, thinkingKey.description, neverKey.description,
    closesKey.description,
  ]

  /// How many, and how long until it goes on.
  private static func followed(
    _ name: String, _ summary: String, after time: String
  ) -> Key<ContactProfile.Followed> {
    let timeKey = Key<VaryingTime>.varyingTime(
      time, time == "when" ? "how long after" : "how long that takes", required: true
    ).such(as: "{median: 1 h, p90: 6 h}")
    let keys = [requiredShareKey.description, timeKey.description]
    return Key(name, summary, shape: .record(keys)) { node, diagnostics in
      guard let record = Record(node, subject: "'\(name)'", keys: keys, into: &diagnostics) else {
        return nil
      }
      let share = record.required(requiredShareKey, &diagnostics)
      let time = record.required(timeKey, &diagnostics)
      guard let share, let time else { return nil }
      return ContactProfile.Followed(share: share.fraction, time: time.distribution)
    }
  }

  @Sendable private static func clarification(
    _ node: YAMLNode, _ diagnostics: inout Diagnostics
  ) -> ContactProfile.Clarification? {
    guard
      let record = Record(
        node, subject: "'clarification'", keys: clarificationKeys, into: &diagnostics)
    else { return nil }
    let share = record.required(requiredShareKey, &diagnostics)
    let thinking = record.required(thinkingKey, &diagnostics)
    let never = record.optional(neverKey, &diagnostics)
    let closes = record.optional(closesKey, &diagnostics)
    guard let share, let thinking else { return nil }
    return ContactProfile.Clarification(
      share: share.fraction, thinking: thinking.distribution, never: never?.fraction ?? 0,
      closesAfter: Double(closes?.seconds ?? 7 * 86_400))
  }

  @Sendable private static func transfer(
    _ node: YAMLNode, _ diagnostics: inout Diagnostics
  ) -> ContactProfile.Transfer? {
    guard
      let record = Record(node, subject: "'transfer'", keys: transferKeys, into: &diagnostics)
    else { return nil }
    let share = record.required(requiredShareKey, &diagnostics)
    let skill = record.required(toKey, &diagnostics)
    let handling = record.optional(handlingKey, &diagnostics)
    guard let share, let skill else { return nil }
    return ContactProfile.Transfer(share: share.fraction, skill: skill, handling: handling)
  }

  @Sendable private static func paces(
    _ node: YAMLNode, _ diagnostics: inout Diagnostics
  ) -> [Double]? {
    guard let nodes = node.sequence, !nodes.isEmpty else {
      diagnostics.error(
        "value.type", "'chat-pace' is a list, not \(node.kindInWords)", at: node.firstLine,
        fixIt: "write a share for one, for two, for three at once: [100%, 85%, 70%]")
      return nil
    }
    var paces: [Double] = []
    for node in nodes {
      guard let share = node.share(of: "a pace", &diagnostics) else { continue }
      if share.fraction < 0.01 {
        diagnostics.error(
          "workload.pace", "at a pace of \(share) nothing is ever done", at: node.place,
          fixIt: "write the share of full pace that each keeps, such as 70%")
      } else if let last = paces.last, share.fraction > last {
        diagnostics.error(
          "workload.pace", "one conversation more makes nobody faster", at: node.place,
          fixIt: "write shares that do not grow, such as [100%, 85%, 70%]")
      }
      paces.append(share.fraction)
    }
    return paces
  }

  // MARK: - All of it

  /// Reads the keys of a channel or topic.
  ///
  /// - Parameter channel: What the catalogue says of the channel, if anything.
  static func read(
    _ record: Record, on channel: ContactChannel?, _ diagnostics: inout Diagnostics
  ) -> ContactProfile {
    var profile = ContactProfile()
    profile.handling = record.optional(handlingKey, &diagnostics)
    profile.wrapUp = record.optional(wrapUpKey, &diagnostics)?.distribution
    profile.patience = record.optional(patienceKey, &diagnostics)
    profile.callback = record.optional(callbackKey, &diagnostics)
    profile.clarification = record.optional(clarificationKey, &diagnostics)
    profile.secondLine = record.optional(secondLineKey, &diagnostics)
    profile.supplier = record.optional(supplierKey, &diagnostics)
    profile.transfer = record.optional(transferKey, &diagnostics)
    profile.reopen = record.optional(reopenKey, &diagnostics)
    profile.paces = record.optional(pacesKey, &diagnostics)
    profile.skill = record.optional(skillKey, &diagnostics)
    profile.priority = record.optional(priorityKey, &diagnostics)
    profile.isInterruptible = record.optional(interruptibleKey, &diagnostics)
    profile.staysWithPerson = record.optional(samePersonKey, &diagnostics)
    profile.dayVariation = record.optional(variationKey, &diagnostics)
    profile.waitingAtStart = record.optional(waitingKey, &diagnostics)
    profile.waitingAge = record.optional(waitingAgeKey, &diagnostics)?.distribution
    if let channel { check(profile, in: record, on: channel, &diagnostics) }
    return profile
  }

  /// Reports what cannot be on such a channel.
  private static func check(
    _ profile: ContactProfile, in record: Record, on channel: ContactChannel,
    _ diagnostics: inout Diagnostics
  ) {
    func report(_ key: String, _ message: String, _ advice: String) {
      guard let place = record.entry(key)?.key.place else { return }
      diagnostics.error("workload.channel", message, at: place, fixIt: advice)
    }
    let name = channel.name
    switch channel.kind {
    case .deferred:
      for key in [patienceKey.name, callbackKey.name] {
        report(
          key, "'\(key)' is for live channels; nobody holds the line on '\(name)'",
          "delete it, or give it to the channel that people call")
      }
      report(
        pacesKey.name, "'chat-pace' is for live channels; messages are answered one by one",
        "delete it")
    case .live:
      report(
        interruptibleKey.name,
        "'interruptible' is for deferred channels; a conversation on '\(name)' is not laid aside",
        "delete it")
      if let paces = profile.paces, paces.count != channel.atOnce {
        report(
          pacesKey.name,
          "'chat-pace' tells the pace of up to \(paces.count) at once, and the catalogue lets "
            + "\(channel.atOnce) run at once",
          "write \(channel.atOnce) shares, or change 'at-once' of '\(name)' in the catalogue")
      }
    }
  }

  /// Reports an age of nobody.
  static func checkAge(in record: Record, of waiting: Int?, _ diagnostics: inout Diagnostics) {
    guard waiting ?? 0 == 0, let place = record.entry(waitingAgeKey.name)?.key.place else { return }
    diagnostics.error(
      "workload.waiting", "nobody waits at the start, so there is nobody of that age", at: place,
      fixIt: "add how many wait, such as waiting-at-start: 12, or delete it")
  }

  /// Reports shares after a touch that no case survives.
  static func checkShares(
    _ profile: ContactProfile, at place: SourceRange, _ subject: String,
    _ diagnostics: inout Diagnostics
  ) {
    let known = profile.goesOn
    let never = (profile.clarification?.share ?? 0) * (profile.clarification?.never ?? 0)
    if known > 1 + 1e-9 {
      diagnostics.error(
        "workload.shares",
        "after \(Int((known * 100).rounded()))% of touches on \(subject) something else must happen",
        at: place,
        fixIt: "shares of clarification, second-line, supplier and transfer come to at most 100%")
    } else if known - never > 0.99 {
      diagnostics.error(
        "workload.shares", "on \(subject) no case is ever solved", at: place,
        fixIt: "leave 1% of touches at least that solve the case")
    }
    if let reopen = profile.reopen, reopen.share > 0.99 {
      diagnostics.error(
        "workload.shares", "on \(subject) every solved case comes back for ever", at: place,
        fixIt: "write how many come back, such as reopen: {share: 5%, when: 2 days}")
    }
    if let callback = profile.callback, callback.share > 0.99 {
      diagnostics.error(
        "workload.shares", "on \(subject) whoever gives up calls again for ever", at: place,
        fixIt: "write how many call again, such as callback: {share: 60%, when: 10 min}")
    }
    if profile.callback != nil, profile.patience == nil {
      diagnostics.warning(
        "workload.callback", "on \(subject) nobody gives up, so nobody calls again", at: place,
        fixIt: "add patience, such as {mean: 3 min}")
    }
  }
}
