/// A format that kith reads or writes. Conform to ``Exporter``, ``Importer`` or both.
public protocol Plugin: Sendable {
  var format: Format { get }
}

public protocol Exporter: Plugin {
  /// What the format holds under `options`; `format.coverage` unless an option changes it.
  func coverage(under options: OptionValues) -> Coverage

  /// Writes `graph` to `context.output` as it reads.
  ///
  /// The host reports everything outside the coverage by itself; what is inside it and still cannot be carried whole is
  /// for the exporter to report, never dropped in silence. Same graph, options and clock: same bytes.
  /// - Throws: only what `context.output` or `graph` throws.
  func export(_ graph: any ContactGraph, in context: ExportContext) throws
}

extension Exporter {
  public func coverage(under options: OptionValues) -> Coverage { format.coverage }
}

public protocol Importer: Plugin {
  /// Whether a file that begins with `head` (at most 4,096 bytes) is of this format.
  func recognizes(_ head: [UInt8]) -> Bool

  /// Reads `context.input` to its end, handing over each record when it is complete.
  ///
  /// - Throws: ``ImportError`` at input that is not the format at all, and what `context` throws. A record that cannot be
  ///   understood is reported and skipped; the rest is read.
  func importRecords(in context: ImportContext) throws
}
