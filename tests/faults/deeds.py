"""What is done to an office's file while faults happen, and what has to be true afterwards."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from db.connecting import APPLICATION_ID, connect
from db.integrity import verify
from db.migrating import apply_pending
from db.migrations import STEPS
from db.opening import create_store, open_reader, open_store
from db.store import SqliteStore
from itadesk.__main__ import Files
from itadesk.errors import ItadeskError
from itadesk.exchange.reading import read_workbook
from itadesk.services.exchange import apply_import, export_workbook, plan_import
from itadesk.services.office import save_form_text
from itadesk.services.reporting import write_report
from itadesk.services.sample import fill_sample, sample_office, sample_year
from itadesk.services.scores import record_score
from itadesk.services.whole_set import files_of, read_set, write_files

FILE, BOOK, COPIES, OUT = "หน่วยงาน.itadesk", "ข้อมูล.xlsx", "สำรอง", "ออก"
FORM, TEXT, OLD_STEPS = "announcement", "ข้อความ", 4
OLD = b"old " * 2000
CHANGES, FEW = 40, 6  # of one run of typing
CODES = ("i1", "i2", "i3", "e1", "e2")
Told = Callable[[int], None]
Refused = Callable[[ItadeskError], None]


@dataclass(frozen=True, slots=True)
class Deed:
    """`begin` fills an empty folder; `act` tells the number of each change that is saved;
    `wrong` says what is lost or broken afterwards, given the numbers that were told."""

    name: str
    begin: Callable[[Path], None]
    act: Callable[[Path, Told, Refused], None]
    wrong: Callable[[Path, Sequence[int]], list[str]]


Rows = dict[str, list[tuple[object, ...]]]


def rows_of(store: SqliteStore) -> Rows:
    """Every row of every table."""
    named = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
    return {
        name: sorted(map(tuple, store._file.rows(f"SELECT * FROM {name}")), key=repr)
        for (name,) in store._file.rows(named)
    }


def office(folder: Path) -> Path:
    """The sample office with a year full of data."""
    path = folder / FILE
    with closing(create_store(path, sample_office())) as store:
        fill_sample(store)
    return path


# --- typing


def _type(folder: Path, told: Told, refused: Refused, changes: int = CHANGES) -> None:
    with closing(open_store(folder / FILE)) as store:
        for number in range(changes):
            try:
                if number % 4:
                    record_score(store, sample_year(), CODES[number % 5], f"{number}.5")
                else:
                    typed = f"{number} " + "ก" * 200 * number
                    save_form_text(store, sample_year(), FORM, TEXT, typed)
            except ItadeskError as refusal:
                refused(refusal)
            else:
                told(number)


def _typed(path: Path) -> dict[str, str]:
    with closing(open_reader(path)) as store:
        found = store.assessments.get(sample_year())
        texts = store.texts.of_year(sample_year())
    assert found is not None
    scores = {code: str(found.scores[code].score) for code in CODES}
    return scores | {TEXT: texts.get((FORM, TEXT), "").partition(" ")[0]}


def _expected(saved: Collection[int], first: dict[str, str]) -> dict[str, str]:
    """The last change of each place."""
    here = dict(first)
    for number in sorted(saved):
        if number % 4:
            here[CODES[number % 5]] = f"{number}.5"
        else:
            here[TEXT] = str(number)
    return here


def _type_begin(folder: Path) -> None:
    path = office(folder)
    with closing(open_store(path)) as store:
        save_form_text(store, sample_year(), FORM, TEXT, "-1 ")
        for code in CODES:
            record_score(store, sample_year(), code, "100")


def _type_wrong(folder: Path, told: Sequence[int]) -> list[str]:
    path = folder / FILE
    problems = list(verify(path))
    first = dict.fromkeys(CODES, "100") | {TEXT: "-1"}
    there = _typed(path)
    # One more may stand: the change that was being saved, or one of which only the folder's own
    # fsync failed, the last step of all.
    one_more = [{number} for number in range(max(told, default=-1) + 2)]
    if there not in [_expected(more | {*told}, first) for more in (set(), *one_more)]:
        problems.append(f"lost: {there} after {list(told)}")
    return problems


# --- import


def _import_begin(folder: Path) -> None:
    path = office(folder)
    with closing(open_reader(path)) as store:
        export_workbook(store, sample_year(), folder / BOOK)
    path.unlink()
    create_store(path, sample_office()).close()


def _import(folder: Path, told: Told, refused: Refused) -> None:  # noqa: ARG001
    with closing(open_store(folder / FILE)) as store:
        apply_import(store, plan_import(store, folder / BOOK))
        told(1)


def _import_wrong(folder: Path, told: Sequence[int]) -> list[str]:
    problems = list(verify(folder / FILE))
    with closing(open_reader(folder / FILE)) as store:
        there = {name: len(found) for name, found in rows_of(store).items()}
    all_there = there["question_score"] > 20 and there["measure"] > 2 and there["round_report"] > 2
    nothing = not (there["question_score"] or there["measure"] or there["assessment"])
    if not (all_there or (nothing and not told)):
        problems.append(f"half an import: {there}")
    return problems


# --- backup and restore


def _backup_begin(folder: Path) -> None:
    path = office(folder)
    for value in ("2.25", "3.25"):
        _back_up(folder)
        with closing(open_store(path)) as store:  # equal copies are not kept twice
            record_score(store, sample_year(), "i1", value)


def _backup(folder: Path, told: Told, refused: Refused) -> None:  # noqa: ARG001
    _back_up(folder)
    told(1)


def _backup_wrong(folder: Path, told: Sequence[int]) -> list[str]:
    problems = list(verify(folder / FILE))
    kept = _copies(folder)
    for each in kept:
        problems += verify(each)
    if len(kept) < 2 + len(told):
        problems.append(f"{len(kept)} copies, {len(told)} made")
    _back_up(folder)  # works again, and tidies up
    left = [each.name for each in (folder / COPIES).iterdir() if each.suffix != ".itadesk"]
    return [*problems, *(f"left behind: {name}" for name in left)]


def _back_up(folder: Path) -> None:
    Files(folder / "home").back_up(folder / FILE, folder / COPIES)


def _copies(folder: Path) -> list[Path]:
    """Oldest first, as their names begin with their number."""
    return sorted((folder / COPIES).glob("[!.]*.itadesk"))


def _restore_begin(folder: Path) -> None:
    path = office(folder)
    _back_up(folder)
    with closing(open_store(path)) as store:
        record_score(store, sample_year(), "i1", "1.25")


def _restore(folder: Path, told: Told, refused: Refused) -> None:  # noqa: ARG001
    Files(folder / "home").restore(folder / FILE, _copies(folder)[0])
    told(1)


def _restore_wrong(folder: Path, told: Sequence[int]) -> list[str]:
    problems = list(verify(folder / FILE))
    is_new = "1.25" not in _typed(folder / FILE).values()
    if told and not is_new:
        problems.append("confirmed, but not restored")
    aside = [p for p in folder.glob("*.itadesk") if p.name != FILE]
    if is_new and not aside:
        problems.append("the file before is gone")
    for each in aside:
        problems += verify(each)
    return problems


# --- migration


def _migrate_begin(folder: Path) -> None:
    connection = connect(None)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    apply_pending(connection, STEPS[:OLD_STEPS])
    connection.execute("INSERT INTO office VALUES (1, 'x', 'ก', 'อื่นๆ', '', '', '')")
    connection.execute(
        "INSERT INTO assessment (year, plan_year, catalogue_id) VALUES (2568, 2569, 'c')"
    )
    body = "ก" * 3000
    for number in range(60):
        connection.execute(
            "INSERT INTO form_text (year, form, key, text) VALUES (2568, 'f', ?, ?)",
            (str(number), body),
        )
    (folder / FILE).write_bytes(connection.serialize())
    connection.close()


def _migrate(folder: Path, told: Told, refused: Refused) -> None:  # noqa: ARG001
    with closing(open_store(folder / FILE)) as store:
        if not store.read_only:
            told(1)


def _migrate_wrong(folder: Path, told: Sequence[int]) -> list[str]:  # noqa: ARG001
    path = folder / FILE
    with closing(open_store(path)) as store:  # a migration that was broken off is done again
        texts = len(store.texts.of_year(2568))
        name = store.office.get().name
    problems = list(verify(path))
    if (texts, name) != (60, "ก"):
        problems.append(f"lost: {texts} texts, office {name}")
    return problems


# --- what is written out


def _out_begin(folder: Path) -> None:
    office(folder)
    (folder / OUT).mkdir()
    for name in ("a.pdf", "a.xlsx", "a.docx"):
        (folder / OUT / name).write_bytes(OLD)


def _workbook(folder: Path, told: Told, refused: Refused) -> None:  # noqa: ARG001
    with closing(open_reader(folder / FILE)) as store:
        export_workbook(store, sample_year(), folder / OUT / "a.xlsx")
        told(1)


def _pdf(folder: Path, told: Told, refused: Refused) -> None:  # noqa: ARG001
    with closing(open_reader(folder / FILE)) as store:
        write_report(store, sample_year(), _a_form(), folder / OUT / "a.pdf")
        told(1)


def _set(folder: Path, told: Told, refused: Refused) -> None:
    """Three documents and the workbook; each that fails is told and stops no other."""
    with closing(open_reader(folder / FILE)) as store:
        whole = read_set(store, sample_year(), [_a_form()], (".pdf", ".docx"), workbook=True)
    outcomes = []
    write_files(files_of(whole), folder / OUT, outcomes.append)
    for each in outcomes:
        if each.bug is not None:
            raise each.bug
        if each.problem:
            refused(ItadeskError(each.problem))
    if any(not each.problem for each in outcomes):
        told(1)


def _a_form() -> str:
    from itadesk.reports.forms import forms

    return next(each.id for each in forms() if not each.gathers)


def _out_wrong(folder: Path, told: Sequence[int]) -> list[str]:
    problems = list(verify(folder / FILE))
    changed = 0
    for path in (folder / OUT).iterdir():
        if path.suffix == ".tmp" or path.read_bytes() == OLD:
            continue
        changed += 1
        problems += _incomplete(path)
    if told and not changed:
        problems.append("confirmed, but not written")
    return problems


def _incomplete(path: Path) -> list[str]:
    """Read by what reads such a file."""
    try:
        if path.suffix == ".pdf":
            import pypdfium2

            with closing(pypdfium2.PdfDocument(path)) as found:
                assert len(found) > 0
        elif path.suffix == ".xlsx":
            read_workbook(path)
        else:
            import docx

            docx.Document(str(path))
    except Exception as error:
        return [f"half written: {path.name}: {error}"]
    return []


# --- a new file


def _create(folder: Path, told: Told, refused: Refused) -> None:  # noqa: ARG001
    store = create_store(folder / FILE, sample_office())
    told(1)
    store.close()


def _create_wrong(folder: Path, told: Sequence[int]) -> list[str]:
    path = folder / FILE
    if not told and (not path.exists() or not path.stat().st_size):
        return []  # a name that was taken and is empty still
    return list(verify(path))


TYPING = Deed("typing", _type_begin, _type, _type_wrong)
IMPORT = Deed("import", _import_begin, _import, _import_wrong)
BACKUP = Deed("backup", _backup_begin, _backup, _backup_wrong)
RESTORE = Deed("restore", _restore_begin, _restore, _restore_wrong)
MIGRATION = Deed("migration", _migrate_begin, _migrate, _migrate_wrong)
WORKBOOK = Deed("workbook", _out_begin, _workbook, _out_wrong)
PDF = Deed("pdf", _out_begin, _pdf, _out_wrong)
WHOLE_SET = Deed("set", _out_begin, _set, _out_wrong)
NEW = Deed("new", lambda folder: None, _create, _create_wrong)  # noqa: ARG005

SAVE = Deed("save", _type_begin, partial(_type, changes=FEW), _type_wrong)

KILLED = (TYPING, IMPORT, BACKUP, RESTORE, MIGRATION, WORKBOOK, PDF)
DEEDS = {each.name: each for each in (*KILLED, WHOLE_SET, NEW, SAVE)}
