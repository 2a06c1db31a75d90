import Queueing
import Testing

struct WorkCurveTests {
  typealias Point = WorkCurve.Point

  @Test func `parcels in any order add up`() throws {
    let curve = try WorkCurve(parcels: [
      .init(from: 20, to: 40, work: 100), .init(from: 0, to: 30, work: 60),
      .init(from: 20, to: 20, work: 7), .init(from: 50, to: 50, work: 3),
      .init(from: 99, to: 99, work: 0),
    ])
    #expect(
      curve.points == [
        Point(second: 0, before: 0), Point(second: 20, before: 40, after: 47),
        Point(second: 30, before: 117), Point(second: 40, before: 167),
        Point(second: 50, before: 167, after: 170),
      ])
    #expect(curve.total == 170)
  }

  @Test func `work in the shortest moment leaves no trace in what follows`() throws {
    // A slope of 1e12 comes and goes; without care its rounding would stay for a whole day.
    let curve = try WorkCurve(parcels: [
      .init(from: 0, to: 86_400, work: 8640), .init(from: 10, to: 10 + 1e-9, work: 1000),
    ])
    #expect(abs(curve.total - 9640) <= 1e-6)
  }

  @Test func `no parcels are no work`() throws {
    #expect(try WorkCurve(parcels: []).total == 0)
  }

  @Test func `curves that fall, go back in time or are no numbers are refused`() {
    #expect(throws: DeferredWorkError.goesBack("the time of a curve", second: 5)) {
      try WorkCurve(points: [Point(second: 5, before: 0), Point(second: 5, before: 1)])
    }
    #expect(throws: DeferredWorkError.goesBack("the work of a curve", second: 6)) {
      try WorkCurve(points: [Point(second: 5, before: 0, after: 2), Point(second: 6, before: 1)])
    }
    #expect(throws: DeferredWorkError.goesBack("the work of a curve", second: 6)) {
      try WorkCurve(points: [Point(second: 6, before: 2, after: 1)])
    }
    #expect(throws: DeferredWorkError.goesBack("the work of a curve", second: 6)) {
      try WorkCurve(points: [Point(second: 6, before: -1)])
    }
    #expect(throws: DeferredWorkError.goesBack("the time of a parcel", second: 6)) {
      try WorkCurve(parcels: [.init(from: 6, to: 5, work: 1)])
    }
    #expect(throws: DeferredWorkError.goesBack("the work of a parcel", second: 6)) {
      try WorkCurve(parcels: [.init(from: 6, to: 7, work: -1)])
    }
    for value in [Double.nan, .infinity, -.infinity] {
      #expect(throws: DeferredWorkError.self) {
        try WorkCurve(points: [Point(second: value, before: 0)])
      }
      #expect(throws: DeferredWorkError.self) {
        try WorkCurve(points: [Point(second: 0, before: 0, after: value)])
      }
      #expect(throws: DeferredWorkError.self) {
        try WorkCurve(parcels: [.init(from: value, to: 1, work: 1)])
      }
      #expect(throws: DeferredWorkError.self) {
        try WorkCurve(parcels: [.init(from: 0, to: value, work: 1)])
      }
      #expect(throws: DeferredWorkError.self) {
        try WorkCurve(parcels: [.init(from: 0, to: 1, work: value)])
      }
    }
    #expect(throws: DeferredWorkError.self) {
      try WorkCurve(parcels: [
        .init(from: 0, to: 0, work: 1.7e308), .init(from: 0, to: 0, work: 1.7e308),
      ])
    }
  }
}
