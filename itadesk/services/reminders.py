"""Letters of a province to the offices whose files it waits for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from itadesk.files import replace_file
from itadesk.gathering import OfficeLine
from itadesk.model.office import Office, OfficeKind
from itadesk.model.year import YearData
from itadesk.naming import file_name
from itadesk.ports import Store
from itadesk.reports.forms import Options, form_of
from itadesk.reports.parts.document_texts import TEMPLATE
from itadesk.reports.parts.names import head_title
from itadesk.services.reporting import furnished, rendered
from itadesk.services.whole_set import NamedFile
from itadesk.services.years import load_year

LETTER = "letter"
REMINDER = "ทวงข้อมูลจากหน่วยงาน"  # the letter's template


def reminders(
    store: Store, year: int, offices: Sequence[OfficeLine], endings: Sequence[str] = (".pdf",)
) -> tuple[NamedFile, ...]:
    """A letter to the head of each office, with what the province remarked on its file.

    Number and day stay blank: each gets its own when it is sent.
    """
    data = replace(load_year(store, year), documents=())  # none of the letters kept so far
    options = furnished(store, data, form_of(LETTER), Options())
    return tuple(_letters(data, options, offices, endings))


def recipient(line: OfficeLine) -> str:
    """The head of the office; its name where offices of its kind have no common head."""
    known = {str(kind): kind for kind in OfficeKind}
    office = Office(line.name, known.get(line.kind, OfficeKind.OTHER), district=line.district)
    return head_title(office) or f"หัวหน้า{line.name}"


def _letters(
    data: YearData, options: Options, offices: Sequence[OfficeLine], endings: Sequence[str]
) -> Iterator[NamedFile]:
    taken: set[str] = set()
    for number, line in enumerate(offices, start=1):
        name = file_name(f"ทวงถาม {line.name}")
        name = name if name not in taken else f"{name} ({number})"
        taken.add(name)
        texts = {**options.texts, TEMPLATE: REMINDER, "to": recipient(line)}
        chosen = replace(options, texts=texts)
        for ending in endings:
            yield f"{name}{ending}", partial(_write, data, chosen)


def _write(data: YearData, options: Options, path: Path) -> None:
    document = form_of(LETTER).build(data, options)
    replace_file(path, rendered(document, path, data.settings))
