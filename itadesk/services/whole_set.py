"""The documents of a year together in one folder: forms as PDF or Word, and the workbook."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from itadesk.errors import CannotWrite, ItadeskError
from itadesk.files import replace_file
from itadesk.model.document import DocumentRecord
from itadesk.model.office import Digits
from itadesk.model.year import YearData
from itadesk.naming import file_name
from itadesk.ports import Store
from itadesk.reports.forms import Form, Options, form_of
from itadesk.services.freezing import frozen_of
from itadesk.services.reporting import built, furnished, rendered
from itadesk.services.years import load_year
from itadesk.thai.digits import to_thai

NamedFile = tuple[str, Callable[[Path], None]]  # a file's name, and what writes it to a path
BUG = "โปรแกรมทำเอกสารนี้ไม่สำเร็จ ข้อมูลยังอยู่ครบ โปรดแจ้งผู้ดูแลโปรแกรม"


@dataclass(frozen=True, slots=True)
class Piece:
    """One document of a set; `frozen` is its PDF of when it was signed, empty before that."""

    form: Form
    name: str  # of the file, without an ending
    options: Options
    frozen: bytes = b""


@dataclass(frozen=True, slots=True)
class WholeSet:
    """All that is needed to write a set without the store; `endings` such as .pdf and .docx."""

    data: YearData
    pieces: tuple[Piece, ...]
    endings: tuple[str, ...]
    workbook: bool

    def __len__(self) -> int:
        """How many files it makes."""
        return len(self.pieces) * len(self.endings) + self.workbook


@dataclass(frozen=True, slots=True)
class Written:
    """How a file went: `problem` is a Thai sentence, `bug` what was no fault of the user."""

    name: str
    problem: str = ""
    bug: Exception | None = None


def read_set(
    store: Store,
    year: int,
    form_ids: Collection[str],
    endings: tuple[str, ...],
    *,
    workbook: bool = False,
    digits: Mapping[str, Digits] | None = None,
) -> WholeSet:
    """The chosen forms, one file for each document that the year has of a form."""
    data = load_year(store, year)
    pieces: list[Piece] = []
    for form_id in form_ids:
        form, chosen = form_of(form_id), (digits or {}).get(form_id)
        own = tuple(each for each in data.documents if each.form == form_id)
        documents: tuple[DocumentRecord | None, ...] = own or (None,)
        for document in documents:
            number = document.id if document else None
            name = free_name(_title(form, document, len(own)), {each.name for each in pieces})
            options = furnished(store, data, form, Options(digits=chosen, document=number))
            pieces.append(Piece(form, name, options, _frozen(store, data, document)))
    return WholeSet(data, tuple(pieces), endings, workbook)


def new_folder(parent: Path, year: int, what: str = "เอกสาร ITA") -> Path:
    """Makes a folder for a year's set beside those that are there; CannotWrite."""
    name = file_name(f"{what} ปี {to_thai(str(year))}")
    folder, number = parent / name, 1
    while folder.exists():
        number += 1
        folder = parent / f"{name} ({number})"
    try:
        folder.mkdir()
    except OSError as error:
        raise CannotWrite(
            f"สร้างโฟลเดอร์ “{folder.name}” ใน “{parent}” ไม่ได้ โปรดเลือกที่อื่นที่เขียนได้"
        ) from error
    return folder


def write_files(
    files: Iterable[NamedFile],
    folder: Path,
    tell: Callable[[Written], object],
    stopped: Callable[[], bool] = lambda: False,
) -> None:
    """Writes file after file and tells of each; one that fails does not stop the others.

    `stopped` is asked before each file; what is written by then stays.
    """
    for name, write in files:
        if stopped():
            return
        tell(_outcome(name, partial(write, folder / name)))


def files_of(whole: WholeSet) -> Iterator[NamedFile]:
    """Name and maker of every file of a set."""
    for piece in whole.pieces:
        for ending in whole.endings:
            yield f"{piece.name}{ending}", partial(_write_piece, whole.data, piece)
    if whole.workbook:
        from itadesk.services.exchange import write_year

        name = file_name(f"ข้อมูล ITA ปี {to_thai(str(whole.data.year))}", ".xlsx")
        yield name, partial(write_year, whole.data)


def _write_piece(data: YearData, piece: Piece, path: Path) -> None:
    if piece.frozen and path.suffix == ".pdf":
        replace_file(path, piece.frozen)
        return
    document = built(piece.form, data, piece.options)
    replace_file(path, rendered(document, path, data.settings))


def _outcome(name: str, write: Callable[[], None]) -> Written:
    try:
        write()
    except ItadeskError as refusal:
        return Written(name, str(refusal))
    except Exception as bug:  # not swallowed: it is told, and flies once the others are written
        return Written(name, BUG, bug)
    return Written(name)


def _title(form: Form, document: DocumentRecord | None, count_of_form: int) -> str:
    if document is None or count_of_form == 1 or not document.number:
        return file_name(form.title)
    return file_name(f"{form.title} ที่ {document.number}")


def free_name(name: str, taken: Collection[str]) -> str:
    """The name, with a number where another file has it."""
    tried = (name, *(f"{name} ({number})" for number in range(2, len(taken) + 3)))
    return next(each for each in tried if each not in taken)


def _frozen(store: Store, data: YearData, document: DocumentRecord | None) -> bytes:
    kept = frozen_of(data, document.id) if document and document.id is not None else None
    return store.files.body(kept.id) if kept and kept.id is not None else b""
