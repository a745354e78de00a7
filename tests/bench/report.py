"""Form development: our engine against LibreOffice on the same .docx and Typst on the same tables."""

import json
import tempfile
from dataclasses import replace
from pathlib import Path

import libreoffice
import timing
from typst_source import SCALE, typst_source

from db.opening import create_store
from itadesk.reports.content import Document, Paragraph, Run, Table
from itadesk.reports.docx import render_docx
from itadesk.services.exchange import apply_import, plan_import
from itadesk.services.reporting import compose, pdf_of
from itadesk.services.sample import fill_sample, sample_office, sample_year
from itadesk.services.years import start_year
from tests.helpers.seeds import SHARED, seed, seed_002_sheets, workbook

FORM = "development"


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file, document = _office_file(folder)
        compare(FORM, folder, file, document)


def _office_file(folder: Path) -> tuple[Path, Document]:
    """Seed 002 where it lies beside the checkout, else the sample office."""
    path = folder / "office.itadesk"
    store = create_store(path, sample_office())
    if (SHARED / "seed-data" / "002.json").exists():
        data = seed("002")
        start_year(store, data["scores_fiscal_year"])
        book = workbook(folder / "in.xlsx", seed_002_sheets(data))
        apply_import(store, plan_import(store, book))
        print("seed 002")
    else:
        fill_sample(store)
        print("sample office")
    document = compose(store, sample_year(), FORM)
    store.close()
    return path, document


def compare(form: str, folder: Path, file: Path, document: Document) -> None:
    """Prints the times of the form of the office's file, in one run with the other programs."""
    import typst

    docx, source = folder / "same.docx", folder / "same.typ"
    docx.write_bytes(render_docx(_drawn_size(document), "Laksaman"))
    source.write_text(typst_source(document), encoding="utf-8")
    fonts = str(libreoffice.FONTS)
    typst_call = f"import typst; typst.compile({str(source)!r}, output={str(folder / 't.pdf')!r}, font_paths=[{fonts!r}])"
    medians = timing.interleaved(
        {
            "itadesk report": timing.python(
                "-m",
                "itadesk",
                "report",
                str(file),
                form,
                str(folder / "o.pdf"),
                "--year",
                str(sample_year()),
            ),
            "LibreOffice": libreoffice.command(folder, docx),
            "Typst process": timing.python("-c", typst_call),
        }
    )
    warm = timing.median_call(lambda number: pdf_of(_edited(document, number)))
    compiler = typst.Compiler(root=str(folder), font_paths=[fonts])

    def set_again(number: int) -> None:
        source.write_text(typst_source(_edited(document, number)), encoding="utf-8")
        compiler.compile(input=str(source), output=str(folder / "w.pdf"))

    warm_typst = timing.median_call(set_again)
    pages = pages_of(pdf_of(document))
    print(
        json.dumps(
            {
                "pages": pages,
                **{k: round(v, 3) for k, v in medians.items()},
                "itadesk warm": round(warm, 4),
                "Typst warm": round(warm_typst, 4),
            }
        )
    )
    print(
        f"whole process / LibreOffice: {medians['itadesk report'] / medians['LibreOffice']:.2f} (aim at most 0.50)"
    )
    print(
        f"whole process / Typst process: {medians['itadesk report'] / medians['Typst process']:.2f}"
    )
    print(f"LibreOffice / warm: {medians['LibreOffice'] / warm:.1f} times faster (aim 10)")
    print(f"warm / Typst in a fresh process: {warm / medians['Typst process']:.2f} (aim at most 1)")
    print(f"warm / Typst warm, one text changed: {warm / warm_typst:.2f}")
    print(f"warm per page: {1000 * warm / pages:.1f} ms")


def _drawn_size(document: Document) -> Document:
    """Sizes as drawn with Laksaman, so that all three set as much text on a page."""

    def scaled(block):
        if isinstance(block, Paragraph):
            return replace(block, size=round(block.size * SCALE, 1))
        if isinstance(block, Table):
            rows = tuple(
                replace(
                    row,
                    cells=tuple(replace(c, blocks=tuple(map(scaled, c.blocks))) for c in row.cells),
                )
                for row in (*block.head, *block.rows)
            )
            return replace(block, head=rows[: len(block.head)], rows=rows[len(block.head) :])
        return block

    sections = tuple(replace(s, blocks=tuple(map(scaled, s.blocks))) for s in document.sections)
    return replace(document, sections=sections)


def _edited(document: Document, number: int) -> Document:
    """The document with one text of its first table changed."""
    section = document.sections[0]
    blocks = list(section.blocks)
    at = next(index for index, block in enumerate(blocks) if isinstance(block, Table))
    blocks[at] = _with_text(blocks[at], f"แก้ไขครั้งที่ {number}")
    return replace(
        document, sections=(replace(section, blocks=tuple(blocks)), *document.sections[1:])
    )


def _with_text(table: Table, text: str) -> Table:
    row = table.rows[0]
    cell = row.cells[-1]
    changed = replace(cell, blocks=(*cell.blocks, Paragraph((Run(text),), "cell", 14)))
    return replace(table, rows=(replace(row, cells=(*row.cells[:-1], changed)), *table.rows[1:]))


def pages_of(pdf: bytes) -> int:
    import pypdfium2

    return len(pypdfium2.PdfDocument(pdf))
