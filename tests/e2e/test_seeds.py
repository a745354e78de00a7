"""The published documents go through the program: scores, lowest questions, every text."""

from __future__ import annotations

import json
import re
import subprocess
from collections import Counter

import openpyxl
import pypdf
import pypdfium2
import pytest

from itadesk.__main__ import main
from tests.helpers.seeds import office_sheet, scores_sheet, seed, seed_002_sheets, workbook

MEANS_002 = [99.79, 99.38, 99.38, 99.59, 100.0, 93.33, 93.14, 90.59]


def new_office(tmp_path, data, year):
    path = tmp_path / "office.itadesk"
    words = ["new", path, "--office", data["agency"]["name_th"], "--kind", data["agency"]["kind"]]
    assert main([str(word) for word in [*words, "--year", year]]) == 0
    return path


def scored(capsys, path, year):
    capsys.readouterr()
    assert main(["score", str(path), "--year", str(year), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.fixture(scope="module")
def seed_002(tmp_path_factory):
    """The file and the printed document of seed 002, entered through the workbook."""
    data, folder = seed("002"), tmp_path_factory.mktemp("002")
    path = new_office(folder, data, 2568)
    book = workbook(folder / "in.xlsx", seed_002_sheets(data))
    assert main(["import", str(path), str(book)]) == 0
    pdf = folder / "out.pdf"
    titles = {
        "measures_title": data["measures_title"],
        "measures_intro": data["measures_intro"],
        "analysis_title": data["analysis_title"],
    }
    sets = [word for key, text in titles.items() for word in ("--set", f"{key}={text}")]
    assert main(["report", str(path), "development", str(pdf), "--year", "2568", *sets]) == 0
    return data, path, pdf


def test_seed_002_gives_its_indicator_means(seed_002, capsys):
    found = scored(capsys, seed_002[1], 2568)
    means = [found["indicators"][str(number)]["computed"] for number in range(1, 9)]
    assert means == MEANS_002
    assert found["indicators"]["9"]["computed"] is None
    assert (found["overall"]["computed"], found["rating"]) == (None, None)


def texts_of(data):
    """Every text of the seed that is its own: not heads, which are tried elsewhere."""
    yield from (
        data[key] for key in ("title", "analysis_title", "measures_title", "measures_intro")
    )
    yield from (*data["analysis_columns"], *data["analysis_cell_parts"], *data["measure_columns"])
    for each in data["indicators"]:
        yield from (f"{q['code_text']}{q['text_th']}{q['score_text']}" for q in each["questions"])
        yield from filter(None, (each["analysis"]["cause"], *each["analysis"]["guideline"]))
    for each in data["measures"]:
        for column in data["measure_columns"][:3]:
            yield from each[column]
        yield each["ผู้รับผิดชอบ"]


def squeezed(text):
    return re.sub(r"\s+", "", text)


def test_seed_002_is_printed_with_every_text(seed_002):
    data, _, pdf = seed_002
    raw = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True)
    text = squeezed(raw.stdout.decode())
    # a cell that goes on over the page has the page number and the table head in between
    text = re.sub(r"-[๐-๙]+-", "", text)
    for heads in (data["analysis_columns"], data["measure_columns"]):
        text = text.replace(squeezed("".join(heads)), "", text.count(squeezed("".join(heads))) - 1)
    missing = [each for each in texts_of(data) if not _there(squeezed(each), text)]
    assert missing == []


def _there(wanted, text):
    """In one piece, or in the two pieces of a cell that goes on over the page."""
    if wanted in text:
        return True
    cuts = range(4, len(wanted) - 3)
    return any(wanted[:cut] in text and wanted[cut:] in text for cut in cuts)


def test_seed_002_indicator_3_has_i7_as_lowest_whatever_the_seed_says(seed_002):
    _, _, pdf = seed_002
    raw = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True)
    text = squeezed(raw.stdout.decode())
    part = text[text.index("ตัวชี้วัดที่๓การใช้อำนาจ") :]
    lowest = part[part.index("ข้อคำถามที่ได้คะแนนน้อยที่สุด:") :]
    assert lowest.startswith("ข้อคำถามที่ได้คะแนนน้อยที่สุด:i๗")


def test_seed_002_copies_out_the_same_in_three_readers(seed_002):
    _, _, pdf = seed_002
    raw = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True)
    document = pypdfium2.PdfDocument(pdf)
    pdfium = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    pure = "".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages)
    counts = [Counter(squeezed(text)) for text in (raw.stdout.decode(), pdfium, pure)]
    assert counts[0] == counts[1] == counts[2]


def test_seed_001_gives_its_ranking_from_announced_figures(tmp_path, capsys):
    data = seed("001")
    path = new_office(tmp_path, data, data["scores_fiscal_year"])
    rows = [["ตัวชี้วัดที่", "ชื่อตัวชี้วัด", "คะแนนที่ประกาศ"]]
    rows += [[row["indicator_no"], row["ตัวชี้วัด"], row["คะแนนที่ได้รับ_text"]] for row in data["rows"]]
    year = data["scores_fiscal_year"]
    sheets = {"หน่วยงาน": office_sheet(data["agency"]["name_th"], year), "คะแนนตัวชี้วัด": rows}
    assert main(["import", str(path), str(workbook(tmp_path / "in.xlsx", sheets))]) == 0
    found = scored(capsys, path, year)
    derived = data["derived_not_in_seed"]
    assert found["overall"]["computed"] == float(derived["overall_2dp"])
    assert found["instruments"]["IIT"]["computed"] == round(derived["IIT"], 2)
    assert {row["indicator_no"]: row["คะแนนที่ได้รับ"] for row in data["rows"]} == {
        int(number): pair["official"] for number, pair in found["indicators"].items()
    }
    assert (found["rating"], found["complete"]) == ("A", True)


def test_seed_001_comes_out_as_the_excel_that_provinces_ask_for(tmp_path, capsys):
    data, column = seed("001"), "มาตรการที่ต้องดำเนินการ"
    year = data["scores_fiscal_year"]
    path = new_office(tmp_path, data, year)
    figures = [["ตัวชี้วัดที่", "คะแนนที่ประกาศ"]]
    measures = [["ลำดับ", "ตัวชี้วัดที่", "มาตรการ โครงการ หรือกิจกรรม"]]
    for order, row in enumerate(data["rows"], 1):
        figures.append([row["indicator_no"], row["คะแนนที่ได้รับ_text"]])
        measures.append([order, row["indicator_no"], "\n".join(row[column])])
    sheets = {
        "หน่วยงาน": office_sheet(data["agency"]["name_th"], year),
        "คะแนนตัวชี้วัด": figures,
        "มาตรการ": measures,
    }
    assert main(["import", str(path), str(workbook(tmp_path / "in.xlsx", sheets))]) == 0
    out = tmp_path / "ranking.xlsx"
    assert main(["report", str(path), "ranking", str(out), "--year", str(year)]) == 0
    assert str(out) in capsys.readouterr().out
    sheet = openpyxl.load_workbook(out).worksheets[0]
    lines = [line for line in sheet.values if isinstance(line[0], int | None) and line[2] != ""]
    numbered = [line for line in lines if line[0] is not None]
    assert [line[2] for line in numbered] == [row["คะแนนที่ได้รับ"] for row in data["rows"]]
    words = squeezed("".join(str(line[3]) for line in lines if line[3]))
    for row in data["rows"]:
        assert all(squeezed(text) in words for text in row[column])


def test_seed_004_keeps_the_parts_and_the_announced_result(tmp_path, capsys):
    data = seed("004")
    year = data["scores_fiscal_year"]
    path = new_office(tmp_path, data, year)
    scores: dict[str, list] = {}
    for weak in data["weak_questions"]:
        if weak.get("year", year) == year:
            scores.setdefault(weak["code"], [None, None, None])[weak["eit_part"] or 0] = weak[
                "score_text"
            ]
    announced = next(each for each in data["results"] if each["year"] == year)
    sheets = {
        "หน่วยงาน": office_sheet(data["agency"]["name_th"], year),
        "คะแนนข้อคำถาม": scores_sheet([(code, *values) for code, values in scores.items()]),
        "คะแนนตัวชี้วัด": [
            ["ตัวชี้วัดที่", "คะแนนที่ประกาศ"],
            ["คะแนนภาพรวม", announced["overall_text"]],
            ["ระดับ", announced["rating_th"]],
        ],
    }
    assert main(["import", str(path), str(workbook(tmp_path / "in.xlsx", sheets))]) == 0
    found = scored(capsys, path, year)
    assert found["overall"] == {"computed": None, "official": announced["overall"]}
    assert found["rating"] == announced["rating_th"]
    assert found["complete"] is False
    entered = {w["code"] for w in data["weak_questions"]}
    assert all(found["questions"][code] is not None for code in entered)
