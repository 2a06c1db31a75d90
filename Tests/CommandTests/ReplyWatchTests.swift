import Foundation
import Testing

/// A draft that is checked whenever it is saved.
struct ReplyWatchTests {
  @Test(.timeLimit(.minutes(3)))
  func `a draft is checked again when it is saved`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (draft, output) = (folder.appending(path: "draft"), folder.appending(path: "output"))
    try Data("Hello, we will do it as soon as possible.".utf8).write(to: draft)
    try Data().write(to: output)
    let process = Process()
    process.executableURL = Tool.executable
    process.arguments = ["reply", "check", "--watch", draft.path]
    process.currentDirectoryURL = Tool.root
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    // Not by SIGTERM: a process that a pooled thread starts has that signal blocked.
    defer { kill(process.processIdentifier, SIGKILL) }

    func awaitWords(_ words: String) async throws {
      while try !String(contentsOf: output, encoding: .utf8).contains(words) {
        try #require(process.isRunning, "it ended before it said '\(words)'")
        try await Task.sleep(for: .milliseconds(50))
      }
    }
    try await awaitWords("as soon as possible")
    try Data("Hello, you will hear from us soon.".utf8).write(to: draft)
    try await awaitWords("hear from us soon")
    #expect(process.isRunning)
  }

  @Test func `a draft that is not there cannot be watched`() throws {
    let result = try Tool.run(line: "reply check --watch nowhere.txt")
    #expect(result.status == 66)
    #expect(result.errors == "there is no file 'nowhere.txt'\n")
  }
}
