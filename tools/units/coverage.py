#!/usr/bin/env python3
"""Numbers of real articles whose next word is a unit and which figmine does not read with one, by frequency.

usage: coverage.py [--bin build/figmine] [--rules rules] [--most N] ARTICLE...

The words behind each number, in digits or a small number word, are looked up in units.tsv. Spellings flagged `ambiguous`,
and single letters, are left aside unless --ambiguous asks for them. Prints the share that has a unit, then what is left:
how often, the spelling, an example. Exit status 0.
"""

import argparse
import collections
import json
import re
import subprocess
import sys
from pathlib import Path

import check_units

NUMBER = re.compile(r"(?<![\w.,$€£¥-])(?:\d[\d,]*(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty)"
                    r"(?:[ -](?:hundred|thousand|million|billion|trillion))?[ -]?(?=[A-Za-z%°µμ])")
WORD = re.compile(r"[A-Za-z%°µμ²³/·.0-9-]+(?: [A-Za-z%°µμ²³/·.0-9]+){0,3}")


def listed_spellings(rules, ambiguous):
    """(folded forms, exact symbols) of the units, ambiguous ones only if asked for."""
    rows = check_units.read_table(rules / "units.tsv", check_units.UNIT_COLUMNS)
    prefixes = check_units.read_table(rules / "prefixes.tsv", check_units.PREFIX_COLUMNS)
    plain = [row for row in rows if ambiguous or not set(row["flags"].split()) & {"ambiguous", "glued"}]
    forms = {form.lower() for row in plain for form in check_units.spellings(row["forms"])}
    symbols = {symbol for row in plain for symbol in check_units.spellings(row["symbols"])}
    for _, _, more_forms, more_symbols, *_ in check_units.composed(rows, prefixes):
        forms.update(form.lower() for form in more_forms)
        symbols.update(more_symbols)
    return forms, {symbol for symbol in symbols if ambiguous or len(symbol) > 1 or not symbol.isalpha()}


def unit_at(text, forms, symbols):
    """The longest listed spelling at the start of the text, or None."""
    match = WORD.match(text)
    words = match[0].split(" ") if match else []
    for count in range(len(words), 0, -1):
        spelling = " ".join(words[:count]).rstrip(".,;:")
        if spelling in symbols or spelling.lower().replace("-", " ") in forms or spelling.lower() in forms:
            return spelling
    return None


def read(binary, rules, articles):
    """(text, facts) of each article."""
    command = [binary, "extract", "--format", "jsonl", "--all", "--rules", str(rules.parent), *articles]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode not in (0, 1):
        sys.exit(run.stderr)
    return [json.loads(line) for line in run.stdout.split("\n") if line]


def mentions(document, forms, symbols):
    """(unit's spelling, whether figmine has a unit there, the surroundings) of each number before a unit."""
    sentences = {tuple(fact["sentence"]["span"]): fact["sentence"]["text"] for fact in document["facts"]}
    with_unit = [fact["quantity"]["span"] for fact in document["facts"]
                 if "unit" in fact["quantity"] or fact.get("class") in ("date_part", "clock_time")]
    for (begin, _), text in sentences.items():
        for match in NUMBER.finditer(text):
            unit = unit_at(text[match.end():], forms, symbols)
            if unit:
                at = begin + match.start()
                known = any(b <= at < e and e >= begin + match.end() for b, e in with_unit)
                yield unit, known, text[max(0, match.start() - 40):match.end() + 40].replace("\n", " ")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bin", default="build/figmine")
    parser.add_argument("--rules", type=Path, default=check_units.RULES, help="folder with units.tsv and prefixes.tsv")
    parser.add_argument("--most", type=int, default=60, help="how many spellings to print")
    parser.add_argument("--ambiguous", action="store_true", help="look at ambiguous spellings too")
    parser.add_argument("article", nargs="+")
    args = parser.parse_args()
    forms, symbols = listed_spellings(args.rules, args.ambiguous)
    left, example, total = collections.Counter(), {}, 0
    for document in read(args.bin, args.rules, args.article):
        for unit, known, around in mentions(document, forms, symbols):
            total += 1
            if not known:
                left[unit] += 1
                example.setdefault(unit, around)
    share = 100 * (1 - sum(left.values()) / total) if total else 100
    print(f"{total} numbers before a unit, {share:.2f} % read with it")
    for unit, count in left.most_common(args.most):
        print(f"{count:5} {unit:24} {example[unit]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
