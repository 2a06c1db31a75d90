/// The name the author probably meant, for "did you mean".
///
/// A candidate that differs only in case, `-`, `_` or spaces wins. Otherwise the one with the
/// fewest slips (a letter too many, too few, wrong, or two neighbours swapped; optimal string
/// alignment) wins, if they are few for the length of the name: one slip up to four letters, two up
/// to eight, three above, and always fewer than letters. Ties go to the candidate first in Unicode
/// order, so the order of candidates does not matter.
///
/// - Returns: The candidate as written; nothing if none is near, or only `name` itself.
/// - Complexity: O(candidates × length of the name).
package func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
  let wanted = simplified(name)
  // A name far longer than any key is not a slip; do not spend time on it.
  guard !wanted.isEmpty, wanted.count <= 100 else { return nil }
  let letters = wanted.count
  let allowed = min(letters <= 4 ? 1 : letters <= 8 ? 2 : 3, letters - 1)

  var best: (distance: Int, candidate: String)?
  for candidate in candidates where candidate != name {
    let limit = best.map { min($0.distance, allowed) } ?? allowed
    guard let distance = slips(from: wanted, to: simplified(candidate), atMost: limit) else {
      continue
    }
    if let best, (best.distance, best.candidate) <= (distance, candidate) { continue }
    best = (distance, candidate)
  }
  return best?.candidate
}

/// The letters of a name in lower case, with every separator the same.
private func simplified(_ name: String) -> [Unicode.Scalar] {
  name.lowercased().unicodeScalars.map { $0 == "_" || $0 == " " ? "-" : $0 }
}

/// The number of slips between two names, or nothing when it is more than `limit`.
private func slips(
  from left: [Unicode.Scalar], to right: [Unicode.Scalar], atMost limit: Int
) -> Int? {
  guard abs(left.count - right.count) <= limit else { return nil }
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for i in left.indices {
    var row = [i + 1]
    for j in right.indices {
      let changed = last[j] + (left[i] == right[j] ? 0 : 1)
      var cost = min(changed, last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    guard row.contains(where: { $0 <= limit }) else { return nil }
    beforeLast = last
    last = row
  }
  return last[right.count] <= limit ? last[right.count] : nil
}
