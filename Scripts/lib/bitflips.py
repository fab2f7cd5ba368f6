"""Flips random bits of a store, one at a time, and looks at what kith makes of it.

A flip is noticed if `kith check` exits with an error, harmless if everything that kith can say of the store is the same,
and silent if neither. A crash of kith is a failure too, whatever was noticed.
"""

import os
import random
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

KITH, TRIALS = os.path.abspath(sys.argv[1]), int(sys.argv[2])
ENVIRONMENT = {"PATH": os.environ["PATH"], "KITH_NOW": "2026-11-20T09:00:00Z", "KITH_SEED": "1"}


def run(folder, store, *words):
    command = [KITH, *words, "--store", store]
    return subprocess.run(command, capture_output=True, env=ENVIRONMENT | {"HOME": folder}, timeout=60)


def fill(folder, store):
    """A store with something in every table, and a history with an undo."""
    people = os.path.join(folder, "people.csv")
    with open(people, "w") as file:
        file.write("name,email,phone,company,title,notes\n")
        for number in range(150):
            file.write(
                f"Person Nr{number},p{number}@example.com,+4930{number:07},Works {number % 17},Engineer,talked of {number}\n"
            )
    for line in (
        ["me", "Sam Rivera"],
        ["import", people],
        ["met", "Ada Lovelace", "--at", "Analytical Engines", "--title", "CTO", "--event", "SwiftConf 2026"],
        ["met", "Grace Hopper", "--at", "Eckert Mauchly", "--via", "ada", "--email", "grace@example.com"],
        ["apply", "Analytical Engines", "Engineer", "--with", "ada:interviewer", "--with", "grace:referrer"],
        ["reject", "analytical", "--stage", "onsite", "--reason", "more systems depth", "--yes"],
        ["log", "call", "grace", "talked about trade-offs"],
        ["feedback", "ask", "grace"],
        ["feedback", "received", "grace", "talk aloud", "--theme", "communication"],
        ["track", "ada", "--every", "6w"],
        ["todo", "grace", "send the paper"],
        ["met", "Charles Babbage"],
        ["undo"],
        ["person", "edit", "grace", "--nickname", "Amazing"],
        ["person", "rm", "Person Nr7", "--yes"],
    ):
        done = run(folder, store, *line)
        if done.returncode:
            sys.exit(f"bitflips: {line}: {done.stderr.decode()}")


def views(folder, store):
    """All that kith says of a store: what it would export, its history, what a search by names finds."""
    said = []
    for words in (["export", "jsonl"], ["history"], ["list", "--format", "json"], ["due", "--format", "json"],
                  ["list", "nr12", "--format", "ids"], ["list", "works", "--format", "ids"]):
        done = run(folder, store, *words)
        said.append((done.returncode, done.stdout))
    return said


def trial(folder, original, base, number):
    bit = random.Random(number).randrange(len(original) * 8)
    flipped = bytearray(original)
    flipped[bit >> 3] ^= 1 << (bit & 7)
    store = os.path.join(folder, f"{number}.sqlite")
    with open(store, "wb") as file:
        file.write(flipped)
    try:
        check = run(folder, store, "check")
        if check.returncode < 0 or check.returncode > 128:
            return "crashed", bit
        if check.returncode:
            return "noticed", bit
        return ("harmless" if views(folder, store) == base else "silent"), bit
    except subprocess.TimeoutExpired:
        return "hung", bit
    finally:
        for suffix in ("", ".lock", "-journal"):
            if os.path.exists(store + suffix):
                os.remove(store + suffix)


def main():
    base_folder = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=base_folder) as folder:
        store = os.path.join(folder, "kith.sqlite")
        fill(folder, store)
        with open(store, "rb") as file:
            original = file.read()
        base = views(folder, store)
        counts, failures = {}, []
        with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
            for verdict, bit in pool.map(lambda number: trial(folder, original, base, number), range(TRIALS)):
                counts[verdict] = counts.get(verdict, 0) + 1
                if verdict not in ("noticed", "harmless"):
                    failures.append((verdict, bit))
    print(f"{TRIALS} flips in {len(original)} bytes:", ", ".join(f"{n} {v}" for v, n in sorted(counts.items())))
    for verdict, bit in failures[:20]:
        print(f"{verdict}: bit {bit & 7} of byte {bit >> 3} (page {(bit >> 3) // 4096 + 1})")
    sys.exit(1 if failures else 0)


main()
