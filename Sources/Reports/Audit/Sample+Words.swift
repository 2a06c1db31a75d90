package import Diagnostics
package import Quality

extension Sample {
  /// What it is: `a random sample of 9 of 51 tickets, seed 5`.
  var inWords: String {
    "a random sample of \(drawn) of \(Written.count(frame, "ticket")), seed \(seed)"
  }

  /// Why a report says nothing of promises.
  static let ofPromises =
    "whether a promise of a share is kept is counted over all tickets of a period, and cannot be told "
    + "from a sample"

  /// Writes the sample as one JSON object: `drawn`, `of` (how many tickets there are that can be judged),
  /// `seed` (a string), `groups` and `of_groups` (by channel and agent).
  package func write(to json: inout JSONWriter) {
    json.object { $0.members(members) }
  }

  /// Its members in JSON.
  var members: [WholeFigure] {
    [
      WholeFigure("drawn", drawn), WholeFigure("of", frame), WholeFigure("seed", seed: seed),
      WholeFigure("groups", groups), WholeFigure("of_groups", allGroups),
    ]
  }
}

extension JSONWriter {
  /// Writes the member `sample`: an object, or null where all tickets were judged.
  mutating func member(_ sample: Sample?) {
    key("sample")
    if let sample { sample.write(to: &self) } else { null() }
  }
}
