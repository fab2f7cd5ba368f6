/// Selectors and whom they mean in the graph `everything` on 2026-11-20, worked out by hand from the sample's source. A letter
/// stands for a record: S Sam (you), A Ada, C Charles, E Analytical Engines, D Difference & Sons, N Society for Mechanical
/// Notation, R Royal Society, X Exposition of Engines, W SwiftConf 2026, G Grace, M 林 美咲.
enum SelectorTable {
  static let rows: [(selector: String, expected: String)] = names + ties + times + fields + together

  /// Names, addresses, numbers, kinds and tags.
  private static let names = [
    ("ada", "A"), ("ADA", "A"), ("Charles", "C"), ("Charles Babbage", "C"), ("char bab", "C"), ("grace", "G"),
    ("hopper", "G"), ("sam", "S"), ("me", "S"), ("rivera", "S"), ("林", "M"), ("美咲", "M"), ("analytical", "E"),
    ("engines", "EX"), ("exposition", "X"), ("society", "NR"), ("royal", "R"), ("swiftconf", "W"), ("difference", "D"),
    ("Difference & Sons", "D"), ("Analytical Engines Ltd.", "E"), ("Enchantress of Numbers", "A"), ("A.A.L.", "A"),
    ("ada@example.com", "A"), ("ADA@EXAMPLE.COM", "A"), ("hello@engines.example", "E"), ("sam@example.org", "S"),
    ("+44 20 7946 0018", "A"), ("+44 20 7946 0100", "E"), ("020 7946 0100", "E"),
    ("6b697468-0000-4000-8000-00000000000a", "G"), ("urn:uuid:6b697468-0000-4000-8000-000000000003", "C"),
    ("6b6974", "SACEDNRXWGM"), ("\"ada\"", "A"), ("\"Charles Babbage\"", "C"),
    ("kind:person", "SACGM"), ("kind:people", "SACGM"), ("kind:company", "ED"), ("kind:COMPANIES", "ED"),
    ("kind:organization", "NR"), ("kind:org", "NR"), ("kind:event", "XW"), ("KIND:events", "XW"),
    ("+compilers", "A"), ("+COMPILERS", "A"), ("tag:compilers", "A"), ("+mathematics & music", "A"),
    ("+ärger, größe", "A"), ("tag:\"arger, grosse\"", "A"), ("+hardware", "E"), ("+fair", "X"), ("+nobody", ""),
    ("+compil", ""), ("tag:fair", "X"),
  ]

  /// Companies, events, parts in applications, introductions.
  private static let ties = [
    ("@engines", "ACGM"), ("@Analytical Engines", "ACGM"), ("@\"Analytical Engines\"", "ACGM"),
    ("@analytical engines ltd", "ACGM"), ("company:engines", "ACGM"), ("company:engines:now", "AG"),
    ("@engines:now", "AG"), ("@Analytical Engines:now", "AG"), ("@\"Analytical Engines\":now", "AG"),
    ("@engines:NOW", "AG"), ("@engines:past", "C"), ("@Analytical Engines:past", "C"), ("@difference", "AC"),
    ("@difference:now", "A"), ("@difference:past", "AC"), ("@Difference & Sons:past", "AC"), ("@society", "C"),
    ("@society:past", "C"), ("@society:now", ""), ("@notation", "C"), ("@royal", ""), ("event:exposition", "AC"),
    ("event:swiftconf", "AEX"), ("event:SwiftConf 2026", "AEX"), ("event:\"swiftconf 2026\"", "AEX"),
    ("tie:recruiter", "A"), ("tie:interviewer", "C"), ("tie:hiringManager", "G"), ("tie:hiring-manager", "G"),
    ("tie:hiringmanager", "G"), ("tie:referrer", "M"), ("tie:contact", "C"), ("tie:interviewedMe", "C"),
    ("tie:interviewed-me", "C"), ("tie:referredMe", "M"), ("tie:wasHiringManager", "G"), ("tie:recruitsForIt", "A"),
    ("tie:met", "A"), ("tie:knows", ""), ("tie:friend-of", ""), ("rejected:2026", "ACGM"), ("rejected:2025", ""),
    ("rejected:2026-11", "ACGM"), ("rejected:2026-10", ""), ("rejected:2026-11-02", "ACGM"),
    ("rejected:2026-11-03", ""), ("rejected:any", "ACGM"), ("rejected:30d", "ACGM"), ("rejected:10d", ""),
    ("rejected:1y", "ACGM"), ("via:charles", "A"), ("via:Charles Babbage", "A"), ("via:ada", ""), ("via:me", ""),
  ]

  private static let times = [
    ("idle:90d", "CGM"), ("idle:1d", "ACGM"), ("idle:20d", "ACGM"), ("idle:51d", "CGM"), ("idle:1y", "CGM"),
    ("idle:18mo", "CGM"), ("idle:19mo", "GM"), ("idle:2y", "GM"), ("idle:100y", "GM"), ("idle:12w", "CGM"),
    ("IDLE:90D", "CGM"), ("due:today", "A"), ("due:7d", "A"), ("due:3mo", "A"), ("due:4mo", "ACG"), ("due:1y", "ACG"),
    ("due:100y", "ACGN"), ("due:any", "ACGN"), ("met:2025", "AC"), ("met:2026", "GM"), ("met:2024", ""),
    ("met:2025-05", "A"), ("met:2025-05-02", "A"), ("met:2026-05", "GM"), ("met:2026-05-28", "GM"), ("met:1y", "GM"),
    ("met:2y", "ACGM"), ("met:any", "AC"), ("met:30d", ""),
  ]

  private static let fields = [
    ("name:ada", "A"), ("name:engines", "EX"), ("name:\"of engines\"", "X"), ("name:any", "SACEDNRXWGM"),
    ("given:augusta", "A"), ("given:grace", "G"), ("given:brew", "G"), ("family:hopper", "G"), ("family:byron", "A"),
    ("family:any", "SAG"), ("nickname:numbers", "A"), ("nickname:ltd", "E"), ("nickname:any", "AE"),
    ("title:cto", "A"), ("title:CTO", "A"), ("title:engines", "A"), ("title:programmer", "A"), ("title:apprentice", ""),
    ("title:admiral", "G"), ("title:rear adm", "G"), ("title:partner", ""), ("title:any", "AG"),
    ("email:@example.com", "A"), ("email:example", "SAE"), ("email:EXAMPLE.ORG", "S"), ("email:any", "SAE"),
    ("email:ubung", "A"), ("phone:7946", "AE"), ("phone:\"7946 0100\"", "E"), ("phone:any", "AE"),
    ("city:london", "AE"),
    ("city:ockham", "A"), ("country:england", "A"), ("country:united", "A"), ("region:greater", "A"),
    ("street:dorset", "E"), ("street:\"12 st\"", "A"), ("address:hyde", "X"), ("address:london", "AEX"),
    ("url:engines.example", "AE"), ("url:any", "AE"), ("account:mastodon", "A"), ("account:matrix", "N"),
    ("account:any", "AN"), ("note:letters", "A"), ("note:punched", "E"), ("note:\"punched cards\"", "E"),
    ("note:any", "AE"), ("shirt-size:m", "A"), ("\"shirt size\":M", "A"), ("Shirt_Size:any", "A"), ("shirt-size:l", ""),
    ("salary-hoped-for:300", "A"), ("meets:first", "N"), ("meets:first tuesday", "N"), ("clock:any", "G"),
    ("clock:backwards", "G"), ("clock:forwards", ""),
  ]

  private static let together = [
    ("ada and @difference", "A"), ("ada or charles", "AC"), ("ada OR charles", "AC"),
    ("ada or charles or grace", "ACG"),
    ("@engines not ada", "CGM"), ("@engines and not ada", "CGM"), ("@engines NOT ada", "CGM"),
    ("not ada @engines", "CGM"), ("@engines:now @difference", "A"), ("@engines:now and @difference", "A"),
    ("@engines:past @difference:past", "C"), ("not +compilers", "SCGM"), ("not @engines", "S"), ("not not ada", "A"),
    ("not not not ada", "SCGM"), ("not kind:company", "SACNRXWGM"), ("not kind:person not kind:event", "EDNR"),
    ("not (ada or charles)", "SGM"), ("not (ada and @difference:past)", "SCGM"), ("not ada or not charles", "SACGM"),
    ("not ada not charles", "SGM"), ("not +hardware kind:company", "D"), ("kind:company not +hardware", "D"),
    ("kind:company or kind:event", "EDXW"), ("engines kind:event", "X"), ("engines not kind:event", "E"),
    ("ada or grace idle:90d", "AG"), ("(ada or grace) idle:90d", "G"), ("(ada or grace) not idle:90d", "A"),
    ("not idle:90d", "SA"), ("not idle:90d not me", "A"), ("idle:90d or +compilers", "ACGM"),
    ("idle:90d @engines:now", "G"), ("due:today or met:2026", "AGM"), ("due:any kind:organization", "N"),
    ("tie:interviewer or tie:referrer", "CM"), ("rejected:any not tie:recruiter not tie:interviewer", "GM"),
    ("rejected:2026 idle:90d not (tie:referrer or tie:contact)", "G"), ("via:charles +compilers", "A"),
    ("via:charles not +compilers", ""), ("city:london kind:company", "E"), ("city:london or city:ockham", "AE"),
    ("event:swiftconf kind:person", "A"), ("event:swiftconf not kind:person", "EX"),
    ("event:exposition event:swiftconf", "A"), ("event:exposition or event:swiftconf", "ACEX"),
    ("title:any not title:cto", "G"), ("email:any not phone:any", "S"), ("note:any or account:any", "AEN"),
    ("((ada))", "A"), ("(((ada) or (charles)) (not grace))", "AC"), ("@engines:now or @difference:past", "ACG"),
    ("(@engines:now or @difference:past) not @engines:past", "AG"), ("kind:person met:any not ada", "C"),
    ("Charles Babbage or Grace Hopper", "CG"), ("@Analytical Engines:now or @Difference & Sons:past", "ACG"),
    ("not (not (not (idle:2y)))", "SAC"), ("ada or not ada", "SACGM"), ("ada not ada", ""),
    ("kind:person or not kind:person", "SACEDNRXWGM"),
  ]
}
