"""Workbooks of as many offices as wanted: one written workbook, its digits changed in the XML."""

import io
import random
import re
import zipfile
from dataclasses import replace
from pathlib import Path

from db.opening import open_store
from itadesk.exchange.writing import write_workbook
from itadesk.services.sample import fill_sample, sample_office, sample_year
from itadesk.services.years import load_year

DISTRICTS = 25
_NAME, _CODE, _DISTRICT, _TEXT = "770001", "77000200", "7703", "770004"  # stand for an office's own
_SCORE = re.compile(rb'(<c r="[DE]\d+"[^>]*><v>)(\d\d\.\d+|\d\d)(</v>)')


def make(folder: Path, count: int) -> None:
    """Full years: all scores, findings, measures, rounds and the register of each office."""
    parts = _parts()
    chance = random.Random(2568)
    for number in range(count):
        with zipfile.ZipFile(folder / f"{number:05}.xlsx", "w", zipfile.ZIP_DEFLATED) as made:
            for name, body in parts.items():
                made.writestr(name, _own(name, body, number, chance))


def _parts() -> dict[str, bytes]:
    store = open_store(None)
    fill_sample(store)
    data = load_year(store, sample_year())
    store.close()
    office = replace(
        sample_office(),
        name=f"องค์การบริหารส่วนตำบล {_NAME}",
        code=_CODE,
        district=f"อำเภอ {_DISTRICT}",
    )
    marked = replace(
        data,
        office=office,
        findings=tuple(replace(f, cause=f"{f.cause} {_TEXT}") for f in data.findings),
        measures=tuple(
            replace(m, activities=f"{m.activities} {_TEXT}", analysis=f"{m.analysis} {_TEXT}")
            for m in data.measures
        ),
        rounds=tuple(replace(r, output=f"{r.output} {_TEXT}") for r in data.rounds),
    )
    with zipfile.ZipFile(io.BytesIO(write_workbook(marked))) as book:
        return {name: book.read(name) for name in book.namelist()}


def _own(name: str, body: bytes, number: int, chance: random.Random) -> bytes:
    for mark, own in (
        (_NAME, f"{number:06}"),
        (_CODE, f"{number:08}"),
        (_DISTRICT, f"{number % DISTRICTS:04}"),
        (_TEXT, f"{chance.randrange(10**6):06}"),
    ):
        body = body.replace(mark.encode(), own.encode())
    if name.endswith(("sheet2.xml", "sheet3.xml")):  # scores of questions; announced ones
        body = _SCORE.sub(lambda found: _scored(found, chance), body)
    return body


def _scored(found: re.Match[bytes], chance: random.Random) -> bytes:
    return b"%b%.2f%b" % (found[1], chance.uniform(60, 99.99), found[3])
