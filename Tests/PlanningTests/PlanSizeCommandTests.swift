import Foundation
import Testing

/// The program, if it is built beside the tests.
private let program: URL? = {
  let beside = [URL(filePath: CommandLine.arguments.first ?? "")]
  return (beside + Bundle.allBundles.map(\.bundleURL))
    .map { $0.deletingLastPathComponent().appending(path: "kwadrans") }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }
}()

/// The command itself.
@Suite(
  .enabled(if: program != nil, "the program is not built beside the tests"))
struct PlanSizeCommandTests {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try write("desk.yaml", deskCatalogue)
    try write("work.yaml", "workload: {}\nchannels: {phone: {handling-time: 3 min}}\n")
    try write("demand.csv", "start;channel;contacts\n02.03.2026 08:00;phone;200,0\n")
  }

  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  /// Runs `plan size` in a folder of its own, which it then deletes.
  func size(_ arguments: String...) throws -> (status: Int32, output: String, error: String) {
    defer { try? FileManager.default.removeItem(at: folder) }
    let process = Process()
    let executable: URL = try #require(program)
    process.executableURL = executable
    process.arguments = ["plan", "size", "--standards", "desk.yaml"] + arguments
    process.currentDirectoryURL = folder
    let (output, error) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = error
    try process.run()
    // What is printed fits into a pipe, so nothing can block.
    process.waitUntilExit()
    func text(_ pipe: Pipe) -> String {
      String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }
    return (process.terminationStatus, text(output), text(error))
  }

  @Test func `a plan is printed and nothing else is said`() throws {
    let run = try size(
      "demand.csv", "--workload", "work.yaml", "--interval", "60 min", "--format", "csv")
    #expect(run.status == 0 && run.error == "")
    #expect(
      run.output == """
        start,channel,contacts,handling_s,load_erlang,counted,formula,service_level,occupancy
        02.03.2026 08:00,phone,200,180,10,10,14,0.8883500191794669,0.7142857142857143

        """)
  }

  @Test func `faults of both files are reported together, and there is no plan (65)`() throws {
    try write("work.yaml", "workload: {}\nchannels: {phone: {handling-time: soon}}\n")
    try write("demand.csv", "start,channel,contacts\n2026-03-02T08:00,phone,nan\n")
    let run = try size("demand.csv", "--workload", "work.yaml")
    #expect(run.status == 65 && run.output == "")
    #expect(run.error.contains("demand.csv:2:24: error: 'nan' is no number of contacts"))
    #expect(run.error.contains("work.yaml:2:35: error:"))
    #expect(run.error.hasSuffix("there is no plan: 2 errors\n"))
  }

  @Test(arguments: [["nowhere.csv"], ["demand.csv", "--workload", "nowhere.yaml"]])
  func `a file that is not there is named (66)`(arguments: [String]) throws {
    let run =
      try arguments.count == 1 ? size(arguments[0]) : size(arguments[0], arguments[1], arguments[2])
    #expect(run.status == 66 && run.output == "")
    #expect(run.error.contains("nowhere") && run.error.contains("does not exist"))
  }

  @Test(arguments: [
    ["--interval", "soon"], ["--interval", "20 s"], ["--interval", "1e30 h"], ["--rostered"],
    ["--format", "xml"],
  ])
  func `wrong usage is refused before anything is read (64)`(options: [String]) throws {
    let run =
      try options.count == 1
      ? size("nowhere.csv", options[0]) : size("nowhere.csv", options[0], options[1])
    #expect(run.status == 64 && run.output == "")
    #expect(!run.error.contains("does not exist"))
  }
}
