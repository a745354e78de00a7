"""ภาพรวมจังหวัด: the offices of a province ranked, summed up, and where they are weak."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from itadesk.gathering import PASS, OfficeLine, not_sent, office_lines
from itadesk.model.province import ProvinceYear
from itadesk.model.year import YearData
from itadesk.reports.content import Block, Document, Section
from itadesk.reports.forms import Form, FormText, Options
from itadesk.reports.parts import gathered
from itadesk.reports.parts.cells import CellStyle
from itadesk.reports.parts.extras import TEXTS as EXTRA_TEXTS
from itadesk.reports.parts.extras import enclosed
from itadesk.reports.parts.finishing import bound
from itadesk.reports.parts.headings import body, heading, title
from itadesk.reports.texts import filled, wording
from itadesk.thai.numbers import format_score

ID = "province"
EDGE = 2.0  # cm, left and right
TEXTS = (
    FormText(
        "title",
        "ชื่อเอกสาร",
        "ภาพรวมผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)\n"
        "ของหน่วยงานใน{office} ประจำปีงบประมาณ พ.ศ. {year}",
        multiline=True,
    ),
    FormText(
        "intro",
        "ย่อหน้านำ",
        "{office} มีหน่วยงานในความรับผิดชอบ {offices} แห่ง ส่งข้อมูลแล้ว {sent} แห่ง "
        "มีผลคะแนน {scored} แห่ง คะแนนเฉลี่ย {mean} คะแนน "
        "ผ่านเกณฑ์ 85 คะแนนขึ้นไป {passed} แห่ง คิดเป็นร้อยละ {share} ของหน่วยงานที่มีผลคะแนน",
        multiline=True,
    ),
    FormText(
        "intro_measures",
        "ย่อหน้านำ เมื่อหน่วยงานรายงานเฉพาะมาตรการ",
        "{office} มีหน่วยงานในความรับผิดชอบ {offices} แห่ง ส่งข้อมูลแล้ว {sent} แห่ง "
        "รวม {measures} มาตรการ หน่วยงานเหล่านี้ดำเนินการตามมาตรการและไม่มีผลคะแนนของตนเอง",
        multiline=True,
    ),
    FormText("nothing", "คำที่ใช้เมื่อยังไม่มีข้อมูล", "ยังไม่มีข้อมูลของหน่วยงานในปีนี้", multiline=True),
    FormText("levels_head", "หัวข้อระดับ", "จำนวนหน่วยงานจำแนกตามระดับ"),
    FormText("districts_head", "หัวข้อรายอำเภอ", "ผลการประเมินจำแนกตามอำเภอ"),
    FormText("kinds_head", "หัวข้อรายประเภท", "ผลการประเมินจำแนกตามประเภทหน่วยงาน"),
    FormText("ranking_head", "หัวข้อลำดับคะแนน", "ลำดับคะแนนของหน่วยงาน"),
    FormText("failed_head", "หัวข้อหน่วยงานที่ไม่ผ่าน", "หน่วยงานที่ไม่ผ่านเกณฑ์ 85 คะแนน"),
    FormText("indicators_head", "หัวข้อตัวชี้วัด", "คะแนนเฉลี่ยรายตัวชี้วัด เรียงจากน้อยไปมาก"),
    FormText("questions_head", "หัวข้อข้อคำถาม", "ข้อคำถามที่ได้คะแนนเฉลี่ยน้อยที่สุด"),
    FormText("rounds_head", "หัวข้อการรายงานตามรอบ", "การรายงานผลการดำเนินการตามมาตรการ จำแนกตามรอบ"),
    FormText("bare_head", "หัวข้อหน่วยงานที่มีเฉพาะมาตรการ", "หน่วยงานที่รายงานเฉพาะมาตรการ"),
    FormText("waiting_head", "หัวข้อผู้ที่ยังไม่ส่ง", "หน่วยงานที่ยังไม่ส่งข้อมูล"),
    *gathered.TEXTS,
    *EXTRA_TEXTS,
)


def build(data: YearData, options: Options) -> Document:
    """Sums first, then the ranking, then what needs attention; all across."""
    found = options.province or ProvinceYear(data.year)
    lines = office_lines(found)
    values = _values(lines)
    words = {key: filled(text, values) for key, text in wording(ID, TEXTS, data, options).items()}
    part = gathered.GatheredPart(data, lines, words, CellStyle.of(data.settings))
    blocks = tuple(_blocks(part, float(data.settings.body_size)))
    section = Section(blocks, landscape=True, left=EDGE, right=EDGE)
    return bound(words["title"], enclosed((section,), words, data, options), data, options)


def _blocks(part: gathered.GatheredPart, size: float) -> Iterator[Block]:
    words, lines = part.words, part.lines
    yield title(words["title"], size)
    if not lines:
        yield body(words["nothing"], size)
        return
    scored = [line for line in lines if line.overall is not None]
    bare = [line for line in lines if line.received is not None and line.received.only_measures]
    yield body(words["intro" if scored or not bare else "intro_measures"], size)
    if any(line.rating for line in lines):
        yield from (heading(words["levels_head"], size), part.levels())
    if any(line.district for line in lines):
        yield from (heading(words["districts_head"], size), part.districts())
    yield from (heading(words["kinds_head"], size), part.kinds())
    if scored:
        yield from _scores(part, scored, size)
    if any(each.measures for line in lines if line.received for each in line.received.rounds):
        yield from (heading(words["rounds_head"], size), part.rounds())
    if bare:
        yield from (heading(words["bare_head"], size), part.only_measures(bare))
    if not_sent(lines):
        yield from (heading(words["waiting_head"], size), part.waiting())


def _scores(
    part: gathered.GatheredPart, scored: Sequence[OfficeLine], size: float
) -> Iterator[Block]:
    """The ranking, who did not pass, and where all are weak."""
    words = part.words
    yield from (heading(words["ranking_head"], size), part.ranking(scored))
    yield from (heading(words["indicators_head"], size), part.indicators())
    failed = [line for line in scored if line.passes is False]
    if failed:
        yield from (heading(words["failed_head"], size), part.ranking(failed))
    if any(score is not None for each in gathered.received_of(scored) for score in each.scores):
        yield from (heading(words["questions_head"], size), part.questions())


def _values(lines: tuple[OfficeLine, ...]) -> dict[str, str]:
    scores = [line.overall for line in lines if line.overall is not None]
    passed = sum(score >= PASS for score in scores)
    mean = sum(scores, Decimal()) / len(scores) if scores else None
    share = Decimal(100) * passed / len(scores) if scores else None
    return {
        "offices": str(len(lines)),
        "sent": str(sum(line.received is not None for line in lines)),
        "scored": str(len(scores)),
        "passed": str(passed),
        "measures": str(sum(line.received.measures for line in lines if line.received)),
        "mean": format_score(mean, thai=False) or "-",
        "share": format_score(share, thai=False) or "-",
    }


def lacking(_data: YearData) -> list[str]:
    """What is missing is in the document itself: who has not sent."""
    return []


FORM = Form(ID, "ภาพรวมผลการประเมินของหน่วยงานในจังหวัด", 80, TEXTS, build, lacking, gathers=True)
