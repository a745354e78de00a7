"""Runs the benchmarks named on the command line, or all of them; started by tests/bench/run."""

import sys

import backing
import checking
import consolidating
import fuzz
import keystrokes
import linebreaks
import opening
import otherbreaks
import pages
import report
import saving
import switching
import window

BENCHES = {
    "linebreaks": linebreaks.main,
    "otherbreaks": otherbreaks.main,
    "report": report.main,
    "pages": pages.main,
    "window": window.main,
    "saving": saving.main,
    "opening": opening.main,
    "switching": switching.main,
    "typing": keystrokes.main,
    "checks": checking.main,
    "backup": backing.main,
    "consolidate": consolidating.main,
    "fuzz": fuzz.main,
}
COUNTED = {"consolidate": consolidating.main, "fuzz": fuzz.main}

if __name__ == "__main__":
    words = sys.argv[1:] or list(BENCHES)
    if words[0] in COUNTED and words[1:]:
        COUNTED[words[0]](int(words[1]))
    else:
        for name in words:
            print(f"== {name}")
            BENCHES[name]()
