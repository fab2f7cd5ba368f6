import KithCore

extension CardWriter {
  /// IMPP for an account behind a URI, a social profile for one at a web page or without a URI, and in 2.1 and 3.0 the
  /// property of the service where there is one.
  func write(_ account: OnlineService, of entity: Entity) throws {
    guard let uri = account.uri ?? account.user, !uri.isEmpty else {
      return lose("empty-service", "an online service without an account cannot be written", of: entity)
    }
    let group = putGroup(account.details, of: entity)
    if account.uri != nil {
      let isPage = account.service != nil && CardWriter.isWebAddress(uri)
      let profile = sourceName(of: account, ["SOCIALPROFILE", "X-SOCIALPROFILE"])
      putHead(profile ?? (isPage ? profileName : "IMPP"), account, isProfile: isPage || profile != nil)
      out.put(uri: uri)
    } else {
      putUser(uri, account)
    }
    try endLine(account.details, in: group)
  }

  private var profileName: String { version == .v4 ? "SOCIALPROFILE" : "X-SOCIALPROFILE" }

  private func sourceName(of account: OnlineService, _ names: [String]) -> String? {
    extras.isEmpty ? nil : names.first { extras.take($0, of: SourceName.texts(of: account)) != nil }
  }

  private static func isWebAddress(_ uri: String) -> Bool {
    let uri = uri.prefix(8).lowercased()
    return uri.hasPrefix("http://") || uri.hasPrefix("https://")
  }

  private func putUser(_ user: String, _ account: OnlineService) {
    let known = ServiceAccount.of(account.service)
    if let known, let name = sourceName(of: account, names(of: known)) {
      putAccount(name, user, account)
    } else if let known, version == .v4 || style.target == .apple, ServiceAccount.isPlain(user) {
      putHead("IMPP", account, isProfile: false)
      out.put(uri: (version == .v4 ? known.scheme : known.appleScheme) + ":" + user)
    } else if let known, version != .v4 {
      putAccount("\(known.property)", user, account)
    } else {
      putProfile(user, account)
    }
  }

  private func names(of known: ServiceAccount) -> [String] {
    extras.isEmpty ? [] : ServiceAccount.all.filter { $0.service == known.service }.map { "\($0.property)" }
  }

  private func putAccount(_ name: String, _ user: String, _ account: OnlineService) {
    putKeptName(name)
    putParameters(account.details)
    out.beginValue()
    out.put(text: user)
  }

  private func putProfile(_ user: String, _ account: OnlineService) {
    let name = sourceName(of: account, ["SOCIALPROFILE", "X-SOCIALPROFILE"]) ?? profileName
    if version == .v4 {
      let shown = OnlineService(service: account.service, details: account.details)
      putHead(name, shown, isProfile: true, isText: true)
      out.put(text: user)
    } else {
      putHead(name, account, isProfile: true)
      out.put(uri: "x-apple:" + user)
    }
  }

  private func putHead(_ name: String, _ account: OnlineService, isProfile: Bool, isText: Bool = false) {
    out.put(name: name)
    if isText { out.put(";VALUE=text") }
    if let service = account.service {
      putService(service, of: account, isProfile: isProfile && version != .v4)
    }
    let names = version == .v4 ? ("X-USER", "USERNAME") : ("USERNAME", "X-USER")
    if let user = account.user, !has(names.0, account) { putParameter(Parameter(name: names.1, values: [user])) }
    putParameters(account.details)
    out.beginValue()
  }

  /// A file that named the service in the way of another version has it in the parameters.
  private func putService(_ service: String, of account: OnlineService, isProfile: Bool) {
    let names = version == .v4 ? ("X-SERVICE-TYPE", "SERVICE-TYPE") : ("SERVICE-TYPE", "X-SERVICE-TYPE")
    if !has(names.0, account) { putParameter(Parameter(name: names.1, values: [service])) }
    guard isProfile, service.utf8.allSatisfy(PropertyWriter.isNameByte) else { return }
    putParameter("TYPE", service.lowercased())
  }

  private func has(_ name: String, _ account: OnlineService) -> Bool {
    account.details.parameters.contains { $0.name.isEqualIgnoringCase(name) }
  }
}
