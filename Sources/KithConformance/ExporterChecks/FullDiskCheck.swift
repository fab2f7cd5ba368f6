import KithCore

/// An output that fails after any number of bytes: its first error comes out as it is.
enum FullDiskCheck: ExporterCheck {
  static let name = "full disk"

  private struct DiskFull: Error, Equatable {
    let attempt: Int
  }

  static func messages(on trial: ExporterTrial) -> [String] {
    trial.variants.flatMap { variant in
      let length = trial.export(SampleGraph.everything, variant).bytes.count
      let places = Set([0, 1, length / 4, length / 2, length / 4 * 3, length - 1].filter { $0 >= 0 && $0 < length })
      return places.sorted().compactMap { message(trial, variant, room: $0) }
    }
  }

  private static func message(_ trial: ExporterTrial, _ variant: OptionVariant, room: Int) -> String? {
    let place = "a disk\(variant.label) full after \(room) bytes"
    do {
      try trial.run(SampleGraph.everything, variant, to: sink(room: room))
      return "\(place) goes unnoticed"
    } catch let error as DiskFull {
      return error.attempt == 1 ? nil : "\(place): the exporter went on writing after the first error"
    } catch {
      return "\(place) brings out another error than the output's: \(error)"
    }
  }

  private static func sink(room: Int) -> OutputSink {
    var left = room
    var attempt = 0
    return OutputSink(capacity: 16) { bytes in
      guard attempt == 0, bytes.count <= left else {
        attempt += 1
        throw DiskFull(attempt: attempt)
      }
      left -= bytes.count
    }
  }
}
