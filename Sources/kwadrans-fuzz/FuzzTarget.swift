// libFuzzer's side of `make fuzz`: it has the main, and calls these two by their names in C.
import Foundation
import Fuzzing

private let probe = CatalogueProbe()

/// Called once, before libFuzzer reads its options: writes the dictionary and the seeds where the
/// script expects them.
@_cdecl("LLVMFuzzerInitialize")
public func initializeFuzzer(_ argc: UnsafeMutableRawPointer?, _ argv: UnsafeMutableRawPointer?)
  -> CInt
{
  guard let folder = ProcessInfo.processInfo.environment["KWADRANS_FUZZ_FOLDER"] else { return 0 }
  let folderURL = URL(filePath: folder)
  do {
    let seeds = folderURL.appending(path: "seeds")
    try FileManager.default.createDirectory(at: seeds, withIntermediateDirectories: true)
    try Data(CatalogueDictionary.text.utf8).write(to: folderURL.appending(path: "catalogue.dict"))
    let root = URL(filePath: FileManager.default.currentDirectoryPath)
    for (index, seed) in try CatalogueSeeds.all(root: root).enumerated() {
      try Data(seed).write(to: seeds.appending(path: "\(index).yaml"))
    }
  } catch {
    stop("cannot write to '\(folder)': \(error)")
  }
  return 0
}

/// Called with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  // The same inputs are always the thorough ones, so that what is found can be found again.
  let sum = input.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
  let start = clock()
  if let fault = probe.fault(of: input, isThorough: sum % 8 == 0) { stop(fault) }
  // libFuzzer's own timeout is by the clock on the wall, and a busy machine may take any time.
  let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
  if seconds > 5 { stop("took \(seconds) s") }
  return 0
}

/// Ends the process the way libFuzzer takes for a finding.
private func stop(_ message: String) -> Never {
  FileHandle.standardError.write(Data("FAULT: \(message)\n".utf8))
  abort()
}
