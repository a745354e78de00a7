"""Runs the benchmarks named on the command line, or all of them; started by tests/bench/run."""

import sys

import keystrokes
import linebreaks
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
    "switching": switching.main,
    "typing": keystrokes.main,
}

if __name__ == "__main__":
    for name in sys.argv[1:] or BENCHES:
        print(f"== {name}")
        BENCHES[name]()
