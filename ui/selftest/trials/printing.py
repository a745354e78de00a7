"""Printers of this computer, and the way a document goes to one, tried with a PDF printer."""

from __future__ import annotations

from contextlib import closing

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from itadesk.selftest import Found, Place, Trial, Verdict
from itadesk.selftest.sampling import sample_file
from itadesk.services.reporting import compose, pdf_of
from itadesk.services.sample import sample_year
from itadesk.thai.digits import to_thai
from ui.printing import print_pdf

_ADVICE = "โปรดติดตั้งเครื่องพิมพ์ใน Windows หรือบันทึกเป็น PDF"


def _run(place: Place) -> Found:
    with closing(place.storage.read(sample_file(place))) as store:
        document = compose(store, sample_year(), "memo")
    target = place.folder / "พิมพ์ ทดสอบ.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    pages = print_pdf(pdf_of(document), printer)
    size = target.stat().st_size if target.exists() else 0
    if not pages or size < 1000:
        return Found(Verdict.BAD, "ส่งเอกสารไปพิมพ์ไม่ได้", "โปรดบันทึกเป็น PDF แล้วพิมพ์จากโปรแกรมอ่าน PDF")
    target.unlink()
    count = len(QPrinterInfo.availablePrinterNames())
    drawn = to_thai(f"วาดหน้าพิมพ์ได้ {pages} หน้า")
    if not count:
        return Found(Verdict.LOOK, f"{drawn} ไม่พบเครื่องพิมพ์", _ADVICE)
    usual = "" if QPrinterInfo.defaultPrinterName() else " ยังไม่ได้เลือกเครื่องพิมพ์หลัก"
    return Found(Verdict.GOOD, f"{drawn} พบเครื่องพิมพ์ {to_thai(str(count))} เครื่อง{usual}")


TRIAL = Trial("printing", 250, "การพิมพ์", "นับเครื่องพิมพ์ และพิมพ์บันทึกข้อความตัวอย่างลงไฟล์", _run)
