"""The mistakes of the published documents are found in them, and not in the mended ones."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from itadesk.checks import CheckData, Severity, examine
from itadesk.model.assessment import Assessment, QuestionScore
from itadesk.model.document import DocumentRecord, Signatory
from itadesk.model.office import Office, OfficeKind, Settings
from itadesk.model.work import Finding, Measure, RoundReport, Step
from itadesk.model.year import YearData
from itadesk.scoring import score
from itadesk.services.years import shipped_catalogue
from itadesk.thai.digits import to_thai
from tests.helpers.seeds import SHARED, seed

SOME = "ผู้ตอบแบบวัดบางรายเห็นว่า"


def year_of(agency, year, scores=None, **head):
    office = Office(agency["name_th"], OfficeKind(agency["kind"]))
    catalogue = shipped_catalogue(year)
    assessment = Assessment(year, year + 1, catalogue.id, scores or {}, **head)
    return YearData(office, Settings(), catalogue, assessment, score(catalogue, assessment))


def told(data):
    return {(remark.id, remark.place) for remark in examine(CheckData(data), slow=True).open}


def page(name):
    """The raw text of a seed."""
    paths = sorted((SHARED / "seeds").glob(f"{name}_*.txt"))
    if not paths:
        pytest.skip("the seeds are not beside this checkout")
    return paths[0].read_text(encoding="utf-8")


def title(data, text, form="development"):
    return replace(data, texts={**data.texts, (form, "title"): text})


def in_lines(text):
    """Numbered parts of a cell that run together, a line each."""
    return re.sub(r"\s+(?=[๐-๙]{1,2}\.\s)", "\n", text)


# --- 002 -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def analysis():
    """Seed 002 as it is."""
    source = seed("002")
    scores = {
        q["code"]: QuestionScore(q["code"], Decimal(str(q["score"])))
        for each in source["indicators"]
        for q in each["questions"]
    }
    data = year_of(source["agency"], 2568, scores)
    findings = tuple(
        Finding(
            n,
            each.get("no") or each["nos"][0],
            None,
            tuple(low["code"] for low in each["analysis"]["lowest"]),
            each["analysis"]["cause"],
            "\n".join(each["analysis"]["guideline"]),
        )
        for n, each in enumerate(source["indicators"], 1)
        if each["analysis"]["cause"]
    )
    columns = source["measure_columns"]
    measures = tuple(
        Measure(
            n,
            n,
            each["indicator_no"],
            activities="\n".join(each[columns[0]]),
            analysis="\n".join(each[columns[1]]),
            steps=tuple(map(Step, each[columns[2]])),
            start=date.fromisoformat(each["period_start"]),
            end=date.fromisoformat(each["period_end"]),
            responsible=each["ผู้รับผิดชอบ"],
        )
        for n, each in enumerate(source["measures"], 1)
    )
    texts = {("development", key): source[key] for key in ("measures_title", "analysis_title")}
    return replace(data, findings=findings, measures=measures, texts=texts)


MISTAKES_002 = {
    ("analysis.not_lowest", "analysis:3"),
    ("analysis.confession", "analysis:1"),
    ("analysis.confession", "analysis:2"),
    ("analysis.confession", "measures:2"),
    ("analysis.question_again", "measures:1"),
    ("measures.missing", "measures:indicator:9"),
    ("documents.measures_year", "documents:development"),
}


def test_002_names_the_wrong_question_confesses_forgets_a_measure_and_mixes_years(analysis):
    unscored = {("scores.missing", "scores")}  # the document gives no OIT scores
    assert told(analysis) == MISTAKES_002 | unscored


def test_002_mended_is_told_of_none_of_it(analysis):
    findings = tuple(
        replace(
            each,
            codes=("i7",) if each.indicator == 3 else each.codes,
            cause=f"{SOME}{each.cause}" if each.indicator in (1, 2) else each.cause,
        )
        for each in analysis.findings
    )
    first, second, *rest = analysis.measures
    last = replace(rest[-1], id=8, position=8, indicator=9)
    measures = (
        replace(first, analysis=f"{SOME}การให้บริการยังไม่เท่าเทียมกัน"),
        replace(second, analysis=f"{SOME}{second.analysis}"),
        *rest,
        last,
    )
    texts = {key: text.replace("๒๕๖๘", "๒๕๖๙") for key, text in analysis.texts.items()}
    texts["development", "analysis_title"] = analysis.texts["development", "analysis_title"]
    mended = replace(analysis, findings=findings, measures=measures, texts=texts)
    assert not told(mended) & MISTAKES_002
    assert {check for check, _ in told(mended)} == {"scores.missing"}


def test_002_as_it_was_read_has_a_wrong_indicator_number_and_two_names(analysis):
    raw = page("002")
    heading = re.search(r"ตัวชี้วัดที่ ๒ คุณภาพการดำเนินงาน", raw)[0]
    assert ("analysis.indicator_name", "documents:development") in told(title(analysis, heading))
    right = heading.replace("๒", "๖")
    assert ("analysis.indicator_name", "documents:development") not in told(title(analysis, right))
    own = analysis.office.name
    others = re.findall(rf"{own[:-2]}[ก-๎]{{2,4}}", raw)
    name = next(each for each in others if not each.startswith(own))
    assert ("documents.office_name", "documents:development") in told(title(analysis, name))


# --- 001 -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def ranking():
    """Seed 001 as it is: announced scores of indicators, measures, a letter."""
    source = seed("001")
    official = {str(r["indicator_no"]): Decimal(str(r["คะแนนที่ได้รับ"])) for r in source["rows"]}
    data = year_of(source["agency"], 2564, official=official)
    measures = tuple(
        Measure(n, n, row["indicator_no"], activities="\n".join(row["มาตรการที่ต้องดำเนินการ"]))
        for n, row in enumerate(source["rows"], 1)
    )
    letter = source["letter"]
    fields = {"subject": letter["subject"], "body": "\n".join(letter["body"])}
    signer = Signatory(letter["signatory"], "", letter["signatory_position"])
    day = date.fromisoformat(letter["date_iso"])
    document = DocumentRecord(1, "letter", letter["doc_no"], day, fields, (signer,))
    return replace(data, measures=measures, documents=(document,))


MISPLACED = ("measures.other_subject", "measures:9")


def test_001_has_a_line_of_another_indicator_which_can_be_moved(ranking):
    assert MISPLACED in told(ranking)
    mistakes = examine(CheckData(ranking), slow=True).open
    assert {r.id for r in mistakes if r.severity is not Severity.MISSING} == {MISPLACED[0]}
    ninth = ranking.measures[8]
    lines = ninth.activities.split("\n")
    moved = replace(ninth, activities="\n".join([lines[0], lines[2].replace("๓.", "๒.")]))
    mended = replace(ranking, measures=(*ranking.measures[:8], moved, ranking.measures[9]))
    assert MISPLACED not in told(mended)


def test_001_as_it_was_read_is_signed_by_a_head_that_no_province_has(ranking):
    position = re.search(r"ผู้อำนวยการจังหวัด[ก-๎]+", page("001"))[0]
    (letter,) = ranking.documents
    signed = replace(letter, signatories=(Signatory("นายตัวอย่าง ใจดี", "", position),))
    fault = ("documents.head_title", "documents:letter")
    assert fault in told(replace(ranking, documents=(signed,)))
    assert fault not in told(ranking)


# --- 004 -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def report():
    """Seed 004 as it is: some scores, the announced result, measures by issue, their results."""
    source = seed("004")
    scores = {}
    for weak in source["weak_questions"]:
        part = {None: "score", 1: "part1", 2: "part2"}[weak["eit_part"]]
        known = scores.get(weak["code"], QuestionScore(weak["code"]))
        scores[weak["code"]] = replace(
            known, **{part: Decimal(weak["score_text"].translate(PLAIN))}
        )
    announced = next(each for each in source["results"] if each["year"] == 2567)
    data = year_of(
        source["agency"],
        2567,
        scores,
        official={"overall": Decimal(str(announced["overall"]))},
        official_rating=announced["rating_th"],
    )
    columns = source["measure_columns"]
    measures = tuple(
        Measure(
            each["no"],
            each["no"],
            None,
            each["no"],
            each["title"],
            "\n".join(each["measures"]),
            steps=tuple(map(Step, each[columns[1]])),
            period_text="\n".join(each[columns[2]]),
            responsible="\n".join(each[columns[3]]),
        )
        for each in source["measures"]
    )
    rounds = tuple(
        RoundReport(each["no"], 12, "\n".join(each[columns[4]]), "\n".join(each[columns[5]]))
        for each in source["measures"]
    )
    texts = {
        ("results", "title"): source["title"],
        ("results", "measures_intro"): source["measures_intro"],
        ("results", "lead"): "\n".join((*source["intro"], source["analysis_lead"])),
        ("results", "body"): "\n".join(source["analysis_paragraphs"]),
    }
    limitations = tuple(source["limitations"])
    return replace(data, measures=measures, rounds=rounds, texts=texts, limitations=limitations)


PLAIN = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
OUT_OF_YEAR = ("measures.outside_year", "measures:6")
TWICE = ("documents.numbering", "rounds:12:2")


def test_004_has_a_day_of_another_year_and_a_number_twice(report):
    found = examine(CheckData(report), slow=True).open
    untold = ("scores.missing", "analysis.missing", "scores.not_reproducible")
    assert {(r.id, r.place) for r in found if r.id not in untold} == {OUT_OF_YEAR, TWICE}


def test_004_gives_an_overall_score_that_is_said_to_be_not_computable_and_no_mistake(report):
    (remark,) = (r for r in examine(CheckData(report)).open if r.id == "scores.not_reproducible")
    assert remark.severity is Severity.NOTE
    assert "๙๑.๒๓" in remark.message


def test_004_mended_is_told_of_none_of_it(report):
    sixth, second = report.measures[5], report.rounds[1]
    period = sixth.period_text.partition("\n")[2]
    *kept, last = second.output.split("\n")
    output = "\n".join([*kept, last.replace("๓.", "๔.")])
    mended = replace(
        report,
        measures=(*report.measures[:5], replace(sixth, period_text=period), report.measures[6]),
        rounds=(report.rounds[0], replace(second, output=output), *report.rounds[2:]),
    )
    assert not told(mended) & {OUT_OF_YEAR, TWICE}


def test_004_heads_a_page_with_the_year_of_the_measures(report):
    heading = re.search(r"\(จากผล[^)]+\)", page("004"))[0]
    fault = ("documents.result_year", "documents:results")
    assert fault in told(title(report, heading, "results"))
    assert fault not in told(title(report, heading.replace("๒๕๖๘", "๒๕๖๗"), "results"))


def test_004_leaves_numbers_of_a_list_out(report):
    numbers = [weak["list_no"] for weak in seed("004")["weak_questions"]][3:]
    fault = ("documents.numbering", "documents:results")
    assert fault in told(title(report, "\n".join(f"{n} ก" for n in numbers), "results"))
    right = [to_thai(f"1.{n} ก") for n in range(1, 9)]
    assert fault not in told(title(report, "\n".join(right), "results"))


def test_004_calls_a_part_by_the_name_of_other_years(report):
    part = seed("004")["sub_indicators"][-1]
    fault = ("analysis.part_name", "documents:results")
    assert fault in told(title(report, f"{part['code']} {part['name_th']}", "results"))
    name = report.catalogue.indicator(10).sub_indicators[-1].name.text
    assert fault not in told(title(report, f"{part['code']} {name}", "results"))


# --- 003 -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def memo():
    """Seed 003: printed scores of indicators, the announced overall score, its subject."""
    printed = {2: "91.44", 3: "93.50", 4: "90.72", 5: "91.38", 6: "92.33", 7: "91.81", 8: "90.23"}
    official = {str(no): Decimal(text) for no, text in printed.items()}
    official |= {"10": Decimal(100), "overall": Decimal("96.52")}
    name = re.search(r"ศาลากลาง(จังหวัด[ก-๎]+)", page("003"))[1]
    agency = {"name_th": name, "kind": "จังหวัด"}
    return year_of(agency, 2566, official=official, official_rating="ผ่านดี")


def test_003_overall_is_above_all_that_can_come_out_and_that_is_said_as_such(memo):
    found = examine(CheckData(memo)).open
    (remark,) = (r for r in found if r.id == "scores.not_reproducible")
    assert remark.severity is Severity.NOTE
    assert "๙๕.๔๖" in remark.message
    assert "EIT" in remark.message
    assert not {"scores.official_differs", "scores.rating_differs"} & {r.id for r in found}


def test_003_subject_has_the_year_of_the_scores_and_the_item_of_the_next(memo):
    subject = re.search(r"เรื่อง (มาตรการส่งเสริม[^\n]+\n[^\n]*\(๐๓๔\))", page("003"))[1]
    faults = {(f"documents.{kind}", "documents:memo") for kind in ("measures_year", "item_year")}
    assert faults <= told(title(memo, "ข้อ".join(subject.rsplit("(", 1)), "memo"))
    right = subject.replace("๒๕๖๖", "๒๕๖๗")
    assert not faults & told(title(memo, right, "memo"))


def test_003_names_another_province(memo):
    line = next(each for each in page("003").split("\n") if each.startswith("๒.๒ "))
    fault = ("documents.other_office", "documents:memo")
    assert fault in told(title(memo, line, "memo"))
    other = re.search(r"เรียน ผู้ว่าราชการ(จังหวัด[ก-๎]+)", page("003"))[1]
    assert other in line
    assert fault not in told(title(memo, line.replace(other, memo.office.name), "memo"))


def test_003_gives_an_indicator_the_number_of_another(memo):
    line = next(each for each in page("003").split("\n") if each.startswith("ตัวชี้วัดที่ ๒ การใช้อำนาจ"))
    fault = ("analysis.indicator_name", "documents:issues")
    assert fault in told(title(memo, line, "issues"))
    mended = line.replace("ตัวชี้วัดที่ ๒", "ตัวชี้วัดที่ ๓")
    assert not {place for _, place in told(title(memo, mended, "issues"))} & {"documents:issues"}


def test_003_puts_a_question_of_one_indicator_under_another(memo):
    row = next(each for each in page("003").split("\n") if each.startswith("IIT\tตัวชี้วัดที่ ๒\t๑๑๓"))
    read = row.replace("๑๑๓", "i๑๓")
    fault = ("analysis.wrong_indicator", "documents:issues")
    assert fault in told(title(memo, read, "issues"))
    right = read.replace("ตัวชี้วัดที่ ๒", "ตัวชี้วัดที่ ๓")
    assert fault not in told(title(memo, right, "issues"))


# --- 000 -------------------------------------------------------------------------------------


def province(year):
    name = re.search(r"พ\.ศ\. ๒๕๖๖ (จังหวัด[ก-๎]+)", page("000"))[1]
    return year_of({"name_th": name, "kind": "จังหวัด"}, year)


def test_000_has_ranges_of_items_of_another_year():
    cell = next(each for each in page("000").split("\n") if each.startswith("OIT\t๙. "))
    fault = ("analysis.wrong_range", "documents:ranking")
    assert fault in told(title(province(2565), cell, "ranking"))
    right = re.sub(r"๐๑๑ - ๑๑๘", "๐๑๑ - ๐๑๘", cell)
    assert fault not in told(title(province(2566), right, "ranking"))


def test_000_leaves_a_number_of_a_list_out():
    line = next(each for each in page("000").split("\n") if each.startswith("EIT\t๘. "))
    cell = in_lines(line.split("\t")[2])
    fault = ("documents.numbering", "measures:1")
    data = province(2565)
    wrong = replace(data, measures=(Measure(1, 1, 8, activities=cell),))
    assert fault in told(wrong)
    mended = replace(data, measures=(Measure(1, 1, 8, activities=cell.replace("\n๖.", "\n๕.")),))
    assert fault not in told(mended)


# --- every line of them ----------------------------------------------------------------------

KNOWN = {"scores.missing", "documents.spelling"}
ALL = {
    "000": (2566, {"analysis.unknown_code", "analysis.wrong_range"}),
    "001": (2564, set()),
    "002": (2568, {"documents.office_name", "analysis.indicator_name"}),
    "003": (
        2566,
        {
            "documents.measures_year",
            "documents.item_year",
            "documents.other_office",
            "analysis.indicator_name",
        },
    ),
    "004": (2567, {"documents.result_year", "analysis.part_name", "documents.numbering"}),
}


@pytest.mark.parametrize("name", ALL)
def test_no_line_of_a_published_document_is_told_of_a_mistake_it_has_not(name, request):
    year, mistakes = ALL[name]
    agency = {
        "000": lambda: province(year).office,
        "001": lambda: request.getfixturevalue("ranking").office,
        "002": lambda: request.getfixturevalue("analysis").office,
        "003": lambda: request.getfixturevalue("memo").office,
        "004": lambda: request.getfixturevalue("report").office,
    }[name]()
    lines = re.sub(r"</?[a-z]+>|\t", "\n", page(name)).split("\n\n")
    texts = {(f"text{n}", "text"): line for n, line in enumerate(lines) if line.strip()}
    data = replace(year_of({"name_th": agency.name, "kind": agency.kind}, year), texts=texts)
    found = examine(CheckData(data, plan=shipped_catalogue(year + 1)), slow=True).open
    assert {remark.id for remark in found} - KNOWN == mistakes
