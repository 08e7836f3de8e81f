"""A folder of src/ includes only from itself, from the folders before it in the pipeline's order and from src/include; the public
headers include only each other and the standard library. Tests that a file's head names are there. usage: layering.py SRC"""

import pathlib
import re
import sys

ORDER = ["base", "ruleset", "document", "text", "match", "resolve", "claim", "output", "pipeline", "corpus", "feed", "batch", "export", "stats", "report", "server", "review", "cli"]
TEST = re.compile(r"\btests/[\w/]+(\.(cc|py))?")
INCLUDE = re.compile(r'\s*#\s*include\s*([<"])([^>"]+)[>"]')


def complaint(folder, quote, target):
    """What is wrong with including `target` from `folder` ("include" for the public headers), or None."""
    top = target.split("/")[0]
    if folder == "include":
        own = target.startswith("figmine/") or (quote == "<" and "/" not in target and not target.endswith(".h"))
        return None if own else f"a public header must not include {target}"
    if quote == "<":
        return None
    if top == "figmine":
        return None
    if top not in ORDER or "/" not in target:
        return f'"{target}" is no path from src/'
    if ORDER.index(top) > ORDER.index(folder):
        return f"{folder} must not include from {top}"
    return None


def check(path, folder, src):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        match = INCLUDE.match(line)
        problem = match and complaint(folder, match[1], match[2])
        if problem:
            yield f"{path}:{number}: {problem}"
        for test in TEST.finditer(line):
            if not (src.parent / test[0]).exists():
                yield f"{path}:{number}: there is no {test[0]}"


def main():
    src = pathlib.Path(sys.argv[1])
    problems = []
    for path in sorted([*src.rglob("*.cc"), *src.rglob("*.h")]):
        folder = path.relative_to(src).parts[0]
        if folder in ORDER or folder == "include":
            problems += check(path, folder, src)
        else:
            problems.append(f"{path}: '{folder}' has no place in the order")
    print(*problems, f"{len(problems)} includes against the direction of flow or tests that are not there", sep="\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
