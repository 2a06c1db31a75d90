/// The public holidays of a country, by its law.
package enum PublicHolidays: String, Hashable, CaseIterable, Sendable {
  case poland = "PL"
  case czechia = "CZ"

  /// The years that are computed.
  package static let years = 2000...2100

  /// The day of the last change of law that is taken into account: 24 December in Poland.
  package static let edition = "2025-02-01"

  /// A public holiday.
  package struct Day: Hashable, Sendable {
    /// When it is.
    package let date: CivilDate
    /// The name in Polish.
    package let polish: String
    /// The name in Czech.
    package let czech: String
    /// The name in English.
    package let english: String
  }

  /// The holidays of a year, in order; none outside of ``years``.
  ///
  /// Sources: Poland, act of 18 January 1951 on days free of work, with its amendments of 2010
  /// (6 January from 2011), 2018 (12 November of that year) and 2024 (24 December from 2025);
  /// Czechia, act 245/2000 Sb., in force from 9 August 2000, with 359/2015 Sb. (Good Friday from
  /// 2016).
  package func days(in year: Int) -> [Day] {
    guard Self.years.contains(year), let easter = CivilDate.easter(in: year) else { return [] }
    return rules.compactMap { rule in
      guard rule.years.contains(year) else { return nil }
      let date =
        switch rule.when {
        case .fixed(let month, let day): CivilDate(year: year, month: month, day: day)
        case .easter(let days): easter.adding(days: days)
        }
      return date.map {
        Day(date: $0, polish: rule.polish, czech: rule.czech, english: rule.english)
      }
    }.sorted { $0.date < $1.date }
  }

  /// The holiday on a date, or nil.
  package func day(on date: CivilDate) -> Day? {
    days(in: date.year).first { $0.date == date }
  }
}

extension CivilDate {
  /// Easter Sunday of the western churches, or nil outside of the years 1583 to 9999.
  ///
  /// Source: "A New York correspondent", *Nature* 13 (1876), p. 487, as given by J. Meeus,
  /// *Astronomical Algorithms*, ch. 8. Checked against known dates in `PublicHolidaysTests`.
  package static func easter(in year: Int) -> CivilDate? {
    guard (1583...9999).contains(year) else { return nil }
    let golden = year % 19
    let (century, inCentury) = year.quotientAndRemainder(dividingBy: 100)
    let skippedLeapDays = century - century / 4
    let moonCorrection = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + skippedLeapDays - moonCorrection + 15) % 30
    let toSunday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7
    let late = (golden + 11 * epact + 22 * toSunday) / 451
    let days = epact + toSunday - 7 * late + 114
    return CivilDate(year: year, month: days / 31, day: days % 31 + 1)
  }
}

extension PublicHolidays {
  private enum When {
    case fixed(month: Int, day: Int)
    /// So many days after Easter Sunday.
    case easter(Int)
  }

  private struct Rule {
    let when: When
    var years = PublicHolidays.years
    let polish: String
    let czech: String
    let english: String
  }

  private var rules: [Rule] {
    switch self {
    case .poland: Self.polishRules
    case .czechia: Self.czechRules
    }
  }

  private static let polishRules = [
    Rule(
      when: .fixed(month: 1, day: 1), polish: "Nowy Rok", czech: "Nový rok",
      english: "New Year's Day"),
    Rule(
      when: .fixed(month: 1, day: 6), years: 2011...2100, polish: "Święto Trzech Króli",
      czech: "Tři králové", english: "Epiphany"),
    Rule(
      when: .easter(0), polish: "Wielkanoc", czech: "Neděle velikonoční",
      english: "Easter Sunday"),
    Rule(
      when: .easter(1), polish: "Poniedziałek Wielkanocny", czech: "Velikonoční pondělí",
      english: "Easter Monday"),
    Rule(
      when: .fixed(month: 5, day: 1), polish: "Święto Pracy", czech: "Svátek práce",
      english: "Labour Day"),
    Rule(
      when: .fixed(month: 5, day: 3), polish: "Święto Narodowe Trzeciego Maja",
      czech: "Den ústavy 3. května", english: "Constitution Day"),
    Rule(
      when: .easter(49), polish: "Zielone Świątki", czech: "Letnice", english: "Pentecost"),
    Rule(
      when: .easter(60), polish: "Boże Ciało", czech: "Boží tělo", english: "Corpus Christi"),
    Rule(
      when: .fixed(month: 8, day: 15), polish: "Wniebowzięcie Najświętszej Maryi Panny",
      czech: "Nanebevzetí Panny Marie", english: "Assumption Day"),
    Rule(
      when: .fixed(month: 11, day: 1), polish: "Wszystkich Świętych",
      czech: "Svátek Všech svatých", english: "All Saints' Day"),
    Rule(
      when: .fixed(month: 11, day: 11), polish: "Narodowe Święto Niepodległości",
      czech: "Den nezávislosti", english: "Independence Day"),
    Rule(
      when: .fixed(month: 11, day: 12), years: 2018...2018,
      polish: "Setna rocznica odzyskania niepodległości",
      czech: "Sté výročí nezávislosti", english: "Centenary of independence"),
    Rule(
      when: .fixed(month: 12, day: 24), years: 2025...2100, polish: "Wigilia Bożego Narodzenia",
      czech: "Štědrý den", english: "Christmas Eve"),
    Rule(
      when: .fixed(month: 12, day: 25), polish: "Boże Narodzenie", czech: "1. svátek vánoční",
      english: "Christmas Day"),
    Rule(
      when: .fixed(month: 12, day: 26), polish: "Drugi dzień Bożego Narodzenia",
      czech: "2. svátek vánoční", english: "Second Day of Christmas"),
  ]

  // Before 9 August 2000 the older law named the same days, but for the two in autumn.
  private static let czechRules = [
    Rule(
      when: .fixed(month: 1, day: 1), polish: "Nowy Rok",
      czech: "Nový rok, Den obnovy samostatného českého státu",
      english: "New Year's Day, Restoration Day of the Independent Czech State"),
    Rule(
      when: .easter(-2), years: 2016...2100, polish: "Wielki Piątek", czech: "Velký pátek",
      english: "Good Friday"),
    Rule(
      when: .easter(1), polish: "Poniedziałek Wielkanocny", czech: "Velikonoční pondělí",
      english: "Easter Monday"),
    Rule(
      when: .fixed(month: 5, day: 1), polish: "Święto Pracy", czech: "Svátek práce",
      english: "Labour Day"),
    Rule(
      when: .fixed(month: 5, day: 8), polish: "Dzień Zwycięstwa", czech: "Den vítězství",
      english: "Victory Day"),
    Rule(
      when: .fixed(month: 7, day: 5), polish: "Dzień świętych Cyryla i Metodego",
      czech: "Den slovanských věrozvěstů Cyrila a Metoděje",
      english: "Saints Cyril and Methodius Day"),
    Rule(
      when: .fixed(month: 7, day: 6), polish: "Dzień spalenia mistrza Jana Husa",
      czech: "Den upálení mistra Jana Husa", english: "Jan Hus Day"),
    Rule(
      when: .fixed(month: 9, day: 28), polish: "Dzień czeskiej państwowości",
      czech: "Den české státnosti", english: "Statehood Day"),
    Rule(
      when: .fixed(month: 10, day: 28), polish: "Dzień powstania Czechosłowacji",
      czech: "Den vzniku samostatného československého státu",
      english: "Independent Czechoslovak State Day"),
    Rule(
      when: .fixed(month: 11, day: 17), polish: "Dzień walki o wolność i demokrację",
      czech: "Den boje za svobodu a demokracii a Mezinárodní den studentstva",
      english: "Struggle for Freedom and Democracy Day"),
    Rule(
      when: .fixed(month: 12, day: 24), polish: "Wigilia Bożego Narodzenia",
      czech: "Štědrý den", english: "Christmas Eve"),
    Rule(
      when: .fixed(month: 12, day: 25), polish: "Pierwszy dzień Bożego Narodzenia",
      czech: "1. svátek vánoční", english: "Christmas Day"),
    Rule(
      when: .fixed(month: 12, day: 26), polish: "Drugi dzień Bożego Narodzenia",
      czech: "2. svátek vánoční", english: "Second Day of Christmas"),
  ]
}
