"""The documents of a year: their title, and what they still lack."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from itadesk.model.year import YearData
from itadesk.reports.forms import Form
from itadesk.thai.digits import to_thai
from ui.models.documents import documents_of, summary_of
from ui.models.rows import RowModel


@dataclass(frozen=True, slots=True)
class FormRow:
    """One document in the list."""

    id: str
    title: str
    lacking: tuple[str, ...]
    documents: str = ""  # state and number of the newest, and how many there are

    @property
    def state(self) -> str:
        """In a few words, with its sign."""
        if not self.lacking:
            return f"{self.sign} ข้อมูลครบ"
        return f"{self.sign} ยังขาด {to_thai(str(len(self.lacking)))} เรื่อง"

    @property
    def sign(self) -> str:
        return "○" if self.lacking else "✓"

    @property
    def remark(self) -> str:
        """How many things are lacking, as short as it can be said; "" when nothing is."""
        return f"ขาด {to_thai(str(len(self.lacking)))}" if self.lacking else ""


def form_rows(forms: Sequence[Form], data: YearData) -> tuple[FormRow, ...]:
    """Every form with its documents and what it lacks in this year."""
    return tuple(
        FormRow(
            form.id,
            form.title,
            tuple(form.lacking(data)),
            summary_of(documents_of(data, form.id)),
        )
        for form in forms
    )


class FormModel(RowModel[FormRow]):
    """Told apart by the ids of their forms."""

    def key(self, row: FormRow) -> str:
        return row.id

    def texts(self, row: FormRow) -> tuple[str, str, str]:
        told = "\n".join(filter(None, (row.title, row.documents, row.state, *row.lacking)))
        return row.title, told, told
