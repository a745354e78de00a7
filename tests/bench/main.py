"""Runs the benchmarks named on the command line, or all of them."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import report
import saving
import window

BENCHES = {"report": report.main, "window": window.main, "saving": saving.main}

if __name__ == "__main__":
    for name in sys.argv[1:] or BENCHES:
        print(f"== {name}")
        BENCHES[name]()
