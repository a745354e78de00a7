"""A document is made as PDF and read back."""

from __future__ import annotations

import hashlib
from contextlib import closing
from time import perf_counter

from itadesk.selftest import Found, Place, Trial, Verdict
from itadesk.selftest.sampling import sample_file
from itadesk.services.reporting import write_report
from itadesk.services.sample import sample_office, sample_year
from itadesk.thai.digits import to_thai

_FORM = "development"


def _run(place: Place) -> Found:
    target = place.folder / "เอกสาร ทดสอบ.pdf"
    with closing(place.storage.read(sample_file(place))) as store:
        began = perf_counter()
        write_report(store, sample_year(), _FORM, target)
        took = perf_counter() - began
    body = target.read_bytes()
    pages, text = _read(body)
    target.unlink()
    if sample_office().name not in text:
        return Found(Verdict.BAD, "อ่านข้อความภาษาไทยกลับจาก PDF ไม่ได้", "โปรดติดตั้งโปรแกรมใหม่")
    mark = hashlib.sha256(body).hexdigest()[:12]
    return Found(
        Verdict.GOOD,
        f"{to_thai(f'{pages} หน้า ใช้ {took:.1f} วินาที')} อ่านข้อความกลับได้ (ลายนิ้วมือ {mark})",
    )


def _read(body: bytes) -> tuple[int, str]:
    """Number of pages, and the text of all of them without spaces."""
    import pypdfium2

    with closing(pypdfium2.PdfDocument(body)) as document:
        texts = []
        for page in document:
            with closing(page), closing(page.get_textpage()) as letters:
                texts.append(letters.get_text_range())
        return len(document), "".join("".join(texts).split())


TRIAL = Trial("pdf", 110, "เอกสาร PDF", "พิมพ์เอกสารตัวอย่างเป็น PDF แล้วอ่านข้อความกลับ", _run)
