"""Prints each card of a vCard file as vobject reads it: a JSON object a line."""
import json
import sys

import vobject

for card in vobject.readComponents(open(sys.argv[1], encoding="utf-8", newline="").read()):
    lines = lambda name: [line.value for line in card.contents.get(name, [])]
    print(json.dumps({
        "name": card.fn.value,
        "emails": lines("email"),
        "phones": lines("tel"),
        "company": lines("org")[0][0] if lines("org") else "",
        "title": lines("title")[0] if lines("title") else "",
    }))
