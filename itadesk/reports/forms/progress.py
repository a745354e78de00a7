"""แบบรายงานมาตรการปรับปรุงและพัฒนา of a round: what was done for each indicator, landscape."""

from __future__ import annotations

from itadesk.lacking import missing_measures, missing_scores
from itadesk.model.year import YearData
from itadesk.reports.content import Align, Document, Paragraph, Run, Section
from itadesk.reports.forms import Form, FormText, Options
from itadesk.reports.parts.cells import CellStyle
from itadesk.reports.parts.extras import TEXTS as EXTRA_TEXTS
from itadesk.reports.parts.extras import enclosed
from itadesk.reports.parts.finishing import bound
from itadesk.reports.parts.progress import TEXTS as PART_TEXTS
from itadesk.reports.parts.progress import ProgressPart
from itadesk.reports.parts.rounds import ROUND_TEXT, current_round, missing_reports, wanted_round
from itadesk.reports.texts import filled, wording

ID = "progress"
EDGE = 2.0  # cm, left and right
TOP = 2.0  # cm
TEXTS = (
    ROUND_TEXT,
    FormText("above_1", "บรรทัดเหนือชื่อแบบ เช่น ระดับคะแนน (ว่าง = ไม่พิมพ์)", ""),
    FormText("above_2", "บรรทัดถัดไป เช่น จังหวัดรายงานข้อมูล… (ว่าง = ไม่พิมพ์)", "", multiline=True),
    FormText(
        "title",
        "ชื่อแบบ",
        "แบบรายงานมาตรการปรับปรุงและพัฒนาเพื่อยกระดับผลการประเมินคุณธรรมและความโปร่งใส"
        "ในการดำเนินงานของหน่วยงานภาครัฐ\n"
        "(รอบ {round} เดือน) ประจำปีงบประมาณ พ.ศ. {plan_year} {office}",
        multiline=True,
    ),
    *PART_TEXTS,
    *EXTRA_TEXTS,
)


def build(data: YearData, options: Options) -> Document:
    """One table; title and head on every page, the lines above the title on the first."""
    months = wanted_round(ID, data, options) or current_round(data)
    values = {"round": str(months)}
    words = {key: filled(text, values) for key, text in wording(ID, TEXTS, data, options).items()}
    size = float(data.settings.body_size)
    table = ProgressPart(data, words, CellStyle.of(data.settings), months).table()
    above = (
        Paragraph((Run(words["above_1"], bold=True),), size=size, after=2.0),
        Paragraph((Run(words["above_2"]),), size=size, align=Align.CENTRE, after=2.0),
    )
    title = Paragraph((Run(words["title"], bold=True),), "title", size, Align.CENTRE, after=6.0)
    section = Section(
        (table,),
        landscape=True,
        left=EDGE,
        right=EDGE,
        top=TOP,
        running=(title,),
        opening=tuple(each for each in above if each.text),
    )
    sections = enclosed((section,), words, data, options)
    return bound(words["title"], sections, data, options)


def lacking(data: YearData) -> list[str]:
    """Scores, measures and results of the round that are not there yet."""
    months = current_round(data)
    return [*missing_scores(data), *missing_measures(data), *missing_reports(data, months)]


FORM = Form(ID, "แบบรายงานมาตรการปรับปรุงและพัฒนาเพื่อยกระดับผลการประเมินฯ", 55, TEXTS, build, lacking)
