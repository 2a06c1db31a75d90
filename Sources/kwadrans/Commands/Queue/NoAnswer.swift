import ArgumentParser
import Queueing

extension Kwadrans.Queue {
  /// Runs a question; where it has no answer, says why on standard error and ends with 65.
  static func answer(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as QueueError {
      StandardError.print("Error: \(error)")
      throw ExitStatus.badInput
    } catch let error as DeferredWorkError {
      StandardError.print("Error: \(error)")
      throw ExitStatus.badInput
    }
  }
}
