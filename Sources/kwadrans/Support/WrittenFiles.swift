import ArgumentParser
import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Refuses to write over what is read, and two results over each other.
enum WrittenFiles {
  /// A file that a command writes or reads, and the option or argument that names it.
  struct File {
    let name: String
    let path: String?

    init(_ name: String, _ path: String?) {
      self.name = name
      self.path = path
    }
  }

  /// Checks the files of a command before it begins.
  ///
  /// - Throws: `ValidationError` for the first file that would be lost.
  static func check(_ written: [File], over read: [File]) throws {
    for (index, file) in written.enumerated() {
      guard let path = file.path else { continue }
      for other in written[..<index] where isSame(path, other.path) {
        throw ValidationError("\(other.name) and \(file.name) name the same file, '\(path)'")
      }
      for other in read where isSame(path, other.path) {
        throw ValidationError(
          "\(file.name) would overwrite '\(path)', which \(other.name) reads; name another file")
      }
    }
  }

  /// Makes a folder, with those above it; one that is there stays.
  ///
  /// - Throws: `ExitCode` after saying on standard error that it cannot be made.
  static func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      StandardError.print(
        "cannot make the folder '\(path)'; is there a file of that name, or may you not write there?"
      )
      throw ExitStatus.cannotWrite
    }
  }

  /// Whether both name one file, also by a link or where it is not there yet.
  private static func isSame(_ path: String, _ other: String?) -> Bool {
    guard let other, path != "-", other != "-" else { return false }
    var (one, two) = (stat(), stat())
    if stat(path, &one) == 0, stat(other, &two) == 0 {
      // What is no regular file, such as a terminal, keeps nothing that could be lost.
      return one.st_mode & S_IFMT == S_IFREG && one.st_dev == two.st_dev && one.st_ino == two.st_ino
    }
    return resolved(path) == resolved(other)
  }

  private static func resolved(_ path: String) -> String {
    URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }
}
