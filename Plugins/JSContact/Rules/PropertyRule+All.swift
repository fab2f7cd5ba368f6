extension PropertyRule {
  static let all: [PropertyRule] = communication + organizational + resources + personal

  private static let communication: [PropertyRule] = [
    PropertyRule("EMAIL", "emails", type: "EmailAddress", .text("address"), [.contexts, .preference, .label]),
    PropertyRule("TEL", "phones", type: "Phone", .phone, [.contexts, .preference, .label, .features]),
    PropertyRule(
      "IMPP", "onlineServices", type: "OnlineService", .uri("uri"), [.contexts, .preference, .label, .service],
      vCardName: "impp"),
    PropertyRule(
      "SOCIALPROFILE", "onlineServices", type: "OnlineService", .profile, [.contexts, .preference, .label, .service]),
    PropertyRule(
      "LANG", "preferredLanguages", type: "LanguagePref", .uri("language"), [.contexts, .preference]),
    PropertyRule("ADR", "addresses", type: "Address", .address, [.contexts, .preference, .delivery]),
    PropertyRule(
      "CALADRURI", "schedulingAddresses", type: "SchedulingAddress", .uri("uri"), [.contexts, .preference, .label]),
  ]

  private static let organizational: [PropertyRule] = [
    PropertyRule("ORG", "organizations", type: "Organization", .organization, [.contexts]),
    PropertyRule("TITLE", "titles", type: "Title", .text("name"), kind: "title", isDefaultKind: true),
    PropertyRule("ROLE", "titles", type: "Title", .text("name"), kind: "role"),
  ]

  private static let resources: [PropertyRule] = [
    PropertyRule("CALURI", "calendars", type: "Calendar", .uri("uri"), kind: "calendar", .resource),
    PropertyRule("FBURL", "calendars", type: "Calendar", .uri("uri"), kind: "freeBusy", .resource),
    PropertyRule("KEY", "cryptoKeys", type: "CryptoKey", .uri("uri"), .resource),
    PropertyRule("SOURCE", "directories", type: "Directory", .uri("uri"), kind: "entry", [.resource, .index]),
    PropertyRule(
      "ORG-DIRECTORY", "directories", type: "Directory", .uri("uri"), kind: "directory", [.resource, .index]),
    PropertyRule("URL", "links", type: "Link", .uri("uri"), .resource),
    PropertyRule("CONTACT-URI", "links", type: "Link", .uri("uri"), kind: "contact", .resource),
    PropertyRule("PHOTO", "media", type: "Media", .uri("uri"), kind: "photo", .resource),
    PropertyRule("LOGO", "media", type: "Media", .uri("uri"), kind: "logo", .resource),
    PropertyRule("SOUND", "media", type: "Media", .uri("uri"), kind: "sound", .resource),
  ]

  private static let personal: [PropertyRule] = [
    PropertyRule("NICKNAME", "nicknames", type: "Nickname", .nicknames, [.contexts, .preference]),
    PropertyRule(
      "PRONOUNS", "speakToAs", "pronouns", type: "Pronouns", .text("pronouns"), [.contexts, .preference]),
    PropertyRule("BDAY", "anniversaries", type: "Anniversary", .date, kind: "birth"),
    PropertyRule("DEATHDATE", "anniversaries", type: "Anniversary", .date, kind: "death"),
    PropertyRule("ANNIVERSARY", "anniversaries", type: "Anniversary", .date, kind: "wedding"),
    PropertyRule("NOTE", "notes", type: "Note", .text("note"), .author),
    PropertyRule(
      "EXPERTISE", "personalInfo", type: "PersonalInfo", .text("value"), kind: "expertise",
      [.label, .index, .expertLevel]),
    PropertyRule(
      "HOBBY", "personalInfo", type: "PersonalInfo", .text("value"), kind: "hobby", [.label, .index, .level]),
    PropertyRule(
      "INTEREST", "personalInfo", type: "PersonalInfo", .text("value"), kind: "interest", [.label, .index, .level]),
  ]
}
