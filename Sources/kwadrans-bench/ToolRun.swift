import Foundation

/// A run of the `kwadrans` that was built beside this program, as a user would run it.
struct ToolRun {
  /// From start to end (unit: s).
  let wall: Double
  /// CPU time of all its threads (unit: s).
  let cpu: Double
  /// The most memory that it held at once (unit: bytes); nil where the system does not tell.
  let peak: Double?

  /// Runs the tool and waits for its end.
  ///
  /// - Parameters:
  ///   - arguments: What follows the tool's name.
  ///   - output: The file for its standard output.
  /// - Throws: ``BenchmarkSkipped`` when it is not there, ``BenchmarkError`` when it ends otherwise
  ///   than with 0 or, since a standard was missed, with 1.
  init(_ arguments: [String], output: String = "/dev/null") throws {
    let tool = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "kwadrans").path
    guard FileManager.default.isExecutableFile(atPath: tool) else {
      throw BenchmarkSkipped(reason: "'\(tool)' is not built; make bench builds it")
    }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(
      &actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var words: [UnsafeMutablePointer<CChar>?] = ([tool] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }

    let clock = ContinuousClock()
    let start = clock.now
    var process = pid_t()
    guard posix_spawn(&process, tool, &actions, nil, words, environ) == 0 else {
      throw BenchmarkError("'\(tool)' does not start")
    }
    var status: Int32 = 0
    var usage = rusage()
    var peak: Double?
    // What the system tells at the end counts this program's memory too, as the process began as a
    // copy of it. The bound that it keeps itself only grows, so looking often is enough.
    while wait4(process, &status, WNOHANG, &usage) == 0 {
      peak = Self.mostMemory(of: process) ?? peak
      usleep(2_000)
    }
    let duration = (clock.now - start).components
    wall = Double(duration.seconds) + Double(duration.attoseconds) / 1e18
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    cpu = seconds(usage.ru_utime) + seconds(usage.ru_stime)
    self.peak = peak
    // The low seven bits hold a signal, the eight above them the status.
    guard status & 0x7F == 0, (status >> 8) & 0xFF <= 1 else {
      throw BenchmarkError("kwadrans \(arguments.joined(separator: " ")) ended with \(status)")
    }
  }

  /// The most memory that a running process ever held (unit: bytes).
  private static func mostMemory(of process: pid_t) -> Double? {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let number = line.split(separator: " ").dropFirst().first.flatMap({ Double($0) })
    else { return nil }
    return number * 1024
  }
}
