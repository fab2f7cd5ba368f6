"""Prints each entry of a calendar as icalendar reads it: a JSON object a line."""
import json
import sys

import icalendar

calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
for entry in calendar.walk():
    if entry.name == "VCALENDAR":
        continue
    assert not entry.errors, entry.errors
    day = entry.get("DTSTART") or entry.get("DUE")
    print(json.dumps({
        "kind": entry.name,
        "uid": str(entry["UID"]),
        "summary": str(entry["SUMMARY"]),
        "description": str(entry.get("DESCRIPTION", "")),
        "day": day.dt.strftime("%Y-%m-%d").rjust(10, "0") if day else "",
        "sequence": int(entry["SEQUENCE"]),
    }))
