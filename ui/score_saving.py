"""What was typed or pasted into score cells: checked one by one, saved as one action."""

from __future__ import annotations

from collections.abc import Mapping

from itadesk.errors import ItadeskError
from itadesk.model.catalogue import Catalogue
from itadesk.services.scores import (
    ScoreEntry,
    checked,
    official_name,
    record_cells,
    record_official,
    record_score,
)
from itadesk.thai.digits import to_arabic
from itadesk.thai.numbers import parse_score
from ui.models.scores import PARTS, Cell, Column, Draft
from ui.session import Session

FULL, NONE = "100", "0"
ITEM_WORDS = {
    "1": FULL,
    "y": FULL,
    "/": FULL,
    "✓": FULL,
    "มี": FULL,
    "n": NONE,
    "x": NONE,
    "ไม่มี": NONE,
}
NOT_SAVED = "ยังไม่ได้บันทึกช่องนี้ โปรดดูข้อความด้านบน แล้วกด Enter ในช่องนี้อีกครั้ง"


def refusal(catalogue: Catalogue, cell: Cell, typed: str) -> str:
    """Why a cell cannot take what was typed; "" when it can."""
    try:
        if cell.column is Column.OFFICIAL:
            parse_score(typed or None, name=official_name(catalogue, cell.key))
        else:
            checked(catalogue, _entry(cell, typed))
    except ItadeskError as wrong:
        return str(wrong)
    return ""


def save_cell(session: Session, cell: Cell, typed: str) -> str:
    """Saves one cell; the reason when it was not saved."""
    data = session.data
    if data is None:
        return NOT_SAVED
    typed = _meant(data.catalogue, cell, typed)
    reason = refusal(data.catalogue, cell, typed)
    if reason:
        return reason
    if cell.column is Column.OFFICIAL:
        changes = session.run(record_official, data.year, cell.key, typed or None)
    else:
        part = PARTS[cell.column]
        changes = session.run(record_score, data.year, cell.key, typed or None, part)
    return "" if changes is not None else NOT_SAVED


def save_cells(session: Session, typed: Mapping[Cell, str]) -> dict[Cell, Draft]:
    """Saves the good ones as one action that can be undone; gives the others back as drafts."""
    data = session.data
    if data is None or not typed:
        return {}
    typed = {cell: _meant(data.catalogue, cell, text) for cell, text in typed.items()}
    reasons = {cell: refusal(data.catalogue, cell, text) for cell, text in typed.items()}
    wrong = {cell: Draft(typed[cell], reason) for cell, reason in reasons.items() if reason}
    good = {cell: text for cell, text in typed.items() if cell not in wrong}
    if good and not _save_all(session, data.year, good):
        wrong |= {cell: Draft(text, NOT_SAVED) for cell, text in good.items()}
    return wrong


def _meant(catalogue: Catalogue, cell: Cell, typed: str) -> str:
    """What a short word stands for in an item of all or nothing."""
    question = catalogue.question(cell.key)
    if question is None or not question.binary:
        return typed
    return ITEM_WORDS.get(to_arabic(typed.strip().lower()), typed)


def _save_all(session: Session, year: int, typed: Mapping[Cell, str]) -> bool:
    entries = [_entry(c, text) for c, text in typed.items() if c.column is not Column.OFFICIAL]
    official = {c.key: text or None for c, text in typed.items() if c.column is Column.OFFICIAL}
    return session.run(record_cells, year, entries, official) is not None


def _entry(cell: Cell, typed: str) -> ScoreEntry:
    return ScoreEntry(cell.key, typed or None, PARTS[cell.column])
