import Clocks
import ServiceTime
import Standards
import TextMatching
import Tickets

extension Acknowledge: ClockedKind {
  func runs(_ view: TicketView) -> [ClockedRun] {
    let run = view.log.acknowledgementRun { step in
      switch sender {
      case .machine: guard step.meaning == .automatic else { return false }
      case .human: guard step.meaning == .answers else { return false }
      case nil: break
      }
      guard content == .number else { return true }
      return view.message(at: step.event).map { $0.text.namesCase(view.ticket.id) } ?? false
    }
    return run.map { [ClockedRun(run: $0)] } ?? []
  }

  func judgeWithoutRun(_ view: TicketView) -> Judgement? {
    Judgement(.notApplicable, "the customer asked nothing")
  }

  func judge(_ run: ReckonedRun) -> Judgement {
    var what = "acknowledged"
    if sender == .machine { what += " by a machine" }
    if sender == .human { what += " by a person" }
    if content == .number { what += " with a number" }
    if case .running = run.run.end {
      return run.isLate
        ? run.judgement(.missed, "not \(what) for \(run.elapsed), \(run.promised)")
        : run.judgement(
          .undecided, "not \(what) within the \(run.elapsed) that the log covers, \(run.promised)")
    }
    return run.judgement(
      run.isLate ? .missed : .met, "\(what) after \(run.elapsed), \(run.promised)")
  }
}

extension String {
  /// The fewest digits in a row that may be the number of a case rather than a time or a count.
  private static let digitsOfNumber = 4
  /// How far before a number the word may stand that names it (unit: folded bytes).
  private static let reach = 24

  /// What names the number of a case, folded.
  private static let namingWords = [
    "nr", "numer", "number", "no.", "num", "cislo", "cislem", "c.", "id", "ticket", "zgloszeni",
    "spraw", "hlaseni", "pozadav", "case", "ref", "request", "enquiry", "inquiry", "zamowieni",
    "objednav", "order", "tiket", "dotaz", "#",
  ]

  /// What stands behind a number that counts or costs something, folded.
  private static let units = [
    "kc", "czk", "zl", "pln", "eur", "usd", "gbp", "€", "$", "£", "%", "mb", "gb", "ms", "r.",
    "roku",
  ]
  /// Numbers of more digits are telephones and accounts, unless they are called the case's.
  private static let mostDigits = 8

  /// Whether the author names a case: by its id, or by a number that is called one ("nr 4711",
  /// "ML-2601") or looks like nothing else. Years, prices and telephone numbers are none.
  fileprivate func namesCase(_ id: String) -> Bool {
    let bytes = AuthoredText(self).folded.bytes
    let id = FoldedText(id).bytes
    if !id.isEmpty, bytes.indices.contains(where: { bytes[$0...].starts(with: id) }) { return true }
    var start = 0
    while start < bytes.count {
      guard bytes[start] &- UInt8(ascii: "0") < 10 else {
        start += 1
        continue
      }
      let end = bytes[start...].firstIndex { $0 &- UInt8(ascii: "0") >= 10 } ?? bytes.count
      if end - start >= Self.digitsOfNumber,
        Self.isCalledNumber(start, in: bytes) || !Self.isElse(start..<end, in: bytes)
      {
        return true
      }
      start = end
    }
    return false
  }

  /// Whether a number is a year, part of a date or an amount, a price or a telephone.
  private static func isElse(_ place: Range<Int>, in bytes: [UInt8]) -> Bool {
    if place.count > mostDigits { return true }
    let digits = bytes[place]
    if digits.count == 4, digits.starts(with: "19".utf8) || digits.starts(with: "20".utf8) {
      return true
    }
    let before = bytes[..<place.lowerBound].suffix(3)
    if before.last.map({ "+.,:/".utf8.contains($0) || $0 >= 0x80 || $0 == UInt8(ascii: "$") })
      ?? false
    {
      return true
    }
    let behind = String(decoding: bytes[place.upperBound...].prefix(6), as: UTF8.self)
    let next = behind.drop { $0 == " " }
    return units.contains { next.hasPrefix($0) }
      || (behind.first.map { ".,:/".contains($0) } ?? false
        && behind.dropFirst().first?.isNumber == true)
  }

  /// Whether a number is glued to letters, or a word before it calls it a number.
  private static func isCalledNumber(_ start: Int, in bytes: [UInt8]) -> Bool {
    if start > 1, "-/_".utf8.contains(bytes[start - 1]), CustomerName.isWordByte(bytes[start - 2]) {
      return true
    }
    let before = String(decoding: bytes[Swift.max(0, start - reach)..<start], as: UTF8.self)
    let words = before.split { " \n:,()".contains($0) }
    return words.contains { word in namingWords.contains { word.hasPrefix($0) } }
  }
}
