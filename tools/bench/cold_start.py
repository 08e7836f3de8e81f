"""The cold start: `BIN extract` on the article of the folder that is nearest to 3 KB, each run a process of its own; median and best
wall clock, and the peak of memory. usage: tools/bench/cold_start.py BIN FOLDER"""

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


def measure(binary, folder):
    """The article's bytes, the runs' seconds, the most memory in MB."""
    articles = [path for path in pathlib.Path(folder).rglob("*") if path.suffix in (".txt", ".md", ".html")]
    article = min(articles, key=lambda path: (abs(path.stat().st_size - WANTED), path))
    command = [str(binary), "extract", str(article)]
    run(command)  # the executable's pages are in memory from here on
    runs = [run(command) for _ in range(RUNS)]
    return article.stat().st_size, [seconds for seconds, _ in runs], max(memory for _, memory in runs) / 1024


def main():
    size, seconds, memory = measure(*sys.argv[1:])
    print(f"cold start on {size} bytes: {statistics.median(seconds) * 1000:.1f} ms (best {min(seconds) * 1000:.1f}), peak memory {memory:.1f} MB")


if __name__ == "__main__":
    main()
