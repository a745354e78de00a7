"""What a printed document says, and what of a text it does not say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pypdfium2


def squeezed(text: str) -> str:
    """A text without its white space."""
    return re.sub(r"\s+", "", text)


def text_of(pdf: Path, heads: Iterable[Sequence[str]] = ()) -> str:
    """The squeezed text of all pages, without what stands between two pages of a table.

    That is the page number, and the row of column heads, which is kept once.
    """
    document = pypdfium2.PdfDocument(pdf)
    text = squeezed("".join(page.get_textpage().get_text_range() for page in document))
    document.close()
    text = re.sub(r"-[๐-๙]+-", "", text)
    for columns in heads:
        row = squeezed("".join(columns))
        text = text.replace(row, "", text.count(row) - 1)
    return text


def unprinted(wanted: Iterable[str], text: str) -> list[str]:
    """The texts that are not there, in one piece or in two of a cell that goes on overleaf."""
    return [each for each in wanted if not _there(squeezed(each), text)]


def _there(wanted: str, text: str) -> bool:
    if wanted in text:
        return True
    cuts = range(4, len(wanted) - 3)
    return any(wanted[:cut] in text and wanted[cut:] in text for cut in cuts)


def seed_002_texts(data: dict) -> Iterator[str]:
    """Every text of seed 002 that is printed."""
    yield from (
        data[key] for key in ("title", "analysis_title", "measures_title", "measures_intro")
    )
    yield from (*data["analysis_columns"], *data["analysis_cell_parts"], *data["measure_columns"])
    for each in data["indicators"]:
        yield from (f"{q['code_text']}{q['text_th']}{q['score_text']}" for q in each["questions"])
        yield from filter(None, (each["analysis"]["cause"], *each["analysis"]["guideline"]))
    for each in data["measures"]:
        for column in data["measure_columns"][:3]:
            yield from each[column]
        yield each["ผู้รับผิดชอบ"]
