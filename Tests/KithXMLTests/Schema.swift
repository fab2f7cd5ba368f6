import CLibXML2

/// `kith.rng`, through libxml2's RELAX NG.
enum Schema {
  private static let path =
    #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/Plugins/XML/kith.rng"

  /// Whether the file is valid; nil where the schema itself or the file cannot be read.
  static func accepts(_ file: [UInt8]) -> Bool? {
    guard let parser = xmlRelaxNGNewParserCtxt(path) else { return nil }
    defer { xmlRelaxNGFreeParserCtxt(parser) }
    guard let schema = xmlRelaxNGParse(parser) else { return nil }
    defer { xmlRelaxNGFree(schema) }
    let document = file.withUnsafeBytes {
      xmlReadMemory(
        $0.bindMemory(to: CChar.self).baseAddress, Int32($0.count), nil, nil, Int32(XML_PARSE_NONET.rawValue))
    }
    guard let document, let context = xmlRelaxNGNewValidCtxt(schema) else { return nil }
    defer {
      xmlRelaxNGFreeValidCtxt(context)
      xmlFreeDoc(document)
    }
    return xmlRelaxNGValidateDoc(context, document) == 0
  }
}
