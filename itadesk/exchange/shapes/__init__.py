"""Documents as Excel, one module a shape; a module here with `write` is one.

The module has the name of the form's id, with _ for -; `scores` is a sheet without a form.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules

from itadesk.errors import BadValue
from itadesk.model.year import YearData
from itadesk.reports.forms import Options

Write = Callable[[YearData, Options], bytes]
SCORES = "scores"


def has_shape(form_id: str) -> bool:
    """Whether the document can be had as Excel; nothing is imported to know it."""
    return form_id.replace("-", "_") in _modules()


def shape_of(form_id: str) -> Write:
    """What writes the document as a workbook; BadValue names those that can be."""
    if not has_shape(form_id):
        known = " · ".join(name.replace("_", "-") for name in _modules())
        raise BadValue(
            f"แบบ {form_id} บันทึกเป็น Excel ไม่ได้ โปรดบันทึกเป็น .pdf หรือ .docx (Excel มีเฉพาะ {known})"
        )
    write: Write = import_module(f"{__name__}.{form_id.replace('-', '_')}").write
    return write


def _modules() -> list[str]:
    return [info.name for info in iter_modules(__path__)]
