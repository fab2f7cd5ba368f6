/// The version of vCard that is written.
enum VCardVersion: String, CaseIterable {
  case v3 = "3.0"
  case v4 = "4.0"
  case v2 = "2.1"
}
