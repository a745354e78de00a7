"""Line breaks of sentences marked by hand as printed: ours, Typst and LibreOffice, same widths."""

import ctypes
import json
import subprocess
import tempfile
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

import libreoffice
import pypdfium2 as pdfium
from linebreaks import SAMPLE, marked
from typst_source import SCALE

from itadesk.reports.content import Document, PageBreak, PageNumbers, Paragraph, Run, Section
from itadesk.reports.docx import render_docx
from itadesk.reports.pdf import render
from tests.thai.linebreak_scorer import Marked, score

SIZE = 10.5  # pt of Laksaman, in all three
WIDTHS = (5, 6, 7, 8, 9, 10, 12)  # cm
SHEET, EDGE = 21, 1  # cm


def main() -> None:
    if not SAMPLE.exists():
        print("the marked sentences are not here")
        return
    items = [marked(item) for item in json.loads(SAMPLE.read_text("utf-8"))["items"]]
    texts = [item.text for item in items]
    for name, engine in (("itadesk", _ours), ("Typst", _typst), ("LibreOffice", _libreoffice)):
        with tempfile.TemporaryDirectory() as folder:
            pdf = engine(texts, Path(folder))
        _report(name, items, _pages(pdf))


def _report(name: str, items: Sequence[Marked], pages: Sequence[list[str]]) -> None:
    found: dict[str, set[int]] = {item.text: set() for item in items}
    lines, unread = 0, 0
    for page, item in zip(pages, [*items] * len(WIDTHS), strict=True):
        begins = _begins(item.text, page)
        if begins is None:
            unread += 1
            continue
        lines += len(page)
        found[item.text].update(begins)
    total = score(lambda text: found[text], items)
    print(
        f"{name}: {len(total.hard)} hard, {len(total.wrong)} other, of "
        f"{sum(map(len, found.values()))} breaks in {lines} lines ({unread} pages not read)"
    )


def _bare(text: str) -> str:
    """Letters that stand alone: without spaces and marks, ำ as its second half."""
    shown = (each for each in text.replace("ำ", "า") if not each.isspace())
    return "".join(each for each in shown if unicodedata.category(each) not in ("Mn", "Cf", "Cn"))


def _begins(text: str, lines: Sequence[str]) -> list[int] | None:
    """Where lines but the first begin in the text; None when a letter of it was not read.

    A letter that stands in the PDF once more than in the text (Typst) is passed over.
    """
    letters = [(index, _bare(each)) for index, each in enumerate(text) if _bare(each)]
    found, at = [], 0
    for line in lines:
        if 0 < at < len(letters):
            found.append(letters[at][0])
        for each in _bare(line):
            at += at < len(letters) and letters[at][1] == each
    return found if at == len(letters) else None


def _document(texts: Sequence[str], scale: float) -> Document:
    """A page a sentence, a section a width."""
    return Document("", "", tuple(_section(texts, SIZE / scale, width) for width in WIDTHS))


def _section(texts: Sequence[str], size: float, width: float) -> Section:
    blocks: list[Paragraph | PageBreak] = []
    for text in texts:
        blocks += [Paragraph((Run(text),), size=size), PageBreak()]
    right = SHEET - EDGE - width
    return Section(tuple(blocks[:-1]), left=EDGE, right=right, page_numbers=PageNumbers.NONE)


def _ours(texts: Sequence[str], _: Path) -> bytes:
    return render(_document(texts, SCALE))


def _typst(texts: Sequence[str], folder: Path) -> bytes:
    import typst

    source = folder / "same.typ"
    lines = [f'#set text(font: "Laksaman", lang: "th", size: {SIZE}pt)']
    for width in WIDTHS:
        lines.append(f"#set page(width: {width}cm, height: 20cm, margin: 0pt)")
        lines.append(
            "#pagebreak()".join(f"#text({json.dumps(t, ensure_ascii=False)})" for t in texts)
        )
    source.write_text("\n".join(lines), encoding="utf-8")
    return typst.compile(str(source), font_paths=[str(libreoffice.FONTS)])


def _libreoffice(texts: Sequence[str], folder: Path) -> bytes:
    docx = folder / "same.docx"
    docx.write_bytes(render_docx(_document(texts, 1.0), "Laksaman"))
    subprocess.run(libreoffice.command(folder, docx), check=True, capture_output=True)
    return (folder / "same.pdf").read_bytes()


def _pages(data: bytes) -> list[list[str]]:
    """The lines of each page, empty pages left out."""
    opened = pdfium.PdfDocument(data)
    found = []
    for page in opened:
        text = page.get_textpage()
        found.append(_lines(text))
        text.close()
        page.close()
    opened.close()
    return [page for page in found if page]


def _lines(text: pdfium.PdfTextPage) -> list[str]:
    """A line ends where the next letter stands most of a size lower."""
    x, y = ctypes.c_double(), ctypes.c_double()
    origin: Callable[..., int] = pdfium.raw.FPDFText_GetCharOrigin
    lines, base = [], 0.0
    for index in range(text.count_chars()):
        char = chr(pdfium.raw.FPDFText_GetUnicode(text, index))
        if not _bare(char):
            continue
        origin(text, index, x, y)
        if not lines or y.value < base - 0.7 * SIZE:
            lines.append("")
            base = y.value
        lines[-1] += char
    return lines
