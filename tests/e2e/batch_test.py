"""figmine batch with real files and real signals: resuming after kill -9 at any moment gives the bytes of an undisturbed run.
usage: batch_test.py FIGMINE SOURCE_DIR [unittest options]"""

import fcntl
import json
import os
import pathlib
import pty
import random
import resource
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
import unittest

FIGMINE = ""
SOURCE = pathlib.Path()
TIMED = {"run.json", "lock"}


def contents(folder):
    """Every file of a store but those that tell times, by path."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in TIMED
    }


class Batch(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.articles = pathlib.Path(folder.name) / "articles"
        for number, article in enumerate(sorted((SOURCE / "corpus" / "dev").glob("*.txt"))[:24]):
            target = cls.articles / ("even" if number % 2 == 0 else "odd") / article.name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(article, target)
        cls.whole = pathlib.Path(folder.name) / "whole"
        run = subprocess.run([FIGMINE, "batch", "articles", "-o", cls.whole, "--jobs", "1"], cwd=folder.name, capture_output=True)
        assert run.returncode == 0, run.stderr.decode()

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        shutil.copytree(self.articles, self.folder / "articles")
        self.out = self.folder / "out"

    def command(self, *args):
        return [FIGMINE, "batch", "articles", "-o", "out", *map(str, args)]

    def run_batch(self, *args, code=0, **options):
        run = subprocess.run(self.command(*args), cwd=self.folder, capture_output=True, timeout=120, **options)
        self.assertEqual(run.returncode, code, run.stderr.decode())
        return run.stderr.decode()

    def record(self):
        return json.loads((self.out / "run.json").read_text())["counts"]

    def lines(self, name):
        return [json.loads(line) for line in (self.out / name).read_text().splitlines()]


class Store(Batch):
    def test_a_record_an_article_and_the_combined_files(self):
        self.run_batch()
        names = [entry["name"] for entry in self.lines("articles.jsonl")]
        self.assertEqual(names, sorted(names))
        self.assertIn("even/" + min(path.name for path in self.articles.glob("even/*")), names)
        facts = []
        for entry in self.lines("articles.jsonl"):
            record = json.loads((self.out / (entry["name"] + ".json")).read_text())
            self.assertEqual(len(record["facts"]), entry["facts"])
            self.assertEqual(record["document"]["source"], "articles/" + entry["name"])
            self.assertTrue(record["document"]["text"])
            facts += record["facts"]
        lines = self.lines("facts.jsonl")
        self.assertGreater(len(lines), 100)
        for line, fact in zip(lines, facts, strict=True):
            self.assertEqual(set(line.pop("document")) - {"title", "published"}, {"id", "source"})
            self.assertEqual(line, fact)

    def test_the_number_of_threads_changes_nothing(self):
        self.run_batch("--jobs", 4)
        self.assertEqual(contents(self.out), contents(self.whole))

    def test_a_second_run_does_only_what_changed(self):
        self.run_batch()
        before = contents(self.out)
        self.run_batch()
        count = len(self.lines("articles.jsonl"))
        self.assertEqual((self.record()["unchanged"], self.record()["extracted"]), (count, 0))
        self.assertEqual(contents(self.out), before)
        article = next(self.folder.glob("articles/odd/*"))
        article.write_text("Sales rose 12 percent to $3 million in 2025.\n")
        self.run_batch()
        self.assertEqual((self.record()["unchanged"], self.record()["extracted"]), (count - 1, 1))
        self.run_batch("--published", "2020-01-01")
        self.assertEqual(self.record()["extracted"], count)
        self.run_batch("--published", "2020-01-01", "--force")
        self.assertEqual(self.record()["extracted"], count)

    def test_a_lost_record_is_made_again(self):
        self.run_batch()
        next(self.out.glob("odd/*.json")).unlink()
        self.run_batch()
        self.assertEqual(self.record()["extracted"], 1)
        self.assertEqual(contents(self.out), contents(self.whole))

    def test_a_bad_article_stops_nothing_and_is_tried_again(self):
        bad = self.folder / "articles" / "even" / "bad.txt"
        bad.write_bytes(b"\x7fELF\x02\x01\x01" + bytes(200))
        text = self.run_batch(code=1)
        self.assertIn("bad.txt: error: ", text)
        self.assertIn("1 failed", text)
        entry = next(entry for entry in self.lines("articles.jsonl") if entry["name"] == "even/bad.txt")
        self.assertEqual(entry["status"], "failed")
        self.assertTrue(entry["error"]["message"])
        self.assertEqual(json.loads((self.out / "run.json").read_text())["errors"][0]["name"], "even/bad.txt")
        self.run_batch(code=1)
        bad.write_text("Sales rose 12 percent in 2025.\n")
        self.run_batch()
        self.assertEqual(self.record()["extracted"], 1)
        bad.write_bytes(b"")
        self.run_batch(code=1)
        self.assertFalse((self.out / "even" / "bad.txt.json").exists())

    def test_prune_drops_what_is_gone_and_nothing_else(self):
        self.run_batch()
        gone = next(self.folder.glob("articles/odd/*"))
        gone.unlink()
        self.run_batch()
        self.assertTrue((self.out / "odd" / (gone.name + ".json")).exists())
        self.run_batch("--prune")
        self.assertFalse((self.out / "odd" / (gone.name + ".json")).exists())
        self.assertEqual(self.record()["pruned"], 1)
        self.assertNotIn("odd/" + gone.name, [entry["name"] for entry in self.lines("articles.jsonl")])

    def test_a_folder_of_others_is_not_written_to(self):
        self.out.mkdir()
        (self.out / "mine.txt").write_text("mine")
        self.assertIn("did not write", self.run_batch(code=2))
        self.assertEqual([path.name for path in self.out.iterdir()], ["mine.txt"])

    def test_names_of_the_store_own_files_are_no_danger(self):
        (self.folder / "articles" / "facts.jsonl").write_text(json.dumps({"text": "Sales rose 12 percent in 2025."}) + "\n")
        self.run_batch()
        self.assertTrue(self.lines("facts.jsonl"))
        names = [entry["name"] for entry in self.lines("articles.jsonl")]
        self.assertTrue(any(name.startswith("facts.jsonl") for name in names), names)


class Progress(Batch):
    def run_on_terminal(self, *args, columns=100):
        """What the program writes to a terminal of that width."""
        controller, terminal = pty.openpty()
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        process = subprocess.Popen(self.command(*args), cwd=self.folder, stderr=terminal, stdout=subprocess.DEVNULL)
        os.close(terminal)
        written = b""
        try:
            while chunk := os.read(controller, 65536):
                written += chunk
        except OSError:  # the end of a terminal's other side
            pass
        os.close(controller)
        self.assertEqual(process.wait(timeout=60), 0)
        return written.decode()

    def test_a_terminal_sees_a_bar_that_is_cleared(self):
        for number in range(3):
            shutil.copytree(self.articles, self.folder / "articles" / str(number))
        text = self.run_on_terminal("--jobs", "1")
        self.assertRegex(text, r"\r\x1b\[K +\d+% [█▏▎▍▌▋▊▉ ]+ [\d,]+ articles · \d+/s")
        self.assertRegex(text, r"\r\x1b\[K[\d,]+ articles extracted")
        narrow = self.run_on_terminal("--jobs", "1", "--force", columns=40)
        self.assertNotIn("█", narrow)
        self.assertIn("articles ·", narrow)
        self.assertEqual(self.run_on_terminal("--quiet", "--force"), "")

    def test_elsewhere_there_are_no_control_characters(self):
        self.assertNotRegex(self.run_batch(), r"[\x00-\x09\x0b-\x1f]")


class Disturbed(Batch):
    def test_killed_at_any_moment_and_run_again(self):
        """The seed is fixed, the moments are not: they depend on the machine."""
        chance = random.Random(5)
        start = time.monotonic()
        subprocess.run([FIGMINE, "batch", "articles", "-o", "timed", "--jobs", "2"], cwd=self.folder, capture_output=True)
        usual = time.monotonic() - start
        killed = 0
        for _ in range(20):
            shutil.rmtree(self.out, ignore_errors=True)
            for _ in range(3):
                process = subprocess.Popen(self.command("--jobs", 2), cwd=self.folder, stderr=subprocess.DEVNULL)
                time.sleep(chance.uniform(0.0, 0.8 * usual))
                process.kill()
                killed += process.wait() == -signal.SIGKILL
            self.run_batch()
            self.assertEqual(contents(self.out), contents(self.whole))
        self.assertGreater(killed, 5)

    def test_a_signal_stops_it_cleanly_and_it_goes_on(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(number):
                shutil.rmtree(self.out, ignore_errors=True)
                process = subprocess.Popen(self.command("--jobs", 1), cwd=self.folder, stderr=subprocess.PIPE)
                while not list(self.out.glob("*/*.json")):
                    time.sleep(0.002)
                process.send_signal(number)
                text = process.communicate(timeout=60)[1].decode()
                self.assertEqual(process.returncode, 128 + number, text)
                self.assertIn("interrupted", text)
                self.assertFalse((self.out / "articles.jsonl").exists())
                self.run_batch()
                self.assertGreater(self.record()["unchanged"], 0)
                self.assertEqual(contents(self.out), contents(self.whole))

    def test_a_full_disk_is_told_and_made_good(self):
        """A limit on file sizes stands in for the full disk: a write fails half way in the same manner."""
        limit = 20000
        text = self.run_batch(code=1, preexec_fn=lambda: (signal.signal(signal.SIGXFSZ, signal.SIG_IGN), resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))))
        self.assertIn("can't write", text)
        self.assertIn("free some space", text)
        for path in self.out.rglob("*.json"):
            json.loads(path.read_text())
        self.run_batch()
        self.assertEqual(contents(self.out), contents(self.whole))

    def test_the_second_run_on_one_store_says_so(self):
        process = subprocess.Popen(self.command("--jobs", 1), cwd=self.folder, stderr=subprocess.DEVNULL)
        try:
            while not list(self.out.glob("*/*.json")):
                time.sleep(0.002)
            process.send_signal(signal.SIGSTOP)
            self.assertIn("in use by another figmine", self.run_batch(code=2))
        finally:
            process.send_signal(signal.SIGCONT)
            process.wait(timeout=60)
        self.assertEqual(contents(self.out), contents(self.whole))


if __name__ == "__main__":
    FIGMINE = os.path.abspath(sys.argv[1])
    SOURCE = pathlib.Path(sys.argv[2]).resolve()
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
