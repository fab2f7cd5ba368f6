// Prints each card of a file as ez-vcard reads it: fields separated by U+001F, values by U+001E, cards by U+001D.
// java -cp '/usr/share/java/*' ReadEzVCard.java text|json|xml FILE
import ezvcard.Ezvcard;
import ezvcard.VCard;
import ezvcard.property.TextProperty;
import java.io.File;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

public class ReadEzVCard {
  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, "UTF-8");
    for (VCard card : read(arguments[0], new File(arguments[1]))) {
      out.print(text(card.getFormattedName()) + "\u001f" + joined(card.getEmails()) + "\u001f");
      out.print(card.getTelephoneNumbers().stream()
          .map(phone -> phone.getText() != null ? phone.getText() : "+" + phone.getUri().getNumber().substring(1))
          .collect(Collectors.joining("\u001e")));
      boolean hasCompany = card.getOrganization() != null && !card.getOrganization().getValues().isEmpty();
      out.print("\u001f" + (hasCompany ? card.getOrganization().getValues().get(0) : "") + "\u001f");
      out.print((card.getTitles().isEmpty() ? "" : card.getTitles().get(0).getValue()) + "\u001d");
    }
  }

  private static List<VCard> read(String syntax, File file) throws Exception {
    switch (syntax) {
      case "json": return Ezvcard.parseJson(file).all();
      case "xml": return Ezvcard.parseXml(file).all();
      default: return Ezvcard.parse(file).all();
    }
  }

  private static String text(TextProperty property) {
    return property == null ? "" : property.getValue();
  }

  private static String joined(List<? extends TextProperty> properties) {
    return properties.stream().map(TextProperty::getValue).collect(Collectors.joining("\u001e"));
  }
}
