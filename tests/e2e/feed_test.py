"""What figmine extract reads: mixed folders, archives, feeds, mail and PDF, and the filter for lines of JSON, in real pipes.
usage: feed_test.py FIGMINE SOURCE_DIR [unittest options]"""

import gzip
import io
import json
import os
import pathlib
import select
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile

FIGMINE = ""
SOURCE = pathlib.Path()
ARTICLE = "HARBIN, March 3, 2026 -- Northlake Turbines sold 412 turbines in 2025, up 15 percent from a year earlier.\n"
PATIENCE = 60  # seconds until a run that waits for ever is given up


def extract(*args, **options):
    return subprocess.run([FIGMINE, "extract", *map(str, args)], capture_output=True, timeout=PATIENCE, **options)


class Feeding(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def mixed_folder(self):
        inbox = self.folder / "in"
        shutil.copytree(SOURCE / "tests/data/feed", inbox)
        self.write("in/a.txt", ARTICLE)
        self.write("in/sub/b.txt.gz", gzip.compress(ARTICLE.encode()))
        self.write("in/wire.jsonl", json.dumps({"text": ARTICLE, "title": "T"}) + "\n{broken\n")
        self.write("in/picture.png", b"\x89PNG")
        return inbox


class WithoutItsModules(Feeding):
    def test_a_program_reads_articles_and_says_what_it_lacks_for_an_archive(self):
        alone = shutil.copy(FIGMINE, self.folder)
        article = self.write("a.txt", ARTICLE)
        run = subprocess.run([alone, "extract", article, SOURCE / "tests/data/feed/pack.zip", "--format", "jsonl"], capture_output=True, timeout=PATIENCE)
        self.assertEqual(run.returncode, 1)
        self.assertEqual(len(run.stdout.splitlines()), 1)
        self.assertIn("figmine-feed.so: cannot open shared object file", run.stderr.decode())
        self.assertIn("install figmine anew", run.stderr.decode())


class MixedFolder(Feeding):
    def test_every_format_gives_its_articles_and_errors_name_their_places(self):
        run = extract(self.mixed_folder(), "--format", "jsonl")
        documents = [json.loads(line)["document"] for line in run.stdout.decode().splitlines()]
        sources = [document["source"].removeprefix(str(self.folder) + "/in/") for document in documents]
        self.assertEqual(sources, ["a.txt", "atom.xml/000001", "atom.xml/000002", "mail.eml", "mail.eml/attached-1-fleet.txt",
                                   "mail.eml/attached-2-yard.zip/notes/extra.txt", "mail.eml/attached-4.eml", "newsml.xml/000001",
                                   "newsml.xml/000002", "nitf.xml", "pack.tar.zst/news/a.txt", "pack.tar.zst/日本.txt", "pack.zip/news/a.txt",
                                   "pack.zip/日本.txt", "paper.pdf", "rss.xml/000001", "rss.xml/000002", "sub/b.txt.gz", "wire.jsonl:1"])
        self.assertEqual(run.returncode, 1)
        errors = run.stderr.decode()
        self.assertIn("in/wire.jsonl:2:2: error: bad JSON", errors)
        self.assertIn("in/rss.xml: error: item 3 holds no text", errors)

    def test_facts_of_every_format(self):
        run = extract(self.mixed_folder(), "--format", "jsonl", "--exclude", "wire.jsonl")
        found = {quantity for line in run.stdout.decode().splitlines() for quantity in
                 (fact["quantity"]["text"] for fact in json.loads(line)["facts"])}
        for quantity in ["412 turbines", "2.1 million containers", "€310 million", "61 vessels", "12 million tonnes", "2.7 percent", "310 million euros"]:
            self.assertIn(quantity, found)

    def test_globs(self):
        run = extract(self.mixed_folder(), "--format", "jsonl", "--include", "**/*.txt", "--exclude", "news")
        sources = [json.loads(line)["document"]["source"] for line in run.stdout.decode().splitlines()]
        self.assertEqual([source.split("/in/")[1] for source in sources], ["a.txt", "pack.tar.zst/日本.txt", "pack.zip/日本.txt"])

    def test_threads_change_nothing(self):
        inbox = self.mixed_folder()
        one = extract(inbox, "--jobs", "1")
        self.assertEqual(len(json.loads(one.stdout)), 19)
        four = extract(inbox, "--jobs", "4")
        self.assertEqual((one.stdout, one.stderr), (four.stdout, four.stderr))

    def test_one_result_stands_alone_and_several_in_an_array(self):
        article = self.write("a/a.txt", ARTICLE)
        self.assertIn("document", json.loads(extract(self.folder / "a").stdout))
        self.assertEqual(len(json.loads(extract(article, self.folder / "missing").stdout)), 1)
        (self.folder / "empty").mkdir()
        self.assertEqual(json.loads(extract(self.folder / "empty").stdout), [])

    def test_standard_input_is_known_by_its_bytes(self):
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
            file.writestr("a.txt", ARTICLE)
        for data in [ARTICLE.encode(), gzip.compress(ARTICLE.encode()), archive.getvalue(),
                     (SOURCE / "tests/data/feed/nitf.xml").read_bytes(), (SOURCE / "tests/data/feed/paper.pdf").read_bytes()]:
            run = extract("-", input=data)
            self.assertEqual(run.returncode, 0, run.stderr)
            self.assertNotEqual(json.loads(run.stdout)["facts"], [])

    def test_pdf_without_pdftotext(self):
        run = extract(SOURCE / "tests/data/feed/paper.pdf", env={**os.environ, "PATH": "/nowhere"})
        self.assertEqual(run.returncode, 1)
        self.assertIn("poppler-utils", run.stderr.decode())


class Filter(Feeding):
    def filter(self, *args):
        process = subprocess.Popen([FIGMINE, "extract", "--input", "jsonl", "--format", "jsonl", *args, "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.kill)
        return process

    def answers(self, process, count):
        """Waits for so many lines."""
        out = b""
        while out.count(b"\n") < count:
            self.assertTrue(select.select([process.stdout], [], [], PATIENCE)[0], f"{out.count(10)} answers of {count}")
            out += os.read(process.stdout.fileno(), 1 << 20)
        return [json.loads(line) for line in out.splitlines()]

    def test_each_line_is_answered_before_the_next_is_sent(self):
        for jobs in ["1", "2", "5"]:
            with self.subTest(jobs=jobs):
                process = self.filter("--jobs", jobs)
                number = 0
                for burst in [1] * 10 + [2, 3, 1, 40, 1, 7, 1]:
                    ids = [str(number + i) for i in range(burst)]
                    process.stdin.write(b"".join(json.dumps({"text": ARTICLE, "id": i}).encode() + b"\n" for i in ids))
                    process.stdin.flush()
                    self.assertEqual([answer["document"]["id"] for answer in self.answers(process, burst)], ids)
                    number += burst
                process.stdin.close()
                self.assertEqual(process.wait(PATIENCE), 0)

    def test_errors_stand_in_their_places(self):
        lines = [json.dumps({"text": ARTICLE}), "", "[]", json.dumps({"text": ARTICLE, "published": "soon"}), json.dumps({"text": ARTICLE})]
        path = self.write("wire", "\n".join(lines))
        run = extract("--input", "jsonl", "--format", "jsonl", path)
        answers = [json.loads(line) for line in run.stdout.splitlines()]
        self.assertEqual(["facts" in answer for answer in answers], [True, False, False, True])
        self.assertEqual([answer["line"] for answer in answers[1:3]], [3, 4])
        self.assertEqual([answer["source"] for answer in answers[1:3]], [str(path)] * 2)
        self.assertEqual(run.returncode, 1)
        self.assertIn(f"{path}:3", run.stderr.decode())

    def test_a_reader_that_goes_ends_it(self):
        process = self.filter()
        process.stdout.close()
        line = json.dumps({"text": ARTICLE}).encode() + b"\n"
        with self.assertRaises(BrokenPipeError):
            for _ in range(100_000):
                process.stdin.write(line)
        with self.assertRaises(BrokenPipeError):
            process.stdin.close()
        self.assertEqual(process.wait(PATIENCE), 0)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    FIGMINE = sys.argv.pop(1)
    SOURCE = pathlib.Path(sys.argv.pop(1))
    unittest.main()
