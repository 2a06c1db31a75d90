/// A question that has no answer in statistics.
///
/// Each message names the value received, and what would be right.
package enum StatisticsError: Error, Hashable, Sendable {
  /// The named quantity must lie in a range, in words such as "0 to 1".
  case outOfRange(String, Double, range: String)
  /// More cases than there are, such as 12 kept of 10.
  case moreThanAll(String, Int, of: Int)
  /// A row of another length than it should have.
  case uneven(String, Int, should: Int)
  /// What is needed to say anything, such as "two reviewers".
  case tooFew(String)
}

extension StatisticsError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .outOfRange(let name, let value, let range): "\(name) must be \(range), not \(value)"
    case .moreThanAll(let name, let count, let all):
      "\(name) must be at most all \(all) of them, not \(count)"
    case .uneven(let name, let count, let right): "\(name) must be \(right), not \(count)"
    case .tooFew(let needed): "nothing can be said without \(needed)"
    }
  }
}
