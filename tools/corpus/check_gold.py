#!/usr/bin/env python3
"""Checks gold files for form, without running figmine over the article: usable by an annotator who must not see what the program finds.

usage: tools/corpus/check_gold.py [PATH.gold.json | FOLDER]...     (default: corpus)

Says what is wrong, a line each, and what the files hold; exits with 1 where something is wrong. For HTML articles `near` is compared with
the page's characters without its tags, so white space and a table's cell borders are not told apart; `figmine check` does that.
"""
import datetime
import html
import json
import pathlib
import re
import sys

KINDS = "count money percent percentage_points basis_points measure multiple fraction ratio rank index duration age temperature score number".split()
OPS = ["=", ">", ">=", "<", "<=", ".."]
STATUSES = "reported forecast target estimate hypothetical".split()
DIRECTIONS = ["up", "down", "flat", None]
BASES = "year_on_year quarter_on_quarter month_on_month since versus".split() + [None]
CLASSES = "identifier product date date_part year clock_time phone address url version law legal name list_number ordinal partitive_one vague other".split()
FIELDS = set("quote near span kind op approx value low high unit per measure subject share_of change period status negated speaker alt unsure".split())


def text_of(article):
    text = article.read_text(encoding="utf-8")
    if article.suffix == ".html":
        text = html.unescape(re.sub(r"<[^>]*>", " ", re.sub(r"(?s)<(script|style).*?</\1>", " ", text)))
    return " ".join(text.split())


def once(needle, hay):
    at = hay.find(needle)
    return at >= 0 and hay.find(needle, at + 1) < 0


def date_ok(value):
    try:
        return value is None or bool(datetime.date.fromisoformat(value))
    except (TypeError, ValueError):
        return False


def readings(fact, field):
    return [fact.get(field)] + list((fact.get("alt") or {}).get(field) or [])


def problems_of(fact, text):
    quote, near = fact.get("quote"), " ".join(fact.get("near", fact.get("quote") or "").split())
    if not quote:
        yield "no quote"
        return
    if not once(near, text):
        yield f"near {near!r} must stand once in the article"
    if not once(" ".join(quote.split()), near):
        yield f"the quote must stand once in near {near!r}"
    for field in sorted(set(fact) - FIELDS):
        yield f"unknown field {field}"
    for field, allowed in (("kind", KINDS), ("op", OPS), ("status", STATUSES)):
        for value in readings(fact, field):
            if value not in allowed:
                yield f"{field} {value!r}"
    ends = [fact.get("low"), fact.get("high")] if fact.get("op") == ".." else [fact.get("value")]
    for value in ends:
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            yield f"value {value!r}"
    for change in readings(fact, "change"):
        if change is None:
            continue
        if change.get("direction") not in DIRECTIONS or change.get("role") not in ("by", "to", "from") or change.get("basis") not in BASES:
            yield f"change {change!r}"
    for period in readings(fact, "period"):
        if period is not None and not (date_ok(period.get("start")) and date_ok(period.get("end")) and any(period.values())):
            yield f"period {period!r}"


def check(gold_path):
    name = gold_path.name.removesuffix(".gold.json")
    articles = [gold_path.parent / (name + ending) for ending in (".txt", ".md", ".html")]
    article = next((path for path in articles if path.exists()), None)
    if article is None:
        return ["no article beside it"], 0, 0
    try:
        gold = json.loads(gold_path.read_text(encoding="utf-8"))
    except ValueError as error:
        return [f"bad JSON: {error}"], 0, 0
    text, found = text_of(article), []
    if not date_ok(gold.get("published")):
        found.append(f"published {gold.get('published')!r}")
    spots = set()
    for fact in gold.get("facts", []):
        found += [f"{fact.get('quote')!r}: {problem}" for problem in problems_of(fact, text)]
        spot = (fact.get("near"), fact.get("quote"))
        if spot in spots:
            found.append(f"{fact.get('quote')!r}: twice")
        spots.add(spot)
    for item in gold.get("not_claims", []):
        if item.get("class") not in CLASSES:
            found.append(f"not_claims: class {item.get('class')!r}")
        if " ".join((item.get("near") or item.get("quote") or "").split()) not in text:
            found.append(f"not_claims: {item.get('quote')!r} does not stand in the article")
    return found, len(gold.get("facts", [])), len(re.findall(r"\w+", text))


def main():
    paths = [pathlib.Path(p) for p in sys.argv[1:]] or [pathlib.Path(__file__).resolve().parents[2] / "corpus"]
    files = sorted(f for p in paths for f in ([p] if p.is_file() else p.rglob("*.gold.json")))
    wrong = facts = 0
    for path in files:
        found, count, words = check(path)
        for problem in found:
            print(f"{path}: {problem}")
        wrong += len(found)
        facts += count
        if not 200 <= words <= 900:
            print(f"{path}: note: {words} words", file=sys.stderr)
    print(f"{len(files)} articles, {facts} facts, {wrong} problems")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
