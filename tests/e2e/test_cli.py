"""The command line as scripts use it, on real files."""

from __future__ import annotations

import json

import openpyxl
import pypdfium2
import pytest

from itadesk.__main__ import main
from itadesk.reports.forms import form_of, forms

OFFICE = "องค์การบริหารส่วนตำบลทดสอบ"


def run(capsys, *words):
    code = main([str(word) for word in words])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.fixture
def office(tmp_path, capsys):
    path = tmp_path / "office.itadesk"
    code, _, err = run(
        capsys,
        "new",
        path,
        "--office",
        OFFICE,
        "--kind",
        "อบต.",
        "--province",
        "ตัวอย่าง",
        "--year",
        "๒๕๖๘",
    )
    assert (code, err) == (0, "")
    return path


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo")
    assert main(["demo", str(folder / "ชุด")]) == 0
    return folder / "ชุด"


def test_demo_makes_the_file_every_form_and_the_workbook(demo):
    titles = {form.title for form in forms()}
    made = {ending: {path.stem for path in demo.glob(f"*{ending}")} for ending in (".pdf", ".docx")}
    assert made == {".pdf": titles, ".docx": titles}
    assert [len(list(demo.glob(f"*{each}"))) for each in (".itadesk", ".xlsx")] == [1, 1]
    assert len(list(demo.iterdir())) == 2 * len(titles) + 2
    pdf = pypdfium2.PdfDocument(demo / f"{form_of('development').title}.pdf")
    assert len(pdf) >= 6
    pdf.close()


def test_demo_and_new_never_overwrite(demo, office, capsys):
    code, _, err = run(capsys, "demo", demo)
    assert code == 1
    assert "มีไฟล์" in err
    assert err.count("\n") == 1
    before = office.read_bytes()
    code, _, err = run(capsys, "new", office, "--office", "ก", "--kind", "อบต.", "--year", 2568)
    assert (code, office.read_bytes()) == (1, before)


def test_score_json_has_the_agreed_shape(demo, capsys):
    file = next(demo.glob("*.itadesk"))
    code, out, _ = run(capsys, "score", file, "--year", 2568, "--json")
    found = json.loads(out)
    assert code == 0
    assert list(found) == [
        "year", "questions", "indicators", "instruments", "overall", "rating", "complete",
    ]  # fmt: skip
    assert found["questions"]["i1"] == 98.13
    assert found["indicators"]["1"] == {"computed": 97.92, "official": None}
    assert list(found["instruments"]) == ["IIT", "EIT", "EIT1", "EIT2", "OIT"]
    assert found["overall"]["computed"] == 92.17
    assert (found["rating"], found["complete"]) == ("ผ่านดี", True)


def test_an_empty_year_has_nulls_and_no_rating(office, capsys):
    found = json.loads(run(capsys, "score", office, "--year", 2568, "--json")[1])
    assert found["questions"]["i1"] is None
    assert found["overall"] == {"computed": None, "official": None}
    assert (found["rating"], found["complete"]) == (None, False)


def test_template_filled_in_is_imported_and_exported(office, tmp_path, capsys):
    sheet_name, template, out = "คะแนนข้อคำถาม", tmp_path / "t.xlsx", tmp_path / "out.xlsx"
    assert run(capsys, "template", template, "--year", 2568)[0] == 0
    book = openpyxl.load_workbook(template)
    sheet = book[sheet_name]
    heads = {cell.value: cell.column for cell in sheet[1]}
    for row in range(2, sheet.max_row + 1):
        if sheet.cell(row, heads["ข้อ"]).value == "i1":
            sheet.cell(row, heads["คะแนน"]).value = "๙๙.๓๘"
    book.save(template)
    code, out_text, _ = run(capsys, "import", office, template, "--dry-run", "--json")
    rows = json.loads(out_text)
    assert code == 0
    assert {"sheet", "row", "column", "result", "message"} == set(rows[0])
    assert [row["sheet"] for row in rows if row["result"] == "added"] == [sheet_name]
    assert json.loads(run(capsys, "score", office, "--json")[1])["questions"]["i1"] is None
    assert run(capsys, "import", office, template)[0] == 0
    assert json.loads(run(capsys, "score", office, "--json")[1])["questions"]["i1"] == 99.38
    assert run(capsys, "export", office, out, "--year", 2568)[0] == 0
    assert sheet_name in openpyxl.load_workbook(out).sheetnames


def test_report_writes_pdf_and_word_and_replaces_them(demo, tmp_path, capsys):
    file = next(demo.glob("*.itadesk"))
    for ending in ("pdf", "docx"):
        target = tmp_path / f"เอกสาร.{ending}"
        target.write_bytes(b"old")
        assert run(capsys, "report", file, "development", target, "--year", 2568)[0] == 0
        assert target.stat().st_size > 10_000
        assert list(tmp_path.glob(".*")) == []


def test_report_takes_digits_and_texts_of_this_printing(demo, tmp_path, capsys):
    file, target = next(demo.glob("*.itadesk")), tmp_path / "a.pdf"
    words = [
        "report",
        file,
        "development",
        target,
        "--digits",
        "arabic",
        "--set",
        "title=ทดลอง 2568",
    ]
    assert run(capsys, *words)[0] == 0
    pdf = pypdfium2.PdfDocument(target)
    text = pdf[0].get_textpage().get_text_range()
    pdf.close()
    assert "ทดลอง 2568" in text
    assert "97.92" in text


def test_check_lists_what_is_missing_and_exits_zero(office, demo, capsys):
    code, out, _ = run(capsys, "check", office, "--year", 2568, "--json")
    found = json.loads(out)
    assert code == 0
    assert {"id", "severity", "message", "place"} == set(found[0])
    assert "scores.missing" in {each["id"] for each in found}
    sample = next(demo.glob("*.itadesk"))
    assert json.loads(run(capsys, "check", sample, "--year", 2568, "--json")[1]) == []


def test_forms_lists_ids(capsys):
    code, out, _ = run(capsys, "forms")
    assert code == 0
    assert "development" in [line.split("\t")[0] for line in out.splitlines()]


@pytest.mark.parametrize(
    "words",
    [
        ("score", "{office}", "--year", "2500"),
        ("report", "{office}", "ไม่มี", "{tmp}/a.pdf", "--year", "2568"),
        ("report", "{office}", "development", "{tmp}/a.txt", "--year", "2568"),
        ("report", "{office}", "development", "{tmp}/none/a.pdf", "--year", "2568"),
        ("score", "{tmp}/absent.itadesk", "--year", "2568"),
        ("import", "{office}", "{tmp}/absent.xlsx"),
        ("template", "{tmp}/t.xlsx", "--year", "2500"),
        ("new", "{tmp}/none/b.itadesk", "--office", "ก", "--kind", "อบต.", "--year", "2568"),
        ("new", "{tmp}/b.itadesk", "--office", " ", "--kind", "อบต.", "--year", "2568"),
        ("new", "{tmp}/b.itadesk", "--office", "ก", "--kind", "อบต.", "--year", "2025"),
    ],
)
def test_what_the_user_can_mend_is_one_thai_sentence(office, tmp_path, capsys, words):
    filled = [word.format(office=office, tmp=tmp_path) for word in words]
    code, _, err = run(capsys, *filled)
    assert code == 1
    assert err.count("\n") == 1
    assert "โปรด" in err
    assert "Traceback" not in err
    assert not (tmp_path / "b.itadesk").exists()


@pytest.mark.parametrize(
    "words", [("report",), ("new", "x", "--kind", "สมาคม"), ("score", "a", "--year", "x")]
)
def test_wrong_usage_is_exit_code_two(words, capsys):
    with pytest.raises(SystemExit) as stop:
        main(list(words))
    assert stop.value.code == 2
    assert capsys.readouterr().err.startswith("คำสั่งไม่ถูกต้อง")
