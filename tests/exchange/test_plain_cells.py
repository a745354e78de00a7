"""The quick way through a sheet finds what the parser finds, or leaves the sheet to it."""

from __future__ import annotations

import random
import zipfile
from io import BytesIO

import pytest

from itadesk.errors import BadFile
from itadesk.exchange.cells import parsed_grid, read_grid
from itadesk.exchange.guard import Package, package_of
from itadesk.exchange.kinds import damaged
from itadesk.exchange.parts import Frame, Shown, read_frame
from itadesk.exchange.plain_cells import plain_cells
from itadesk.exchange.writing import write_workbook
from itadesk.services.sample import fill_sample, sample_office, sample_year
from itadesk.services.years import load_year

HEAD = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row>'
)
TAIL = '</row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>'
CELLS = (
    '<c r="A1"><v>1</v></c>',
    '<c r="A1" s="1"/>',
    '<c r="B7" s="1" t="n"><v>45000.5</v></c>',
    '<c r="A1" t="n"><v>1e400</v></c>',
    '<c r="A1" t="n"><v> 12 </v></c>',
    '<c r="A1"><v>&#49;</v></c>',
    '<c r="A1"><v>1&lt;</v></c>',
    '<c r="A1" t="s"><v>0</v></c>',
    '<c r="A1" t="s"><v>99</v></c>',
    '<c r="A1" t="s"><v>x</v></c>',
    '<c r="A1" t="b"><v>1</v></c>',
    '<c r="A1" t="e"><v>#N/A</v></c>',
    '<c r="A1" t="str"><f>A2</f><v>ก</v></c>',
    '<c r="A1"><f>A2</f></c>',
    '<c r="A1"><f>A2</f><v>2</v></c>',
    '<c r="A1" t="inlineStr"/>',
    '<c r="A1" t="inlineStr"><v>3</v></c>',
    '<c r="A1" t="n"><is><t>ก</t></is></c>',
    '<c r="A1" t="inlineStr"><is><t/></is></c>',
    '<c r="A1" t="inlineStr"><is><t></t></is></c>',
    '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> &#3586;&amp;_x000D_\r\n>ค </t></is></c>',
    '<c r="A1" t="inlineStr"><is><t>ก&nbsp;</t></is></c>',
    '<c r="A1" t="inlineStr"><is><t>]]></t></is></c>',
    '<c r="A1" t="inlineStr"><is><t>\x01</t></is></c>',
    '<c r="A1" t="inlineStr"><is><t>\uf8ff</t></is></c>',
    '<c r="A1" t="inlineStr"><is><r><t>ก</t></r><r><t>ข</t></r></is></c>',
    '<c r="A1" t="inlineStr"><is><t>ก</t></is></c>ข<c r="B1"><v>1</v></c>',
    '<c r="A1"><c r="B1"><v>1</v></c></c>',
    '<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>',
    '<c><v>1</v></c><c r="B1"><v>2</v></c>',
    '<c r="a1"><v>1</v></c>',
    '<c r="CW1"><v>1</v></c>',
    '<c r="CW1" s="1"/>',
    '<c r="A5001"><v>1</v></c>',
    '<c r="XFD1048576"><v>1</v></c>',
    '<!-- <c r="A1"><v>1</v></c> -->',
    '<![CDATA[<c r="A1"><v>1</v></c>]]>',
    '<x y="><c r="A1"><v>1</v></c><"/>',
    '<x y="<c r="A1"><v>1</v></c>"/>',
    '<x:c xmlns:x="y" r="A1"><v>1</v></x:c><c r="B1"><v>1</v></c>',
    '<c r="A1" r="A2"><v>1</v></c>',
    '<c r="A1"><v>1</v></c',
    '<c r="A1"><v>1</v><v>2</v></c>',
    "<c r='A1'><v>1</v></c>",
    '<c r="A1" s="9"><v>2</v></c>',
    '</row><c r="C3"><v>1</v></c><row>',
    "",
)


def _outcome(read, *given):
    try:
        grid = read(*given)
    except BadFile as refusal:
        return str(refusal)
    return list(grid.cells.items()), grid.merged


def _both(frame, data):
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("sheet", data)
    part = Package("a.xlsx", "", zipfile.ZipFile(archive))
    return _outcome(read_grid, part, frame, "ก", "sheet"), _outcome(_parsed, data, frame)


def _parsed(data, frame):
    try:
        return parsed_grid(data, frame, "a.xlsx", "ก")
    except (SyntaxError, ValueError, LookupError) as error:
        raise damaged("a.xlsx") from error


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    from db.opening import create_store

    store = create_store(tmp_path_factory.mktemp("plain") / "ก.itadesk", sample_office())
    fill_sample(store)
    data = load_year(store, sample_year())
    store.close()
    return package_of(write_workbook(data), "a.xlsx")


FRAME = Frame((), ("ก", "ข"), (Shown.NUMBER, Shown.DATE, Shown.PERCENT), False)


@pytest.mark.parametrize("cell", CELLS)
@pytest.mark.parametrize("head", ["", '<?xml version="1.0" encoding="UTF-8"?>\r\n', "\ufeff"])
def test_cell_is_read_as_the_parser_reads_it(head, cell):
    quick, parsed = _both(FRAME, (head + HEAD + cell + TAIL).encode())
    assert quick == parsed


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1", "windows-1252"])
def test_another_encoding_is_left_to_the_parser(encoding):
    data = f'<?xml version="1.0" encoding="{encoding}"?>{HEAD}{CELLS[0]}{TAIL}'.encode(encoding)
    assert plain_cells(data) is None


def test_every_sheet_the_program_writes_goes_the_quick_way(book):
    frame = read_frame(book)
    for _, name in frame.parts:
        data = book.part(name)
        assert plain_cells(data) is not None
        quick, parsed = _both(frame, data)
        assert quick == parsed


def test_damaged_sheets_are_read_as_the_parser_reads_them(book):
    frame = read_frame(book)
    parts = [book.part(name) for _, name in frame.parts]
    chance = random.Random(7)
    quick_ones = 0
    for _ in range(400):
        data = _mutated(chance, chance.choice(parts)[:6000] + b"</row></sheetData></worksheet>")
        quick_ones += plain_cells(data) is not None
        quick, parsed = _both(frame, data)
        assert quick == parsed, data
    assert quick_ones > 20


def _mutated(chance, data):
    """Tokens taken out, doubled, swapped with others; sometimes a byte."""
    end = data.rfind(b"</c>", 0, 6000) + 4
    data = data[:end] + b"</row></sheetData></worksheet>"
    for _ in range(chance.randrange(4)):
        at = chance.randrange(len(data))
        piece = chance.choice(
            (b"", b"<", b">", b'"', b"&", b" ", b"1", b"<c>", b"</c>", b"\xff", b"<f>1</f>", b"\n")
        )
        data = data[:at] + piece + data[at + chance.randrange(3) :]
    return data
