"""One mistake a function: each takes a year without it and gives the year with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from itadesk.checks import CheckData
from itadesk.findings import lowest
from itadesk.model.assessment import QuestionScore
from itadesk.model.document import DocumentState, Signatory
from itadesk.model.kept import FileRole, KeptFile
from itadesk.model.result import NOTHING
from itadesk.model.work import Finding
from itadesk.scoring import score
from itadesk.thai.digits import to_thai
from resources import ROOT

Mistake = Callable[[CheckData], CheckData | None]


def _data(found, **changed):
    data = replace(found.data, **changed)
    if "assessment" in changed:
        data = replace(data, result=score(data.catalogue, data.assessment))
    return CheckData(data, found.before, found.plan, found.lost)


def _assessment(found, **changed):
    return _data(found, assessment=replace(found.data.assessment, **changed))


def _score(found, code, value):
    scores = {**found.data.assessment.scores, code: QuestionScore(code, value)}
    scores = {key: each for key, each in scores.items() if each.score is not None}
    return _assessment(found, scores=scores, official={})


def _finding(found, **changed):
    first, *rest = found.data.findings
    return _data(found, findings=(replace(first, **changed), *rest))


def _measure(found, **changed):
    first, *rest = found.data.measures
    return _data(found, measures=(replace(first, **changed), *rest))


def _round(found, **changed):
    first, *rest = found.data.rounds
    return _data(found, rounds=(replace(first, **changed), *rest))


def _document(found, place=0, **changed):
    kept = list(found.data.documents)
    kept[place] = replace(kept[place], **changed)
    return _data(found, documents=tuple(kept))


def _body(found, text):
    fields = found.data.documents[0].fields
    return _document(found, fields={**fields, "body": f"{fields['body']}\n{text}"})


def _title(found, text):
    return _data(found, texts={**found.data.texts, ("results", "title"): text})


def _say(found, text):
    return _finding(found, guideline=f"{found.data.findings[0].guideline} {text}")


def missing_score(found):
    return _score(found, "i1", None)


def out_of_range(found):
    return _score(found, "i2", Decimal("100.5"))


def item_between(found):
    return _score(found, "o1", Decimal(50))


def official_differs(found):
    value = found.data.result.indicators[2].computed
    return _assessment(found, official={"2": round(value, 2) - Decimal("0.5")})


def not_reproducible(found):
    scores = {k: v for k, v in found.data.assessment.scores.items() if not k.startswith("o")}
    return _assessment(found, scores=scores, official={"overall": Decimal("99.99")})


def rating_differs(found):
    levels = [each.name for each in found.data.catalogue.rating.levels]
    return _assessment(
        found, official_rating=next(n for n in levels if n != found.data.result.computed_rating)
    )


def unconfirmed_text(found):
    doubtful = [q for q in found.data.catalogue.questions if not q.text.confirmed]
    if not doubtful:
        return None
    home = found.data.catalogue.indicator_of(doubtful[0].code)
    own = Finding(99, home.no, None, (doubtful[0].code,), "ก", "ข")
    return _data(found, findings=(*found.data.findings, own))


def not_lowest_chosen(found):
    return _rewritten(found, lambda code: {"codes": (code,)})


def not_lowest_written(found):
    return _rewritten(found, lambda code: {"cause": to_thai(f"ข้อ {code} ได้คะแนนต่ำที่สุด")})


def _rewritten(found, words):
    for place, finding in enumerate(found.data.findings):
        least = lowest(found.data.catalogue, found.data.result, finding.indicator).codes
        own = found.data.catalogue.indicator(finding.indicator).questions
        others = [q.code for q in own if q.code not in least]
        if others:
            kept = list(found.data.findings)
            kept[place] = replace(finding, **words(others[0]))
            return _data(found, findings=tuple(kept))
    return None


def wrong_question(found):
    first = found.data.findings[0]
    return _finding(found, codes=("i1" if first.indicator != 1 else "i20", *first.codes))


def score_differs(found):
    value = found.data.result.questions["i1"].value
    wrong = value - Decimal("1.5") if value > 50 else value + Decimal("1.5")
    return _say(found, to_thai(f"โดยข้อ i1 ได้คะแนน {wrong:.2f}"))


def indicator_score_differs(found):
    value = found.data.result.indicators.get(2, NOTHING).value
    return _say(found, to_thai(f"ตัวชี้วัดที่ 2 การใช้งบประมาณ ได้คะแนน {value - 3:.2f} คะแนน"))


def unknown_code(found):
    return _say(found, "(อ้างอิงจาก o๙๙)")


def unknown_indicator(found):
    return _say(found, "ตามตัวชี้วัดที่ ๑๑")


def wrong_indicator(found):
    return _say(found, "ตัวชี้วัดที่ ๒ ข้อ i๑")


def indicator_name(found):
    return _say(found, "ตัวชี้วัดที่ ๒ การใช้อำนาจ")


def wrong_range(found):
    return _say(found, "การใช้งบประมาณ (ข้อคำถาม i๑ - i๒)")


def part_name(found):
    if not any(i.sub_indicators for i in found.data.catalogue.indicators):
        return None
    return _say(found, "๑๐.๒ มาตรการภายในเพื่อป้องกันการทุจริต")


def analysis_missing(found):
    rest = tuple(f for f in found.data.findings if f.indicator != 2)
    return _data(found, findings=rest)


def same_cause(found):
    first, second, *rest = found.data.findings
    return _data(found, findings=(first, replace(second, cause=first.cause), *rest))


def confession(found):
    return _finding(found, cause="หน่วยงานปฏิบัติต่อผู้มาติดต่ออย่างไม่เท่าเทียมกัน")


def question_again(found):
    question = next(
        q
        for q in found.data.catalogue.questions
        if q.text.confirmed and len(q.text.text) > 60 and not q.binary
    )
    home = found.data.catalogue.indicator_of(question.code)
    return _measure(found, indicator=home.no, analysis=question.text.text)


def measure_missing(found):
    return _data(found, measures=tuple(m for m in found.data.measures if m.indicator != 2))


def measure_incomplete(found):
    return _measure(found, steps=())


def outside_year(found):
    return _measure(found, end=found.data.measures[0].end + timedelta(days=1))


def outside_year_in_words(found):
    return _measure(found, period_text=f"๒๔ พฤษภาคม {to_thai(str(found.data.year))}")


def reversed_period(found):
    first = found.data.measures[0]
    return _measure(found, start=first.end, end=first.start)


def answers_nothing(found):
    return _measure(found, indicator=None)


def measure_unknown_indicator(found):
    return _measure(found, indicator=14)


def one_unit(found):
    return _data(found, measures=tuple(replace(m, units=("กองคลัง",)) for m in found.data.measures))


def other_subject(found):
    return _measure(found, indicator=9, activities="จัดทำแนวทางการใช้ทรัพย์สินของราชการ")


def round_incomplete(found):
    return _round(found, outcome="")


def no_evidence(found):
    return _data(found, files=())


def evidence_lost(found):
    kept = KeptFile(FileRole.EVIDENCE, "ภาพรวม.pdf", 7, measure=1, months=6, path="ที่อื่น/ภาพรวม.pdf")
    made = _data(found, files=(*found.data.files, kept))
    return CheckData(made.data, lost=frozenset({7}))


def result_year(found):
    plan_year = to_thai(str(found.data.assessment.plan_year))
    return _title(found, f"รายงานผลการประเมิน ประจำปีงบประมาณ พ.ศ. {plan_year}")


def measures_year(found):
    return _title(found, f"มาตรการประจำปีงบประมาณ พ.ศ. {to_thai(str(found.data.year))}")


def item_year(found):
    plan_year = to_thai(str(found.data.assessment.plan_year))
    wrong = "o๔๓" if found.data.year > 2566 else "o๒๗"
    return _title(found, f"มาตรการส่งเสริมคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. {plan_year} ({wrong})")


def christian_year(found):
    return _body(found, "ประจำปีงบประมาณ พ.ศ. ๒๐๒๕")


def office_name(found):
    name = found.data.office.name
    if name.startswith("สำนัก"):
        return None
    return _body(found, f"ประกาศของ{name[:-2]}{'ค' if name[-1] != 'ค' else 'ง'}{name[-1]} ให้ทราบ")


def other_office(found):
    other = (ROOT / "provinces.txt").read_text("utf-8").split()[0]
    return _body(found, f"ตามประกาศจังหวัด{other} เรื่องแนวทาง")


def head_title(found):
    wrong = Signatory("นายตัวอย่าง ใจดี", "", "ผู้ว่าราชการจังหวัดสมมุติ")
    made = _document(found, signatories=(wrong,))
    return None if found.data.office.name.startswith("สำนัก") else made


def before_result(found):
    early = date.fromisoformat(found.data.assessment.announced_on) - timedelta(days=1)
    return _document(found, 1, day=early)


def unnumbered(found):
    return _document(found, 1, number="", state=DocumentState.PUBLISHED)


def placeholder(found):
    return _finding(found, cause=f"{found.data.findings[0].cause} {{ชื่อกอง}}")


def blank(found):
    return _body(found, "โดยมีผู้เข้าร่วมจำนวน .......... คน")


def digits(found):
    return _finding(found, guideline="ชี้แจงปีละ ๑2 ครั้ง")


def hole(found):
    return _measure(found, activities="๑. จัดประชุม\n๒. จัดทำคู่มือ\n๔. เผยแพร่")


def twice(found):
    return _round(found, output="๑. จัดประชุม\n๒. จัดทำคู่มือ\n๒. เผยแพร่")


def last_year(found):
    old = replace(found.data, documents=())
    assessment = replace(old.assessment, year=old.year - 1, plan_year=old.year)
    return CheckData(found.data, replace(old, assessment=assessment), found.plan)


def spelling(found):
    return _finding(found, cause="ผู้รับบริการบางรายเห็นว่าขั้นตอนยุ่งยาก จึงควรปรับปรุงการให้บริกราประชาชน")


MISTAKES: tuple[tuple[str, Mistake], ...] = (
    ("scores.missing", missing_score),
    ("scores.out_of_range", out_of_range),
    ("scores.item_between", item_between),
    ("scores.official_differs", official_differs),
    ("scores.not_reproducible", not_reproducible),
    ("scores.rating_differs", rating_differs),
    ("scores.unconfirmed_text", unconfirmed_text),
    ("analysis.not_lowest", not_lowest_chosen),
    ("analysis.not_lowest", not_lowest_written),
    ("analysis.wrong_question", wrong_question),
    ("analysis.score_differs", score_differs),
    ("analysis.score_differs", indicator_score_differs),
    ("analysis.unknown_code", unknown_code),
    ("analysis.unknown_indicator", unknown_indicator),
    ("analysis.wrong_indicator", wrong_indicator),
    ("analysis.indicator_name", indicator_name),
    ("analysis.wrong_range", wrong_range),
    ("analysis.part_name", part_name),
    ("analysis.missing", analysis_missing),
    ("analysis.same_cause", same_cause),
    ("analysis.confession", confession),
    ("analysis.question_again", question_again),
    ("measures.missing", measure_missing),
    ("measures.incomplete", measure_incomplete),
    ("measures.outside_year", outside_year),
    ("measures.outside_year", outside_year_in_words),
    ("measures.reversed", reversed_period),
    ("measures.answers_nothing", answers_nothing),
    ("measures.unknown_indicator", measure_unknown_indicator),
    ("measures.one_unit", one_unit),
    ("measures.other_subject", other_subject),
    ("rounds.incomplete", round_incomplete),
    ("rounds.no_evidence", no_evidence),
    ("rounds.evidence_lost", evidence_lost),
    ("documents.result_year", result_year),
    ("documents.measures_year", measures_year),
    ("documents.item_year", item_year),
    ("documents.christian_year", christian_year),
    ("documents.office_name", office_name),
    ("documents.other_office", other_office),
    ("documents.head_title", head_title),
    ("documents.before_result", before_result),
    ("documents.unnumbered", unnumbered),
    ("documents.placeholder", placeholder),
    ("documents.placeholder", blank),
    ("documents.digits", digits),
    ("documents.numbering", hole),
    ("documents.numbering", twice),
    ("documents.last_year", last_year),
    ("documents.spelling", spelling),
)
