#!/usr/bin/env python3
"""Measures figmine at real size over a folder of articles: batch by threads, batch killed again and again, batch and filter by memory,
serve under load.
usage: tools/bench/feed.py threads|kill|batch|filter|serve FOLDER [--bin build/figmine] [--articles N] [--rounds N] [--seconds N]
Prints a table; docs/batch.md has the figures of the last run. Needs Linux (/proc); takes minutes."""

import argparse
import concurrent.futures
import http.client
import json
import os
import pathlib
import random
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time

MIB = 1024


def memory(pid, field="VmRSS"):
    """MB; 0 once the process is gone."""
    try:
        found = re.search(rf"{field}:\s+(\d+)", pathlib.Path(f"/proc/{pid}/status").read_text())
        return int(found[1]) / MIB if found else 0.0
    except OSError:
        return 0.0


class Peaks:
    """The most memory that a process took in each tenth of its articles."""

    def __init__(self, total):
        self.total, self.tenths = total, [0.0] * 10

    def see(self, done, megabytes):
        tenth = min(done * 10 // self.total, 9)
        self.tenths[tenth] = max(self.tenths[tenth], megabytes)

    def tell(self, what):
        print(f"{what}: most MB in each tenth of {self.total:,} articles")
        print("  " + " ".join(f"{peak:.0f}" for peak in self.tenths))
        print(f"  peak {max(self.tenths):.0f} MB")


def files_of(folder):
    return sorted(path for path in pathlib.Path(folder).rglob("*") if path.is_file())


def repeated(files, count, into):
    """The articles again and again under changed names, as links."""
    for i in range(count):
        source = files[i % len(files)]
        place = into / f"{i // 1000:04}"
        place.mkdir(exist_ok=True)
        (place / f"{i:07}-{source.name}").symlink_to(source.resolve())


def busy():
    """Seconds of processor time that the whole machine has spent, and this program's children among it."""
    fields = [int(field) for field in pathlib.Path("/proc/stat").read_text().split("\n")[0].split()[1:]]
    idle, stolen = fields[3] + fields[4], fields[7]
    children = os.times()
    return (sum(fields[:8]) - idle - stolen) / os.sysconf("SC_CLK_TCK"), children.children_user + children.children_system


def threads(arguments):
    taken, beside = {1: [], 2: []}, []
    # The folders are removed after the last run: ext4 looks long for a free inode where many were freed a moment ago.
    with tempfile.TemporaryDirectory() as folder:
        for i in range(arguments.rounds):
            for jobs, times in taken.items():
                start, (all_before, ours_before) = time.monotonic(), busy()
                subprocess.run([arguments.bin, "batch", arguments.folder, "-o", f"{folder}/{i}-{jobs}", "--jobs", str(jobs), "--quiet"], check=True)
                times.append(time.monotonic() - start)
                all_after, ours_after = busy()
                beside.append(all_after - all_before - (ours_after - ours_before))
    for jobs, times in taken.items():
        print(f"{jobs} thread(s): median {statistics.median(times):.1f} s of {' '.join(f'{t:.1f}' for t in times)}")
    print(f"ratio of the medians {statistics.median(taken[1]) / statistics.median(taken[2]):.2f}")
    print(f"processor time of others in each run, s: {' '.join(f'{t:.1f}' for t in beside)}")


def contents(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def kill(arguments):
    chance = random.Random(20)
    with tempfile.TemporaryDirectory() as name:
        whole, killed = pathlib.Path(name, "whole"), pathlib.Path(name, "killed")
        start = time.monotonic()
        subprocess.run([arguments.bin, "batch", arguments.folder, "-o", whole, "--quiet"], check=True)
        usual = time.monotonic() - start
        command = [arguments.bin, "batch", arguments.folder, "-o", killed, "--quiet"]
        kills = 0
        while kills < arguments.kills:
            process = subprocess.Popen(command)
            try:
                process.wait(chance.uniform(0, 1.5 * usual / arguments.kills))
                command = [*command[:6], "--force"]  # all is done: once more
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                kills += 1
        subprocess.run(command[:6], check=True)
        one, other = contents(whole), contents(killed)
        differ = sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))
        print(f"{kills} kills, then a run to the end: {len(one)} files, other than undisturbed: {' '.join(differ) or 'none'}")


def batch(arguments):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "in").mkdir()
        repeated(files_of(arguments.folder), arguments.articles, folder / "in")
        peaks = Peaks(arguments.articles)
        command = [arguments.bin, "batch", folder / "in", "-o", folder / "out", "--no-duplicates"]
        process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        done = 0

        def watch():
            while process.poll() is None:
                peaks.see(done, memory(process.pid))
                time.sleep(0.2)

        watcher = threading.Thread(target=watch)
        watcher.start()
        for line in process.stderr:
            if found := re.search(r"% ([\d,]+) articles", line):
                done = int(found[1].replace(",", ""))
            else:
                print(line, end="")
        watcher.join()
        peaks.tell("batch")


def filter_(arguments):
    lines = [json.dumps({"id": path.name, "text": path.read_text()}).encode() for path in files_of(arguments.folder)]
    peaks = Peaks(arguments.articles)
    command = [arguments.bin, "extract", "--input", "jsonl", "--format", "jsonl", "-"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def feed():
        for i in range(arguments.articles):
            process.stdin.write(lines[i % len(lines)] + b"\n")
        process.stdin.close()

    threading.Thread(target=feed).start()
    start = time.monotonic()
    for done, _ in enumerate(process.stdout):
        if done % 50 == 0:
            peaks.see(done, memory(process.pid))
    print(f"{done + 1:,} facts or errors in {time.monotonic() - start:.0f} s, exit code {process.wait()}")
    peaks.tell("filter")


def serve(arguments):
    texts = [path.read_bytes() for path in files_of(arguments.folder)]
    process = subprocess.Popen([arguments.bin, "serve", "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    host, port = re.search(r"http://([\d.]+):(\d+)", process.stdout.readline()).groups()
    end = time.monotonic() + arguments.seconds
    answers, samples = {}, []

    def client(first):
        counted = {}
        connection = http.client.HTTPConnection(host, int(port), timeout=120)
        at = first
        while time.monotonic() < end:
            try:
                connection.request("POST", "/v1/extract", texts[at % len(texts)], {"Content-Type": "text/plain"})
                answer = connection.getresponse()
                answer.read()
                status = answer.status
            except OSError as problem:
                status = type(problem).__name__
            counted[status] = counted.get(status, 0) + 1
            at += 97
        return counted

    with concurrent.futures.ThreadPoolExecutor(100) as pool:
        running = [pool.submit(client, i) for i in range(100)]
        while time.monotonic() < end:
            samples.append(memory(process.pid))
            time.sleep(1)
        for one in running:
            for status, count in one.result().items():
                answers[status] = answers.get(status, 0) + count
    print(f"100 connections, {arguments.seconds} s: answers by status {answers}")
    print("  MB each fifth of the time: " + " ".join(f"{samples[len(samples) * i // 5]:.0f}" for i in range(1, 5)) + f" {samples[-1]:.0f}; peak {memory(process.pid, 'VmHWM'):.0f}")
    process.terminate()
    print(f"  exit code {process.wait()}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    measurements = {"threads": threads, "kill": kill, "batch": batch, "filter": filter_, "serve": serve}
    parser.add_argument("what", choices=measurements)
    parser.add_argument("folder")
    parser.add_argument("--bin", default="build/figmine")
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seconds", type=int, default=60)
    arguments = parser.parse_args()
    arguments.bin = os.path.abspath(arguments.bin)
    measurements[arguments.what](arguments)


if __name__ == "__main__":
    sys.exit(main())
