import KithCore

/// Makes an entity and its relations of a card.
struct CardMapper {
  let now: Timestamp
  let diagnostics: DiagnosticLog
  var card: Card
  var entity: Entity
  var relations: [ImportedRelation] = []
  var labels: [String: GroupLabel] = [:]
  var employments: [Employment] = []
  var titles: [HeldTitle] = []
  var addressLabels: [RawProperty] = []
  var uid: String?
  var version: String?
  var isModified = false
  var isCompany = false
  var isOrganization = false
  var isGroup = false
  /// Whether kith made the card of a tag.
  var isTag = false
  var members: [Identifier] = []
  var isCreated = false
  var hasName = false
  var hasNoName = false
  /// The N that was read; a company keeps it.
  var nameProperty: RawProperty?
  var kithID: Identifier?
  /// See ``PropertyExtras``.
  var extras: [KeptProperty] = []
  private var parameters: ParameterCache

  /// A text of X-ABLabel, which goes with the properties of its group.
  struct GroupLabel {
    var text: String
    var position: Int
    var isUsed = false
  }

  init(now: Timestamp, diagnostics: DiagnosticLog) {
    self.now = now
    self.diagnostics = diagnostics
    card = Card(start: nil, texts: nil, properties: [], line: 0)
    entity = CardMapper.blank(now)
    parameters = ParameterCache()
  }

  private static func blank(_ now: Timestamp) -> Entity {
    Entity(id: Identifier(high: 0, low: 0), kind: .person, name: "", created: now)
  }

  /// False if there is nothing in the card by which to name its entity; ``entity`` and ``relations`` are the result.
  mutating func map(_ card: Card) -> Bool {
    reset(to: card)
    collectLabels()
    let isUTF8 = ByteText.isUTF8(card.wholeBytes)
    for position in card.properties.indices { take(card.properties[position], isUTF8) }
    keepUnusedLabels()
    attachAddressLabels()
    if isTag {
      report(.skipped, "tag-card", "a group card that kith made of a tag was left out: its members have it", card.line)
      return false
    }
    settleKind()
    settleName()
    guard !entity.name.isEmpty else {
      report(.skipped, "empty-card", "a card with nothing in it was left out", card.line)
      return false
    }
    settleIdentity()
    settleWork()
    settleTimes()
    settleExtras()
    return true
  }

  private mutating func reset(to card: Card) {
    self.card = card
    entity = CardMapper.blank(now)
    relations = []
    labels = [:]
    employments = []
    titles = []
    addressLabels = []
    extras = []
    (uid, version, kithID, nameProperty) = (nil, nil, nil, nil)
    (isModified, isCompany, isOrganization, isCreated) = (false, false, false, false)
    (hasName, hasNoName) = (false, false)
    (isGroup, isTag) = (false, false)
    if !members.isEmpty { members = [] }
    if let property = card.properties.first(where: { $0.kind == .version }) { version = text(property) }
  }

  func report(_ kind: Diagnostic.Kind, _ code: String, _ message: String, _ line: Int) {
    diagnostics.report(Diagnostic(kind, code, message, line: line))
  }

  /// A warning about one property; it is counted with those about properties of the same name.
  func warn(_ code: String, _ property: RawProperty, _ reason: String) {
    report(.warning, property.kind.code(code), "\(property.kind.phrase) \(reason)", property.line)
  }

  mutating func set(of property: RawProperty) -> ParameterSet {
    property.parameters.count == 0 ? parameters.none : parameters.set(for: card.bytes(property.parameters))
  }

  /// In vCard 2.1 commas separate nothing; a card without a version is one of those.
  var commasSeparate: Bool { version != "2.1" && version != nil }

  func value(_ property: RawProperty) -> UnsafeBufferPointer<UInt8> { card.value(property) }

  /// The value as one text, without white space around it.
  func text(_ property: RawProperty) -> String { ByteText.unescaped(ASCII.trimmed(value(property))) }

  private mutating func take(_ property: RawProperty, _ isUTF8: Bool) {
    if !isUTF8 || property.isConverted, property.value.count > 0, !ByteText.isUTF8(value(property)) {
      warn("not-utf-8", property, "is not UTF-8; its foreign bytes were read as windows-1252 or replaced")
    }
    switch property.kind {
    case .begin, .end: report(.warning, "stray-boundary", "a stray 'BEGIN' or 'END' was passed over", property.line)
    case .version: break
    case .groupLabel where property.group.count > 0: break
    case .formattedName: takeFormattedName(property)
    case .name: takeName(property)
    case .nickname: takeNicknames(property)
    case .categories: takeTags(property)
    case .note: takeNote(property)
    case .email, .phone, .url: takeContactPoint(property)
    case .address: takeAddress(property)
    case .addressLabel: addressLabels.append(property)
    case .messaging, .socialProfile, .serviceAccount: takeOnlineService(property)
    case .organization, .title, .role: takeWork(property)
    case .birthday, .anniversary, .deathDate, .labelledDate: takeAnniversary(property)
    case .photo: takePhoto(property)
    case .related: takeRelated(property)
    case .copied where isCopy(property): break
    case .relatedNames, .relatedName: takeRelatedName(property)
    case .member, .serverMember: takeMember(property)
    default: takeIdentity(property)
    }
  }

  private mutating func takeNicknames(_ property: RawProperty) {
    let texts = EscapedParts.list(value(property))
    let isUsual = ASCII.equal(card.bytes(property.name), "NICKNAME")
    keepListExtras(
      isUsual ? "NICKNAME" : "X-NICKNAME", of: property, texts, always: !isUsual || !entity.nicknames.isEmpty)
    entity.nicknames += texts
  }

  private mutating func takeTags(_ property: RawProperty) {
    let texts = EscapedParts.list(value(property))
    keepListExtras("CATEGORIES", of: property, texts, always: !entity.tags.isEmpty)
    entity.tags += texts
  }

  private mutating func takeNote(_ property: RawProperty) {
    let text = ByteText.unescaped(value(property))
    if text.isEmpty { return }
    entity.notes.append(text)
    keepExtras("NOTE", of: property, [text])
  }

  /// Keeps a property as it came.
  mutating func keep(_ property: RawProperty) {
    let name = ByteText.string(card.bytes(property.name))
    guard !name.isEmpty else {
      report(.warning, "no-property-name", "a property without a name was passed over", property.line)
      return
    }
    let kept = KeptProperty(
      format: VCardFormat.name, group: group(of: property), name: name,
      parameters: set(of: property).all.filter { $0.name != PropertyExtras.mark },
      value: ByteText.string(value(property)))
    entity.keptProperties.append(version == "4.0" ? kept : KeptForm.canonical(kept, property.kind))
  }

  func group(of property: RawProperty) -> String? {
    property.group.count == 0 ? nil : ByteText.string(card.bytes(property.group))
  }
}
