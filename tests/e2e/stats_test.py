"""figmine stats and figmine conflicts on a store that figmine batch wrote. usage: stats_test.py FIGMINE SOURCE"""

import html.parser
import json
import os
import pathlib
import pty
import subprocess
import sys
import tempfile
import unittest

FIGMINE = sys.argv[1]
RELEASE = "Norden Corp reports its results\n\nOSLO, March {day}, 2026 (GLOBE NEWSWIRE) - Norden Corp reported revenue of {first} in 2025.\n\nThe ships were full.\n\nNorden's revenue was {second} in 2025.\n"


def run(*arguments, **options):
    return subprocess.run([FIGMINE, *map(str, arguments)], capture_output=True, text=True, timeout=60, **options)


class Page(html.parser.HTMLParser):
    """What a page holds, and whether its elements are closed in order."""

    VOID = {"meta", "link", "br", "line", "rect"}

    def __init__(self):
        super().__init__()
        self.open, self.seen, self.attributes = [], [], []

    def handle_starttag(self, tag, attributes):
        self.seen.append(tag)
        self.attributes += attributes
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.seen.append(tag)
        self.attributes += attributes

    def handle_endtag(self, tag):
        if tag not in self.VOID:
            assert self.open and self.open.pop() == tag, tag


class Store(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.root = pathlib.Path(cls.folder.name)
        articles = cls.root / "in"
        articles.mkdir()
        (articles / "a.txt").write_text(RELEASE.format(day=3, first="$41.7 million", second="$44.1 million"))
        (articles / "b.txt").write_text(RELEASE.format(day=9, first="$39.9 million", second="about $40 million"))
        (articles / "c.txt").write_text("Fresh paint\n\nThe harbour has <b>new</b> paint.\n")
        (articles / "d.txt").write_bytes(b"\x00\x01\x02\x03" * 100)
        cls.out = cls.root / "out"
        run("batch", articles, "-o", cls.out, "--quiet")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_stats_are_the_records_counts(self):
        stats = json.loads(run("stats", self.out, "--format", "json").stdout)
        facts = [json.loads(line) for line in (self.out / "facts.jsonl").read_text().splitlines()]
        self.assertEqual(stats["facts"], len(facts))
        self.assertEqual(stats["articles"], 4)
        self.assertEqual(stats["failed"], 1)
        self.assertEqual([failure["example"] for failure in stats["failures"]], ["d.txt"])
        self.assertEqual({kind["name"]: kind["count"] for kind in stats["kinds"]}["money"], 4)
        self.assertEqual(sum(stats["scores"]), len(facts))

    def test_threads_make_no_difference(self):
        for command in ("stats", "conflicts"):
            self.assertEqual(run(command, self.out, "--format", "json", "--jobs", 1).stdout, run(command, self.out, "--format", "json", "--jobs", 4).stdout)

    def test_filters(self):
        stats = json.loads(run("stats", self.out, "--format", "json", "--kind", "percent").stdout)
        self.assertEqual(stats["facts"], 0)

    def test_text_has_no_colours_in_a_pipe(self):
        text = run("stats", self.out).stdout
        self.assertIn("Facts by kind", text)
        self.assertNotIn("\x1b", text)

    def on_terminal(self, **environment):
        main, side = pty.openpty()
        child = subprocess.Popen([FIGMINE, "stats", str(self.out)], stdout=side, env={**os.environ, **environment})
        os.close(side)
        out = b""
        try:
            while part := os.read(main, 65536):
                out += part
        except OSError:  # the child has closed its end
            pass
        child.wait(timeout=60)
        os.close(main)
        return out

    def test_colours_on_a_terminal_unless_NO_COLOR(self):
        os.environ.pop("NO_COLOR", None)
        self.assertIn(b"\x1b[", self.on_terminal())
        self.assertNotIn(b"\x1b[", self.on_terminal(NO_COLOR="1"))

    def test_page_is_whole_and_asks_for_nothing(self):
        target = self.root / "stats.html"
        self.assertEqual(run("stats", self.out, "--html", target).returncode, 0)
        page = Page()
        page.feed(target.read_text())
        self.assertEqual(page.open, [])
        self.assertIn("svg", page.seen)
        self.assertIn("table", page.seen)
        self.assertNotIn("script", page.seen)
        names = {name for name, _ in page.attributes}
        self.assertFalse(names & {"src", "href", "style", "onclick"})
        ids = [value for name, value in page.attributes if name == "id"]
        self.assertEqual(len(ids), len(set(ids)))

    def test_conflicts_inside_and_across(self):
        found = json.loads(run("conflicts", self.out, "--format", "json").stdout)
        conflicts = found["conflicts"]
        self.assertEqual([conflict["within"] for conflict in conflicts], [True])
        self.assertEqual([figure["quantity"] for figure in conflicts[0]["figures"]], ["$41.7 million", "$44.1 million"])
        record = json.loads((self.out / "a.txt.json").read_text())
        for figure in conflicts[0]["figures"]:
            begin, end = figure["span"]
            self.assertEqual(record["document"]["text"][begin:end], figure["quantity"])
            self.assertIn(figure["fact"], [fact["id"] for fact in record["facts"]])
        self.assertIn("1 conflict in 3 articles", run("conflicts", self.out).stdout)

    def test_no_store(self):
        for command in ("stats", "conflicts"):
            done = run(command, self.root / "in")
            self.assertEqual(done.returncode, 2)
            self.assertIn("figmine batch", done.stderr)

    def test_damaged_record(self):
        record = self.out / "c.txt.json"
        whole = record.read_bytes()
        record.write_bytes(whole[: len(whole) // 2])
        try:
            for command in ("stats", "conflicts"):
                done = run(command, self.out)
                self.assertEqual(done.returncode, 1)
                self.assertIn("c.txt.json", done.stderr)
        finally:
            record.write_bytes(whole)

    def test_a_page_that_can_not_be_written(self):
        done = run("stats", self.out, "--html", self.root / "none" / "stats.html")
        self.assertEqual(done.returncode, 2)
        self.assertIn("stats.html", done.stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
