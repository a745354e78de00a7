"""Every library that documents and files need is there and can be loaded."""

from __future__ import annotations

from importlib import import_module

from itadesk.selftest import Found, Place, Trial, Verdict
from itadesk.thai.digits import to_thai

_PARTS = (
    *("sqlite_utils", "openpyxl", "reportlab.pdfgen.canvas", "uharfbuzz", "pypdfium2"),
    *("docx", "docxtpl", "jinja2", "lxml.etree", "PIL.Image", "platformdirs"),
)


def _run(_place: Place) -> Found:
    missing = [name for name in _PARTS if not _loads(name)]
    if missing:
        return Found(Verdict.BAD, f"เปิดส่วนประกอบไม่ได้: {', '.join(missing)}", "โปรดติดตั้งโปรแกรมใหม่")
    return Found(Verdict.GOOD, f"ส่วนประกอบครบ {to_thai(str(len(_PARTS)))} รายการ")


def _loads(name: str) -> bool:
    try:
        import_module(name)
    except ImportError:
        return False
    return True


TRIAL = Trial("parts", 20, "ส่วนประกอบของโปรแกรม", "เปิดส่วนประกอบทุกส่วนของโปรแกรม", _run)
