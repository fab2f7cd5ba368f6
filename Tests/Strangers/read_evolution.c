/* Prints each card of a vCard file as Evolution's library reads it: fields separated by U+001F, values by U+001E, cards
   by U+001D. */
#include <libebook-contacts/libebook-contacts.h>
#include <stdio.h>
#include <string.h>

static void print_values(EVCard *card, const char *name)
{
    gboolean first = TRUE;
    for (GList *item = e_vcard_get_attributes(card); item; item = item->next) {
        EVCardAttribute *attribute = item->data;
        if (g_ascii_strcasecmp(e_vcard_attribute_get_name(attribute), name) != 0) continue;
        gchar *value = e_vcard_attribute_get_value(attribute);
        printf("%s%s", first ? "" : "\x1e", value ? value : "");
        first = FALSE;
        g_free(value);
    }
}

static void print_field(EContact *contact, EContactField field)
{
    const char *value = e_contact_get_const(contact, field);
    printf("%s", value ? value : "");
}

int main(int count, char **arguments)
{
    gchar *text;
    if (count != 2 || !g_file_get_contents(arguments[1], &text, NULL, NULL)) return 1;
    for (char *start = text, *end; (end = strstr(start, "\r\nEND:VCARD\r\n")); start = end) {
        end += strlen("\r\nEND:VCARD\r\n");
        gchar *one = g_strndup(start, end - start);
        EContact *contact = e_contact_new_from_vcard(one);
        print_field(contact, E_CONTACT_FULL_NAME);
        printf("\x1f");
        print_values(E_VCARD(contact), "EMAIL");
        printf("\x1f");
        print_values(E_VCARD(contact), "TEL");
        printf("\x1f");
        print_field(contact, E_CONTACT_ORG);
        printf("\x1f");
        print_field(contact, E_CONTACT_TITLE);
        printf("\x1d");
        g_object_unref(contact);
        g_free(one);
    }
    return 0;
}
