import KithCore

extension CardMapper {
  private static let serviceParameters: Set<String> = ["SERVICE-TYPE", "X-SERVICE-TYPE", "USERNAME", "X-USER"]

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
    var known = CardMapper.serviceParameters
    if isText, property.kind == .socialProfile { known.insert("VALUE") }
    account.details = details(of: property, set, types: types, except: known)
    entity.onlineServices.append(account)
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
