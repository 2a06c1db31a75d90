import Diagnostics
import Queueing

/// One figure of an answer: how JSON calls it, how a table heads it, how people read it.
struct Figure {
  enum Value {
    case whole(Int)
    case number(Double)
    case word(String)
  }

  /// The key in JSON.
  let key: String
  let value: Value
  /// The column's heading; nil for what is the same in every row.
  var heading: String?
  /// As people read it in a column.
  var cell = ""
  /// As people read it in a line of its own; nil where the heading line says it already.
  var sentence: String?
  /// What stands in its column for a team that never catches up.
  var hopeless = ""
}

// The figures that models have in common. A model's own are made in the same way, in its command.
extension Figure {
  static func agents(_ agents: Int) -> Figure {
    Figure(key: "agents", value: .whole(agents), heading: "agents", cell: "\(agents)")
  }

  static func load(_ load: OfferedLoad) -> Figure {
    Figure(key: "load_erlang", value: .number(load.erlangs))
  }

  /// A share of the tickets or of the time, of any kind.
  static func share(
    _ key: String, _ share: Double, _ heading: String, _ sentence: (String) -> String,
    hopeless: String = ""
  ) -> Figure {
    let text = QueueText.percent(share)
    return Figure(
      key: key, value: .number(share), heading: heading, cell: text, sentence: sentence(text),
      hopeless: hopeless)
  }

  /// A length of time, of any kind; its key ends in `_s`.
  static func time(
    _ key: String, _ seconds: Double, _ heading: String, hopeless: String = "",
    _ sentence: (String) -> String
  ) -> Figure {
    let text = QueueText.time(seconds)
    return Figure(
      key: key, value: .number(seconds), heading: heading, cell: text, sentence: sentence(text),
      hopeless: hopeless)
  }

  /// A number of tickets, of any kind.
  static func amount(
    _ key: String, _ amount: Double, _ heading: String, _ sentence: (String) -> String,
    hopeless: String = ""
  ) -> Figure {
    let text = QueueText.amount(amount)
    return Figure(
      key: key, value: .number(amount), heading: heading, cell: text, sentence: sentence(text),
      hopeless: hopeless)
  }

  /// A number or word that people know already, since they gave it; for JSON only.
  static func given(_ key: String, _ value: Double) -> Figure {
    Figure(key: key, value: .number(value))
  }

  static func given(_ key: String, _ word: String) -> Figure {
    Figure(key: key, value: .word(word))
  }

  static func serviceLevel(_ level: Double, _ target: AnswerTarget) -> Figure {
    let within = "within \(QueueText.time(target.seconds))"
    return share(
      "service_level", level, within,
      { "\($0) answered \(within); the promise is \(QueueText.promise(target.share.value))" },
      hopeless: "never")
  }

  static func waitProbability(_ probability: Double) -> Figure {
    share(
      "wait_probability", probability, "have to wait", { "\($0) of tickets have to wait" },
      hopeless: "all")
  }

  static func meanWait(_ seconds: Double) -> Figure {
    time("mean_wait_s", seconds, "mean wait", hopeless: "endless") { "mean wait \($0)" }
  }

  static func abandonment(_ share: Double) -> Figure {
    self.share("abandonment", share, "give up", { "\($0) give up" })
  }

  static func blocking(_ share: Double) -> Figure {
    self.share(
      "blocking", share, "lost", { "\($0) of tickets find everybody busy and are lost" })
  }

  static func occupancy(_ share: Double) -> Figure {
    self.share("occupancy", share, "occupancy", { "occupancy \($0)" }, hopeless: "100%")
  }

  static func queueLength(_ tickets: Double) -> Figure {
    amount(
      "queue_length", tickets, "waiting", { "waiting on average \($0)" }, hopeless: "ever more")
  }
}

extension JSONWriter {
  /// Writes the keys and values of figures into an object.
  mutating func figures(_ figures: [Figure]) {
    for figure in figures {
      key(named: figure.key)
      switch figure.value {
      case .whole(let value): int(value)
      case .number(let value): number(value)
      case .word(let value): string(value)
      }
    }
  }
}
