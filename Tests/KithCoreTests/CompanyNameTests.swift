import KithCore
import Testing

struct CompanyNameTests {
  @Test(arguments: ["Acme", "ACME Inc.", "Acme, Inc", "acme ltd.", "Acme Co., Ltd.", "ACME S.A.", "Acme GmbH & Co. KG"])
  func legalFormsDoNotCount(name: String) { #expect(CompanyName.key(name) == "acme") }

  @Test(arguments: [
    ("Inc.", "inc"), ("The Co", "the"), ("Größe AG", "grosse"), ("AT&T", "at t"), ("...", "..."), ("", ""),
    ("Company Town", "company town"),
  ])
  func theRestDoes(name: String, key: String) { #expect(CompanyName.key(name) == key) }
}
