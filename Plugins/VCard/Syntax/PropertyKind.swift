/// The properties that are understood; `.other` are kept as they came.
enum PropertyKind: UInt8 {
  case other
  case begin, end, version, agent
  case formattedName, name, nickname, email, phone, address, addressLabel, organization, title, role, url, note
  case categories, birthday, anniversary, deathDate, labelledDate, groupLabel, uid, revision, created, kind, showAs
  case serverKind, photo, messaging, socialProfile, serviceAccount, related
  case geo, logo, sound, key, member, serverMember, relatedName, relatedNames
  case copied
  case kithKind, kithField, kithUID, kithForeignUID, kithList

  private static let names: [(StaticString, PropertyKind)] = [
    ("BEGIN", .begin), ("END", .end), ("VERSION", .version), ("AGENT", .agent), ("FN", .formattedName), ("N", .name),
    ("NICKNAME", .nickname), ("X-NICKNAME", .nickname), ("EMAIL", .email), ("TEL", .phone), ("ADR", .address),
    ("LABEL", .addressLabel), ("ORG", .organization), ("TITLE", .title), ("ROLE", .role), ("URL", .url),
    ("NOTE", .note), ("CATEGORIES", .categories), ("BDAY", .birthday), ("ANNIVERSARY", .anniversary),
    ("X-ANNIVERSARY", .anniversary), ("X-EVOLUTION-ANNIVERSARY", .anniversary), ("DEATHDATE", .deathDate),
    ("X-DEATHDATE", .deathDate), ("X-ABDATE", .labelledDate), ("X-ABLABEL", .groupLabel), ("UID", .uid),
    ("REV", .revision), ("CREATED", .created), ("X-KITH-CREATED", .created), ("KIND", .kind),
    ("X-ABSHOWAS", .showAs), ("X-ADDRESSBOOKSERVER-KIND", .serverKind), ("PHOTO", .photo), ("IMPP", .messaging),
    ("SOCIALPROFILE", .socialProfile), ("X-SOCIALPROFILE", .socialProfile), ("RELATED", .related),
    ("X-KITH-RELATED", .related), ("X-KITH-KIND", .kithKind), ("X-KITH-FIELD", .kithField),
    ("X-KITH-UID", .kithUID), ("X-KITH-FOREIGN-UID", .kithForeignUID), ("X-KITH-LIST", .kithList), ("GEO", .geo),
    ("LOGO", .logo), ("SOUND", .sound), ("KEY", .key), ("MEMBER", .member),
    ("X-ADDRESSBOOKSERVER-MEMBER", .serverMember), ("X-ANDROID-CUSTOM", .copied), ("X-MS-ANNIVERSARY", .anniversary),
    ("X-KADDRESSBOOK-X-ANNIVERSARY", .anniversary),
    ("X-MS-IMADDRESS", .copied), ("X-ABRELATEDNAMES", .relatedNames),
  ]

  /// What a message calls it: names that are not known here are a file's own and are not repeated.
  var phrase: String { PropertyKind.titles[self].map { "'\($0)'" } ?? "a property" }

  /// `code` for properties of this kind alone, since messages are counted by their code.
  func code(_ code: String) -> String { PropertyKind.titles[self].map { code + "-" + $0.lowercased() } ?? code }

  private static let titles: [PropertyKind: String] = Dictionary(
    names.map { ($0.1, "\($0.0)") }, uniquingKeysWith: { first, _ in first })

  private static let slotCount = 256

  /// Open addressing by ``key(_:)``.
  private static let table: [(key: UInt64, kind: PropertyKind)] = {
    var table = [(key: UInt64, kind: PropertyKind)](repeating: (0, .other), count: slotCount)
    let accounts = ServiceAccount.all.map { ($0.property, PropertyKind.serviceAccount) }
    let people = RelatedName.byProperty.map { ($0.0, PropertyKind.relatedName) }
    for (name, kind) in names + accounts + people {
      let key = key(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
      var slot = slot(of: key)
      while table[slot].key != 0 {
        precondition(table[slot].key != key, "two property names share a key")
        slot = (slot + 1) % slotCount
      }
      table[slot] = (key, kind)
    }
    return table
  }()

  /// The kind of the property that is called `name`, in either case.
  init(_ name: UnsafeBufferPointer<UInt8>) {
    self = .other
    guard !name.isEmpty, name.count <= 32 else { return }
    let key = PropertyKind.key(name)
    let table = PropertyKind.table
    var slot = PropertyKind.slot(of: key)
    while table[slot].key != 0 {
      if table[slot].key == key {
        self = table[slot].kind
        return
      }
      slot = (slot + 1) % PropertyKind.slotCount
    }
  }

  private static func slot(of key: UInt64) -> Int { Int((key &* 0x9e37_79b9_7f4a_7c15) >> 56) }

  /// The letters of a name of up to eight, in upper case, which no other name of up to eight has; longer ones are mixed.
  private static func key(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var key: UInt64 = 0
    for byte in name {
      let isLower = byte >= 0x61 && byte <= 0x7a
      let mixed = name.count > 8 ? key &* 0x0000_0100_0000_01b3 : key << 8
      key = mixed ^ UInt64(isLower ? byte & 0xdf : byte)
    }
    return name.count > 8 ? key | 1 << 63 : key
  }
}
