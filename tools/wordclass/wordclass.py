#!/usr/bin/env python3
"""Makes rules/en/wordclass.tsv and rules/en/irregular_plurals.tsv.

In: WordNet 3.0 (index.*, data.noun, cntlist.rev, *.exc) and the hand-kept tables next to this file.
Out: the two tables, or with --check exit code 1 when they are not what these sources make.
README.md says how forms are scored and chosen. Tested by wordclass_test.py.
"""

import argparse
import collections
import dataclasses
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
RULES = HERE.parent.parent / "rules" / "en"
WORD = re.compile(r"[a-z]{2,}(?:-[a-z]+)*")

# How often a lemma shows itself as each of its inflections; WordNet counts lemmas only.
SHARES = {"N": 0.72, "NS": 0.28, "V": 0.26, "VZ": 0.10, "VD": 0.30, "VN": 0.19, "VG": 0.15, "J": 1.0, "R": 1.0}
COMPARED_SHARE = 0.04  # of an adjective's count for each of -er and -est
SENSE_WEIGHT = 0.15  # what a listed sense counts when nobody tagged it
MAX_SENSES = 4
FREQUENT = 20  # a form with more counts than this loses its tags below RARE
RARE = 0.08
NEWS_ARTICLES = 3  # articles that use a form before it counts as a word of news
FREQUENT_NOUN = 2  # counts of a noun before its plural is listed without being seen in news

POS_FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
POS_OF_SENSE = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
FUNCTION_TAGS = {"DT", "PRP", "PRPS", "WP", "IN", "CC", "SUB", "MD", "AUX", "NEG", "TO", "EX", "PART"}
OPEN_TAGS = set(SHARES)

# What the program takes an unknown lower-case word for, in its order.
DEFAULTS = [
    (re.compile(r"[a-z]{3,}ly"), "R"),
    (re.compile(r"[a-z]{3,}ed"), "VD VN"),
    (re.compile(r"[a-z]{3,}(?:able|ible|ful|ous|ive|less|ic|al)"), "J"),
    (re.compile(r"[a-z]{3,}ing"), "VG"),
    (re.compile(r"[a-z]{2,}[^siu]s"), "NS"),
]


@dataclasses.dataclass
class Lemma:
    count: int = 0
    senses: int = 0

    @property
    def weight(self):
        return self.count + SENSE_WEIGHT * min(self.senses, MAX_SENSES)


class WordNet:
    """Lemmas by part of speech with their counts, and the forms that *.exc lists for them."""

    def __init__(self, folder):
        self.folder = folder
        self.lemmas = {pos: {} for pos in POS_FILES}
        self.exceptions = {pos: collections.defaultdict(list) for pos in POS_FILES}
        self._names = self._named_senses()
        for pos in POS_FILES:
            self._read_index(pos)
            self._read_exceptions(pos)
        self._read_counts()

    def _lines(self, name):
        return (self.folder / name).read_text(encoding="ascii").splitlines()

    def _named_senses(self):
        """(lemma, sense number) of the nouns that are written with a capital: they are no lower-case words."""
        spellings = {}
        for line in self._lines("data.noun"):
            fields = line.split(" ")
            if line.startswith("  "):
                continue
            words = fields[4 : 4 + 2 * int(fields[3], 16) : 2]
            spellings[fields[0]] = {word.lower() for word in words if word != word.lower()}
        named = set()
        for line in self._lines("index.noun"):
            fields = line.split()
            if line.startswith(" ") or not WORD.fullmatch(fields[0]):
                continue
            for number, offset in enumerate(fields[-int(fields[2]) :], 1):
                if fields[0] in spellings[offset]:
                    named.add((fields[0], number))
        return named

    def _is_name(self, pos, word, number):
        return pos == "n" and (word, number) in self._names

    def _read_index(self, pos):
        for line in self._lines(f"index.{POS_FILES[pos]}"):
            fields = line.split()
            if line.startswith(" ") or not WORD.fullmatch(fields[0]):
                continue
            numbers = range(1, int(fields[2]) + 1)
            senses = sum(not self._is_name(pos, fields[0], number) for number in numbers)
            if senses:
                self.lemmas[pos][fields[0]] = Lemma(0, senses)

    def _read_exceptions(self, pos):
        for line in self._lines(f"{POS_FILES[pos]}.exc"):
            form, *lemmas = line.split()
            for lemma in lemmas:
                if WORD.fullmatch(form) and lemma in self.lemmas[pos] and form != lemma:
                    self.exceptions[pos][lemma].append(form)

    def _read_counts(self):
        for line in self._lines("cntlist.rev"):
            key, number, count = line.split()
            word, _, sense = key.partition("%")
            pos = POS_OF_SENSE[sense[0]]
            if word in self.lemmas[pos] and not self._is_name(pos, word, int(number)):
                self.lemmas[pos][word].count += int(count)


def read_table(path):
    """Rows of a TSV file without its comments and its header."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [line.split("\t") for line in lines[1:]]


def read_words(path):
    return {line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")}


def with_s(word):
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    if re.search(r"(?:s|x|z|ch|sh)$", word):
        return word + "es"
    return word + "s"


def verb_s(word):
    return word + "es" if re.search(r"[^aeiou]o$", word) else with_s(word)


def with_ending(word, ending):
    """-ed, -er and -est without a doubled consonant: those are in *.exc."""
    if word.endswith("e"):
        return word + ending[1:]
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "i" + ending
    return word + ending


def with_ing(word):
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return word[:-1] + "ing"
    return word + "ing"


class Nouns:
    """Plurals: those by hand, the English ones of noun.exc, the regular ones. Learned plurals count only by hand."""

    ENGLISH = re.compile(r".*(?:ves|men|[aeiouy]es|ches|ses|zes|[a-z]s-[a-z-]+)")
    REPLACING = re.compile(r".*(?:ves|men|es|en|ce|le|ee..|s)")

    def __init__(self, wordnet, by_hand):
        self.lemmas = wordnet.lemmas["n"]
        self.exceptions = wordnet.exceptions["n"]
        self.removed = {form for form, word in by_hand.items() if word == "-"}
        self.by_hand = collections.defaultdict(list)
        for form, word in by_hand.items():
            self.by_hand[word].append(form)

    def is_plural(self, word):
        """A lemma that is itself the plural of another one: "shares", "goods"; but not "physics"."""
        if default_tags(word) != "NS" or word.endswith("ics") or word in self.by_hand:
            return False
        return default_singular(word) in self.lemmas

    def plurals(self, word):
        if self.is_plural(word):
            return []
        listed = [form for form in self.exceptions[word] if self.ENGLISH.fullmatch(form)]
        found = [form for form in dict.fromkeys(self.by_hand[word] + listed) if form not in self.removed]
        if any(self.REPLACING.fullmatch(form) for form in found):
            return found
        regular = [] if re.search(r"[^su]s$", word) else [with_s(word)]
        return found + [form for form in regular if form not in self.removed]

    def forms(self, word):
        yield word, "NS" if self.is_plural(word) else "N"
        for form in self.plurals(word):
            yield form, "NS"


def verb_forms(word, exceptions, irregular):
    yield word, "V"
    yield verb_s(word), "VZ"
    listed = exceptions[word]
    past, participle = irregular.get(word, (None, None))
    regular = [form for form in listed if form.endswith("ed")] or [with_ending(word, "ed")]
    for form in past or regular:
        yield form, "VD"
    for form in participle or regular:
        yield form, "VN"
    for form in [form for form in listed if form.endswith("ing")] or [with_ing(word)]:
        yield form, "VG"


def compared_forms(word, exceptions):
    if exceptions[word]:
        return exceptions[word]
    short = len(re.findall(r"[aeiouy]+", word[:-1] if word.endswith("e") else word)) == 1
    if short or re.search(r"[^aeiou]y$", word):
        return [with_ending(word, "er"), with_ending(word, "est")]
    return []


class Scores:
    """form -> tag -> weight and counts, and form -> counts of all the lemmas it may belong to."""

    def __init__(self, wordnet, irregular, nouns, closed):
        self.tags = collections.defaultdict(lambda: collections.defaultdict(float))
        self.tag_counts = collections.defaultdict(collections.Counter)
        self.counts = collections.Counter()
        self.nouns = wordnet.lemmas["n"]
        for word, lemma in wordnet.lemmas["n"].items():
            self._add(lemma, nouns.forms(word))
        auxiliaries = {form for form, tags in closed.items() if tags in ("AUX", "MD")}
        for word, lemma in wordnet.lemmas["v"].items():
            if word in auxiliaries:
                continue
            self._add(lemma, verb_forms(word, wordnet.exceptions["v"], irregular))
        for word, lemma in wordnet.lemmas["r"].items():
            self._add(lemma, [(word, "R")])
        for word, lemma in wordnet.lemmas["a"].items():
            self._add(lemma, [(word, "J")])
            if lemma.count:
                forms = compared_forms(word, wordnet.exceptions["a"])
                self._add(lemma, [(form, "J") for form in forms], COMPARED_SHARE)

    def _add(self, lemma, forms, factor=1.0):
        tagged = list(forms)
        for form, tag in tagged:
            self.tags[form][tag] += lemma.weight * SHARES[tag] * factor
            self.tag_counts[form][tag] += lemma.count * factor
        for form in {form for form, _ in tagged}:
            self.counts[form] += lemma.count * factor

    def ranked(self, form):
        weights = self.tags[form]
        counts = self.tag_counts[form]
        floor = RARE * self.counts[form] if self.counts[form] > FREQUENT else 0.0
        kept = [tag for tag in weights if counts[tag] >= floor]
        return " ".join(sorted(kept, key=lambda tag: (-weights[tag], list(SHARES).index(tag))))


def default_tags(form):
    for pattern, tags in DEFAULTS:
        if pattern.fullmatch(form):
            return tags
    return "N"


def only_inflected(form, tags, nouns):
    """A form that is nothing but an inflected verb ("recycles", "overpaid"): its default would make a noun of it, and the
    sentence lose its verb. Base forms are left out, since many a firm goes by one, and plurals that WordNet gives another
    form ("scarfs")."""
    return "-" not in form and set(tags.split()) <= {"VZ", "VD", "VN"} and default_singular(form) not in nouns


def make_lexicon(scores, news, closed, overrides):
    """form -> tags of the forms that a news text is likely to use and whose default is wrong."""
    rows = {}
    for form in scores.tags:
        tags = scores.ranked(form)
        if tags != default_tags(form) and (scores.counts[form] or form in news or only_inflected(form, tags, scores.nouns)):
            rows[form] = tags
    for form, tags in overrides.items():
        rows[form] = tags
    rows = {form: tags for form, tags in rows.items() if tags != default_tags(form) and tags != "-"}
    return rows | closed


def default_singular(form):
    """What the program makes of a plural that has no row."""
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith(("ches", "shes", "xes", "sses", "zes")):
        return form[:-2]
    if form.endswith(("ss", "us", "is")):
        return form
    return form[:-1] if form.endswith("s") else form


def make_plurals(nouns, news, by_hand):
    """plural -> singular where the suffix rules err; of several singulars the most frequent."""
    best = {}
    for word, lemma in nouns.lemmas.items():
        for form in nouns.plurals(word):
            known = lemma.count >= FREQUENT_NOUN or form in news
            if known and (form not in best or lemma.weight > best[form][0]):
                best[form] = (lemma.weight, word)
    found = {form: word for form, (_, word) in best.items()}
    found |= by_hand
    erring = {form: word for form, word in found.items() if word not in ("-", default_singular(form))}
    return erring | {form: word for form, word in by_hand.items() if word == form}


def seen_in_news(folder):
    """Lower-case words that enough articles of a folder use. Addresses do not count."""
    articles = collections.Counter()
    for path in sorted(folder.glob("*.md")):
        text = re.sub(r"\S*(?:://|www\.|@)\S*", " ", path.read_text(encoding="utf-8"))
        articles.update(set(re.findall(r"(?<![\w'’.-])[a-z]+(?:-[a-z]+)*(?![\w-])", text)))
    return {word for word, count in articles.items() if count >= NEWS_ARTICLES}


def needed_news(seen, scores, nouns):
    """The words of news that the tables would lack without being seen."""
    words = {w for w in seen if w in scores.tags and not scores.counts[w] and scores.ranked(w) != default_tags(w)}
    return words | (set(make_plurals(nouns, seen, {})) - set(make_plurals(nouns, set(), {})))


def check_tags(path, rows, allowed):
    for row in rows:
        unknown = [tag for tag in row[1].split(" ") if tag not in allowed]
        if unknown:
            sys.exit(f"{path.name}: {row[0]}: unknown tags {' '.join(unknown)}")
    repeated = [form for form, times in collections.Counter(row[0] for row in rows).items() if times > 1]
    if repeated:
        sys.exit(f"{path.name}: more than one row for {' '.join(repeated)}")


def read_tags(name, allowed):
    path = HERE / name
    rows = read_table(path)
    check_tags(path, rows, allowed)
    return {form: tags for form, tags in rows}


def read_irregular():
    rows = read_table(HERE / "verbs.tsv")
    return {lemma: (past.split(","), participle.split(",")) for lemma, past, participle in rows}


def table(comment, header, rows):
    return "\n".join([f"# {comment}", header] + ["\t".join(row) for row in rows]) + "\n"


def make_tables(scores, nouns, closed, by_hand):
    news = read_words(HERE / "news.txt")
    overrides = read_tags("overrides.tsv", OPEN_TAGS | {"-"})
    lexicon = make_lexicon(scores, news, closed, overrides)
    singular_of = make_plurals(nouns, news, by_hand)
    return {
        "wordclass.tsv": table(
            "Generated by tools/wordclass from WordNet 3.0; corrections belong into its overrides.tsv.",
            "form\ttags",
            sorted(lexicon.items()),
        ),
        "irregular_plurals.tsv": table(
            "Generated by tools/wordclass from WordNet 3.0; corrections belong into its plurals.tsv.",
            "singular\tplural",
            sorted((word, form) for form, word in singular_of.items()),
        ),
    }


def write_news(folder, scores, nouns):
    words = sorted(needed_news(seen_in_news(folder), scores, nouns))
    comment = f"# Words that {NEWS_ARTICLES} or more news articles use and that WordNet's counts alone would leave out."
    (HERE / "news.txt").write_text("\n".join([comment] + words) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--wordnet", type=pathlib.Path, default=pathlib.Path("/usr/share/wordnet"))
    parser.add_argument("--articles", type=pathlib.Path, help="count the words of these *.md files into news.txt first")
    parser.add_argument("--check", action="store_true", help="write nothing, compare")
    options = parser.parse_args()
    wordnet = WordNet(options.wordnet)
    by_hand = {form: word for word, form in read_table(HERE / "plurals.tsv")}
    nouns = Nouns(wordnet, by_hand)
    closed = read_tags("closed.tsv", OPEN_TAGS | FUNCTION_TAGS)
    scores = Scores(wordnet, read_irregular(), nouns, closed)
    if options.articles:
        write_news(options.articles, scores, nouns)
    stale = False
    for name, text in make_tables(scores, nouns, closed, by_hand).items():
        path = RULES / name
        if not options.check:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            print(f"{path.name} is not what tools/wordclass makes")
            stale = True
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
