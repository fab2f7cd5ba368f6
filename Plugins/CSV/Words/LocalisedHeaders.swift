/// Header rows in other languages than English, told by their most usual words.
///
/// Their words differ between versions and programs, so a file is answered with what to do and not guessed at.
enum LocalisedHeaders {
  struct Finding {
    let language: String
    let program: String
    /// Columns of the file with the fields that they look like.
    let guesses: [(column: String, field: String)]
  }

  private struct Language {
    let name: String
    let fields: [String: String]
    /// LinkedIn's "Connected On".
    let connectedOn: String

    init(_ name: String, connectedOn: String = "", _ words: [(field: String, words: String)]) {
      self.name = name
      self.connectedOn = CSVHeader.folded(connectedOn)
      fields = Dictionary(
        words.flatMap { field, words in
          words.split(separator: "|").map { (CSVHeader.folded(String($0)), field) }
        }, uniquingKeysWith: { first, _ in first })
    }
  }

  private static let nameFields: Set<String> = ["given", "family"]

  /// Nil if too little of the header row is in any language that is listed here.
  static func finding(in header: CSVHeader) -> Finding? {
    let foreign = header.keys.enumerated().filter { SharedColumns.meanings[$0.element] == nil }
    let rated = languages.map { language -> (Language, [(column: String, field: String)]) in
      (
        language,
        foreign.compactMap { index, key in
          language.fields[key].map { (TrimmedText.trimmed(header.cells[index]), $0) }
        }
      )
    }
    guard let (language, guesses) = rated.max(by: { $0.1.count < $1.1.count }), !guesses.isEmpty else { return nil }
    guard guesses.count > 1 || nameFields.contains(guesses[0].field) else { return nil }
    return Finding(language: language.name, program: program(header, language), guesses: guesses)
  }

  private static func program(_ header: CSVHeader, _ language: Language) -> String {
    if header.keys.contains(language.connectedOn) { return "LinkedIn" }
    let numbered = header.cells.contains { $0.contains(" 1 - ") }
    if numbered { return "Google Contacts" }
    return header.keys.count == 36 || header.keys.count == 37 ? "Thunderbird" : "Outlook"
  }

  private static let languages = [
    Language(
      "German", connectedOn: "Verbunden am",
      [
        ("given", "Vorname"), ("family", "Nachname|Familienname"), ("email", "E-Mail-Adresse|Primäre E-Mail-Adresse"),
        ("company", "Firma|Unternehmen|Organisation"), ("title", "Beruf|Berufsbezeichnung|Stelle"),
        ("mobile", "Mobiltelefon|Mobil-Tel.-Nr."), ("phone", "Telefon|Telefonnummer|Telefon geschäftlich"),
        ("notes", "Notizen"), ("birthday", "Geburtstag"), ("prefix", "Anrede"),
      ]),
    Language(
      "Spanish", connectedOn: "Conectado el",
      [
        ("given", "Nombre"), ("family", "Apellidos|Apellido"),
        ("email", "Dirección de correo electrónico|Correo electrónico"), ("company", "Organización|Compañía|Empresa"),
        ("title", "Puesto|Cargo"), ("mobile", "Teléfono móvil|Móvil"), ("phone", "Teléfono"), ("notes", "Notas"),
        ("birthday", "Cumpleaños"),
      ]),
    Language(
      "French", connectedOn: "Connecté le",
      [
        ("given", "Prénom"), ("family", "Nom|Nom de famille"),
        ("email", "Adresse de messagerie|Adresse e-mail|Adresse électronique principale"),
        ("company", "Société|Entreprise"), ("title", "Titre|Poste|Fonction"),
        ("mobile", "Tél. mobile|Téléphone mobile"),
        ("phone", "Téléphone"), ("birthday", "Anniversaire"),
      ]),
    Language(
      "Italian", connectedOn: "Collegato il",
      [
        ("given", "Nome"), ("family", "Cognome"), ("email", "Indirizzo posta elettronica|Indirizzo email"),
        ("company", "Società|Azienda"), ("title", "Posizione|Qualifica"), ("mobile", "Cellulare"),
        ("phone", "Telefono"), ("notes", "Note"), ("birthday", "Compleanno"),
      ]),
    Language(
      "Portuguese", connectedOn: "Conectado em",
      [
        ("given", "Primeiro nome|Nome próprio|Nome"), ("family", "Sobrenome|Apelido|Último nome"),
        ("email", "Endereço de email|Endereço de correio electrónico|Endereço de e-mail"), ("company", "Empresa"),
        ("title", "Cargo"), ("mobile", "Telefone celular|Telemóvel"), ("phone", "Telefone"), ("notes", "Anotações"),
        ("birthday", "Aniversário"),
      ]),
    Language(
      "Dutch", connectedOn: "Verbonden op",
      [
        ("given", "Voornaam"), ("family", "Achternaam"), ("email", "E-mailadres"), ("company", "Bedrijf"),
        ("title", "Functie"), ("mobile", "Mobiele telefoon|Mobiel"), ("phone", "Telefoon"), ("notes", "Notities"),
        ("birthday", "Verjaardag"),
      ]),
    Language(
      "Polish",
      [("given", "Imię"), ("family", "Nazwisko"), ("email", "Adres e-mail"), ("company", "Firma")]),
    Language(
      "Swedish",
      [("given", "Förnamn"), ("family", "Efternamn"), ("email", "E-postadress"), ("company", "Företag")]),
    Language(
      "Danish",
      [("given", "Fornavn"), ("family", "Efternavn"), ("email", "Mailadresse"), ("company", "Firma")]),
    Language(
      "Norwegian",
      [("given", "Fornavn"), ("family", "Etternavn"), ("email", "E-postadresse"), ("company", "Firma")]),
    Language(
      "Finnish",
      [("given", "Etunimi"), ("family", "Sukunimi"), ("email", "Sähköpostiosoite"), ("company", "Yritys")]),
    Language(
      "Czech",
      [("given", "Jméno"), ("family", "Příjmení"), ("email", "E-mailová adresa"), ("company", "Společnost")]),
    Language(
      "Hungarian",
      [("given", "Utónév|Keresztnév"), ("family", "Vezetéknév"), ("email", "E-mail cím"), ("company", "Cég")]),
    Language(
      "Turkish",
      [("given", "Ad|Adı"), ("family", "Soyad|Soyadı"), ("email", "E-posta adresi"), ("company", "Şirket")]),
    Language(
      "Russian",
      [("given", "Имя"), ("family", "Фамилия"), ("email", "Адрес эл. почты"), ("company", "Организация")]),
    Language(
      "Greek",
      [("given", "Όνομα"), ("family", "Επώνυμο"), ("company", "Εταιρεία")]),
    Language(
      "Japanese",
      [("given", "名"), ("family", "姓"), ("email", "電子メール アドレス|メールアドレス"), ("company", "会社名")]),
    Language(
      "Chinese",
      [("given", "名字|名"), ("family", "姓氏|姓"), ("email", "电子邮件地址|電子郵件地址"), ("company", "公司|单位")]),
    Language(
      "Korean",
      [("given", "이름"), ("family", "성"), ("email", "전자 메일 주소"), ("company", "회사")]),
  ]
}
