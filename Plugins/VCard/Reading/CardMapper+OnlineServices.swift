import KithCore

extension CardMapper {
  /// What the model has; the names of the other version stay as they came.
  private static let newParameters: Set<String> = ["SERVICE-TYPE", "USERNAME"]
  private static let oldParameters: Set<String> = ["X-SERVICE-TYPE", "X-USER"]

  mutating func takeOnlineService(_ property: RawProperty) {
    let text = text(property)
    guard !text.isEmpty else { return }
    let set = set(of: property)
    var account = OnlineService(
      service: set["SERVICE-TYPE"] ?? set["X-SERVICE-TYPE"], user: set["USERNAME"] ?? set["X-USER"])
    let isText = property.kind == .serviceAccount || set.valueType == "text"
    if isText { account.user = account.user ?? text } else { account.uri = text }
    var types = set.types
    if property.kind == .serviceAccount {
      account.service = account.service ?? service(of: property)
    } else if property.kind == .socialProfile {
      settleProfile(&account, &types)
    }
    var known = version == "4.0" ? CardMapper.newParameters : CardMapper.oldParameters
    if isText, property.kind == .socialProfile { known.insert("VALUE") }
    account.details = details(of: property, set, types: types, except: known)
    if property.kind == .messaging, let uri = account.uri, ServiceAccount.says(account.service, account.user, in: uri) {
      account.uri = nil
    }
    entity.onlineServices.append(account)
    if property.kind != .messaging { keepSourceName(of: property) { SourceName.texts(of: account) } }
  }

  private func service(of property: RawProperty) -> String? {
    let name = card.bytes(property.name)
    return ServiceAccount.all.first { ASCII.equal(name, $0.property) }?.service
  }

  /// Apple names the service in TYPE and writes `x-apple:user` where there is no address.
  private func settleProfile(_ account: inout OnlineService, _ types: inout [String]) {
    if account.service == nil, let type = types.first(where: { $0 != "home" && $0 != "work" && $0 != "other" }) {
      account.service = type
    }
    if let service = account.service { types.removeAll { $0 == service.lowercased() } }
    if let uri = account.uri, uri.hasPrefix("x-apple:") {
      account.user = account.user ?? String(uri.dropFirst(8))
      account.uri = nil
    }
  }
}
