"""รายงานการประชุม of the working group."""

from __future__ import annotations

from collections.abc import Mapping

from itadesk.errors import BadValue
from itadesk.model.year import YearData
from itadesk.reports.content import Band, Block, Column, Document, Paragraph, Run, Together
from itadesk.reports.forms import Form, FormText, Options
from itadesk.reports.parts import official
from itadesk.reports.parts.document_texts import Kit, signer_texts
from itadesk.reports.parts.order_texts import AGENDA, MINUTES_PRESENT, MINUTES_TITLE
from itadesk.thai.dates import parse_date

ID = "minutes"
NAME_LEFT, POSITION_LEFT, ROLE_LEFT = 0.8, 4.9, 11.4  # cm
NAME_LINE = "…" * 14
WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")
GROUPS = (("present", "ผู้มาประชุม"), ("absent", "ผู้ไม่มาประชุม"), ("guests", "ผู้เข้าร่วมประชุม"))
TEXTS = (
    FormText("title", "ชื่อรายงาน", MINUTES_TITLE, multiline=True),
    FormText("session", "ครั้งที่ เช่น 1/2569", ""),
    FormText("date", "วันที่ประชุม", ""),
    FormText("venue", "สถานที่ประชุม", "ห้องประชุม{office}"),
    FormText("present", "ผู้มาประชุม ชื่อ | ตำแหน่ง | หน้าที่", MINUTES_PRESENT, multiline=True),
    FormText("absent", "ผู้ไม่มาประชุม ชื่อ | ตำแหน่ง | หน้าที่", "", multiline=True),
    FormText("guests", "ผู้เข้าร่วมประชุม ชื่อ | ตำแหน่ง | หน้าที่", "", multiline=True),
    FormText("begin", "เริ่มประชุมเวลา", ""),
    *(
        text
        for number, (heading, body) in enumerate(AGENDA, start=1)
        for text in (
            FormText(f"agenda{number}_title", f"ชื่อระเบียบวาระที่ {number}", heading),
            FormText(f"agenda{number}", f"ระเบียบวาระที่ {number}", body, multiline=True),
        )
    ),
    FormText("end", "เลิกประชุมเวลา", ""),
    *signer_texts("taker", "ผู้จดรายงาน", "{chief}"),
    *signer_texts("checker", "ผู้ตรวจรายงาน", "{deputy}"),
)
KIT = Kit(ID, TEXTS, {})


def build(data: YearData, options: Options) -> Document:
    """Title, those present, the agenda in five items, who wrote it and who checked it."""
    words, size = KIT.words(data, options), float(data.settings.body_size)
    blocks: list[Block] = [
        *(official.centred(line, size, tail=0.0) for line in _titles(words)),
        *(block for key, label in GROUPS for block in _people(label, words[key], size)),
        _timed("เริ่มประชุมเวลา", words["begin"], size),
        *(block for number in range(1, len(AGENDA) + 1) for block in _item(words, number, size)),
        _timed("เลิกประชุมเวลา", words["end"], size),
        *(_taken(words, key, label, size) for key, label in _WRITERS),
    ]
    return official.official(words["title"], blocks, data, options, FORM.title, top=TOP)


TOP = 2.5  # cm: plain paper
_WRITERS = (("taker", "ผู้จดรายงานการประชุม"), ("checker", "ผู้ตรวจรายงานการประชุม"))


def _titles(words: Mapping[str, str]) -> list[str]:
    session = words["session"].strip() or f"{official.NUMBER_BLANK}/{official.YEAR_BLANK}"
    when = _weekday(words["date"]) + (official.long_date(words["date"]) or official.DAY_BLANK * 3)
    return [words["title"], f"ครั้งที่ {session}", f"เมื่อ{when}", f"ณ {words['venue']}"]


def _weekday(text: str) -> str:
    try:
        day = parse_date(text)
    except BadValue:
        day = None
    return f"วัน{WEEKDAYS[day.weekday()]}ที่ " if day else "วันที่ "


def _people(label: str, text: str, size: float) -> list[Block]:
    lines = [line for line in text.split("\n") if line.replace("|", "").strip()]
    if not lines:
        return []
    rows = [_person(number, line, size) for number, line in enumerate(lines, start=1)]
    return [_heading(label, size), *rows]


def _person(number: int, line: str, size: float) -> Band:
    """Name, position and role in columns; a missing name is a dotted line."""
    name, position, role = ([part.strip() for part in line.split("|")] + ["", ""])[:3]
    places = ((name or NAME_LINE, NAME_LEFT), (position, POSITION_LEFT), (role, ROLE_LEFT))
    columns = [Column((official.plain(f"{number}.", size),), 0.0)]
    columns += [Column((official.plain(text, size),), left) for text, left in places if text]
    return Band(tuple(columns))


def _heading(text: str, size: float) -> Paragraph:
    return Paragraph(
        (Run(text, bold=True),), size=size, before=official.BEFORE_CLOSING, keep_with_next=True
    )


def _timed(label: str, time: str, size: float) -> Paragraph:
    clock = time.strip().removesuffix("น.").strip() or official.DAY_BLANK
    runs = (Run(label, bold=True), Run(f"  {clock} น."))
    return Paragraph(runs, size=size, before=official.BEFORE_CLOSING)


def _item(words: Mapping[str, str], number: int, size: float) -> list[Block]:
    text = words[f"agenda{number}"]
    title = words[f"agenda{number}_title"]
    return [_heading(f"ระเบียบวาระที่ {number}  {title}", size), *official.body(text, size)]


def _taken(words: Mapping[str, str], key: str, label: str, size: float) -> Together:
    signed = official.signature(words, size, key=key, below=label)
    return Together((signed,), company=official.COMPANY)


def lacking(data: YearData) -> list[str]:
    """What minutes that are to be adopted still need."""
    wanted = {
        "session": "ครั้งที่ประชุม",
        "date": "วันที่ประชุม",
        "begin": "เวลาเริ่มประชุม",
        "end": "เวลาเลิกประชุม",
        "taker_name": "ชื่อผู้จดรายงานการประชุม",
        "checker_name": "ชื่อผู้ตรวจรายงานการประชุม",
    }
    return official.missing(KIT.words(data, Options()), wanted)


FORM = Form(ID, "รายงานการประชุม", 64, TEXTS, build, lacking, KIT.words, official=True)
