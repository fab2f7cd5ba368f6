import CLibXML2
import Foundation

/// The RELAX NG of RFC 6351, which is closed: what RFC 6350 lets others add is no part of it, and is taken out first.
enum Schema {
  static let path = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/schema/xcard-rfc6351.rng").standardized.path

  /// What the schema finds wrong; nil where there is no schema.
  static func complaints(about file: [UInt8]) -> [String]? {
    guard let parser = xmlRelaxNGNewParserCtxt(path) else { return nil }
    defer { xmlRelaxNGFreeParserCtxt(parser) }
    guard FileManager.default.fileExists(atPath: path), let schema = xmlRelaxNGParse(parser) else { return nil }
    defer { xmlRelaxNGFree(schema) }
    let document = file.withUnsafeBytes {
      xmlReadMemory(
        $0.bindMemory(to: CChar.self).baseAddress, Int32($0.count), nil, nil, Int32(XML_PARSE_NONET.rawValue))
    }
    guard let document, let context = xmlRelaxNGNewValidCtxt(schema) else { return ["no XML"] }
    defer {
      xmlRelaxNGFreeValidCtxt(context)
      xmlFreeDoc(document)
    }
    prune(xmlDocGetRootElement(document))
    let complaints = Complaints()
    var errors = kith_xml_errors()
    errors.owner = Unmanaged.passUnretained(complaints).toOpaque()
    errors.report = { owner, line, message in
      guard let owner, let message else { return }
      Unmanaged<Complaints>.fromOpaque(owner).takeUnretainedValue().all.append("\(line): \(String(cString: message))")
    }
    xmlRelaxNGSetValidStructuredErrors(context, kith_xml_error_handler(), &errors)
    let result = xmlRelaxNGValidateDoc(context, document)
    return result == 0 ? [] : complaints.all + ["invalid"]
  }

  private final class Complaints {
    var all: [String] = []
  }

  private static let later: Set = ["created", "socialprofile", "deathdate", "unknown", "service-type", "username"]
  private static let types: Set = ["home", "work"]
  private static let relations: Set = [
    "contact", "acquaintance", "friend", "met", "co-worker", "colleague", "co-resident", "neighbor", "child", "parent",
    "sibling", "spouse", "kin", "muse", "crush", "date", "sweetheart", "me", "agent", "emergency", "home", "work",
  ]

  /// Takes out what is of later RFCs, begins with `x-`, or has a type that the property's list in the schema has not.
  private static func prune(_ parent: xmlNodePtr?) {
    var next = parent?.pointee.children
    while let node = next {
      next = node.pointee.next
      guard node.pointee.type == XML_ELEMENT_NODE else { continue }
      prune(node)
      guard isForeign(node) else { continue }
      xmlUnlinkNode(node)
      xmlFreeNode(node)
    }
  }

  private static func isForeign(_ node: xmlNodePtr) -> Bool {
    let name = name(of: node)
    if name.hasPrefix("x-") || name.hasPrefix("_") || later.contains(name) { return true }
    let children = sequence(first: node.pointee.children) { $0?.pointee.next }.compactMap { $0 }
    if name == "type" {
      let property = Schema.name(of: node.pointee.parent.pointee.parent)
      let known = property == "related" ? relations : types
      return property != "tel" && children.contains { !known.contains(text(of: $0)) }
    }
    // A UID may be a text (RFC 6350 §6.7.6), which the schema forgot; a preference is a text where it is no number.
    return (name == "uid" || name == "pref") && children.contains { Schema.name(of: $0) == "text" }
  }

  private static func name(of node: xmlNodePtr) -> String { String(cString: node.pointee.name) }

  private static func text(of node: xmlNodePtr) -> String {
    guard let content = xmlNodeGetContent(node) else { return "" }
    defer { kith_xml_free(content) }
    return String(cString: content)
  }
}
