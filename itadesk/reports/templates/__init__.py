"""The office's own Word or Excel template, filled with the year.

A template is a stranger's file: only the names of `placeholders` are understood, in Word also for
and if. In both a table row that holds fields of a list, as {{ มาตรการ.หัวข้อ }}, is repeated.
"""

from __future__ import annotations

from pathlib import PurePath

from itadesk.errors import BadFile, BadValue
from itadesk.model.year import YearData
from itadesk.reports.placeholders import PLACEHOLDERS


def fill_template(template: bytes, data: YearData, file: str) -> bytes:
    """The template with every placeholder replaced; `file` is its name, for sentences too.

    BadFile for what is no Word document or workbook, BadValue for a placeholder that is not known.
    """
    return _filled(template, data, file)[0]


def try_template(template: bytes, sample: YearData, file: str) -> tuple[str, ...]:
    """Fills the template with a sample before it is kept; the placeholders it uses, in our order.

    Refuses what `fill_template` refuses, and a template without a placeholder.
    """
    filled, used = _filled(template, sample, file)
    _filled(filled, sample, file)  # what does not open any more is a bug: it flies
    if not used:
        raise BadValue(f"แม่แบบ “{file}” ยังไม่มีช่องเติมข้อมูล โปรดใส่อย่างน้อยหนึ่งช่อง เช่น {{{{ office }}}}")
    return tuple(each.name for each in PLACEHOLDERS if each.name in used)


def _filled(template: bytes, data: YearData, file: str) -> tuple[bytes, set[str]]:
    ending = PurePath(file).suffix.lower()
    if ending == ".docx":
        from itadesk.reports.templates.word import filled_word

        return filled_word(template, data, file)
    if ending == ".xlsx":
        from itadesk.reports.templates.excel import filled_excel

        return filled_excel(template, data, file)
    raise BadFile(f"ไฟล์ “{file}” ใช้เป็นแม่แบบไม่ได้ โปรดเลือกไฟล์ Word (.docx) หรือ Excel (.xlsx)")
