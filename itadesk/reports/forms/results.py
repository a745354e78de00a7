"""การรายงานผลการดำเนินการ: the score before and after, weak points, what came of the measures."""

from __future__ import annotations

from collections.abc import Mapping

from itadesk.comparison import overall_of
from itadesk.lacking import missing_scores
from itadesk.model.year import YearData
from itadesk.reports.content import (
    Align,
    Block,
    Document,
    Emblem,
    PageBreak,
    Paragraph,
    Run,
    Section,
)
from itadesk.reports.forms import Form, FormText, Options
from itadesk.reports.parts import effects, narrative, outcomes, weak_points
from itadesk.reports.parts.cells import CellStyle
from itadesk.reports.parts.cover import cover, seal_of
from itadesk.reports.parts.extras import TEXTS as EXTRA_TEXTS
from itadesk.reports.parts.extras import enclosed
from itadesk.reports.parts.finishing import bound
from itadesk.reports.parts.headings import body, title
from itadesk.reports.parts.overall import sentence
from itadesk.reports.parts.rounds import ROUND_TEXT, latest_round, missing_reports, wanted_round
from itadesk.reports.parts.strengths import limitations
from itadesk.reports.texts import filled, wording

ID = "results"
AUTHOR_FROM_LINES = 150.0  # pt
SIDE = 2.0  # cm, edges of the pages across
_REPORT = "การรายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
_MEASURES = "ตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
TEXTS = (
    ROUND_TEXT,
    FormText(
        "cover_title",
        "ชื่อเอกสารที่หน้าปก",
        "การรายงาน\nผลการดำเนินการตาม\nมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
        multiline=True,
    ),
    FormText(
        "cover_year",
        "ปีและหน่วยงานที่หน้าปก",
        "ประจำปีงบประมาณ พ.ศ. {plan_year}\nของ{office}",
        multiline=True,
    ),
    FormText("author", "ผู้จัดทำ หลังคำว่า โดย (ว่าง = ไม่พิมพ์)", "", multiline=True),
    FormText(
        "title",
        "ชื่อเอกสาร",
        f"{_REPORT}\n{_MEASURES}\nประจำปีงบประมาณ พ.ศ. {{plan_year}}\nของ{{office}}",
        multiline=True,
    ),
    *narrative.TEXTS,
    *weak_points.TEXTS,
    FormText(
        "results_title",
        "หัวเรื่องตารางผล",
        f"{_REPORT}\n{_MEASURES} ประจำปีงบประมาณ พ.ศ. {{plan_year}}\nของ{{office}}",
        multiline=True,
    ),
    FormText("round_line", "คำบอกรอบท้ายหัวเรื่องตารางผล (ว่าง = ไม่พิมพ์)", "(รอบ {round} เดือน)"),
    FormText(
        "after",
        "ย่อหน้าคะแนนหลังดำเนินมาตรการ",
        "หลังดำเนินการตามมาตรการ ผลการประเมินประจำปีงบประมาณ พ.ศ. {after_year} "
        "{office} ได้คะแนนภาพรวม {score} คะแนน {change} {level}",
        multiline=True,
    ),
    FormText(
        "results_intro",
        "ย่อหน้านำตารางผล",
        "มาตรการของ{office} ในปีงบประมาณ พ.ศ. {plan_year} มีผลการดำเนินการ ดังนี้",
        multiline=True,
    ),
    FormText("empty", "คำที่ใช้เมื่อยังไม่มีมาตรการ", "ยังไม่ได้กำหนดมาตรการ"),
    *outcomes.TEXTS,
    *effects.TEXTS,
    FormText(
        "limits_head",
        "หัวเรื่องข้อจำกัด",
        "ข้อจำกัดของหน่วยงานในการดำเนินการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ",
        multiline=True,
    ),
    FormText(
        "limits_intro",
        "ย่อหน้าเปิดข้อจำกัด",
        "{office} พบข้อจำกัดในการดำเนินการประเมิน ดังนี้",
        multiline=True,
    ),
    FormText("limits_none", "คำที่ใช้เมื่อไม่มีข้อจำกัด", "-ไม่มี"),
    *EXTRA_TEXTS,
)


def build(data: YearData, options: Options) -> Document:
    """Cover and narrative upright, the results across, the limitations upright again."""
    months = wanted_round(ID, data, options) or latest_round(data)
    values = {"round": str(months or ""), "after_year": str(data.year + 1)}
    words = {key: filled(text, values) for key, text in wording(ID, TEXTS, data, options).items()}
    size, style = float(data.settings.body_size), CellStyle.of(data.settings)
    upright = (
        title(words["title"], size),
        *narrative.NarrativePart(data, words, style, size).blocks(),
        *weak_points.WeakPoints(data, words, size).blocks(),
    )
    results = Section(
        tuple(_results(data, words, style, months)), landscape=True, left=SIDE, right=SIDE
    )
    limits = Section(tuple(limitations(data, words, size)))
    sections = (Section(upright), results, limits)
    front = _cover(words, size, seal_of(data, options))
    whole = enclosed(sections, words, data, options, front)
    return bound(words["title"], whole, data, options)


def _cover(words: Mapping[str, str], size: float, seal: tuple[Emblem, ...]) -> tuple[Block, ...]:
    *front, _ = cover(words["cover_title"], (words["cover_year"],), size, seal)
    author = words["author"].strip().removeprefix("โดย").strip()
    if author:
        front.append(
            Paragraph(
                (Run(f"โดย {author}", bold=True),),
                "title",
                size + 2,
                Align.CENTRE,
                before=AUTHOR_FROM_LINES,
            )
        )
    return (*front, PageBreak())


def _results(
    data: YearData, words: Mapping[str, str], style: CellStyle, months: int | None
) -> list[Block]:
    """Score after, where the file holds the next year, and the table."""
    size = float(data.settings.body_size)
    told = words["round_line"] if months else ""
    blocks: list[Block] = [title(f"{words['results_title']} {told}".strip(), size)]
    after = overall_of(data, data.year + 1)
    if after is not None and after.overall.value is not None:
        blocks.append(body(sentence(words["after"], data, after, words), size))
    if not data.measures:
        return [*blocks, body(words["empty"], size)]
    table = outcomes.OutcomesPart(data, words, style, months).table()
    moved = effects.effects_part(data, words, style)
    return [*blocks, body(words["results_intro"], size), table, *moved]


def lacking(data: YearData) -> list[str]:
    """Scores, results of the latest round and limitations that are not there yet."""
    limits = [] if data.limitations else ["ยังไม่ได้กรอกข้อจำกัดของหน่วยงาน"]
    reports = missing_reports(data, latest_round(data), outcome=True)
    return [*missing_scores(data), *reports, *limits]


FORM = Form(ID, "การรายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใส", 50, TEXTS, build, lacking)
