import ArgumentParser

/// `kwadrans reply`: one reply, before it is sent.
struct Reply: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reply",
    abstract: "One reply, before it is sent: would it keep the standards?",
    subcommands: [ReplyCheck.self]
  )
}
