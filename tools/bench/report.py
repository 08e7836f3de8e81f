#!/usr/bin/env python3
"""Runs all benchmarks over a folder of articles on one core and writes OUT/benchmarks.json, benchmarks.md and benchmarks.svg.
usage: tools/bench/report.py BENCH-BINARY FIGMINE FOLDER OUT; tools/bench.sh builds the two and calls it."""

import datetime
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import matplotlib

import rules

matplotlib.use("svg")
import matplotlib.pyplot as plt  # noqa: E402

YARDSTICKS = {"yardstick_icu_words": "ICU word break", "yardstick_icu_sentences": "ICU sentence break", "yardstick_re2_numbers": "RE2 number search", "yardstick_copy": "memcpy"}
STAGES = {"whole_flow": "**whole flow, text to JSON**", "stage_document": "document: charset, markup, metadata", "stage_text": "text: sections, sentences, tokens",
          "stage_match": "text and match: layers of rules", "stage_all_after_document": "text to claim: all stages but the first and the last", "stage_write": "output: JSON"}
ROUNDS = 3


def google_benchmark(binary, folder):
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        subprocess.run([binary, folder, f"--benchmark_out={out.name}", "--benchmark_out_format=json", "--benchmark_min_time=0.2"], check=True, stdout=sys.stderr)
        return {each["name"]: each for each in json.load(open(out.name))["benchmarks"]}


def by_threads(figmine, folder):
    taken = {}
    for _ in range(ROUNDS):
        for jobs in sorted({1, 2, os.cpu_count() or 1}):
            start = time.monotonic()
            subprocess.run([figmine, "extract", "--jobs", str(jobs), "--format", "jsonl", folder], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            taken.setdefault(jobs, []).append(time.monotonic() - start)
    return {jobs: statistics.median(times) for jobs, times in taken.items()}


def cold_start(figmine, folder):
    """In a process of its own: a child starts with the memory peak of its parent, and this one's is large."""
    script = pathlib.Path(__file__).with_name("cold_start.py")
    return json.loads(subprocess.run([sys.executable, script, "--json", figmine, folder], check=True, capture_output=True, text=True).stdout)


def measure(binary, figmine, folder):
    return {
        "date": datetime.date.today().isoformat(),
        "passes": google_benchmark(binary, folder),
        "cold_start": cold_start(figmine, folder),
        "rules": rules.measure(figmine, folder, ROUNDS),
        "threads": by_threads(figmine, folder),
    }


def table(head, rows):
    return "\n".join(["| " + " | ".join(head) + " |", "| --- " + "| ---: " * (len(head) - 1) + "|", *("| " + " | ".join(row) + " |" for row in rows)]) + "\n"


def significant(value):
    return f"{value:.3g}" if value < 100 else f"{value:,.0f}"


def passes_table(passes):
    def row(name, label):
        rate = passes[name]["bytes_per_second"]
        return [label, significant(rate / 1e6), *(significant(rate / passes[other]["bytes_per_second"]) for other in YARDSTICKS)]
    rows = [row(name, label) for name, label in {**STAGES, **YARDSTICKS}.items()]
    return table(["one core, the same text, one process", "MB/s", *(f"× {label}" for label in YARDSTICKS.values())], rows)


def of_kind(passes, kind):
    return {name.split("/", 1)[1]: each for name, each in passes.items() if name.startswith(kind + "/")}


def text(result):
    passes = result["passes"]
    whole, cold = passes["whole_flow"], result["cold_start"]
    rate = whole["bytes_per_second"]
    parts = [
        "# Benchmarks\n\nWritten by `tools/bench.sh FOLDER docs`; the numbers are in benchmarks.json. Rates are of input; machines differ, so compare the ratios.\n",
        f"Measured {result['date']}.\n\n![rates](benchmarks.svg)\n\n## Stages and yardsticks\n",
        passes_table(passes),
        f"The whole flow reads {significant(rate / 1e6)} MB/s ({whole['articles/s']:,.0f} articles/s) and writes {significant(whole['out/s'] / 1e6)} MB/s of JSON; "
        f"{whole['allocations/article']:,.0f} allocations an article.\n",
        f"\n`figmine extract` on {cold['bytes']:,} bytes from a cold start: {cold['median_ms']:.1f} ms (median of {cold['runs']} runs), peak memory {cold['peak_mb']:.1f} MB.\n",
        "\n## By length and by density of figures\n",
        table(["bytes of article", "MB/s"], [[f"{int(size):,}", significant(each["bytes_per_second"] / 1e6)] for size, each in of_kind(passes, "length").items()]),
        "",
        table(["sentences with a figure, of 100", "MB/s"], [[share, significant(each["bytes_per_second"] / 1e6)] for share, each in of_kind(passes, "density").items()]),
        "## By number of rules\n\nThe added rules are the shipped ones with one more word at their end that no article has: they begin to match wherever those do.\n",
        table(["rules", "s", "ratio"], [[f"{times} ×", f"{spent:.2f}", f"{spent / result['rules'][1]:.2f}"] for times, spent in result["rules"].items()]),
        "## By threads\n",
        table(["threads", "s", "times as fast"], [[str(jobs), f"{spent:.2f}", f"{result['threads'][1] / spent:.2f}"] for jobs, spent in result["threads"].items()]),
        "## Texts made to be hard\n\n1 MB each where the name says nothing else.\n",
        table(["text", "MB/s", "of the usual rate"], [[name.replace("_", " "), significant(each["bytes_per_second"] / 1e6), significant(each["bytes_per_second"] / rate)] for name, each in of_kind(passes, "hard").items()]),
    ]
    return "\n".join(parts)


def plot(result, path):
    matplotlib.rcParams.update({"svg.hashsalt": "figmine", "svg.fonttype": "none", "font.size": 9})
    figure, (left, middle, right) = plt.subplots(1, 3, figsize=(12, 3.6))
    passes = result["passes"]
    names = ["whole_flow", *list(STAGES)[1:], *YARDSTICKS]
    left.barh([name.replace("yardstick_", "").replace("_", " ") for name in names][::-1], [passes[name]["bytes_per_second"] / 1e6 for name in names][::-1],
              color=["#9aa7b4" if name in YARDSTICKS else "#1f6f8b" for name in names][::-1])
    left.set(xscale="log", title="MB/s")
    lengths = of_kind(passes, "length")
    middle.plot([int(size) for size in lengths], [each["bytes_per_second"] / 1e6 for each in lengths.values()], marker="o", color="#1f6f8b")
    middle.set(xscale="log", title="MB/s by bytes of article", ylim=(0, None))
    densities = of_kind(passes, "density")
    right.plot([int(share) for share in densities], [each["bytes_per_second"] / 1e6 for each in densities.values()], marker="o", color="#1f6f8b")
    right.set(title="MB/s by sentences with a figure, of 100", ylim=(0, None))
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})


def main():
    binary, figmine, folder, out = sys.argv[1:]
    result = measure(binary, figmine, folder)
    out = pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    result["passes"] = {name: {key: each[key] for key in each if key in ("bytes_per_second", "cpu_time", "time_unit", "articles/s", "out/s", "allocations/article")} for name, each in result["passes"].items()}
    (out / "benchmarks.json").write_text(json.dumps(result, indent=1) + "\n")
    (out / "benchmarks.md").write_text(text(result))
    plot(result, out / "benchmarks.svg")
    print(text(result))


if __name__ == "__main__":
    main()
