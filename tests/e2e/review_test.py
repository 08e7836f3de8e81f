"""figmine review as its users meet it: the real binary, real sockets, signals and terminals.
usage: review_test.py FIGMINE SOURCE_DIR [unittest options]"""

import csv
import fcntl
import http.client
import io
import json
import os
import pathlib
import pty
import random
import select
import signal
import sqlite3
import struct
import subprocess
import sys
import tempfile
import termios
import threading
import unittest
import urllib.error
import urllib.request
import zipfile

FIGMINE = ""
SOURCE = pathlib.Path()
ARTICLES = {
    "a.txt": "Sales rose 12 percent to $3 million in 2025, the company said. It has five brands.\n",
    "b.txt": "Costs fell 4 percent in 2024 from 2023.\n",
}


def lines(path):
    return [json.loads(line) for line in path.read_text().splitlines() if line]


class Page:
    """The server of a review page, and requests to it as the page makes them."""

    def __init__(self, out, *args):
        self.process = subprocess.Popen([FIGMINE, "review", out, "--no-browser", *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.url = self.process.stdout.readline().decode().strip()
        self.base, _, self.token = self.url.partition("/?token=")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.end(signal.SIGKILL)

    def end(self, number):
        self.process.send_signal(number)
        self.process.communicate(timeout=30)
        return self.process.returncode

    def ask(self, path, body=None, headers=None):
        """(status, parsed answer)"""
        data = None if body is None else json.dumps(body).encode()
        headers = {"X-Figmine-Token": self.token, "Content-Type": "application/json"} | (headers or {})
        request = urllib.request.Request(self.base + path, data, {name: value for name, value in headers.items() if value is not None})
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, json.loads(answer.read())
        except urllib.error.HTTPError as problem:
            return problem.code, json.loads(problem.read())

    def rows(self):
        return self.ask("/api/rows?limit=1000")[1]["rows"]

    def decide(self, row, action, **more):
        return self.ask("/api/decide", {"article": row["article"], "fact": row["id"], "action": action, **more})


class Review(unittest.TestCase):
    articles = ARTICLES

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        (self.folder / "articles").mkdir()
        for name, text in self.articles.items():
            (self.folder / "articles" / name).write_text(text)
        self.out = self.folder / "out"
        self.run_figmine("batch", "articles", "-o", "out", "--quiet")

    def run_figmine(self, *args, code=0):
        run = subprocess.run([FIGMINE, *map(str, args)], cwd=self.folder, capture_output=True, timeout=60)
        self.assertEqual(run.returncode, code, run.stderr.decode())
        return run

    def log(self, reviewer="anna"):
        return lines(self.out / "review" / f"{reviewer}.jsonl")

    def page(self, reviewer="anna"):
        return Page(self.out, "--reviewer", reviewer)


class Export(Review):
    def decided(self):
        """12 % edited to 13, $3 million rejected, the word company added; all else is open but 4 %, which is in conflict."""
        with self.page() as page:
            rows = {row["amount"]: row for row in page.rows()}
            self.assertEqual(page.decide(rows["12 percent"], "edit", changes={"value": "13", "measure": "net sales"})[0], 200)
            self.assertEqual(page.decide(rows["3000000 USD"], "reject", reason="value")[0], 200)
            begin = self.articles["a.txt"].index("company")
            added = {"article": "a.txt", "action": "add", "span": [begin, begin + 7], "changes": {"value": "1", "measure": "companies"}}
            self.assertEqual(page.ask("/api/decide", added)[0], 200)
            self.assertEqual(page.decide(rows["4 percent"], "accept")[0], 200)
        with self.page("ben") as page:
            self.assertEqual(page.decide(rows["4 percent"], "reject", reason="no_claim")[0], 200)

    def test_only_accepted_in_every_format(self):
        everything = len(self.run_figmine("export", "out", "--to", "jsonl").stdout.splitlines())
        self.assertGreaterEqual(everything, 3)
        self.decided()
        accepted = ["export", "out", "--only", "accepted", "--to"]
        rows = list(csv.DictReader(io.StringIO(self.run_figmine(*accepted, "csv", "--no-bom").stdout.decode())))
        self.assertEqual([(row["value"], row["measure"]) for row in rows], [("13", "net sales"), ("1", "companies")])
        facts = [json.loads(line) for line in self.run_figmine(*accepted, "jsonl").stdout.splitlines()]
        self.assertEqual([(fact["quantity"]["value"], fact["measure"]["text"]) for fact in facts], [(13, "net sales"), (1, "companies")])
        self.assertEqual([fact["document"]["id"] for fact in facts], [row["document"] for row in rows])
        self.run_figmine(*accepted, "sqlite", "-o", "facts.db")
        database = sqlite3.connect(self.folder / "facts.db")
        self.addCleanup(database.close)
        self.assertEqual(database.execute("SELECT value FROM figures").fetchall(), [("13",), ("1",)])
        self.run_figmine(*accepted, "xlsx", "-o", "facts.xlsx")
        with zipfile.ZipFile(self.folder / "facts.xlsx") as book:
            sheet = book.read("xl/worksheets/sheet1.xml").decode()
        self.assertIn("companies", sheet)
        self.assertNotIn("Costs", sheet)
        self.assertEqual(len(self.run_figmine("export", "out", "--to", "jsonl").stdout.splitlines()), everything)

    def test_the_filter_sees_facts_as_they_were_edited(self):
        self.decided()
        found = self.run_figmine("export", "out", "--only", "accepted", "--to", "jsonl", "--measure", "net sales").stdout
        self.assertEqual(len(found.splitlines()), 1)

    def test_before_any_review_nothing_is_accepted_and_a_file_has_no_review(self):
        self.assertEqual(self.run_figmine("export", "out", "--only", "accepted", "--to", "jsonl").stdout, b"")
        text = self.run_figmine("export", "out/a.txt.json", "--only", "accepted", "--to", "jsonl", code=2).stderr.decode()
        self.assertIn("the folder that was reviewed", text)


class Counted(Review):
    articles = ARTICLES | {"again.txt": ARTICLES["b.txt"], "elsewhere.txt": ARTICLES["b.txt"]}

    def test_repeats_are_decided_alike_and_undone_at_once(self):
        for action, more in (("reject", {"reason": "unit"}), ("edit", {"changes": {"measure": "all costs"}})):
            with self.page() as page:
                row = next(row for row in page.rows() if row["article"] == "b.txt")
                like = {"article": row["article"], "fact": row["id"]}
                self.assertEqual(page.ask("/api/repeats", like)[0], 409)
                page.decide(row, action, **more)
                self.assertEqual(page.ask("/api/repeats", like | {"preview": True})[1], {"open": 2})
                self.assertEqual(page.ask("/api/repeats", like)[1]["count"], 2)
                states = {row["article"]: row["state"] for row in page.rows() if row["amount"] == "4 percent"}
                self.assertEqual(set(states), {"again.txt", "b.txt", "elsewhere.txt"})
                self.assertEqual(len(set(states.values())), 1)
                page.ask("/api/undo", {})
                page.ask("/api/undo", {})
                self.assertTrue(all(row["state"] == "open" for row in page.rows()))

    def test_stats_tell_acceptance_by_rule_and_agreement(self):
        self.assertNotIn("review", json.loads(self.run_figmine("stats", "out", "--format", "json").stdout))
        with self.page("anna") as page:
            page.ask("/api/decide-all", {"action": "accept"})
            facts = page.rows()
        with self.page("ben") as page:
            page.decide(facts[0], "reject", reason="value")
            page.decide(facts[1], "accept")
        review = json.loads(self.run_figmine("stats", "out", "--format", "json", "--top", "0").stdout)["review"]
        self.assertEqual(review["decided"], len(facts))
        self.assertEqual(review["conflict"], 1)
        (agreement,) = review["agreement"]
        self.assertEqual((agreement["first"], agreement["second"], agreement["both"], agreement["same"]), ("anna", "ben", 2, 1))
        rules = {rule["name"]: rule for rule in review["rules"]}
        for name in facts[0]["rules"]:
            self.assertEqual((rules[name]["rejected"], rules[name]["reasons"]), (1, {"value": 1}))
        self.assertIn("anna and ben: 1 of 2 alike", self.run_figmine("stats", "out").stdout.decode())
        self.run_figmine("stats", "out", "--html", "stats.html")
        self.assertIn("Decisions by rule", (self.folder / "stats.html").read_text())


class Gold(Review):
    articles = {path.name: path.read_text() for path in sorted((pathlib.Path(__file__).parents[2] / "corpus" / "dev").glob("*.txt"))[:15]}

    def test_what_is_accepted_as_it_is_scores_in_full(self):
        with self.page() as page:
            self.assertEqual(page.ask("/api/decide-all", {"action": "accept"})[0], 200)
            facts = page.rows()
        self.assertGreater(len(facts), 50)
        told = self.run_figmine("review", "out", "--to-gold", "corpus/reviewed").stderr.decode()
        self.assertIn(f"{len(self.articles)} articles became gold ({len(facts)} facts)", told)
        checked = self.run_figmine("check", "corpus/reviewed", "--diff").stdout.decode()
        self.assertIn(f"{len(self.articles)} articles, {len(facts)} gold facts", checked)
        self.assertRegex(checked, r"whole record +F1 100\.0")
        self.assertIn("exists", self.run_figmine("review", "out", "--to-gold", "corpus/reviewed", code=1).stderr.decode())

    def test_what_was_edited_and_rejected_is_asked_for(self):
        name = next(iter(self.articles))
        with self.page() as page:
            page.ask("/api/decide-all", {"action": "accept"})
            first, second = [row for row in page.rows() if row["article"] == name][:2]
            page.decide(first, "edit", changes={"measure": "quite another thing"})
            page.decide(second, "reject", reason="no_claim")
        self.run_figmine("review", "out", "--to-gold", "corpus/reviewed")
        checked = self.run_figmine("check", "corpus/reviewed", "--diff", code=1).stdout.decode()
        self.assertIn("wanted 'quite another thing'", checked)
        self.assertEqual(checked.count("is no gold fact"), 1)


class Terminal(Review):
    """The review in a terminal: a pseudo-terminal, keys as a keyboard sends them."""

    def start(self, *args):
        pid, fd = pty.fork()
        if pid == 0:
            os.chdir(self.folder)
            os.execve(FIGMINE, [FIGMINE, "review", "out", "--tty", "--reviewer", "anna", *args], os.environ | {"NO_COLOR": "1", "TERM": "xterm"})
        fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 110, 0, 0))
        os.kill(pid, signal.SIGWINCH)
        self.addCleanup(os.close, fd)
        return pid, fd

    def until(self, fd, text):
        """Reads until the terminal shows `text`; all that it showed."""
        shown = b""
        while text.encode() not in shown:
            self.assertTrue(select.select([fd], [], [], 30)[0], f"{text!r} is not in {shown.decode(errors='replace')}")
            shown += os.read(fd, 65536)
        return shown.decode(errors="replace")

    def test_keys_decide_and_the_terminal_is_given_back(self):
        pid, fd = self.start()
        self.until(fd, "4 open")
        before = termios.tcgetattr(fd)
        os.write(fd, b"\r")
        self.until(fd, "saved: anna-")
        os.write(fd, b"x2")
        self.until(fd, "1 rejected")
        os.write(fd, b"q")
        self.until(fd, "\x1b[?1049l")
        self.assertEqual(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), 0)
        self.assertEqual([line["action"] for line in self.log()], ["accept", "reject"])
        self.assertFalse(before[3] & termios.ECHO)

    def test_a_signal_ends_it_and_gives_the_terminal_back(self):
        pid, fd = self.start()
        self.until(fd, "4 open")
        os.kill(pid, signal.SIGTERM)
        self.until(fd, "\x1b[?1049l")
        self.assertEqual(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), 0)
        self.assertTrue(termios.tcgetattr(fd)[3] & termios.ECHO)

    def test_without_a_terminal_it_says_so(self):
        self.assertIn("needs a terminal", self.run_figmine("review", "out", "--tty", code=2).stderr.decode())


class Killed(Review):
    articles = {f"{i:03}.txt": f"Sales rose {i + 2} percent to ${i + 3} million in 2025.\n" for i in range(110)}

    def test_nothing_that_was_shown_as_saved_is_lost(self):
        """kill -9 again and again while 200 decisions are made: each that was answered as saved is there."""
        chance = random.Random(200)
        saved, tries = {}, 0
        with self.page() as page:
            rows = page.rows()[:200]
        self.assertEqual(len(rows), 200)
        while len(saved) < len(rows):
            page = self.page()
            killer = threading.Timer(chance.uniform(0.002, 0.03), page.process.kill)
            killer.start()
            try:
                while len(saved) < len(rows):
                    row = rows[len(saved)]
                    action = chance.choice(["accept", "reject"])
                    status, answer = page.decide(row, action, reason="value" if action == "reject" else "")
                    self.assertEqual(status, 200)
                    saved[row["article"], row["id"]] = (answer["saved"], action)
            except (OSError, http.client.HTTPException):
                tries += 1
            killer.cancel()
            page.end(signal.SIGKILL)
        self.assertGreater(tries, 3)
        logged = {line["id"]: line for line in self.log()}
        for (article, fact), (decision, action) in saved.items():
            line = logged[decision]
            self.assertEqual((line["article"], line["fact"], line["action"]), (article, fact, action))
        with self.page() as page:
            states = {(row["article"], row["id"]): row["state"] for row in page.rows()}
        for key, (_, action) in saved.items():
            self.assertEqual(states[key], action + "ed")


if __name__ == "__main__":
    FIGMINE = str(pathlib.Path(sys.argv[1]).resolve())
    SOURCE = pathlib.Path(sys.argv[2]).resolve()
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
