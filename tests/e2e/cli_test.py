"""The program as its users meet it: exit codes, streams, messages and determinism. Needs nothing but Python.
usage: cli_test.py FIGMINE SOURCE_DIR [unittest options]"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

FIGMINE = ""
ARTICLE = """HARBIN, March 3, 2026 -- Northlake Turbines sold 412 turbines in 2025, up 15 percent from a year earlier.

Revenue reached 2.6 billion yuan, chief executive Lin Zhao said on Tuesday.
"""
STAGES = ["blocks", "sentences", "tokens", "numbers", "times", "quantities", "phrases", "claims"]


def figmine(*args, stdin=b"", **options):
    return subprocess.run([FIGMINE, *map(str, args)], input=stdin, capture_output=True, timeout=60, **options)


class Program(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.article = self.write("article.txt", ARTICLE)

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def ok(self, *args, **options):
        run = figmine(*args, **options)
        self.assertEqual(run.returncode, 0, run.stderr.decode())
        return run.stdout.decode()

    def fails(self, code, *args, **options):
        """The message of a run that ends with `code` and says why on standard error."""
        run = figmine(*args, **options)
        self.assertEqual(run.returncode, code, run.stderr.decode())
        self.assertNotEqual(run.stderr.strip(), b"")
        return run.stderr.decode()


class Help(Program):
    def test_version(self):
        self.assertRegex(self.ok("--version"), r"^figmine \d+\.\d+\.\d+\n$")

    def test_each_command_shows_examples(self):
        for command in ["extract", "check", "explain", "export", "rules", "schema"]:
            with self.subTest(command):
                text = self.ok(command, "--help")
                self.assertIn("Example", text)
                self.assertIn("figmine " + command, text)

    def test_wrong_use(self):
        for args in [[], ["no-such-command"], ["extract", "--no-such-flag"], ["extract", "--format", "docx"],
                     ["extract", "--published", "yesterday", self.article]]:
            with self.subTest(args):
                self.fails(2, *args)


class Extract(Program):
    def test_facts_and_spans(self):
        result = json.loads(self.ok("extract", self.article))
        texts = [fact["quantity"]["text"] for fact in result["facts"]]
        self.assertEqual(texts, ["412 turbines", "15 percent", "2.6 billion yuan"])
        for fact in result["facts"]:
            begin, end = fact["quantity"]["span"]
            self.assertEqual(ARTICLE[begin:end], fact["quantity"]["text"])

    def test_standard_input_gives_the_same_facts(self):
        from_file = json.loads(self.ok("extract", self.article))
        for args in [["extract"], ["extract", "-"]]:
            self.assertEqual(json.loads(self.ok(*args, stdin=ARTICLE.encode()))["facts"], from_file["facts"])

    def test_needs_no_rules_folder(self):
        alone = pathlib.Path(shutil.copy(FIGMINE, self.folder / "figmine"))
        run = subprocess.run([alone, "extract", self.article.name], cwd=self.folder, capture_output=True, timeout=60)
        self.assertEqual(len(json.loads(run.stdout)["facts"]), 3)

    def test_formats(self):
        self.assertEqual(len(self.ok("extract", "--format", "jsonl", self.article, self.article).splitlines()), 2)
        self.assertEqual(len(json.loads(self.ok("extract", self.article, self.article))), 2)
        self.assertEqual(len(self.ok("extract", "--format", "csv", self.article).splitlines()), 1 + 3)
        self.assertIn("Northlake Turbines", self.ok("extract", "--format", "text", self.article))

    def test_threads_do_not_change_the_output(self):
        for number in range(40):
            self.write(f"many/{number}.txt", ARTICLE.replace("412", str(100 + number)))
        one = self.ok("extract", "--format", "jsonl", "--jobs", "1", self.folder / "many")
        self.assertEqual(len(one.splitlines()), 40)
        self.assertEqual(one, self.ok("extract", "--format", "jsonl", "--jobs", "4", self.folder / "many"))

    def test_every_stage_has_a_dump(self):
        for stage in STAGES:
            with self.subTest(stage):
                self.assertNotEqual(self.ok("extract", "--dump", stage, self.article), "")

    def test_no_colour_off_a_terminal(self):
        self.assertNotIn("\x1b", self.ok("extract", "--format", "text", self.article))

    def test_broken_pipe_is_no_error(self):
        for number in range(60):
            self.write(f"many/{number}.txt", ARTICLE * 20)
        reader, writer = os.pipe()
        os.close(reader)
        run = subprocess.run([FIGMINE, "extract", "--format", "jsonl", self.folder / "many"], stdout=writer, stderr=subprocess.PIPE, timeout=60)
        os.close(writer)
        self.assertEqual((run.returncode, run.stderr), (0, b""))


class BadInput(Program):
    def expect_failed(self, path, *words):
        """`path` fails with a message that names it; an article beside it is done all the same."""
        run = figmine("extract", "--format", "jsonl", path, self.article)
        self.assertEqual(run.returncode, 1, run.stderr.decode())
        self.assertEqual(len(run.stdout.splitlines()), 1)
        for word in [str(path), "error:", *words]:
            self.assertIn(word, run.stderr.decode())

    def test_missing(self):
        self.expect_failed(self.folder / "missing.txt", "No such file")

    def test_empty(self):
        self.expect_failed(self.write("empty.txt", ""), "empty")

    def test_binary(self):
        self.expect_failed(self.write("program.txt", b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 8), "not a text")

    @unittest.skipIf(os.geteuid() == 0, "root reads every folder")
    def test_unreadable_folder(self):
        closed = self.folder / "closed"
        closed.mkdir(mode=0)
        self.expect_failed(closed)

    def test_url(self):
        self.assertIn("hint:", self.fails(1, "extract", "https://example.org/release.html"))

    def test_broken_utf8_is_read(self):
        path = self.write("broken.txt", ARTICLE.encode().replace(b"turbines in", b"turbines \xff\xc3 in"))
        self.assertNotEqual(json.loads(self.ok("extract", path, "--language", "en"))["facts"], [])

    def test_bad_line_is_answered_in_its_place(self):
        line = json.dumps({"text": ARTICLE, "id": "a"})
        run = figmine("extract", "--input", "jsonl", "--format", "jsonl", "-", stdin=f"{line}\n{{broken\n{line}\n".encode())
        self.assertEqual(run.returncode, 1)
        answers = [json.loads(answer) for answer in run.stdout.splitlines()]
        self.assertEqual(["facts" in answer for answer in answers], [True, False, True])

    def test_rules_that_do_not_load(self):
        self.write("rules/en/guards.toml", "[[rule]\n")  # takes the place of the shipped file
        message = self.fails(2, "extract", "--rules", self.folder / "rules", self.article)
        self.assertRegex(message, r"guards\.toml:1:\d+: error: ")


class OtherCommands(Program):
    def test_schemas_are_json(self):
        for which in ["document", "fact"]:
            self.assertIn("$schema", json.loads(self.ok("schema", which)))

    def test_shipped_rules_pass_their_examples(self):
        self.ok("rules", "test")

    def test_explain_names_rules(self):
        rules = {rule for fact in json.loads(self.ok("extract", self.article))["facts"] for rule in fact["rules"]}
        text = self.ok("explain", self.article)
        self.assertTrue(rules and all(rule in text for rule in rules))

    def test_check_tells_agreement_from_difference(self):
        facts = [
            {"quote": "412 turbines", "kind": "count", "op": "=", "value": 412, "unit": "turbine"},
            {"quote": "15 percent", "kind": "percent", "op": "=", "value": 15, "unit": "%"},
            {"quote": "2.6 billion yuan", "kind": "money", "op": "=", "value": 2600000000, "unit": "CNY"},
        ]
        for fact in facts:
            begin = ARTICLE.index(fact["quote"])
            fact["span"] = [begin, begin + len(fact["quote"])]
        shutil.copy(self.write("corpus/dev/a.txt", ARTICLE), self.folder / "corpus/dev/b.txt")
        for name, gold in [("a", facts), ("b", [{**facts[0], "value": 413}])]:
            self.write(f"corpus/dev/{name}.gold.json", json.dumps({"doc": name, "published": "2026-03-03", "facts": gold}))
        self.assertEqual(figmine("check", self.folder / "corpus", "--min-f1", "1").returncode, 1)
        (self.folder / "corpus/dev/b.gold.json").unlink()
        self.ok("check", self.folder / "corpus", "--min-f1", "1")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    FIGMINE = sys.argv.pop(1)
    sys.argv.pop(1)  # SOURCE_DIR: for the tests that read the repository
    unittest.main()
