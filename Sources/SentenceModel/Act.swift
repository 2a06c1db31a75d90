/// What a sentence of a reply may do to the customer; several at once, or none.
package enum Act: String, CaseIterable, Sendable {
  /// It acknowledges trouble, or apologises in earnest.
  case empathy
  /// It offers or recommends something more that costs money.
  case upsell
  /// It turns the customer away without help.
  case brushOff = "brush_off"
  /// It blames, lectures or belittles the customer.
  case blame
  /// It says what happens next, or that nothing more is needed.
  case nextStep = "next_step"
  /// It gives a bound in time for something that the company will do.
  case commitsTime = "commits_time"
  /// It promises something without a bound in time.
  case vaguePromise = "vague_promise"
  /// It offers further help.
  case closingOffer = "closing_offer"
  /// It asks whether anything else is needed.
  case closingQuestion = "closing_question"
  /// It asks the customer for information or a decision.
  case question
  /// It says that somebody is at it, and no more.
  case holds
}

/// A number for each act.
///
/// A vector of fixed size, since scores are added up for every word of every reply.
package struct ActScores: Sendable, Equatable {
  /// More lanes than acts; those beyond them stay zero.
  package var lanes: SIMD16<Float>

  package init(_ lanes: SIMD16<Float> = .zero) {
    self.lanes = lanes
  }

  package subscript(act: Act) -> Float {
    get { lanes[act.lane] }
    set { lanes[act.lane] = newValue }
  }
}

extension Act {
  /// The act's place among the lanes.
  package var lane: Int {
    switch self {
    case .empathy: 0
    case .upsell: 1
    case .brushOff: 2
    case .blame: 3
    case .nextStep: 4
    case .commitsTime: 5
    case .vaguePromise: 6
    case .closingOffer: 7
    case .closingQuestion: 8
    case .question: 9
    case .holds: 10
    }
  }
}
