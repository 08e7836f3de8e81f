"""figmine watch with real files and real signals. usage: watch_test.py FIGMINE SOURCE_DIR [unittest options]"""

import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

FIGMINE = ""


class Watch(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.inbox = self.folder / "inbox"
        self.inbox.mkdir()
        self.out = self.folder / "out"

    def start(self, *args):
        process = subprocess.Popen(
            [FIGMINE, "watch", "inbox", "-o", "out", "--settle", "0.05", "--sweep", "0.5", *args], cwd=self.folder, stderr=subprocess.PIPE, text=True
        )
        self.said = []
        reader = threading.Thread(target=lambda: self.said.extend(process.stderr))
        reader.start()

        def end():
            process.kill()
            process.wait()
            reader.join()
            process.stderr.close()

        self.addCleanup(end)
        self.until(lambda: "watching" in "".join(self.said))
        return process

    def until(self, condition):
        end = time.monotonic() + 30
        while not condition():
            self.assertLess(time.monotonic(), end, "waited in vain; it said:\n" + "".join(self.said))
            time.sleep(0.01)

    def stop(self, process, number=signal.SIGTERM):
        process.send_signal(number)
        self.assertEqual(process.wait(timeout=30), 0)

    def write(self, name, text="Sales rose 12 percent to $3 million in 2025.\n"):
        path = self.inbox / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def catalogue(self):
        path = self.out / "articles.jsonl"
        return {entry["name"]: entry for entry in map(json.loads, path.read_text().splitlines())} if path.exists() else {}

    def test_takes_what_is_there_and_what_comes(self):
        self.write("before.txt")
        process = self.start()
        self.until(lambda: "before.txt" in self.catalogue())
        self.write("new/after.txt")
        self.until(lambda: "new/after.txt" in self.catalogue())
        self.write("before.txt", "Costs fell 3 percent in 2024 and 4 percent in 2025.\n")
        self.until(lambda: "percent" in self.catalogue()["before.txt"].get("kinds", {}) and self.catalogue()["before.txt"]["facts"] == 2 and "money" not in self.catalogue()["before.txt"]["kinds"])
        self.assertTrue((self.inbox / "before.txt").exists())
        facts = (self.out / "facts.jsonl").read_text().splitlines()
        self.assertEqual(len(facts), sum(entry["facts"] for entry in self.catalogue().values()))
        self.stop(process)

    def test_waits_until_an_article_is_complete(self):
        process = self.start()
        with open(self.inbox / "slow.txt", "w") as file:
            file.write("Sales rose 12 percent ")
            file.flush()
            self.write("other.txt")
            self.until(lambda: (self.out / "other.txt.json").exists())
            self.assertFalse((self.out / "slow.txt.json").exists())
            file.write("to $3 million in 2025.\n")
        self.until(lambda: "slow.txt" in self.catalogue())
        self.assertEqual(self.catalogue()["slow.txt"]["kinds"], {"money": 1, "percent": 1})
        self.stop(process, signal.SIGINT)

    def test_survives_a_kill(self):
        process = self.start()
        self.write("one.txt")
        self.until(lambda: (self.out / "one.txt.json").exists())
        process.kill()
        process.wait()
        self.write("two.txt")
        process = self.start()
        self.until(lambda: {"one.txt", "two.txt"} <= set(self.catalogue()))
        self.stop(process)

    def test_a_bad_article_is_told_once_and_stops_nothing(self):
        process = self.start()
        self.write("bad.txt", "")
        self.write("good.txt")
        self.until(lambda: {"bad.txt", "good.txt"} <= set(self.catalogue()))
        self.assertEqual(self.catalogue()["bad.txt"]["status"], "failed")
        time.sleep(1.2)
        self.stop(process)
        self.assertEqual("".join(self.said).count("bad.txt: error"), 1)

    def test_done_files_are_moved_only_when_asked(self):
        process = self.start("--done", "taken")
        self.write("a/one.txt")
        self.write("bad.txt", "")
        self.until(lambda: (self.folder / "taken/a/one.txt").exists())
        self.write("a/one.txt", "Costs fell 3 percent in 2024.\n")
        self.until(lambda: (self.folder / "taken/a/one.txt.2").exists())
        self.until(lambda: "bad.txt" in self.catalogue())
        self.assertTrue((self.inbox / "bad.txt").exists())
        self.assertFalse((self.inbox / "a/one.txt").exists())
        self.stop(process)

    def test_no_inbox_and_a_store_in_use(self):
        run = subprocess.run([FIGMINE, "watch", "nowhere", "-o", "out"], cwd=self.folder, capture_output=True, text=True)
        self.assertEqual(run.returncode, 2)
        self.assertIn("nowhere: error: is no folder", run.stderr)
        for args in (["-o", "inbox/out"], ["-o", "out", "--done", "inbox/../inbox/taken"]):
            run = subprocess.run([FIGMINE, "watch", "inbox", *args], cwd=self.folder, capture_output=True, text=True)
            self.assertEqual(run.returncode, 2)
            self.assertIn("lies in the inbox", run.stderr)
        process = self.start()
        run = subprocess.run([FIGMINE, "batch", "inbox", "-o", "out"], cwd=self.folder, capture_output=True, text=True)
        self.assertEqual(run.returncode, 2)
        self.assertIn("in use", run.stderr)
        self.stop(process)


if __name__ == "__main__":
    FIGMINE = os.path.abspath(sys.argv[1])
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
