/// Pairs in which kith follows RFC 9555 and the expectation does not, with the sentence of the RFC.
enum ArguedDifferences {
  private static let phonetic =
    "§2.3.15: The component values of the property on which the PHONETIC parameter is set convert to the respective "
    + "NameComponent or AddressComponent objects' phonetic properties."
  private static let zone =
    "§2.3.23: The TZ parameter … converts to the Address object's timeZone property. Also see the conversion of the TZ "
    + "property in Section 2.8.2."
  private static let noObject =
    "§2.15.2: Contains vCard parameters that are set on the vCard property represented by this JSContact object "
    + "(keywords are no object of their own; §2.15.1 keeps the property)."
  private static let separator =
    "§3.3.1: If it is the empty string, then no default separator is defined. Otherwise, the first entry MUST be a "
    + "separator entry."
  private static let geography =
    "§2.8.3: It is implementation-specific if these vCard properties convert to separate address instances; §2.2.2: "
    + "DATE-TIME does not convert to a JSContact datetime type."

  static let all: [String: String] = [
    "003 Multiple FN 1": "§2.5.2: convert the FN property that has the least parameters.",
    "005 ADR with GEO and TZ parameters 1": zone,
    "005 ADR with GEO and TZ parameters and properties 1": zone,
    "009 CATEGORIES with parameters 1": noObject,
    "009 CATEGORIES with parameters 2": noObject,
    "013 RFC9555 PHONETIC 1": phonetic,
    "013 RFC9555 PHONETIC with PROP-ID 1": phonetic,
    "013 ADR with partial patch localizations 1": phonetic,
    "014 RFC9553 name with phonetic 1": phonetic + " §3.2.1: The pointer MUST NOT reference into an array.",
    "014 RFC9553 titles and organizations 1":
      "§2.9.6: The value of the organizationId property can be derived if the TITLE or ROLE property is a member of a "
      + "vCard property group and if exactly one other ORG property is also a part of that group.",
    "014 RFC9553 addresses #3 1": separator,
    "014 RFC9553 addresses #3 2": separator,
    "014 RFC9553 name and localizations #1 2": phonetic,
    "015 RFC6350 Full card #3 1": geography,
    "015 RFC6350 Full card #3 2": geography,
    "017 RFC9554 SOCIALPROFILE 1":
      "§2.7.5: If the SOCIALPROFILE property value is of type URI, then the OnlineService object's uri property is "
      + "set; otherwise, the user property is set.",
    "017 RFC9554 N ALTID 1": phonetic,
  ]
}
