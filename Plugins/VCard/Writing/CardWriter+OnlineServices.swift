import KithCore

extension CardWriter {
  /// IMPP for an account behind a URI, a social profile for one at a web page or without a URI, and in 3.0 the property
  /// of the service where there is one.
  func write(_ account: OnlineService, of entity: Entity) throws {
    guard let uri = account.uri ?? account.user, !uri.isEmpty else {
      return lose("empty-service", "an online service without an account cannot be written", of: entity)
    }
    let group = putGroup(account.details, of: entity)
    if account.uri != nil {
      let isPage = account.service != nil && CardWriter.isWebAddress(uri)
      putHead(isPage ? profileName : "IMPP", account, isProfile: isPage)
      out.put(uri: uri)
    } else {
      putUser(uri, account)
    }
    try endLine(account.details, in: group)
  }

  private var profileName: StaticString { version == .v4 ? "SOCIALPROFILE" : "X-SOCIALPROFILE" }

  private static func isWebAddress(_ uri: String) -> Bool {
    let uri = uri.prefix(8).lowercased()
    return uri.hasPrefix("http://") || uri.hasPrefix("https://")
  }

  private func putUser(_ user: String, _ account: OnlineService) {
    if version != .v4, let known = ServiceAccount.all.first(where: { $0.service == account.service }) {
      out.put(known.property)
      putParameters(account.details)
      out.beginValue()
      out.put(text: user)
    } else if version == .v4 {
      let shown = OnlineService(service: account.service, details: account.details)
      putHead("SOCIALPROFILE;VALUE=text", shown, isProfile: true)
      out.put(text: user)
    } else {
      putHead("X-SOCIALPROFILE", account, isProfile: true)
      out.put(uri: "x-apple:" + user)
    }
  }

  private func putHead(_ name: StaticString, _ account: OnlineService, isProfile: Bool) {
    out.put(name)
    if let service = account.service { putService(service, isProfile: isProfile && version != .v4) }
    if let user = account.user { putParameter(version == .v4 ? "USERNAME" : "X-USER", user) }
    putParameters(account.details)
    out.beginValue()
  }

  private func putService(_ service: String, isProfile: Bool) {
    putParameter(version == .v4 ? "SERVICE-TYPE" : "X-SERVICE-TYPE", service)
    guard isProfile, service.utf8.allSatisfy(PropertyWriter.isNameByte) else { return }
    putParameter("TYPE", service.lowercased())
  }
}
