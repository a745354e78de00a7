"""A chart of the content as a picture in a Word document, the very one of the PDF."""

from __future__ import annotations

from io import BytesIO

from docx.document import Document as WordDocument
from docx.shared import Cm, Pt

from itadesk.reports.content import Bars, Document, PageNumbers, Section

A4 = (21.0, 29.7)  # cm
SCALE = 200 / 72  # pixels a point


def add_bars(word: WordDocument, chart: Bars, width: float) -> None:
    """`width` is the text width in cm, which the picture fills."""
    paragraph = word.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(chart.before)
    paragraph.paragraph_format.space_after = Pt(chart.after)
    shape = paragraph.add_run().add_picture(BytesIO(_picture(chart, width)), Cm(width))
    described = shape._inline.docPr
    described.set("name", "แผนภูมิ")
    described.set("descr", "\n".join(f"{bar.label.text} {bar.note.text}" for bar in chart.bars))


def _picture(chart: Bars, width: float) -> bytes:
    """PNG of the chart, typeset on a page of its own and cut to its height."""
    import pypdfium2

    from itadesk.reports.pdf import render, typesetter
    from itadesk.reports.pdf.charts import height
    from itadesk.reports.pdf.metrics import CM

    section = Section((chart,), False, 0.0, A4[0] - width, 0.0, 0.0, page_numbers=PageNumbers.NONE)
    pdf = pypdfium2.PdfDocument(render(Document("", "", (section,))))
    try:
        page = pdf[0]
        tall = min(height(chart, typesetter(), width * CM), page.get_height())
        crop = (0.0, page.get_height() - tall, (A4[0] - width) * CM, 0.0)
        bitmap = page.render(scale=SCALE, crop=crop)
        packed = BytesIO()
        bitmap.to_pil().save(packed, "PNG")
    finally:
        pdf.close()
    return packed.getvalue()
