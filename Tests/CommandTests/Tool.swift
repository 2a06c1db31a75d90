import Foundation

/// Runs the tool that was built beside the tests, as a user would.
enum Tool {
  /// What a run left behind.
  struct Result: Equatable {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The top of the package.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The built tool, in the folder of the running tests.
  static let executable = URL(filePath: CommandLine.arguments[0])
    .deletingLastPathComponent().appending(path: "kwadrans")

  /// Runs the tool in the package's folder.
  ///
  /// - Parameters:
  ///   - arguments: What follows the tool's name.
  ///   - input: What stands on standard input.
  static func run(_ arguments: [String], input: String? = nil) throws -> Result {
    try run(arguments, input: Data((input ?? "").utf8))
  }

  /// Runs the tool in the package's folder, with any bytes on standard input.
  static func run(_ arguments: [String], input: Data) throws -> Result {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try input.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try run(arguments, inputFrom: file)
  }

  /// Runs the tool in the package's folder, with standard input from a file or whatever is there.
  static func run(_ arguments: [String], inputFrom input: URL) throws -> Result {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = root
    process.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "COLUMNS": "100", "NO_COLOR": "1",
      "SWIFT_BACKTRACE": "enable=no",
    ]
    let files = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: files) }
    // Files rather than pipes: a pipe that nobody empties would stop the tool.
    let names = ["output", "errors"].map { files.appending(path: $0) }
    for name in names { try Data().write(to: name) }
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = try FileHandle(forWritingTo: names[0])
    process.standardError = try FileHandle(forWritingTo: names[1])
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus,
      output: try String(contentsOf: names[0], encoding: .utf8),
      errors: try String(contentsOf: names[1], encoding: .utf8))
  }

  /// Runs a command line; an underscore stands for a blank within an argument.
  static func run(line: String) throws -> Result {
    try run(line.split(separator: " ").map { String($0).replacing("_", with: " ") })
  }
}
