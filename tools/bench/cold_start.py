"""The cold start: `BIN extract` on the article of the folder that is nearest to 3 KB, each run a process of its own; median and best
wall clock, and the peak of memory. usage: tools/bench/cold_start.py [--json] BIN FOLDER"""

import json
import os
import pathlib
import statistics
import sys
import time

RUNS = 40
WANTED = 3000  # bytes


def run(command):
    """Seconds and KB of one run."""
    begin = time.perf_counter()
    child = os.posix_spawn(command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - begin
    if status != 0:
        sys.exit(f"{' '.join(command)} failed")
    return seconds, usage.ru_maxrss


def main():
    as_json = sys.argv[1] == "--json"
    binary, folder = sys.argv[1 + as_json:]
    articles = [path for path in pathlib.Path(folder).rglob("*") if path.suffix in (".txt", ".md", ".html")]
    article = min(articles, key=lambda path: (abs(path.stat().st_size - WANTED), path))
    command = [binary, "extract", str(article)]
    run(command)  # the executable's pages are in memory from here on
    runs = [run(command) for _ in range(RUNS)]
    milliseconds = [seconds * 1000 for seconds, _ in runs]
    told = {"bytes": article.stat().st_size, "runs": RUNS, "median_ms": statistics.median(milliseconds), "best_ms": min(milliseconds),
            "peak_mb": max(memory for _, memory in runs) / 1024}
    if as_json:
        print(json.dumps(told))
    else:
        print(f"cold start on {told['bytes']} bytes: {told['median_ms']:.1f} ms (best {told['best_ms']:.1f}), peak memory {told['peak_mb']:.1f} MB")


if __name__ == "__main__":
    main()
