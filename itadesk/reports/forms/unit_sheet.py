"""แบบเก็บข้อมูลรายสำนัก/กอง: what a unit has to carry out, with room for what was done, landscape."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from itadesk.lacking import missing_units
from itadesk.model.work import Measure
from itadesk.model.year import YearData
from itadesk.reports.content import Align, Block, Document, Paragraph, Run, Section
from itadesk.reports.forms import Form, FormText, Options
from itadesk.reports.parts.cells import CellStyle
from itadesk.reports.parts.finishing import bound
from itadesk.reports.parts.rounds import ROUND_TEXT, current_round, wanted_round
from itadesk.reports.parts.unit_sheet import TEXTS as PART_TEXTS
from itadesk.reports.parts.unit_sheet import UnitSheetPart
from itadesk.reports.texts import filled, wording
from itadesk.rounds import round_over
from itadesk.thai.dates import format_date
from itadesk.units import measures_of, measures_of_nobody, units_of

ID = "unit-sheet"
EDGE = 2.0  # cm, left and right
TOP = 2.0  # cm
ONLY = "only"  # the text that names the one unit
TEXTS = (
    ROUND_TEXT,
    FormText(ONLY, "พิมพ์เฉพาะสำนัก/กอง (ว่าง = ทุกสำนัก/กอง ขึ้นหน้าใหม่)", ""),
    FormText(
        "title",
        "ชื่อแบบ",
        "แบบเก็บข้อมูลผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส (รอบ {round} เดือน) "
        "ประจำปีงบประมาณ พ.ศ. {plan_year}\n{of_unit} {office}",
        multiline=True,
    ),
    FormText(
        "how",
        "คำชี้แจงใต้ชื่อแบบ (ว่าง = ไม่พิมพ์)",
        "โปรดกรอกผลของแต่ละมาตรการในช่องว่าง ทำเครื่องหมายในช่องสถานะ ลงชื่อ แล้วส่งคืน{unit}ภายในวันที่ {due}",
        multiline=True,
    ),
    FormText("nobody", "คำเรียกมาตรการที่ยังไม่ระบุสำนัก/กอง", "มาตรการที่ยังไม่ระบุ{parts}"),
    FormText("nothing", "ข้อความเมื่อไม่มีมาตรการ", "ยังไม่มีมาตรการในปีงบประมาณ พ.ศ. {plan_year}"),
    *PART_TEXTS,
)


def build(data: YearData, options: Options) -> Document:
    """The sheet of each unit on pages of its own, its title on every page."""
    months = wanted_round(ID, data, options) or current_round(data)
    due = format_date(round_over(data, months), "long", thai=False)
    values = {"round": str(months), "due": due}
    words = {key: filled(text, values) for key, text in wording(ID, TEXTS, data, options).items()}
    part = UnitSheetPart(data, words, CellStyle.of(data.settings), months)
    sheets = _Sheets(part, words, float(data.settings.body_size))
    sections = tuple(sheets.section(name, share) for name, share in _shares(data, words))
    named = filled(words["title"], {"of_unit": words[ONLY]})
    return bound(named, sections, data, options)


def lacking(data: YearData) -> list[str]:
    """Measures at all, and who carries them out."""
    return missing_units(data) if data.measures else ["ยังไม่มีมาตรการ"]


def _shares(data: YearData, words: Mapping[str, str]) -> list[tuple[str, tuple[Measure, ...]]]:
    """Units with their measures, last what nobody was named for; one without any when empty."""
    if words[ONLY]:
        return [(words[ONLY], measures_of(data, words[ONLY]))]
    shares = [(unit, measures_of(data, unit)) for unit in units_of(data)]
    shares.append((words["nobody"], measures_of_nobody(data)))
    return [(name, share) for name, share in shares if share] or [("", ())]


@dataclass(frozen=True, slots=True)
class _Sheets:
    """Makes the pages of one unit."""

    part: UnitSheetPart
    words: Mapping[str, str]
    size: float

    def section(self, name: str, measures: Sequence[Measure]) -> Section:
        title = filled(self.words["title"], {"of_unit": name})
        return Section(
            tuple(self._blocks(measures)),
            landscape=True,
            left=EDGE,
            right=EDGE,
            top=TOP,
            running=(
                Paragraph((Run(title, bold=True),), "title", self.size, Align.CENTRE, after=6.0),
            ),
        )

    def _blocks(self, measures: Sequence[Measure]) -> list[Block]:
        if not measures:
            text = Run(self.words["nothing"])
            return [Paragraph((text,), size=self.size, align=Align.CENTRE, before=12.0)]
        how = Paragraph((Run(self.words["how"]),), size=self.size, after=4.0, keep_with_next=True)
        signing = self.part.signing(self.size)
        return [
            *([how] if how.text else []),
            self.part.table(measures),
            *([signing] if signing else []),
        ]


FORM = Form(ID, "แบบเก็บข้อมูลรายสำนัก/กอง", 58, TEXTS, build, lacking)
