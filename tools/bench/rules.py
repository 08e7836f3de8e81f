#!/usr/bin/env python3
"""How the time grows with the number of rules: the articles of a folder with the shipped rules, and with 3 and 10 times as many. The rules
added are those of rules/ again, each with one more word at its end that no article has, so that they begin to match wherever the real
ones do. usage: tools/bench/rules.py FOLDER [--bin build/figmine] [--rounds N]"""

import argparse
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import tempfile
import tomllib

TIMES = (1, 3, 10)
RULES = pathlib.Path(__file__).resolve().parents[2] / "rules"


def end_of_body(pattern):
    """Where a pattern's look-ahead or end mark begins, or its end."""
    depth, quote, at = 0, "", 0
    while at < len(pattern):
        sign = pattern[at]
        if quote:
            if sign == "\\\\":
                at += 1
            elif sign == quote:
                quote = ""
        elif sign in "'\"" or (sign == "/" and (at == 0 or pattern[at - 1] in " ([~!|:{")):
            quote = sign
        elif depth == 0 and at > 0 and (pattern.startswith(("(?=", "(?!"), at) or sign == "$"):
            return at
        elif sign in "([":
            depth += 1
        elif sign in ")]":
            depth -= 1
        at += 1
    return len(pattern)


def copies(rule, count):
    """The rule again, count - 1 times."""
    out = ""
    pattern = rule["pattern"]
    at = end_of_body(pattern)
    body, ahead = pattern[:at], pattern[at:]
    behind = body.startswith(("(?<", "^", "@"))  # what looks behind must stay first, in a macro too
    for i in range(1, count):
        word = "qzx" + chr(ord("a") + i)
        out += f"\n[[rule]]\nname = '{rule['name']}-{i}'\npattern = '''{body if behind else '(' + body + ')'} {word} {ahead}'''\n"
        out += "".join(f"{key} = {literal(value)}\n" for key, value in rule.items() if key not in ("name", "pattern", "yes", "no"))
    return out


def literal(value):
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {literal(item)}" for key, item in value.items()) + " }"
    return f"'''{value}'''" if isinstance(value, str) else str(value).lower()


def grown(folder, times):
    shutil.copytree(RULES, folder)
    for path in folder.rglob("*.toml"):
        rules = tomllib.loads(path.read_text()).get("rule", [])
        with path.open("a") as out:
            for rule in rules:
                out.write(copies(rule, times))


def seconds(command):
    before = os.times()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = os.times()
    return after.children_user - before.children_user


def measure(binary, folder, rounds):
    """Seconds by how many times the rules; reading the rules is not counted."""
    taken = {}
    with tempfile.TemporaryDirectory() as scratch:
        empty = pathlib.Path(scratch) / "empty.txt"
        empty.write_text("No figure.\n")
        for times in TIMES:
            grown(pathlib.Path(scratch) / str(times), times)
        for _ in range(rounds):
            for times in TIMES:
                start = [str(binary), "extract", "--jobs", "1", "--format", "jsonl", "--rules", f"{scratch}/{times}"]
                taken.setdefault(times, []).append(seconds([*start, str(folder)]) - seconds([*start, str(empty)]))
    return {times: statistics.median(runs) for times, runs in taken.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--bin", default="build/figmine")
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    taken = measure(arguments.bin, arguments.folder, arguments.rounds)
    for times, spent in taken.items():
        print(f"{times:>2} x rules: {spent:.2f} s, {spent / taken[1]:.2f} of the shipped rules' time")


if __name__ == "__main__":
    main()
