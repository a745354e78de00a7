"""มาตรการส่งเสริมคุณธรรมและความโปร่งใสฯ by the issues that regroup the questions."""

from __future__ import annotations

from itadesk.catalogue.issue_map import has_issue_map
from itadesk.issues import (
    findings_about,
    grouped,
    issue_facts,
    measures_without_issue,
)
from itadesk.lacking import missing_scores, missing_units
from itadesk.model.office import Digits
from itadesk.model.year import YearData
from itadesk.reports.content import Block, Document, Emblem, Paragraph, Run, Section
from itadesk.reports.forms import Form, FormText, Options
from itadesk.reports.parts import issue_plan, issue_points, strengths
from itadesk.reports.parts.analysis import INCOMPLETE
from itadesk.reports.parts.cells import CellStyle
from itadesk.reports.parts.cover import cover, seal_of
from itadesk.reports.parts.extras import TEXTS as EXTRA_TEXTS
from itadesk.reports.parts.extras import enclosed
from itadesk.reports.parts.finishing import bound
from itadesk.reports.parts.headings import heading, subtitle
from itadesk.reports.texts import filled, wording
from itadesk.thai.digits import localise, to_thai
from itadesk.thai.numbers import format_score

ID = "issues"
TEXTS = (
    FormText(
        "title",
        "ชื่อเอกสาร",
        "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงานของ\n{office}\nประจำปีงบประมาณ พ.ศ. {year}",
        multiline=True,
    ),
    FormText("cover_score", "คะแนนที่หน้าปก", "คะแนนภาพรวมของ{office} : {overall} คะแนน"),
    FormText("cover_level", "ระดับที่หน้าปก", "ระดับผลการประเมิน : “{rating}”"),
    FormText(
        "list_head",
        "หัวเรื่องรายการประเด็น",
        "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของ{office} "
        "ประจำปีงบประมาณ พ.ศ. {year} ใน {issue_count} ประเด็น ประกอบด้วย",
        multiline=True,
    ),
    *issue_points.TEXTS,
    *issue_plan.TEXTS,
    FormText("other", "หัวข้อมาตรการที่ไม่ได้ระบุประเด็น", "มาตรการอื่น"),
    *strengths.TEXTS,
    *strengths.LIMITATION_TEXTS,
    *EXTRA_TEXTS,
)


def conclusion(data: YearData, issue_no: int) -> str:
    """What the form prints for an issue that has no conclusion of the office's own."""
    words = wording(ID, TEXTS, data, Options())
    data = grouped(data)
    plan = issue_plan.IssuePlan(data, words, float(data.settings.body_size))
    facts = next((each for each in issue_facts(data) if each.issue.no == issue_no), None)
    text = "" if facts is None else plan.conclusion_from_data(facts)
    return localise(text, data.settings.digits is Digits.THAI)


def build(data: YearData, options: Options) -> Document:
    """Cover, list of issues, each issue, strengths, limitations."""
    words = wording(ID, TEXTS, data, options)
    size, style = float(data.settings.body_size), CellStyle.of(data.settings)
    data = grouped(data)
    points = issue_points.IssuePoints(data, words, style, size)
    plan = issue_plan.IssuePlan(data, words, size)
    blocks: list[Block] = [*_opening(data, words, size)]
    for facts in issue_facts(data):
        blocks.append(heading(f"ประเด็นที่ {facts.issue.no} {facts.issue.name}", size))
        blocks += [*points.blocks(facts), *plan.blocks(facts)]
    rest = measures_without_issue(data)
    if rest:
        blocks += [heading(words["other"], size), *plan.plan(rest)]
    blocks += strengths.StrengthsPart(data, words, style, size).blocks()
    blocks += strengths.limitations(data, words, size)
    front = _cover(data, words, size, seal_of(data, options))
    sections = enclosed((Section(tuple(blocks)),), words, data, options, front)
    return bound(words["title"], sections, data, options)


def lacking(data: YearData) -> list[str]:
    """What the clerk still has to fill in or to look at."""
    notes = []
    if not has_issue_map(data.catalogue):
        notes.append("ใช้การจัดกลุ่มข้อคำถามที่โปรแกรมเสนอ โปรดตรวจสอบ")
    data = grouped(data)
    outside = sum(1 for question in data.catalogue.questions if not question.issues)
    if outside:
        notes.append(f"ข้อคำถาม {to_thai(str(outside))} ข้อยังไม่อยู่ในประเด็นใด")
    notes += [*missing_scores(data), *_unanswered(data), *missing_units(data)]
    rest = len(measures_without_issue(data))
    if rest:
        notes.append(f"มาตรการ {to_thai(str(rest))} รายการไม่ได้ระบุประเด็นหรือตัวชี้วัด")
    if not data.limitations:
        notes.append("ยังไม่ได้กรอกข้อจำกัดของหน่วยงาน")
    return notes


def _unanswered(data: YearData) -> list[str]:
    """Issues whose weak questions have no analysis, and issues without a measure."""
    weak = [facts for facts in issue_facts(data) if facts.weak]
    unwritten = [
        facts.issue.no
        for facts in weak
        if not all(findings_about(data, facts.issue.no, code) for code in facts.weak)
    ]
    open_ones = [facts.issue.no for facts in weak if not facts.measures]
    return [
        f"{says} ประเด็นที่ {to_thai(' '.join(map(str, numbers)))}"
        for says, numbers in (
            ("ยังไม่ได้เขียนผลการวิเคราะห์", unwritten),
            ("ยังไม่มีมาตรการ", open_ones),
        )
        if numbers
    ]


def _cover(
    data: YearData, words: dict[str, str], size: float, seal: tuple[Emblem, ...]
) -> tuple[Block, ...]:
    figure = data.result.overall
    overall = "-" if figure.value is None else format_score(figure.value, thai=False)
    if figure.value is not None and not figure.complete:
        overall += f" ({INCOMPLETE})"
    values = {
        "overall": overall,
        "rating": data.result.rating or INCOMPLETE,
    }
    lines = tuple(filled(words[key], values) for key in ("cover_score", "cover_level"))
    return cover(words["title"], lines, size, seal)


def _opening(data: YearData, words: dict[str, str], size: float) -> list[Block]:
    values = {"issue_count": str(len(data.catalogue.issues))}
    return [
        subtitle(words["title"], size),
        subtitle(filled(words["list_head"], values), size),
        *(
            Paragraph((Run(f"{issue.no}. {issue.name}"),), size=size, indent=1.5, hang=0.7)
            for issue in data.catalogue.issues
        ),
    ]


FORM = Form(ID, "มาตรการส่งเสริมคุณธรรมและความโปร่งใส รายประเด็น", 35, TEXTS, build, lacking)
