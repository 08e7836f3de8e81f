"""A folder of src/ includes only from itself and the folders before it in the pipeline's order. usage: layering.py SRC"""
import pathlib
import re
import sys

ORDER = ["base", "ruleset", "document", "text", "match", "resolve", "claim", "output", "pipeline", "corpus", "batch", "server", "review", "cli"]


def main():
    src = pathlib.Path(sys.argv[1])
    wrong = 0
    for path in sorted(src.rglob("*.cc")) + sorted(src.rglob("*.h")):
        folder = path.relative_to(src).parts[0]
        if folder == "include":
            continue
        if folder not in ORDER:
            print(f"{path}: folder '{folder}' has no place in the order")
            wrong += 1
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            match = re.match(r'#include "([a-z_]+)/', line)
            if match and match[1] in ORDER and ORDER.index(match[1]) > ORDER.index(folder):
                print(f"{path}:{number}: {folder} must not include from {match[1]}")
                wrong += 1
    print(f"{wrong} includes against the direction of flow")
    return 1 if wrong else 0


sys.exit(main())
