/* Prints each entry of a calendar as libical, Evolution's library, reads it: fields separated by U+001F, entries by U+001D. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

static char *read_file(const char *name) {
  FILE *file = fopen(name, "rb");
  if (!file) exit(1);
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  char *text = calloc(1, size + 1);
  if (fread(text, 1, size, file) != (size_t)size) exit(1);
  fclose(file);
  return text;
}

static void print_entry(icalcomponent *entry) {
  icaltimetype day = icalcomponent_isa(entry) == ICAL_VTODO_COMPONENT ? icalcomponent_get_due(entry)
                                                                      : icalcomponent_get_dtstart(entry);
  icalproperty *sequence = icalcomponent_get_first_property(entry, ICAL_SEQUENCE_PROPERTY);
  const char *description = icalcomponent_get_description(entry);
  printf("%s\x1f%s\x1f%s\x1f%s\x1f", icalcomponent_kind_to_string(icalcomponent_isa(entry)),
         icalcomponent_get_uid(entry), icalcomponent_get_summary(entry), description ? description : "");
  if (!icaltime_is_null_time(day)) printf("%04d-%02d-%02d", day.year, day.month, day.day);
  printf("\x1f%d\x1d", sequence ? icalproperty_get_sequence(sequence) : -1);
}

int main(int count, char **arguments) {
  if (count < 2) return 1;
  icalcomponent *calendar = icalparser_parse_string(read_file(arguments[1]));
  if (!calendar || icalcomponent_isa(calendar) != ICAL_VCALENDAR_COMPONENT) return 1;
  if (icalcomponent_count_errors(calendar) > 0) return 1;
  icalcomponent *entry = icalcomponent_get_first_component(calendar, ICAL_ANY_COMPONENT);
  for (; entry; entry = icalcomponent_get_next_component(calendar, ICAL_ANY_COMPONENT)) print_entry(entry);
  return 0;
}
