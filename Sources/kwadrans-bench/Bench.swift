import Foundation

/// `make bench`: how fast the parts are that people wait for.
///
/// Names of benchmarks as arguments run those only. It ends with 0 whether goals are kept or not:
/// how long something takes depends on the machine, and only a person can tell why.
@main
struct Bench {
  static func main() {
    let wanted = CommandLine.arguments.dropFirst()
    if wanted.first == "validate" { return validate(wanted.dropFirst().first ?? "") }
    if wanted.first == "funnel" { return funnel() }
    let known = Benchmark.all.map(\.name)
    if let unknown = wanted.first(where: { !known.contains($0) }) {
      fail("there is no benchmark '\(unknown)'; known: \(known.joined(separator: ", "))", with: 64)
    }
    #if DEBUG
      print("This is a debug build: the figures mean nothing. Use make bench.")
    #endif
    print(Row.heading)
    for benchmark in Benchmark.all where wanted.isEmpty || wanted.contains(benchmark.name) {
      print("\(benchmark.name): \(benchmark.summary)")
      do {
        for row in try benchmark.run() { print(row.line) }
      } catch let skipped as BenchmarkSkipped {
        print("  skipped: \(skipped.reason)")
      } catch {
        fail("\(benchmark.name): \(error)", with: 65)
      }
    }
    print(
      "CPU time of one core, after one run to warm up. On a busy machine look at the best run.")
  }

  /// `make validate`: what the simulators find where theory knows the answer.
  private static func validate(_ date: String) {
    do {
      try Validation.run(into: URL(filePath: "docs"), date: date)
    } catch {
      fail("\(error)", with: 65)
    }
  }

  /// `kwadrans-bench funnel`: what the funnel does with teams whose truth is known.
  private static func funnel() {
    do {
      for line in try FunnelLines.all() { print(line) }
    } catch {
      fail("\(error)", with: 65)
    }
  }

  private static func fail(_ message: String, with status: Int32) -> Never {
    FileHandle.standardError.write(Data("\(message)\n".utf8))
    exit(status)
  }
}
