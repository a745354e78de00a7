"""The command `selftest`: tries this computer and prints or saves the report."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from datetime import datetime

from itadesk.files import replace_file
from itadesk.selftest import Trial, Verdict, core_trials, run_trials, trial_place
from itadesk.selftest.report import as_rows, headline, report_text
from itadesk.storage import Storage


def run(
    found: argparse.Namespace, storage: Storage, window_trials: Callable[[], list[Trial]]
) -> int:
    """The exit code: 1 when something does not work, told in a sentence."""
    with trial_place(storage, found.folder) as place:
        outcomes = list(run_trials([*core_trials(), *window_trials()], place))
    text = report_text(outcomes, datetime.now())
    if found.to is not None:
        replace_file(found.to, text.encode("utf-8-sig"))
    print(json.dumps(as_rows(outcomes), ensure_ascii=False) if found.json else text)
    if all(outcome.found.verdict is not Verdict.BAD for outcome in outcomes):
        return 0
    print(f"{headline(outcomes)} โปรดดูเรื่องที่ไม่ผ่านในรายงาน", file=sys.stderr)
    return 1
