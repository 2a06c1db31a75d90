import Standards
import TextMatching
import Tickets

extension AddressByName {
  /// Judges whether a reply calls the customer by name.
  ///
  /// Missing it takes a person's name in the ticket, no word of it in the reply, and no other name by
  /// which somebody seems to be addressed: that may be a short form.
  ///
  /// - Parameter written: The customer's name as the ticket has it.
  func judge(_ reply: ScannedReply, customer written: String?) -> Judgement {
    let range = reply.range(of: place)
    guard let written, let name = reply.customer, !name.parts.isEmpty else {
      return judge(reply, in: range, without: "the ticket does not say what the customer is called")
    }
    let named = reply.calls(by: name, in: range)
    if !named.isEmpty {
      return Judgement(.met, "the name is there", spans: named.map { reply.original($0) })
    }
    guard CustomerName.isOfPerson(written) else {
      return judge(reply, in: range, without: "the customer's name may not be that of a person")
    }
    let places = name.places(in: reply.folded.bytes, range)
    if !places.isEmpty {
      return Judgement(
        .undecided, "a word like the name is there, in small letters",
        spans: places.map { reply.original($0) })
    }
    if let other = reply.addressed.first {
      return Judgement(
        .undecided, "somebody seems to be addressed in another way, perhaps by a short form",
        spans: [reply.original(other)])
    }
    return Judgement(
      .missed, place == .anywhere ? "the name is not there" : "the name does not stand there",
      spans: place == .closing ? reply.ending : reply.opening)
  }

  /// Judges where the name is not known: a form of address may do.
  private func judge(
    _ reply: ScannedReply, in range: Range<Int>, without reason: String
  ) -> Judgement {
    let forms = phrases.map { reply.hits(of: [.catalogue($0)], in: range) } ?? []
    guard forms.isEmpty else {
      return Judgement(
        .met, "\(reason), and the form of address will do",
        spans: forms.withoutOverlaps.map { reply.original($0) })
    }
    return Judgement(.undecided, reason)
  }
}

extension CustomerName {
  /// Whether a name looks like a person's: one to four words of letters, none of them a company's.
  static func isOfPerson(_ written: String) -> Bool {
    let words = FoldedText(written).bytes.split { $0 == UInt8(ascii: " ") }
    guard (1...4).contains(words.count), words.contains(where: { $0.count >= 3 }) else {
      return false
    }
    return words.allSatisfy { word in
      let letters = word.filter { $0 != UInt8(ascii: ".") }
      return letters.allSatisfy { isWordByte($0) || "-'".utf8.contains($0) }
        && !companyWords.contains(Array(letters))
    }
  }

  private static let companyWords = Set<[UInt8]>(
    [
      "sp", "spolka", "zoo", "sro", "spol", "as", "sa", "sc", "vos", "ltd", "limited", "gmbh", "ag",
      "inc", "llc", "plc", "corp", "company", "group", "firma", "sklep", "shop", "store", "eshop",
      "hotel", "biuro", "fundacja", "stowarzyszenie", "szkola", "skola", "urzad", "urad", "studio",
      "agencja", "agentura", "kancelaria", "kancelar", "spolek", "team", "support", "info", "admin",
    ].map { Array($0.utf8) })
}
