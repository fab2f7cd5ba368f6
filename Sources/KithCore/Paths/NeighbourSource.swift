/// Who stands next to whom; nodes are numbers, such as the rows of a store.
public protocol NeighbourSource {
  /// Appends those next to `node`, in an order that is the same every time; one may come more than once.
  func appendNeighbours(of node: Int64, to list: inout [Int64]) throws
}
