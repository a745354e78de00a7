"""The phrase library as a table, and which of it is looked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from itadesk.labels import PHRASE_KIND
from itadesk.model.phrase import Phrase, PhraseKind
from itadesk.thai.collation import sort_key
from itadesk.thai.digits import to_thai
from itadesk.thai.folding import fold, folded_words

Index = QModelIndex | QPersistentModelIndex
HEADS = ("ข้อความ", "ชนิด", "ข้อ", "ใช้แล้ว")
TEXT, KIND, PLACE, USES = range(4)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; every word must be found."""

    kind: PhraseKind | None = None
    words: str = ""
    by_letter: bool = False  # else the most used first

    def of(self, phrases: Iterable[Phrase], kept: int | None = None) -> list[Phrase]:
        """Those that fit, and the one that is being written in."""
        words = folded_words(self.words)
        found = [p for p in phrases if self._fits(p, words) or (kept is not None and p.id == kept)]
        return sorted(found, key=lambda p: sort_key(p.text)) if self.by_letter else found

    def _fits(self, phrase: Phrase, words: Sequence[str]) -> bool:
        text = fold(f"{phrase.text} {place_words(phrase)} {PHRASE_KIND[phrase.kind]}")
        return self.kind in (None, phrase.kind) and all(word in text for word in words)


def place_words(phrase: Phrase) -> str:
    """The question or indicator a phrase was written for; "" for none."""
    if not phrase.code:
        return ""
    return to_thai(f"ตัวชี้วัด {phrase.code}" if phrase.code.isdigit() else phrase.code)


class PhraseModel(QAbstractTableModel):
    """One phrase a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.phrases: list[Phrase] = []

    def show_phrases(self, phrases: list[Phrase]) -> None:
        self.beginResetModel()
        self.phrases = phrases
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.phrases)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.phrases):
            return None
        phrase, column = self.phrases[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return _cell(phrase, column)
        if role == Qt.ItemDataRole.ToolTipRole and column == TEXT:
            return phrase.text
        if role == Qt.ItemDataRole.TextAlignmentRole and column == USES:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


def _cell(phrase: Phrase, column: int) -> str:
    return {
        TEXT: " ".join(phrase.text.split()),
        KIND: PHRASE_KIND[phrase.kind],
        PLACE: place_words(phrase) or "–",
        USES: to_thai(str(phrase.uses)) if phrase.uses else "–",
    }[column]
