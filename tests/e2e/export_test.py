"""figmine export as its readers see it: csv, zip and XML, sqlite3 and json of Python read what it wrote.
usage: export_test.py FIGMINE SOURCE_DIR [unittest options]"""

import csv
import io
import json
import pathlib
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as xml
import zipfile

FIGMINE = ""
SOURCE = pathlib.Path()
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FORMATS = ["csv", "jsonl", "xlsx", "sqlite"]
HOSTILE = '''=HYPERLINK("http://evil.example","x") sales rose

SINGAPORE, March 3, 2026 -- @SUM(A1) Works (NASDAQ: CAKE), a "maker" of _x0041_ cakes, sold 412 cakes in 2025, up 15.5 percent.

"Revenue reached 123456789012345678901.25 dollars, <b>and</b> costs were -5 euros & more," said =cmd|' /C calc'!A0 on Tuesday.
'''


LISTED = "HARBIN, March 3, 2026 -- Northlake Turbines Inc. (NASDAQ: NLTI) has a new plant. Northlake Turbines sold 412 turbines in 2025.\n"


def lines(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


def sheets(path):
    """The rows of each sheet as {column: (type, text)}, by the sheet's name."""
    with zipfile.ZipFile(path) as book:
        names = [sheet.get("name") for sheet in xml.fromstring(book.read("xl/workbook.xml")).iter(SHEET + "sheet")]
        parsed = [xml.fromstring(book.read(f"xl/worksheets/sheet{number}.xml")) for number in range(1, len(names) + 1)]
    out = {}
    for name, sheet in zip(names, parsed):
        rows = []
        for row in sheet.iter(SHEET + "row"):
            cells = {}
            for cell in row:
                column = re.match(r"[A-Z]+", cell.get("r"))[0]
                cells[column] = (cell.get("t", "n"), "".join(text.text or "" for text in cell.iter() if text.tag in (SHEET + "t", SHEET + "v")))
            rows.append(cells)
        columns = {key: text for key, (_, text) in rows[0].items()}
        out[name] = [{columns[key]: value for key, value in cells.items()} for cells in rows[1:]]
    return out


class Export(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.root = pathlib.Path(folder.name)
        articles = cls.root / "articles"
        articles.mkdir()
        for article in sorted((SOURCE / "corpus" / "dev").glob("*.txt"))[:12]:
            shutil.copy(article, articles)
        (articles / "hostile.txt").write_text(HOSTILE)
        (articles / "listed.txt").write_text(LISTED)
        cls.store = cls.root / "store"
        run = subprocess.run([FIGMINE, "batch", "articles", "-o", "store", "--quiet"], cwd=cls.root, capture_output=True, timeout=60)
        assert run.returncode == 0, run.stderr.decode()
        cls.records = [json.loads((cls.store / (entry["name"] + ".json")).read_text()) for entry in lines(cls.store / "articles.jsonl")]
        cls.facts = [fact for record in cls.records for fact in record["facts"]]

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def run_export(self, *args, code=0, **options):
        run = subprocess.run([FIGMINE, "export", *map(str, args)], capture_output=True, timeout=60, **options)
        self.assertEqual(run.returncode, code, run.stderr.decode())
        return run

    def file(self, kind, *args, source=None):
        path = self.folder / f"out.{kind}"
        self.run_export(source or self.store, "--to", kind, "-o", path, *args)
        return path

    def rows(self, *args, source=None):
        return list(csv.DictReader(io.StringIO(self.file("csv", *args, source=source).read_bytes().decode("utf-8-sig"), newline="")))

    def database(self, *args):
        database = sqlite3.connect(self.file("sqlite", *args))
        database.row_factory = sqlite3.Row
        self.addCleanup(database.close)
        return database


class Csv(Export):
    def test_a_row_a_fact_with_exact_values(self):
        rows = self.rows()
        self.assertEqual([row["id"] for row in rows], [fact["id"] for fact in self.facts])
        for row, fact in zip(rows, self.facts):
            self.assertEqual(row["sentence"].lstrip("'"), fact["sentence"]["text"].lstrip("'"))
            self.assertEqual(row["rules"].split(), fact["rules"])
            self.assertEqual([int(row["span_begin"]), int(row["span_end"])], fact["quantity"]["span"])
        self.assertIn("123456789012345678901.25", [row["value"] for row in rows])

    def test_opens_in_a_spreadsheet(self):
        content = self.file("csv").read_bytes()
        self.assertTrue(content.startswith(b"\xef\xbb\xbfdocument,"))
        self.assertTrue(content.endswith(b"\r\n"))
        self.assertTrue(self.file("csv", "--no-bom").read_bytes().startswith(b"document,"))

    def test_no_cell_is_a_formula(self):
        cells = [(name, cell) for row in self.rows() for name, cell in row.items()]
        self.assertTrue(any(cell.startswith("'=HYPERLINK") for _, cell in cells))
        self.assertTrue(any(name == "value" and cell == "-5" for name, cell in cells))
        for name, cell in cells:
            if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) and cell != "=":
                self.assertRegex(cell, r"^-?[0-9.]+$", name)

    def test_the_documentation_names_every_column(self):
        page = (SOURCE / "docs" / "export.md").read_text()
        self.assertEqual(re.findall(r"`(\w+)`", re.sub(r"(?m)^(?!\| `).*$|\|[^|]*\|$", "", page.split("## Columns")[1])), list(self.rows()[0]))

    def test_extract_writes_the_same_rows(self):
        text = subprocess.run([FIGMINE, "extract", "--format", "csv", "articles"], cwd=self.root, capture_output=True, timeout=60).stdout.decode()
        drop = ("document", "source")
        plain = [{key: value for key, value in row.items() if key not in drop} for row in csv.DictReader(io.StringIO(text, newline=""))]
        self.assertEqual(plain, [{key: value for key, value in row.items() if key not in drop} for row in self.rows()])


class Jsonl(Export):
    def test_the_lines_of_the_store(self):
        self.assertEqual(self.file("jsonl").read_bytes(), (self.store / "facts.jsonl").read_bytes())

    def test_to_standard_output(self):
        self.assertEqual(self.run_export(self.store, "--to", "jsonl").stdout, (self.store / "facts.jsonl").read_bytes())

    def test_a_reader_that_goes_is_no_error(self):
        process = subprocess.Popen([FIGMINE, "export", self.store, "--to", "jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdout.close()
        self.assertEqual(process.stderr.read(), b"")
        process.stderr.close()
        self.assertEqual(process.wait(timeout=60), 0)


class Xlsx(Export):
    def test_facts_and_documents(self):
        book = sheets(self.file("xlsx"))
        self.assertEqual(list(book), ["Facts", "Documents"])
        self.assertEqual([row["id"][1] for row in book["Facts"]], [fact["id"] for fact in self.facts])
        self.assertEqual([int(row["facts"][1]) for row in book["Documents"]], [len(record["facts"]) for record in self.records])

    def test_numbers_are_numbers_where_a_double_holds_them(self):
        rows = sheets(self.file("xlsx"))["Facts"]
        values = [row["value"] for row in rows if "value" in row]
        self.assertIn(("n", "412"), values)
        self.assertIn(("n", "15.5"), values)
        self.assertIn(("n", "-5"), values)
        self.assertIn(("inlineStr", "123456789012345678901.25"), values)

    def test_no_formula_and_no_link(self):
        with zipfile.ZipFile(self.file("xlsx")) as book:
            self.assertIsNone(book.testzip())
            for name in book.namelist():
                content = book.read(name).decode()
                xml.fromstring(content)
                self.assertNotRegex(content, r"<f[ >]|<hyperlink|externalLink")
                self.assertNotRegex(content, r"(?<!_x005F)_x0041_")  # a spreadsheet would read an A
        titles = [row["title"] for row in sheets(self.folder / "out.xlsx")["Documents"] if "title" in row]
        self.assertTrue(any(kind == "inlineStr" and text.startswith("=HYPERLINK") for kind, text in titles), titles)

    def test_header_stays_and_filters(self):
        with zipfile.ZipFile(self.file("xlsx")) as book:
            for number in (1, 2):
                sheet = book.read(f"xl/worksheets/sheet{number}.xml").decode()
                self.assertIn('state="frozen"', sheet)
                self.assertIn("<autoFilter", sheet)


class Sqlite(Export):
    def test_holds_what_the_records_hold(self):
        database = self.database()
        count = lambda table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        entities = [entity for record in self.records for entity in record["entities"]]
        self.assertEqual(count("documents"), len(self.records))
        self.assertEqual(count("facts"), len(self.facts))
        self.assertEqual(count("entities"), len(entities))
        self.assertEqual(count("mentions"), sum(len(entity["mentions"]) for entity in entities))
        self.assertEqual(count("entity_ids"), sum(len(entity.get("ids", {})) for entity in entities))
        self.assertEqual(count("links"), sum(len(fact.get("links", [])) for fact in self.facts))
        self.assertEqual(count("fact_rules"), sum(len(fact["rules"]) for fact in self.facts))
        self.assertEqual(count("warnings"), sum(len(record["warnings"]) for record in self.records))
        self.assertGreater(count("entity_ids"), 0)
        self.assertGreater(count("links"), 0)

    def test_is_sound(self):
        database = self.database()
        self.assertEqual(database.execute("PRAGMA integrity_check").fetchone()[0], "ok")
        self.assertEqual(database.execute("PRAGMA foreign_key_check").fetchall(), [])
        self.assertEqual(database.execute("PRAGMA user_version").fetchone()[0], 1)
        database.execute("INSERT INTO search (search) VALUES ('integrity-check')")

    def test_spans_point_into_the_text(self):
        for row in self.database().execute("SELECT f.text, substr(d.text, span_begin + 1, span_end - span_begin) AS here FROM facts f JOIN documents d USING (document)"):
            self.assertEqual(row["text"], row["here"])

    def test_the_queries_of_the_documentation(self):
        database = self.database()
        page = (SOURCE / "docs" / "sqlite.md").read_text()
        queries = re.findall(r"```sql\n(.*?)```", page, re.S)
        self.assertGreater(len(queries), 7)
        for query in queries:
            with self.subTest(query):
                rows = database.execute(query).fetchall()
                if "HAVING" not in query and "2025-07-01" not in query:
                    self.assertTrue(rows)

    def test_the_documentation_names_every_table(self):
        page = (SOURCE / "docs" / "sqlite.md").read_text()
        for (name,) in self.database().execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')").fetchall():
            if not name.startswith(("sqlite_", "search_")) and name != "searched":
                self.assertIn(f"`{name}`", page)


class Filters(Export):
    def ids(self, *args):
        return [row["id"] for row in self.rows(*args)]

    def wanted(self, condition):
        return [fact["id"] for fact in self.facts if condition(fact)]

    def test_each_filter(self):
        cases = {
            ("--kind", "money"): lambda fact: fact["quantity"]["kind"] == "money",
            ("--kind", "money,count"): lambda fact: fact["quantity"]["kind"] in ("money", "count"),
            ("--kind", "money", "--kind", "count"): lambda fact: fact["quantity"]["kind"] in ("money", "count"),
            ("--section", "lede"): lambda fact: fact["section"] == "lede",
            ("--status", "forecast"): lambda fact: fact["status"] == "forecast",
            ("--min-score", "0.8"): lambda fact: fact["score"] >= 0.8,
            ("--measure", "SALES"): lambda fact: "sales" in fact.get("measure", {}).get("text", "").lower(),
            ("--period", "2025"): lambda fact: fact.get("period", {}).get("start", "") >= "2025-01-01" and "2025" <= fact["period"].get("end", "") <= "2025-12-31",
        }
        for args, condition in cases.items():
            with self.subTest(args):
                wanted = self.wanted(condition)
                self.assertTrue(wanted)
                self.assertLess(len(wanted), len(self.facts))
                self.assertEqual(self.ids(*args), wanted)

    def test_every_format_has_the_same_facts(self):
        wanted = self.wanted(lambda fact: fact["quantity"]["kind"] == "count")
        args = ["--kind", "count"]
        self.assertEqual([fact["id"] for fact in lines(self.file("jsonl", *args))], wanted)
        self.assertEqual([row["id"][1] for row in sheets(self.file("xlsx", *args))["Facts"]], wanted)
        self.assertEqual([row["id"] for row in self.database(*args).execute("SELECT id FROM facts ORDER BY fact")], wanted)

    def test_by_subject(self):
        rows = self.rows("--subject", "nasdaq:nlti")
        self.assertTrue(rows)
        self.assertEqual({row["ticker"] for row in rows}, {"NASDAQ:NLTI"})

    def test_unique(self):
        store = self.folder / "store"
        shutil.copytree(self.store, store)
        catalogue = lines(store / "articles.jsonl")
        catalogue[1].update(duplicate_of=catalogue[0]["name"], similarity=0.9)
        (store / "articles.jsonl").write_text("".join(json.dumps(entry) + "\n" for entry in catalogue))
        everything = self.rows(source=store)
        unique = self.rows("--unique", source=store)
        repeated = self.records[1]["document"]["id"]
        self.assertTrue(any(row["document"] == repeated for row in everything))
        self.assertEqual(unique, [row for row in everything if row["document"] != repeated])

    def test_what_is_no_filter(self):
        for args in [["--kind", "bananas"], ["--period", "soon"], ["--section", "x"], ["--min-score", "2"], ["--status", "accepted"]]:
            with self.subTest(args):
                self.assertNotEqual(self.run_export(self.store, "--to", "csv", *args, code=2).stderr, b"")


class Files(Export):
    def extracted(self, *args):
        return subprocess.run([FIGMINE, "extract", "articles", *args], cwd=self.root, capture_output=True, timeout=60).stdout

    def test_output_of_extract(self):
        for args in [["--format", "jsonl"], ["--format", "json"], ["--format", "json", "--pretty"]]:
            with self.subTest(args):
                path = self.folder / "records"
                path.write_bytes(self.extracted("--with-text", *args))
                self.assertEqual([row["id"] for row in self.rows(source=path)], [fact["id"] for fact in self.facts])
                piped = self.run_export("-", "--to", "csv", input=path.read_bytes()).stdout
                self.assertEqual(piped, (self.folder / "out.csv").read_bytes())

    def test_without_text_there_is_a_warning(self):
        run = self.run_export("-", "--to", "csv", input=self.extracted("--format", "jsonl"))
        self.assertIn(b"--with-text", run.stderr)
        rows = list(csv.DictReader(io.StringIO(run.stdout.decode("utf-8-sig"), newline="")))
        self.assertEqual([[int(row["span_begin"]), int(row["span_end"])] for row in rows], [fact["quantity"]["span"] for fact in self.facts])

    def test_the_same_bytes_again(self):
        for kind in FORMATS:
            first = self.file(kind).read_bytes()
            self.assertEqual(self.file(kind).read_bytes(), first, kind)

    def test_a_damaged_record_is_reported_and_passed_over(self):
        store = self.folder / "store"
        shutil.copytree(self.store, store)
        (store / "hostile.txt.json").write_text('{"schema":"figmine/1"')
        for kind in FORMATS:
            path = self.folder / f"damaged.{kind}"
            run = self.run_export(store, "--to", kind, "-o", path, code=1)
            self.assertIn(b"hostile.txt.json", run.stderr)
            self.assertTrue(path.exists())

    def test_whole_or_not_at_all(self):
        def small_disk():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

        for kind in FORMATS:
            with self.subTest(kind):
                path = self.folder / f"kept.{kind}"
                path.write_text("before")
                run = self.run_export(self.store, "--to", kind, "-o", path, code=1, preexec_fn=small_disk)
                self.assertIn(path.name.encode(), run.stderr)
                self.assertEqual(path.read_text(), "before")
                self.assertEqual([left.name for left in self.folder.iterdir()], [path.name])
                path.unlink()

    def test_a_signal_leaves_nothing_behind(self):
        record = self.extracted("--with-text", "--format", "jsonl")
        for kind in FORMATS:
            process = subprocess.Popen([FIGMINE, "export", "-", "--to", kind, "-o", self.folder / "out"], stdin=subprocess.PIPE, stderr=subprocess.PIPE)
            process.stdin.write(record)  # longer than the pipe is: what is read of it is being exported
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=60)
            self.assertEqual(process.returncode, 128 + signal.SIGTERM, kind)
            self.assertEqual(list(self.folder.iterdir()), [], kind)

    def test_wrong_use(self):
        for args in [[self.store], [self.store, "--to", "docx"], [self.store, "--to", "xlsx"], [self.store, "--to", "sqlite", "-o", "-"],
                     [self.folder, "--to", "csv"], [self.folder / "none", "--to", "csv"], [self.store, "--to", "csv", "-o", self.folder / "none" / "x.csv"],
                     [SOURCE / "README.md", "--to", "csv"]]:
            with self.subTest(args):
                self.assertNotEqual(self.run_export(*args, code=2).stderr, b"")


if __name__ == "__main__":
    FIGMINE, SOURCE = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
