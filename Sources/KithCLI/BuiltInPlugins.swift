import KithCSV
import KithCore
import KithDOT
import KithGraphML
import KithICS
import KithJCard
import KithJSContact
import KithJSONLines
import KithVCard
import KithXCard
import KithXML

extension PluginRegistry {
  /// The formats that come with kith.
  public static let builtIn = PluginRegistry([
    VCardFormat(), CSVFormat(), XMLFormat(), JSONLinesFormat(), XCardFormat(), JCardFormat(),
    JSContactFormat(), ICSFormat(), DOTFormat(), GraphMLFormat(),
  ])
}
