// Prints each card of a vCard file as KDE's KContacts reads it: fields separated by U+001F, values by U+001E, cards by
// U+001D.
#include <KContacts/Addressee>
#include <KContacts/VCardConverter>
#include <QFile>
#include <QStringList>
#include <cstdio>

int main(int count, char **arguments)
{
    if (count != 2) return 1;
    QFile file(QString::fromUtf8(arguments[1]));
    if (!file.open(QIODevice::ReadOnly)) return 1;
    for (const KContacts::Addressee &person : KContacts::VCardConverter().parseVCards(file.readAll())) {
        QStringList phones;
        for (const KContacts::PhoneNumber &phone : person.phoneNumbers()) phones << phone.number();
        const QStringList fields = {
            person.formattedName(), person.emails().join(QChar(0x1e)), phones.join(QChar(0x1e)), person.organization(),
            person.title()};
        printf("%s\x1d", fields.join(QChar(0x1f)).toUtf8().constData());
    }
    return 0;
}
