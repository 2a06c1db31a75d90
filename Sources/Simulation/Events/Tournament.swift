/// Whose moment comes first, where everybody has one that changes often.
///
/// A tree of matches: each node holds the earliest of the four moments below. A change plays one match
/// a level up to the root, where the least of four numbers needs no branch; and nothing old is left
/// behind, as it is in a heap. Who has won is only looked for when it is asked.
struct Tournament: ~Copyable {
  /// Winners' moments, from the root at 1, those below n at 4n; last the players' own (unit: s;
  /// infinite for never).
  private let moments: UnsafeMutablePointer<Double>
  /// Decides between players of equal moments: the lesser is first.
  private let numbers: UnsafeMutablePointer<UInt32>
  /// Players, rounded up to a power of four.
  private let size: Int

  /// - Parameter players: 0...2²⁸.
  init(players: Int) {
    var size = 1
    while size < players { size *= 4 }
    self.size = size
    moments = .allocate(capacity: 2 * size)
    moments.initialize(repeating: .infinity, count: 2 * size)
    numbers = .allocate(capacity: size)
    numbers.initialize(repeating: 0, count: size)
  }

  deinit {
    moments.deallocate()
    numbers.deallocate()
  }

  /// The first moment; infinite where nobody has one.
  @inline(__always)
  var first: Double { moments[1] }

  /// Sets somebody's moment.
  ///
  /// - Parameters:
  ///   - player: Below the number of players.
  ///   - moment: Above zero, or zero without a minus sign; infinite for never.
  ///   - number: Above those of all who have the same moment, to come after them.
  /// - Complexity: O(log players).
  @inline(__always)
  func set(_ player: Int, _ moment: Double, _ number: UInt32) {
    assert((0..<size).contains(player))
    numbers[player] = number
    var (node, moment) = (player &+ size, moment)
    moments[node] = moment
    while node > 1 {
      let first = Self.earlier(moments[node ^ 1], moments[node ^ 2])
      moment = Self.earlier(Self.earlier(moments[node ^ 3], first), moment)
      node >>= 2
      moments[node] = moment
    }
  }

  @inline(__always)
  private static func earlier(_ one: Double, _ other: Double) -> Double {
    one < other ? one : other
  }

  /// Who is first, and their number.
  ///
  /// - Complexity: O(log players); O(players) where several have the first moment.
  @inline(__always)
  func winner() -> (player: Int, number: UInt32) {
    // Equal moments have equal bits, and whole numbers are compared sooner.
    let first = first.bitPattern
    var node = 1
    while node < size {
      node &*= 4
      // No branches but one: who of four is first cannot be foreseen.
      var places = moments[node &+ 3].bitPattern == first ? 1 : 0
      places = places &* 2 &+ (moments[node &+ 2].bitPattern == first ? 1 : 0)
      places = places &* 2 &+ (moments[node &+ 1].bitPattern == first ? 1 : 0)
      places = places &* 2 &+ (moments[node].bitPattern == first ? 1 : 0)
      if places & (places &- 1) != 0 { return winnerOfEqual() }
      // 1, 2, 4, 8: 0, 1, 2, 3.
      node &+= places &>> 1 &- places &>> 3
    }
    return (node &- size, numbers[node &- size])
  }

  @inline(never)
  private func winnerOfEqual() -> (player: Int, number: UInt32) {
    var best: (player: Int, number: UInt32) = (0, .max)
    for player in 0..<size where moments[player + size] == first && numbers[player] <= best.number {
      best = (player, numbers[player])
    }
    return best
  }

  /// Somebody's moment.
  func moment(of player: Int) -> Double { moments[player + size] }
}
