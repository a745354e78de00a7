"""สรุปผลการประเมิน on one page: score, chart, weakest questions, how far the measures are."""

from __future__ import annotations

from itadesk.lacking import missing_scores
from itadesk.model.year import YearData
from itadesk.reports.content import Document, Paragraph, Run, Section
from itadesk.reports.forms import Form, FormText, Options
from itadesk.reports.parts import overview
from itadesk.reports.parts.cells import CellStyle
from itadesk.reports.parts.finishing import bound
from itadesk.reports.parts.headings import title
from itadesk.reports.parts.rounds import latest_round
from itadesk.reports.parts.score_chart import legend, score_chart
from itadesk.reports.texts import filled, wording

ID = "summary"
LARGEST = 13.0  # pt of tables; larger ones would not leave it on one page
CHART_SIZE, LEGEND_SIZE = 13.0, 12.0  # pt
EDGES = (2.5, 2.0, 1.8, 1.5)  # cm: left, right, top, bottom
TEXTS = (
    FormText(
        "title",
        "ชื่อเอกสาร",
        "สรุปผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)\n"
        "{office} ปีงบประมาณ พ.ศ. {year}",
        multiline=True,
    ),
    FormText("chart_head", "หัวเรื่องแผนภูมิ", "คะแนนรายแบบวัดและตัวชี้วัด"),
    FormText("weakest_head", "หัวเรื่องข้อคำถาม", "ข้อคำถามที่ได้คะแนนน้อยที่สุด ๕ ข้อ"),
    FormText(
        "status_head",
        "หัวเรื่องมาตรการ",
        "มาตรการในปีงบประมาณ พ.ศ. {plan_year} จำแนกตามสถานะ (จำนวนมาตรการ)",
    ),
    FormText("round_line", "คำบอกรอบท้ายหัวเรื่องมาตรการ", "รอบ {round} เดือน"),
    *overview.TEXTS,
)


def build(data: YearData, options: Options) -> Document:
    """One page for a reader with one minute."""
    months = latest_round(data)
    words = wording(ID, TEXTS, data, options)
    told = filled(words["round_line"], {"round": str(months)}) if months else ""
    style = CellStyle(min(float(data.settings.table_size), LARGEST))
    part = overview.Overview(data, words, style)
    moves = part.moves()
    blocks = (
        title(words["title"], float(data.settings.body_size)),
        part.overall(),
        _head(words["chart_head"]),
        score_chart(data, CHART_SIZE - 1 if moves else CHART_SIZE),
        Paragraph((Run(legend(data.settings.thresholds)),), "cell", LEGEND_SIZE, after=4.0),
        _head(words["weakest_head"]),
        part.weakest(),
        *moves,
        _head(f"{words['status_head']} {told}".strip()),
        part.statuses(),
    )
    left, right, top, bottom = EDGES
    section = Section(blocks, left=left, right=right, top=top, bottom=bottom)
    return bound(words["title"], (section,), data, options)


def _head(text: str) -> Paragraph:
    return Paragraph((Run(text, bold=True),), size=15.0, before=2.0, after=2.0, keep_with_next=True)


def lacking(data: YearData) -> list[str]:
    """Scores that are not there yet."""
    return missing_scores(data)


FORM = Form(ID, "สรุปผลการประเมินสำหรับผู้บริหาร", 10, TEXTS, build, lacking)
