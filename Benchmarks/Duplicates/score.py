#!/usr/bin/env python3
"""score.py KITH SET... -- precision, recall and F1 of `kith dupes` on sets of people with known doubles.

A set is a folder as worlds.py and gen_network.py write it: people.csv (id, given, family, email, phone, city, title, and
perhaps suffix, birthday, company, name) and truth.csv (dup, orig). People are imported as JSON Lines, each under an id of
its own, so that the import itself joins nobody; employments.csv, where it is there, becomes ties.

A pair counts as found if kith lists it with 50 or more; all pairs of one person's records are true.
"""
import csv, json, os, subprocess, sys, tempfile, time


def uid(prefix, number):
    return f"{prefix:08x}-0000-4000-8000-{int(number):012d}"


def rows(path):
    if not os.path.exists(path):
        return []
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def listed(value):
    return [part for part in (value or "").split("|") if part]


def entity(row):
    name = row.get("name") or " ".join(p for p in (row["given"], row["family"], row.get("suffix", "")) if p)
    told = {"record": "entity", "id": uid(1, row["id"]), "kind": "person", "name": name or row["email"] or "?"}
    if not row.get("name"):
        parts = {"family": [row["family"]], "given": [row["given"]], "suffixes": [row.get("suffix", "")]}
        told["personName"] = {key: value for key, value in parts.items() if value[0]}
    told["emails"] = [{"address": address} for address in listed(row["email"])]
    told["phones"] = [{"number": number} for number in listed(row["phone"])]
    if row.get("city"):
        told["addresses"] = [{"locality": [row["city"]]}]
    if row.get("birthday"):
        told["anniversaries"] = [{"kind": "birth", "date": row["birthday"]}]
    # As kith's own import keeps a title of which nobody says where.
    if row.get("title"):
        told["keptProperties"] = [{"format": "csv", "name": "title", "value": row["title"]}]
    return told


def write(folder, path):
    people = rows(f"{folder}/people.csv")
    companies = {row["id"]: row["name"] for row in rows(f"{folder}/companies.csv")}
    with open(path, "w", encoding="utf-8") as out:
        def line(record):
            out.write(json.dumps(record, ensure_ascii=False) + "\n")

        line({"record": "graph", "schema": 1})
        for row in people:
            line(entity(row))
        for number, name in companies.items():
            line({"record": "entity", "id": uid(2, number), "kind": "company", "name": name})
        for row in rows(f"{folder}/employments.csv"):
            job = {"record": "relation", "subject": uid(1, row["person"]), "type": "worksFor",
                   "object": uid(2, row["company"]), "title": row.get("role", "")}
            line({key: value for key, value in job.items() if value})
    return len(people)


def truth(folder):
    """Every two records of one person."""
    leaders = {}
    for row in rows(f"{folder}/truth.csv"):
        leaders.setdefault(row["orig"], {row["orig"]}).add(row["dup"])
    pairs = set()
    for members in leaders.values():
        members = sorted(members, key=int)
        pairs |= {(uid(1, a), uid(1, b)) for i, a in enumerate(members) for b in members[i + 1:]}
    return pairs


def measure(kith, folder, show=False):
    with tempfile.TemporaryDirectory() as temporary:
        store, world = f"{temporary}/kith.sqlite", f"{temporary}/world.jsonl"
        count = write(folder, world)
        subprocess.run([kith, "import", world, "--store", store], check=True, stdout=subprocess.DEVNULL)
        start = time.monotonic()
        done = subprocess.run([kith, "dupes", "--format", "ids", "--verbose", "--store", store], check=True,
                              capture_output=True, text=True)
        seconds = time.monotonic() - start
        certain = subprocess.run([kith, "dupes", "--format", "csv", "--store", store], check=True,
                                 capture_output=True, text=True).stdout
    found = {tuple(sorted(line.split())) for line in done.stdout.splitlines()}
    people = {pair for pair in found if all(end.startswith("00000001") for end in pair)}
    others = len(found) - len(people)
    true = truth(folder)
    sure = {tuple(sorted((row["id"], row["otherid"]))) for row in csv.DictReader(certain.splitlines())
            if row["certain"] == "yes" and row["kind"] == "person"}
    hit = len(people & true)
    precision = hit / len(people) if people else 1.0
    recall = hit / len(true) if true else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    print(f"| {os.path.basename(folder.rstrip('/'))} | {count} | {len(true)} | {precision:.4f} | {recall:.4f} | {f1:.4f} "
          f"| {len(sure)} | {len(sure - true)} | {others} | {seconds:.2f} | {done.stderr.strip().splitlines()[-1]} |", flush=True)
    if show:
        by_id = {uid(1, row["id"]): row for row in rows(f"{folder}/people.csv")}
        for what, pairs in (("certain and wrong", sure - true), ("wrong", people - true), ("missed", true - people)):
            for pair in sorted(pairs)[:show]:
                print("   ", what, *(list(by_id[end].values()) for end in pair))


HEAD = ("| set | records | true pairs | precision | recall | F1 | certain | of them wrong | companies | s | effort |\n"
        "|---|---|---|---|---|---|---|---|---|---|---|")

if __name__ == "__main__":
    arguments = sys.argv[1:]
    show = int(arguments.pop(arguments.index("--show") + 1)) if "--show" in arguments else 0
    arguments = [a for a in arguments if a != "--show"]
    print(HEAD)
    for folder in arguments[1:]:
        measure(arguments[0], folder, show)
