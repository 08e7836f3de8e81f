"""Tests of wordclass.py with a WordNet of a few words: python3 -m unittest discover -s tools/wordclass -p '*_test.py'."""

import collections
import types
import unittest

import wordclass
from wordclass import Lemma


def small_wordnet():
    lemmas = {
        "n": {"rise": Lemma(40, 2), "man": Lemma(90, 1), "share": Lemma(45, 2), "shares": Lemma(1, 1), "bonus": Lemma(3, 1),
              "size": Lemma(9, 1), "formula": Lemma(5, 1), "plan": Lemma(60, 1)},
        "v": {"rise": Lemma(100, 3), "plan": Lemma(50, 1), "be": Lemma(900, 1), "acquit": Lemma(0, 1)},
        "a": {"weak": Lemma(30, 2), "numb": Lemma(1, 1), "final": Lemma(20, 1)},
        "r": {"mainly": Lemma(9, 1), "soon": Lemma(9, 1)},
    }
    exceptions = {pos: collections.defaultdict(list) for pos in "nvar"}
    exceptions["n"]["man"] = ["men"]
    exceptions["n"]["formula"] = ["formulae"]
    exceptions["v"]["plan"] = ["planned", "planning"]
    return types.SimpleNamespace(lemmas=lemmas, exceptions=exceptions)


class WordclassTest(unittest.TestCase):
    def setUp(self):
        self.nouns = wordclass.Nouns(small_wordnet(), {"men": "man"})
        irregular = {"rise": (["rose"], ["risen"])}
        self.scores = wordclass.Scores(small_wordnet(), irregular, self.nouns, {"be": "AUX"})

    def lexicon(self, news=frozenset(), overrides=None):
        return wordclass.make_lexicon(self.scores, news, {"the": "DT"}, overrides or {})

    def test_defaults_need_three_letters_before_the_suffix(self):
        words = {"fed": "N", "halted": "VD VN", "gas": "N", "rates": "NS", "basis": "N", "using": "N", "national": "J"}
        self.assertEqual(words, {word: wordclass.default_tags(word) for word in words})

    def test_inflection(self):
        self.assertEqual("ies", wordclass.with_s("rally")[-3:])
        self.assertEqual("vetoes", wordclass.verb_s("veto"))
        self.assertEqual(["eased", "applied"], [wordclass.with_ending(word, "ed") for word in ("ease", "apply")])
        self.assertEqual(["easing", "tying", "seeing"], [wordclass.with_ing(word) for word in ("ease", "tie", "see")])

    def test_irregular_verbs(self):
        self.assertEqual(["VD", "VN"], [self.scores.ranked(form) for form in ("rose", "risen")])
        self.assertEqual("VD VN", self.scores.ranked("planned"))

    def test_auxiliaries_do_not_inflect(self):
        self.assertNotIn("bed", self.scores.tags)

    def test_a_row_only_where_the_default_errs(self):
        rows = self.lexicon()
        self.assertEqual("N V", rows["plan"])
        self.assertEqual("NS VZ", rows["plans"])
        self.assertEqual("J", rows["weaker"])
        self.assertEqual("R", rows["soon"])
        for form in ("man", "size", "sizes", "final", "mainly", "planned", "planning"):
            self.assertNotIn(form, rows)

    def test_uncounted_forms_need_news(self):
        self.assertNotIn("acquit", self.lexicon())
        self.assertEqual("V", self.lexicon({"acquit"})["acquit"])

    def test_forms_that_are_only_inflected_verbs_need_nothing(self):
        self.assertEqual("VZ", self.lexicon()["acquits"])

    def test_closed_and_overrides(self):
        rows = self.lexicon(overrides={"plan": "V", "plans": "-", "soon": "N"})
        self.assertEqual("DT", rows["the"])
        self.assertEqual("V", rows["plan"])
        self.assertNotIn("plans", rows)
        self.assertNotIn("soon", rows)

    def test_a_lemma_that_is_a_plural(self):
        self.assertEqual("NS", self.scores.ranked("shares"))

    def test_plurals_where_the_suffix_rules_err(self):
        by_hand = {"men": "man", "aircraft": "aircraft", "formulas": "-"}
        rows = wordclass.make_plurals(self.nouns, set(), by_hand)
        self.assertEqual({"men": "man", "bonuses": "bonus", "sizes": "size", "aircraft": "aircraft"}, rows)

    def test_the_suffix_rules(self):
        plurals = {"rallies": "rally", "ties": "tie", "boxes": "box", "losses": "loss", "analysis": "analysis", "mines": "mine"}
        self.assertEqual(plurals, {form: wordclass.default_singular(form) for form in plurals})

    def test_tables_are_what_the_tool_reads(self):
        closed = wordclass.read_tags("closed.tsv", wordclass.OPEN_TAGS | wordclass.FUNCTION_TAGS)
        overrides = wordclass.read_tags("overrides.tsv", wordclass.OPEN_TAGS | {"-"})
        self.assertEqual(set(), closed.keys() & overrides.keys())


if __name__ == "__main__":
    unittest.main()
