#!/usr/bin/env python3
"""Check rules/en/units.tsv, prefixes.tsv and unit_hints.tsv, the first two against GNU units.

In:  the three lexicons and gnu_names.tsv (UCUM atom or whole code -> GNU units expression).
Out: nothing but a summary line when all is well (exit 0); else one line a finding (exit 1).
Each row's code is parsed as UCUM, written as a GNU units expression and converted to the row's SI unit: that conforms
only when the dimensions agree, and the number must equal the row's factor to 1e-12. README.md lists the other checks.
"""

import argparse
import csv
import itertools
import re
import subprocess
import sys
from collections import defaultdict
from fractions import Fraction
from pathlib import Path

HERE = Path(__file__).resolve().parent
RULES = HERE.parent.parent / "rules" / "en"

UNIT_COLUMNS = "name forms symbols code factor offset si dimension kind prefix flags".split()
PREFIX_COLUMNS = ["symbol", "name", "factor"]
GNU_COLUMNS = ["code", "gnu"]
HINT_COLUMNS = ["form", "favors"]
CURRENCY_COLUMNS = ["word", "codes", "minor", "name"]
KINDS = {"measure", "duration", "temperature", "percent", "percentage_points", "basis_points", "multiple", "index", "count"}
FLAGS = {"ambiguous", "glued", "noun", "rounded"}
UPWARDS = {"k", "M", "G", "T", "P", "E", "Z", "Y"}
TOLERANCE = Fraction(1, 10**12)


class Finding(Exception):
    """What is wrong with one row, in words."""


def read_table(path, columns):
    """Rows as dicts with their line number under '#'; comments start with '#'. A wrong header or column count is fatal."""
    with open(path, encoding="utf-8", newline="") as file:
        lines = list(enumerate(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE), 1))
    (first, header), *lines = [(number, cells) for number, cells in lines if cells and not cells[0].startswith("#")]
    if header != columns:
        sys.exit(f"{path}:{first}: columns are {header}, not {columns}")
    for number, cells in lines:
        if len(cells) != len(columns):
            sys.exit(f"{path}:{number}: {len(cells)} columns instead of {len(columns)}")
    return [{**dict(zip(columns, cells)), "#": number} for number, cells in lines]


def exact(text):
    """'0.3048' or '5/9' as a fraction; anything else (an exponent, a blank) is refused."""
    if not re.fullmatch(r"\d+(\.\d+)?(/[1-9]\d*)?", text):
        raise Finding(f"{text!r} is no decimal or rational")
    top, _, bottom = text.partition("/")
    return Fraction(top) / Fraction(bottom or 1)


def spellings(cell):
    return [part for part in cell.split("|") if part]


# ---------------------------------------------------------------- UCUM -> GNU units
class Translator:
    """Writes UCUM codes as GNU units expressions, by the atoms of gnu_names.tsv and the prefixes of prefixes.tsv."""

    TOKEN = re.compile(r"\{[^{}]*\}|[./()]|(?:[^./(){}\[\]]|\[[^\[\]]*\])+")
    ATOM = re.compile(r"(10\*|(?:[^\[\]0-9+-]|\[[^\[\]]*\])+?(?:_\d+)?)([+-]?\d+)?")

    def __init__(self, names, prefixes):
        self.names = names
        self.prefixes = {spellings(p["symbol"])[0]: exact(p["factor"]) for p in prefixes}

    def expression(self, code):
        if code in self.names:
            return self.names[code]
        tokens = self.TOKEN.findall(code)
        if "".join(tokens) != code:
            raise Finding(f"{code!r} is not read as UCUM")
        text, rest = self._term(tokens)
        if rest:
            raise Finding(f"{code!r} has a stray {rest[0]!r}")
        return text

    def _term(self, tokens):
        text, operator = "1", "*"
        while tokens and tokens[0] != ")":
            token, tokens = tokens[0], tokens[1:]
            if token in "./":
                operator = "*" if token == "." else "/"
                continue
            if token == "(":
                inner, tokens = self._term(tokens)
                token, tokens = f"({inner})", tokens[1:]
            else:
                token = self._factor(token)
            text, operator = f"{text} {operator} ({token})", "*"
        return text, tokens

    def _factor(self, token):
        if token in self.names:
            return self.names[token]
        if token.startswith("{"):
            return "1"
        if re.fullmatch(r"\d+", token):
            return token
        match = self.ATOM.fullmatch(token)
        if not match:
            raise Finding(f"{token!r} is not read as UCUM")
        power = f"^({match[2]})" if match[2] else ""
        return f"({self._atom(match[1])}){power}"

    def _atom(self, atom):
        if atom == "10*":
            return "10"
        if atom in self.names:
            return self.names[atom]
        for length in (2, 1):
            prefix, base = atom[:length], atom[length:]
            if prefix in self.prefixes and base in self.names:
                factor = self.prefixes[prefix]
                return f"({factor.numerator}|{factor.denominator}) ({self.names[base]})"
        raise Finding(f"no GNU units name for {atom!r}")


def gnu_convert(source, target):
    run = subprocess.run(["units", "-t", "--strict", "-d", "15", "--", source, target], capture_output=True, text=True, check=False)
    answer = run.stdout.strip()
    if run.returncode or not re.fullmatch(r"[-+.\deE]+", answer):
        raise Finding(f"GNU units can't convert {source!r} to {target!r}: {answer or run.stderr.strip()}")
    return Fraction(answer)


def agree(mine, theirs):
    return abs(mine - theirs) <= TOLERANCE * abs(theirs)


def check_affine(row, translator):
    """Celsius and Fahrenheit: two points fix the line."""
    function = translator.names[row["code"]]
    for degrees in (0, 100):
        theirs = gnu_convert(f"{function}({degrees})", "K")
        mine = degrees * exact(row["factor"]) + exact(row["offset"])
        if not agree(mine, theirs):
            raise Finding(f"{degrees} {row['name']} is {float(mine)} K, GNU units say {float(theirs)} K")


def is_own_base(row, translator):
    """A unit that only counts in itself: an annotation, an arbitrary unit ([IU]), a logarithmic one (dB)."""
    if row["code"] != row["si"] or exact(row["factor"]) != 1:
        return False
    return row["dimension"] == "level" or row["code"] not in translator.names and bool(set(row["code"]) & set("{["))


def check_factor(row, translator):
    if row["offset"]:
        return check_affine(row, translator)
    theirs = gnu_convert(translator.expression(row["code"]), translator.expression(row["si"]))
    if not agree(exact(row["factor"]), theirs):
        raise Finding(f"1 {row['name']} is {row['factor']} {row['si']}, GNU units say {float(theirs):.15g}")
    return None


# ---------------------------------------------------------------- the lexicon itself
def prefixes_of(row, prefixes):
    """The prefixes a row composes with: a class (si, si+, bin) or the prefixes themselves."""
    cell = row["prefix"]
    by_code = {spellings(p["symbol"])[0]: p for p in prefixes}
    binary = [p for code, p in by_code.items() if code.endswith("i")]
    if not cell:
        return []
    if cell == "si":
        return [p for p in by_code.values() if p not in binary]
    if cell in ("si+", "bin"):
        return [by_code[code] for code in by_code if code in UPWARDS] + (binary if cell == "bin" else [])
    unknown = [code for code in cell.split() if code not in by_code]
    if unknown:
        raise Finding(f"unknown prefix {' '.join(unknown)}")
    return [by_code[code] for code in cell.split()]


def prefixed_code(prefix, code):
    """kW, M[IU]; an annotation or a number can't take a prefix: 10*18.{FLOP}/s."""
    symbol = spellings(prefix["symbol"])[0]
    if not re.match(r"[{\d]", code):
        return symbol + code
    exponent = len(prefix["factor"]) - 1 if exact(prefix["factor"]) > 1 else 2 - len(prefix["factor"])
    return f"10*{exponent}.{code}"


def composed(rows, prefixes):
    """(code, name, forms, symbols, factor, the row) of every unit that a prefix makes."""
    for row in rows:
        for prefix in prefixes_of(row, prefixes):
            names = spellings(prefix["name"])
            yield (prefixed_code(prefix, row["code"]), names[0] + row["name"],
                   [a + b for a, b in itertools.product(names, spellings(row["forms"]))],
                   [a + b for a, b in itertools.product(spellings(prefix["symbol"]), spellings(row["symbols"]))],
                   exact(prefix["factor"]) * exact(row["factor"]), row)


def check_row(row):
    for column in ("name", "code", "si", "dimension"):
        if not row[column]:
            raise Finding(f"no {column}")
    if not row["forms"] and not row["symbols"]:
        raise Finding("neither a form nor a symbol")
    if row["kind"] not in KINDS:
        raise Finding(f"unknown kind {row['kind']!r}")
    if not set(row["flags"].split()) <= FLAGS:
        raise Finding(f"unknown flag in {row['flags']!r}")
    for cell in ("forms", "symbols"):
        parts = row[cell].split("|") if row[cell] else []
        for part in parts:
            if not part or part != part.strip():
                raise Finding(f"blank around or instead of a spelling in {cell}")
        folded = [part.lower() if cell == "forms" else part for part in parts]
        for part in {part for part in folded if folded.count(part) > 1}:
            raise Finding(f"{part!r} stands twice in {cell}")


def same_unit(rows):
    """Rows that share a name or a code must be the same unit in every other respect."""
    for key in ("name", "code"):
        first = {}
        for row in rows:
            before = first.setdefault(row[key], row)
            for column in ("name", "code", "factor", "offset", "si", "dimension", "kind"):
                if before[column] != row[column] and not (key == "code" and column in ("name", "dimension", "kind")):
                    yield row["#"], f"{key} {row[key]!r} is on line {before['#']} with another {column}"


def dimensions(rows, translator):
    """One dimension word stands for one SI unit, annotations aside ({rev}/s is s-1)."""
    first = {}
    for row in rows:
        if is_own_base(row, translator):
            continue
        before = first.setdefault(row["dimension"], row)
        try:
            same = gnu_convert(translator.expression(row["si"]), translator.expression(before["si"])) == 1
        except Finding:
            same = False
        if not same:
            yield row["#"], f"{row['dimension']} is in {row['si']!r} here, in {before['si']!r} on line {before['#']}"


def collisions(rows, prefixes):
    """A spelling of two units: the first row is the default, so all others must say that they are ambiguous."""
    for cell, fold in (("forms", str.lower), ("symbols", str)):
        listed = defaultdict(list)
        for row in rows:
            for spelling in spellings(row[cell]):
                listed[fold(spelling)].append(row)
        for spelling, users in listed.items():
            if len({r["code"] for r in users}) < len(users):
                yield users[-1]["#"], f"{spelling!r} is listed twice for {users[-1]['code']}"
            for row in users[1:]:
                if "ambiguous" not in row["flags"].split():
                    yield row["#"], f"{spelling!r} is also {users[0]['name']} (line {users[0]['#']}): flag it as ambiguous"
        made = defaultdict(set)
        for code, _, forms, symbols, *_ in composed(rows, prefixes):
            for spelling in forms if cell == "forms" else symbols:
                made[fold(spelling)].add(code)
        for spelling, codes in made.items():
            if len(codes) > 1 and spelling not in listed:
                yield 0, f"{spelling!r} is composed for {', '.join(sorted(codes))}: list the one that is meant"


def restated(rows, prefixes):
    """A listed row that composition also gives: name and factor must be the composed ones."""
    by_code = {row["code"]: row for row in rows}
    for code, name, _, _, factor, _ in composed(rows, prefixes):
        row = by_code.get(code)
        if row and exact(row["factor"]) != factor:
            yield row["#"], f"{code} is {row['factor']} here, {factor} by its prefix"
        if row and row["name"] != name:
            yield row["#"], f"{code} is named {row['name']!r} here, {name!r} by its prefix"


def print_units(rows, prefixes):
    """Every unit, composed ones included: what check_ucum.mjs reads."""
    print("code", "name", "factor", "offset", "si", "forms", "symbols", sep="\t")
    for row in rows:
        print(*(row[column] for column in ("code", "name", "factor", "offset", "si", "forms", "symbols")), sep="\t")
    for code, name, forms, symbols, factor, base in composed(rows, prefixes):
        print(code, name, factor, "", base["si"], "|".join(forms), "|".join(symbols), sep="\t")


def hints(table, rows, currencies):
    """What a hint favors must be a unit's name, dimension or kind, or money: at large, or a currency."""
    known = {row[column] for row in rows for column in ("name", "dimension", "kind")} | {"money"} | currencies
    seen = set()
    for hint in table:
        for form in spellings(hint["form"]):
            if form.lower() in seen:
                yield hint["#"], f"{form!r} stands in an earlier row, which alone is read"
            seen.add(form.lower())
        for favored in spellings(hint["favors"]):
            if favored not in known:
                yield hint["#"], f"no unit, dimension or kind is called {favored!r}"


def findings_in(rows, prefixes, translator):
    """Row by row first; the checks across rows only when every row is sound."""
    findings = []
    for row in rows:
        try:
            check_row(row)
            prefixes_of(row, prefixes)
            if not is_own_base(row, translator):
                check_factor(row, translator)
        except Finding as finding:
            findings.append((row["#"], str(finding)))
    if not findings:
        for check in (same_unit(rows), dimensions(rows, translator), collisions(rows, prefixes), restated(rows, prefixes)):
            findings += check
    return findings


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rules", type=Path, default=RULES, help="folder with units.tsv, prefixes.tsv and unit_hints.tsv")
    parser.add_argument("--list", action="store_true", help="print all units, composed ones included, and check nothing")
    args = parser.parse_args()
    rows = read_table(args.rules / "units.tsv", UNIT_COLUMNS)
    prefixes = read_table(args.rules / "prefixes.tsv", PREFIX_COLUMNS)
    if args.list:
        print_units(rows, prefixes)
        return 0
    names = {row["code"]: row["gnu"] for row in read_table(HERE / "gnu_names.tsv", GNU_COLUMNS)}
    translator = Translator(names, prefixes)
    findings = findings_in(rows, prefixes, translator)
    for line, text in findings:
        print(f"units.tsv:{line}: {text}", file=sys.stderr)
    currencies = {row["name"] for row in read_table(args.rules / "currency_words.tsv", CURRENCY_COLUMNS)}
    for line, text in hints(read_table(args.rules / "unit_hints.tsv", HINT_COLUMNS), rows, currencies):
        print(f"unit_hints.tsv:{line}: {text}", file=sys.stderr)
        findings.append((line, text))
    if findings:
        print(f"{len(findings)} findings in {len(rows)} rows")
        return 1
    units = {row["code"] for row in rows} | {code for code, *_ in composed(rows, prefixes)}
    own = len({row["code"] for row in rows if is_own_base(row, translator)})
    print(f"{len(rows)} rows, {len(units)} units with their prefixes: all agree with GNU units, but for {own} that count only in themselves")
    return 0


if __name__ == "__main__":
    sys.exit(main())
