"""Turns `kith --experimental-dump-help` (JSON on stdin) into a manual page (roff on stdout)."""
import json
import sys


def roff(text):
    """Text as roff shows it: backslashes, hyphens and leading dots are not commands."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in text.split("\n"))


def spelling(argument):
    """`--at <company>`, `<name>`."""
    value = "" if argument["kind"] == "flag" else f"<{argument.get('valueName', 'value')}>"
    names = [("--" if name["kind"] == "long" else "-") + name["name"] for name in argument.get("names", [])]
    return " ".join(filter(None, [", ".join(names), value]))


def shown(items):
    return [item for item in items or [] if item.get("shouldDisplay", True)]


def prose(text):
    """Paragraphs, with indented lines kept as they are."""
    for line in text.split("\n"):
        if line.startswith("  "):
            yield from (".nf", roff(line), ".fi")
        else:
            yield roff(line) if line else ".PP"


def arguments(command):
    for argument in shown(command.get("arguments")):
        if argument.get("names") and argument["names"][-1]["name"] in ("help", "version"):
            continue
        yield from (".TP", ".B " + roff(spelling(argument)))
        yield roff(argument.get("abstract") or "\u00a0")


def commands(command, path):
    for child in shown(command.get("subcommands")):
        if child["commandName"] == "help":
            continue
        name = f"{path} {child['commandName']}"
        yield from (f'.SS "{roff(name)}"', roff(child.get("abstract") or ""))
        yield from arguments(child)
        if child.get("discussion"):
            yield ".PP"
            yield from prose(child["discussion"])
        yield from commands(child, name)


def page(command, version):
    name = command["commandName"]
    yield f'.TH {name.upper()} 1 "" "{name} {version}"'
    yield from (".SH NAME", f"{name} \\- {roff(command['abstract'][0].lower() + command['abstract'][1:].rstrip('.'))}")
    yield from (".SH SYNOPSIS", f".B {name}", "<command> [options]", ".SH DESCRIPTION")
    yield from prose(command.get("discussion", ""))
    yield ".SH COMMANDS"
    yield from commands(command, name)
    yield from (".SH FILES", ".TP", "~/.local/share/kith/kith.sqlite", "The graph. $KITH_STORE or \\-\\-store names another.")
    yield ".SH EXIT STATUS"
    for code, meaning in EXIT:
        yield from (".TP", str(code), roff(meaning))


EXIT = [
    (0, "done"), (1, "could not"), (3, "a name means several records"), (4, "nothing of that name"),
    (6, "something was lost, and --strict forbids that"), (64, "wrong usage"), (141, "nobody reads the output"),
]

if __name__ == "__main__":
    version = sys.argv[1] if len(sys.argv) > 1 else ""
    print("\n".join(page(json.load(sys.stdin)["command"], version)))
