"""A document is made for Word and read back."""

from __future__ import annotations

from contextlib import closing

from itadesk.selftest import Found, Place, Trial, Verdict
from itadesk.selftest.sampling import sample_file
from itadesk.services.reporting import write_report
from itadesk.services.sample import sample_office, sample_year
from itadesk.thai.digits import to_thai


def _run(place: Place) -> Found:
    from docx import Document

    target = place.folder / "เอกสาร ทดสอบ.docx"
    with closing(place.storage.read(sample_file(place))) as store:
        write_report(store, sample_year(), "memo", target)
    text = "".join(each.text for each in Document(str(target)).element.body.iter() if each.text)
    target.unlink()
    if sample_office().name not in text.replace("\u200b", ""):
        return Found(Verdict.BAD, "อ่านข้อความกลับจากไฟล์ Word ไม่ได้", "โปรดติดตั้งโปรแกรมใหม่")
    return Found(Verdict.GOOD, to_thai(f"สร้างและอ่านกลับได้ {len(text)} ตัวอักษร"))


TRIAL = Trial("docx", 120, "เอกสาร Word", "สร้างบันทึกข้อความตัวอย่างเป็นไฟล์ Word แล้วอ่านกลับ", _run)
