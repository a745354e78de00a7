"""What each command does; prints results, raises ItadeskError for what the user can mend."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from itadesk.cli import keeping
from itadesk.cli.writing import keep_copy, to_write
from itadesk.errors import CannotWrite, ItadeskError, NotFound
from itadesk.model.office import Digits, Office, OfficeKind
from itadesk.naming import file_name
from itadesk.ports import Store
from itadesk.services.years import load_year, score_years, start_year
from itadesk.storage import Storage
from itadesk.thai.digits import to_thai


def run(found: argparse.Namespace, files: Storage) -> None:
    """Runs a parsed command; a refusal names the file it is about."""
    commands: dict[str, Callable[[argparse.Namespace, Storage], None]] = {
        "demo": demo,
        "new": new,
        "template": template,
        "import": import_workbook,
        "export": export,
        "score": score,
        "check": check,
        "forms": forms,
        "report": report,
        "consolidate": consolidate,
        "fill": fill,
        "backup": keeping.backup,
        "restore": keeping.restore,
        "verify": keeping.verify,
        "salvage": keeping.salvage,
    }
    try:
        _refuse_own_file(found)
        commands[found.command](found, files)
    except ItadeskError as refusal:
        unnamed = _unnamed_file(str(refusal), found)
        if unnamed is None:
            raise
        raise type(refusal)(f"ไฟล์ “{unnamed.name}”: {refusal}") from refusal


def demo(found: argparse.Namespace, files: Storage) -> None:
    """The sample office's file, every form as PDF and Word, and the workbook."""
    from itadesk.reports.forms import forms as all_forms
    from itadesk.services.exchange import export_workbook
    from itadesk.services.reporting import write_report
    from itadesk.services.sample import fill_sample, sample_office, sample_year

    folder: Path = found.folder
    office, year = sample_office(), sample_year()
    path = folder / file_name(office.name, ".itadesk")
    targets = {
        form.id: [folder / file_name(form.title, ending) for ending in (".pdf", ".docx")]
        for form in all_forms()
        if not form.gathers
    }
    workbook = folder / file_name(f"ข้อมูล ITA ปี {to_thai(str(year))} {office.name}", ".xlsx")
    made = [path, workbook, *(each for pair in targets.values() for each in pair)]
    _make_folder(folder)
    _refuse_existing(made)
    store = files.create(path, office)
    with _taken_back_on_failure(made), closing(store):
        fill_sample(store)
        for form_id, paths in targets.items():
            for target in paths:
                write_report(store, year, form_id, target)
                print(target)
        export_workbook(store, year, workbook)
    print(workbook)
    print(path)


def new(found: argparse.Namespace, files: Storage) -> None:
    """An office's file with its first year."""
    from itadesk.services.office import checked_office

    office = checked_office(
        Office(found.office, OfficeKind(found.kind), found.province, found.district)
    )
    store = files.create(found.file, office)
    with _taken_back_on_failure([found.file]), closing(store):
        start_year(store, found.year)
    print(found.file)


def template(found: argparse.Namespace, files: Storage) -> None:
    """The empty exchange workbook of a year."""
    from itadesk.services.exchange import write_template

    write_template(found.year, found.out)
    print(found.out)


def import_workbook(found: argparse.Namespace, files: Storage) -> None:
    """What an import would change, row by row; without --dry-run, changes it."""
    from itadesk.services.exchange import apply_import, plan_import

    store = files.read(found.file) if found.dry_run else to_write(files, found.file)
    with closing(store):
        plan = plan_import(store, found.workbook)
        rows = [
            {
                "sheet": row.sheet,
                "row": row.row,
                "column": row.column,
                "result": str(row.result),
                "message": row.message,
            }
            for row in plan.rows
        ]
        _print_rows(rows, list(plan.warnings), as_json=found.json)
        if not (found.dry_run or plan.refused or plan.changes_nothing):
            keep_copy(files, found.file)
        if not found.dry_run or plan.refused:
            apply_import(store, plan)


def export(found: argparse.Namespace, files: Storage) -> None:
    """The year as an exchange workbook, read back and compared."""
    from itadesk.services.exchange import export_workbook

    with closing(files.read(found.file)) as store:
        export_workbook(store, _year(store, found.year), found.out)
    print(found.out)


def score(found: argparse.Namespace, files: Storage) -> None:
    """Figures of a year, as lines or JSON."""
    from itadesk.cli.figures import figures, lines

    with closing(files.read(found.file)) as store:
        data = load_year(store, _year(store, found.year))
    if found.json:
        print(json.dumps(figures(data), ensure_ascii=False))
    else:
        print("\n".join(lines(data)))


def check(found: argparse.Namespace, files: Storage) -> None:
    """What the checks found; the exit code is 0 whatever they found."""
    from itadesk.services.checking import check_year

    with closing(files.read(found.file)) as store:
        examined = check_year(store, _year(store, found.year))
    if found.json:
        rows = [
            {"id": r.id, "severity": str(r.severity), "message": r.message, "place": r.place}
            for r in examined.open
        ]
        print(json.dumps(rows, ensure_ascii=False))
        return
    lines = [f"- {remark.message}" for remark in examined.open] or ["ไม่พบข้อที่ต้องแก้ไข"]
    if examined.answered:
        count = to_thai(str(len(examined.answered)))
        lines.append(f"ไม่รวม {count} เรื่องที่หน่วยงานยืนยันแล้วว่าถูกต้อง")
    print("\n".join(lines))


def forms(found: argparse.Namespace, files: Storage) -> None:
    """Ids and titles of the forms."""
    from itadesk.reports.forms import forms as all_forms

    print("\n".join(f"{form.id}\t{form.title}" for form in all_forms()))


def report(found: argparse.Namespace, files: Storage) -> None:
    """One form of a year as PDF or Word, some of them and the scores as Excel."""
    from itadesk.reports.forms import Options
    from itadesk.services.reporting import write_report

    digits = Digits(found.digits) if found.digits else None
    options = Options(digits, found.round, dict(found.set))
    with closing(files.read(found.file)) as store:
        write_report(store, _year(store, found.year), found.form, found.out, options)
    print(found.out)


def fill(found: argparse.Namespace, files: Storage) -> None:
    """The office's own template, by path or by the name it is kept under, with a year's data."""
    from itadesk.services.templates import fill_named

    with closing(files.read(found.file)) as store:
        fill_named(store, _year(store, found.year), found.template, found.out)
    print(found.out)


def consolidate(found: argparse.Namespace, files: Storage) -> None:
    """Workbooks of offices into the file of a province."""
    from itadesk.cli.province import consolidate as take_in

    with closing(to_write(files, found.file)) as store:
        keep_copy(files, found.file)
        take_in(store, found.workbooks, found.year, as_json=found.json)


def _year(store: Store, year: int | None) -> int:
    if year is not None:
        return year
    years = score_years(store)
    if not years:
        raise NotFound("ไฟล์นี้ยังไม่มีข้อมูลของปีใด โปรดเพิ่มปีงบประมาณที่ประเมินก่อน")
    return years[0]


def _refuse_own_file(found: argparse.Namespace) -> None:
    """What is written out never takes the place of the office's file itself."""
    if "file" not in found or "out" not in found:
        return
    try:
        same = found.out.samefile(found.file)
    except OSError:
        return  # one of the two is not there; opening or writing says so
    if same:
        raise CannotWrite(
            f"“{found.out.name}” เป็นไฟล์ข้อมูลของหน่วยงาน จึงไม่เขียนทับ โปรดตั้งชื่อไฟล์ปลายทางเป็นชื่ออื่น"
        )


def _unnamed_file(sentence: str, found: argparse.Namespace) -> Path | None:
    """The file a command is about, where the sentence names none of the command's files."""
    paths = [value for value in vars(found).values() if isinstance(value, Path)]
    if any(path.name in sentence for path in paths):
        return None
    about: Path | None = getattr(found, "file", None) or getattr(found, "out", None)
    return about


@contextmanager
def _taken_back_on_failure(paths: list[Path]) -> Iterator[None]:
    """Files of a set that was not finished would only stand in the way of the next try."""
    try:
        yield
    except BaseException:
        for path in paths:
            with suppress(OSError):  # the first fault is what counts
                path.unlink(missing_ok=True)
        raise


def _refuse_existing(paths: list[Path]) -> None:
    for path in paths:
        if path.exists():
            raise CannotWrite(f"มีไฟล์ “{path.name}” อยู่แล้ว โปรดใช้ชื่ออื่น หรือย้ายไฟล์เดิมออกก่อน")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(f"สร้างโฟลเดอร์ “{folder}” ไม่ได้ โปรดเลือกที่อื่นที่เขียนได้") from error


def _print_rows(rows: list[dict[str, object]], warnings: list[str], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(rows, ensure_ascii=False))
        return
    words = {"added": "เพิ่ม", "changed": "แก้ไข", "same": "เหมือนเดิม", "refused": "ไม่รับ"}
    for warning in warnings:
        print(f"ข้อสังเกต: {warning}")
    for row in rows:
        print(f"{words[str(row['result'])]}\t{row['message']}")
