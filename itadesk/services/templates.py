"""The office's own templates: tried, kept, filled, taken out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePath

from itadesk.errors import BadFile, BadValue, CannotWrite, NotFound
from itadesk.files import is_special, read_file, replace_file
from itadesk.model.changes import Changes, Kind
from itadesk.model.kept import FileRole, KeptFile
from itadesk.model.office import Digits, Settings
from itadesk.model.year import YearData
from itadesk.naming import file_name
from itadesk.ports import Store
from itadesk.services.changing import action
from itadesk.services.files import MOST_BYTES, keep_file
from itadesk.services.sample_record import sample_data
from itadesk.services.years import load_year
from itadesk.thai.digits import to_thai

WORD, EXCEL = ".docx", ".xlsx"


@dataclass(frozen=True, slots=True)
class Trial:
    """A template that was filled with the sample, and the placeholders it uses."""

    name: str
    body: bytes
    used: tuple[str, ...]


def try_file(path: Path) -> Trial:
    """Reads a template and fills it with the sample office's year; touches no store.

    BadFile or BadValue says what is wrong, in Excel with the cell.
    """
    from itadesk.reports.templates import try_template

    body = _read(path)
    return Trial(path.name, body, try_template(body, sample_data(), path.name))


def keep_template(store: Store, trial: Trial) -> Changes:
    """Takes a tried template in; it takes the place of the earlier one of the same name."""
    earlier = [each for each in kept_templates(store) if _same(each.name, trial.name)]
    kept = KeptFile(FileRole.TEMPLATE, trial.name, note=",".join(trial.used))
    with action(store, "เพิ่มแม่แบบของหน่วยงาน", Kind.FILES):
        for each in earlier:
            if each.id is not None:
                store.files.delete(each.id)
        return keep_file(store, kept, trial.body)


def kept_templates(store: Store) -> tuple[KeptFile, ...]:
    """The office's templates; the placeholders each uses stand in its `note`."""
    return tuple(each for each in store.files.of_office() if each.role is FileRole.TEMPLATE)


def remove_template(store: Store, file_id: int) -> Changes:
    """Can be undone as long as the file of the office is open."""
    with action(store, "นำแม่แบบของหน่วยงานออก", Kind.FILES) as changes:
        store.files.delete(file_id)
    return changes


def write_filled(template: bytes, name: str, data: YearData, target: Path) -> None:
    """Fills a template and replaces the target in one step; touches no store."""
    from itadesk.reports.templates import fill_template

    ending = PurePath(name).suffix.lower()
    if target.suffix.lower() != ending:
        raise BadValue(
            f"แม่แบบ “{name}” เติมแล้วเป็นไฟล์ {ending} โปรดตั้งชื่อ “{target.name}” ให้ลงท้ายด้วย {ending}"
        )
    replace_file(target, fill_template(template, data, name))


def fill_named(store: Store, year: int, name: str, target: Path) -> None:
    """Fills a template by its path, or a kept one by its name. NotFound when it is neither."""
    data = load_year(store, year)
    kept = next((each for each in kept_templates(store) if _same(each.name, name)), None)
    path = Path(name)
    if kept is not None and kept.id is not None and not path.exists():
        write_filled(store.files.body(kept.id), kept.name, data, target)
        return
    if not path.exists():
        raise NotFound(f"ไม่พบแม่แบบ “{name}” โปรดตรวจชื่อไฟล์ หรือเพิ่มแม่แบบในหน้าเอกสารก่อน")
    if target.exists() and target.samefile(path):
        raise CannotWrite(f"“{target.name}” เป็นแม่แบบ จึงไม่เขียนทับ โปรดตั้งชื่อไฟล์ปลายทางเป็นชื่ออื่น")
    write_filled(_read(path), path.name, data, target)


def filled_name(name: str, data: YearData) -> str:
    """How the filled template is called: its own name, year and office."""
    own = PurePath(name)
    year = to_thai(str(data.year))
    return file_name(f"{own.stem} ปี {year} {data.office.name}".strip(), own.suffix.lower())


def starting_template(ending: str, settings: Settings) -> bytes:
    """A template to start from, in Word or Excel, with the office's font and digits."""
    from itadesk.reports.templates.starting import starting_excel, starting_word

    if ending == WORD:
        return starting_word(settings.docx_font)
    return starting_excel(settings.docx_font, thai=settings.digits is Digits.THAI)


def write_starting(store: Store, target: Path) -> None:
    """A template to start from, of the kind that the target's ending says."""
    replace_file(target, starting_template(target.suffix.lower(), store.office.settings()))


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


def _read(path: Path) -> bytes:
    try:
        if is_special(path) or path.is_dir():
            raise BadFile(f"“{path.name}” ไม่ใช่ไฟล์ในที่เก็บ โปรดเลือกไฟล์ Word (.docx) หรือ Excel (.xlsx)")
        if path.stat().st_size > MOST_BYTES:
            raise BadFile(f"ไฟล์ “{path.name}” ใหญ่กว่า ๑๐ MB โปรดย่อภาพในแม่แบบก่อน")
        return read_file(path)
    except OSError as error:
        raise BadFile(f"อ่านไฟล์ “{path.name}” ไม่ได้ โปรดตรวจชื่อไฟล์ หรือปิดไฟล์นี้ในโปรแกรมอื่นก่อน") from error
