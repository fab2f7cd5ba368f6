#!/usr/bin/env python3
"""race.py KITH WORLD FLOOR FLOORDB PYTHON [RUNS] -- kith dupes, the limit in C and splink on the same people, in turn.

CPU seconds (user and system, all threads) and seconds of the clock of whole processes: the least and the median of the runs.
"""
import os, statistics, subprocess, sys, tempfile, time
from score import write

SPLINK = os.path.join(os.path.dirname(os.path.abspath(__file__)), "splink_people.py")


def cost(command):
    before = os.times()
    start = time.monotonic()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    clock = time.monotonic() - start
    after = os.times()
    if done.returncode:
        raise SystemExit(f"{command[0]} failed")
    return after.children_user - before.children_user + after.children_system - before.children_system, clock


def main(kith, world, floor, database, python, runs=5):
    with tempfile.TemporaryDirectory() as temporary:
        store, lines = f"{temporary}/kith.sqlite", f"{temporary}/world.jsonl"
        write(world, lines)
        subprocess.run([kith, "import", lines, "--store", store], check=True, stdout=subprocess.DEVNULL)
        tools = {"kith dupes": [kith, "dupes", "--format", "ids", "--store", store],
                 "graph_floor dedupe": [floor, "dedupe", database]}
        if subprocess.run([python, "-c", "import splink"], capture_output=True).returncode == 0:
            tools["splink"] = [python, SPLINK, f"{world}/people.csv"]
        else:
            print("splink is not installed for", python)
        costs = {name: [] for name in tools}
        for _ in range(int(runs)):
            for name, command in tools.items():
                costs[name].append(cost(command))
    print("\n| tool | CPU s, least | median | clock s, least | median | CPU, kith to it |\n|---|---|---|---|---|---|")
    ours = min(c for c, _ in costs["kith dupes"])
    for name, all in costs.items():
        cpu, clock = [c for c, _ in all], [t for _, t in all]
        print(f"| {name} | {min(cpu):.2f} | {statistics.median(cpu):.2f} | {min(clock):.2f} | {statistics.median(clock):.2f} "
              f"| {ours / min(cpu):.2f} |")


if __name__ == "__main__":
    main(*sys.argv[1:])
