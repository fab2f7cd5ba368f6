import Foundation

/// What the generated world is made of.
enum Words {
  static let given = list(
    "Ada Anna Marie José John Wei Li Fatima Ivan Olga Sofia Emma Liam Noah Mia Hugo Léa Chloé Zoë René Jürgen Käthe "
      + "Søren Åsa Björn Łukasz Zofia Jiří Tomáš Νίκος Ελένη Дмитрий Наталья 李 王 田中 佐藤 Minh Priya Arjun Kwame Ngozi "
      + "Yusuf Ayşe Omar Lucía Íñigo João Inês Giulia Marco Aoife Ciarán Grace Alice Oscar Ruby Kim Hana Yuki Charles")
  static let beginnings = list(
    "Al Ba Be Bra Ca Cha Da De Do Fer Fi Ga Gor Gra Ha Hol Ja Ka Kel Ko La Lin Mar Mo Na Pe Ra Ro Sa Schm Si Ta Van Wi")
  static let endings = list(
    "beck berg dell den din ford gan garde holm ka kin ková ler lin man mara mann ner nova ott quist ranta rell ris "
      + "sen ski son stra tano ter vić ville witz")
  static let cities = list("Berlin Paris London Madrid Lisbon Zürich Kraków Dublin Oslo Tokyo Mumbai Lagos Boston Lima")
  static let titles = ["Engineer", "Senior Engineer", "Recruiter", "Designer", "Product Manager", "CTO", "Researcher"]
  static let industries = list("Software Finance Health Retail Energy Media Logistics Education Telecom Games")
  static let companies = list("Nova Apex Blue Iron Bright North River Stone Cloud Data Logic Green Solar Micro Delta")
  static let channels = list("email call coffee meeting message")
  static let notes = list(
    "met coffee about platform migration intro talk conference swift rust database compilers graph hiring team remote "
      + "sailing climbing startup funding paper podcast mentor advice follow soon résumé panel keynote pricing")

  /// Dates from 2025-12-31 backwards.
  static let days: [String] = {
    let formatter = ISO8601DateFormatter()
    formatter.formatOptions = .withFullDate
    return (0..<12000).map { formatter.string(from: Date(timeIntervalSince1970: 1_767_139_200 - Double($0) * 86400)) }
  }()

  private static func list(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}
