import Diagnostics
import Quality

extension ShareCount {
  /// The share with its interval, and what it would be if what is open turned out missed, in one sentence
  /// without its stop; nil without replies.
  var inWords: String? {
    guard let share, let interval, let leastShare else { return nil }
    var text =
      "\(Written.percent(share)) of \(Written.count(all, "reply", plural: "replies")) "
      + "(95%: \(interval.inPercent)) miss no standard that their writer has to keep"
    if open > 0 {
      text +=
        "; \(open) of these still \(open == 1 ? "waits" : "wait") for a person, and if all of that turns "
        + "out missed it is \(Written.percent(leastShare))"
    }
    return text
  }

  /// What the intervals of shares of replies mean, in one sentence without its stop.
  ///
  /// - Parameter sample: What the tickets were drawn from; nil for all of them.
  static func meaningOfIntervals(_ sample: Sample?) -> String {
    guard let sample else {
      return
        "every ticket was read, so that shares are exactly so: an interval (Wilson, 95%) tells of no error "
        + "of sampling, but of chance, and says where the share of the same desk with the same work would "
        + "lie in the long run"
    }
    return
      "an interval (Wilson, 95%) says where the share of all "
      + "\(Written.count(sample.frame, "ticket")) lies"
  }
}
