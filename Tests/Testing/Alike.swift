import KithCore

/// Records without what another syntax of vCard does not say: the case of names (RFC 6350 §3.3) and the order of
/// parameters.
package enum Alike {
  package static func records(_ records: [ImportedRecord]) -> [ImportedRecord] {
    records.map { record in
      guard case .entity(var entity) = record else { return record }
      for index in entity.keptProperties.indices { settle(&entity.keptProperties[index]) }
      for index in entity.emails.indices { settle(&entity.emails[index].details.parameters) }
      for index in entity.phones.indices { settle(&entity.phones[index].details.parameters) }
      for index in entity.addresses.indices { settle(&entity.addresses[index].details.parameters) }
      for index in entity.onlineServices.indices { settle(&entity.onlineServices[index].details.parameters) }
      for index in entity.links.indices { settle(&entity.links[index].details.parameters) }
      for index in entity.anniversaries.indices { settle(&entity.anniversaries[index].details.parameters) }
      return .entity(entity)
    }
  }

  private static func settle(_ property: inout KeptProperty) {
    property.name = property.name.uppercased()
    settle(&property.parameters)
  }

  private static func settle(_ parameters: inout [Parameter]) {
    var merged: [Parameter] = []
    for parameter in parameters {
      let name = parameter.name.uppercased()
      if let known = merged.firstIndex(where: { $0.name == name }) {
        merged[known].values += parameter.values
      } else {
        merged.append(Parameter(name: name, values: parameter.values))
      }
    }
    parameters = merged.sorted { $0.name < $1.name }
  }
}
