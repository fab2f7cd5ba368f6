"""Kills `kith met`, `import`, `backup` and `restore` at each write-side system call, or makes the call fail, and looks at what is left.

After every trial: the store is sound and opens, what was acknowledged is there, nothing is half done, a retry succeeds.
"""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

CALLS = ["openat", "pwrite64", "write", "fdatasync", "fsync", "ftruncate", "unlink", "mkdir", "rename", "link"]
FAULTS = {"kill": "signal=SIGKILL", "full": "error=ENOSPC", "broken": "error=EIO"}
TABLES = ["entity", "relation", "interaction", "participant", "lookup", "journalEntry", "highWater"]


class Trials:
    def __init__(self, kith, most):
        self.kith, self.most = os.path.abspath(kith), most
        self.count = self.reached = 0
        self.failures = []

    def environment(self, home):
        return {"HOME": home, "PATH": "/usr/bin:/bin", "KITH_NOW": "2026-11-02T09:30:00Z", "TZ": "UTC"}

    def run(self, home, arguments, strace=()):
        arguments = [argument.replace("~", home, 1) if argument.startswith("~/") else argument for argument in arguments]
        command = [*strace, self.kith, *arguments]
        return subprocess.run(command, env=self.environment(home), stdin=subprocess.DEVNULL, capture_output=True, text=True)

    def store(self, home):
        return os.path.join(home, ".local/share/kith/kith.sqlite")

    def state(self, home):
        """The rows of every table; None without a store. Opens like kith does: an interrupted write is taken back."""
        path = self.store(home)
        if not os.path.exists(path) or os.path.getsize(path) == 0:
            return None
        with sqlite3.connect(path) as connection:
            sound = connection.execute("PRAGMA integrity_check").fetchall()
            if sound != [("ok",)]:
                raise AssertionError(f"integrity_check: {sound[:3]}")
            if connection.execute("PRAGMA foreign_key_check").fetchall():
                raise AssertionError("foreign keys are broken")
            known = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
            if "journalEntry" not in known:
                return None
            state = {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES}
        return state

    def occurrences(self, prepared, arguments, call):
        """Which of the command's calls are the store's or its output's when nothing fails, counted from 1."""
        with tempfile.TemporaryDirectory() as folder:
            home = os.path.join(folder, "home")
            shutil.copytree(prepared, home)
            log = os.path.join(folder, "log")
            self.run(home, arguments, ["strace", "-f", "--seccomp-bpf", "-qq", "-e", f"trace={call}", "-o", log])
            with open(log) as lines:
                calls = [line for line in lines if re.search(rf"\b{call}\(", line)]
        # The loader opens a hundred files before kith opens its own.
        return [n for n, line in enumerate(calls, 1) if call != "openat" or home in line]

    def sweep(self, name, prepared, arguments):
        with tempfile.TemporaryDirectory() as folder:
            home = os.path.join(folder, "home")
            shutil.copytree(prepared, home)
            before = self.state(home)
            done = self.run(home, arguments)
            if done.returncode != 0:
                sys.exit(f"{name}: {done.stderr}")
            after = self.state(home)
        print(f"{name} …", file=sys.stderr, flush=True)
        for call in CALLS:
            places = self.occurrences(prepared, arguments, call)
            step = -(-len(places) // self.most) or 1
            for fault, injection in FAULTS.items():
                if fault == "full" and call in ("fdatasync", "fsync", "unlink"):
                    continue
                for when in places[::step]:
                    self.trial(name, prepared, arguments, before, after, call, fault, injection, when)

    def trial(self, name, prepared, arguments, before, after, call, fault, injection, when):
        title = f"{name}: {fault} at {call} {when}"
        self.count += 1
        with tempfile.TemporaryDirectory() as folder:
            home = os.path.join(folder, "home")
            shutil.copytree(prepared, home)
            done = self.run(
                home, arguments,
                ["strace", "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:{injection}:when={when}"])
            try:
                self.check(home, arguments, before, after, done, fault)
            except (AssertionError, sqlite3.Error) as error:
                self.failures.append(f"{title}: {error}")

    def check(self, home, arguments, before, after, done, fault):
        acknowledged = done.returncode == 0
        self.reached += not acknowledged
        if fault != "kill" and done.returncode < 0:
            raise AssertionError(f"died of signal {-done.returncode}: {done.stderr[-300:]}")
        if not acknowledged and fault != "kill" and "kith: " not in done.stderr:
            raise AssertionError(f"exit {done.returncode} without a word")
        # kith itself first: it has to cope with what is left, before the sqlite3 of Python has tidied up.
        if os.path.exists(self.store(home)):
            listed = self.run(home, ["list"])
            if listed.returncode != 0:
                raise AssertionError(f"list: exit {listed.returncode}: {listed.stderr.strip()}")
        found = self.state(home)
        if acknowledged and found != after:
            raise AssertionError("acknowledged, but not there")
        empty = {None} if before is None else set()
        half = found != before and found != after and not (found is None and None in empty)
        if half and not (before is None and found is not None and found["journalEntry"] == 0):
            raise AssertionError(f"half done: {found}")
        backup = os.path.join(home, "new-backup.sqlite")
        if os.path.exists(backup) and self.run(home, ["check", "--store", backup]).returncode != 0:
            raise AssertionError("the backup is not whole")
        if found != after:
            again = self.run(home, arguments)
            if again.returncode != 0:
                raise AssertionError(f"retry: exit {again.returncode}: {again.stderr.strip()}")
            if self.state(home) != after:
                raise AssertionError("the retry recorded something else")


def cards(count):
    return "".join(
        f"BEGIN:VCARD\r\nVERSION:4.0\r\nUID:card-{number}\r\nFN:Person{number} Crowd\r\nORG:Company {number % 7}\r\n"
        f"EMAIL:p{number}@example.com\r\nNOTE:{'words ' * 60}\r\nEND:VCARD\r\n" for number in range(count))


def main():
    trials = Trials(sys.argv[1], int(sys.argv[2]))
    met = ["met", "Ada Lovelace", "--at", "Analytical Engines", "--title", "CTO", "--email", "ada@example.com"]
    with tempfile.TemporaryDirectory() as folder:
        empty = os.path.join(folder, "empty")
        some = os.path.join(folder, "some")
        os.mkdir(empty)
        os.mkdir(some)
        for name in ["Grace Hopper", "Charles Babbage"]:
            trials.run(some, ["met", name, "--at", "Acme Ltd."])
        file = os.path.join(folder, "cards.vcf")
        with open(file, "w", newline="") as target:
            target.write(cards(400))
        trials.sweep("met, no store yet", empty, met)
        trials.sweep("met", some, met)
        trials.sweep("backup", some, ["backup", "~/new-backup.sqlite"])
        trials.run(some, ["backup", "~/old-backup.sqlite"])
        later = os.path.join(folder, "later")
        shutil.copytree(some, later)
        trials.run(later, met)
        trials.sweep("restore", later, ["restore", "~/old-backup.sqlite", "--yes"])
        trials.sweep("import, no store yet", empty, ["import", file])
        trials.sweep("import", some, ["import", file])
    print(f"{trials.count} trials, {trials.reached} commands did not finish, {len(trials.failures)} failures")
    for failure in trials.failures[:40]:
        print("  " + failure)
    sys.exit(1 if trials.failures else 0)


main()
