"""The command line as scripts use it, on real files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from db.opening import open_store
from itadesk.__main__ import Files, main
from itadesk.naming import file_name
from itadesk.reports.forms import form_of, forms
from itadesk.services.checking import check_year, confirm_remark

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
    titles = {file_name(form.title) for form in forms() if not form.gathers}
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


@pytest.mark.parametrize("year", [2564, 2568])
def test_an_empty_year_has_nulls_and_no_rating(tmp_path, capsys, year):
    path = tmp_path / "a.itadesk"
    assert run(capsys, "new", path, "--office", "ก", "--kind", "อบต.", "--year", year)[0] == 0
    found = json.loads(run(capsys, "score", path, "--year", year, "--json")[1])
    assert list(found["instruments"]) == ["IIT", "EIT", "EIT1", "EIT2", "OIT"]
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
    assert Files().backups(office) == ()
    assert run(capsys, "import", office, template)[0] == 0
    (before,) = Files().backups(office)
    assert json.loads(run(capsys, "score", before.path, "--json")[1])["questions"]["i1"] is None
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


def test_check_says_how_much_the_office_confirmed(office, capsys):
    store = open_store(office)
    remark, *_ = check_year(store, 2568).open
    confirm_remark(store, 2568, remark, "ตรวจแล้ว", date(2026, 3, 2))
    store.close()
    out = run(capsys, "check", office, "--year", 2568)[1]
    assert remark.message not in out
    assert out.endswith("ไม่รวม ๑ เรื่องที่หน่วยงานยืนยันแล้วว่าถูกต้อง\n")


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
        ("report", "{office}", "letter", "{tmp}/a.xlsx", "--year", "2568"),
        ("report", "{office}", "development", "{tmp}/none/a.pdf", "--year", "2568"),
        ("score", "{tmp}/absent.itadesk", "--year", "2568"),
        ("import", "{office}", "{tmp}/absent.xlsx"),
        ("template", "{tmp}/t.xlsx", "--year", "2500"),
        ("new", "{tmp}/none/b.itadesk", "--office", "ก", "--kind", "อบต.", "--year", "2568"),
        ("new", "{tmp}/b.itadesk", "--office", " ", "--kind", "อบต.", "--year", "2568"),
        ("new", "{tmp}/b.itadesk", "--office", "ก", "--kind", "อบต.", "--year", "2025"),
        ("new", "{tmp}/{long}.itadesk", "--office", "ก", "--kind", "อบต.", "--year", "2568"),
        ("report", "{office}", "development", "{tmp}/{long}.pdf", "--year", "2568"),
        ("report", "{office}", "development", "{tmp}/a.pdf", "--year", "2568", "--set", "nosuch=1"),
        ("template", "{tmp}/t.pdf", "--year", "2568"),
        ("export", "{office}", "{tmp}/t.pdf", "--year", "2568"),
        ("demo", "{tmp}/{long}"),
        ("demo", "{office}"),
    ],
)
def test_what_the_user_can_mend_is_one_thai_sentence(office, tmp_path, capsys, words):
    filled = [word.format(office=office, tmp=tmp_path, long="ก" * 100) for word in words]
    before = office.read_bytes()
    code, _, err = run(capsys, *filled)
    assert code == 1
    assert err.count("\n") == 1
    assert "โปรด" in err
    assert "Traceback" not in err
    assert any(Path(word).name in err for word in filled if word.startswith(str(tmp_path)))
    assert list(tmp_path.iterdir()) == [office]
    assert office.read_bytes() == before


def test_the_keys_that_a_form_takes_are_named(office, tmp_path, capsys):
    words = ("report", office, "development", tmp_path / "a.pdf", "--set", "titel=ก")
    assert "“titel”" in run(capsys, *words)[2]
    assert "title · " in run(capsys, *words)[2]


@pytest.mark.parametrize("name", ["office.xlsx", "office.pdf"])
def test_nothing_is_written_over_the_offices_own_file(office, tmp_path, capsys, name):
    own = office.rename(tmp_path / name)
    before = own.read_bytes()
    words = ("export", own) if name.endswith("xlsx") else ("report", own, "development")
    code, _, err = run(capsys, *words, tmp_path / "." / name, "--year", 2568)
    assert (code, own.read_bytes()) == (1, before)
    assert "โปรดตั้งชื่อไฟล์ปลายทาง" in err


def test_new_leaves_a_name_that_is_taken_alone(tmp_path, capsys):
    link = tmp_path / "a.itadesk"
    link.symlink_to(tmp_path / "ไม่มี")
    code, _, err = run(capsys, "new", link, "--office", "ก", "--kind", "อบต.", "--year", 2568)
    assert code == 1
    assert "“a.itadesk” อยู่แล้ว" in err
    assert link.is_symlink()


@pytest.mark.skipif(os.name == "nt", reason="the limit is a POSIX one")
def test_a_set_that_cannot_be_finished_leaves_nothing_behind(tmp_path, capsys):
    import resource
    import signal

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (250_000, before[1]))  # room for an empty file
    try:
        code, _, err = run(capsys, "demo", tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert (code, list(tmp_path.iterdir())) == (1, [])
    assert "โปรด" in err


def test_a_path_that_is_no_text_is_printed_without_a_traceback(tmp_path):
    name = os.fsdecode(b"\xff.xlsx")
    done = subprocess.run(
        [sys.executable, "-m", "itadesk", "template", tmp_path / name, "--year", "2568"],
        capture_output=True, text=True, encoding="utf-8", cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("\\udcff.xlsx\n")


@pytest.mark.parametrize(
    "words",
    [
        ("reprot",),
        ("report",),
        ("new", "x", "--kind", "สมาคม"),
        ("score", "a", "--year", "x"),
        ("report", "a", "progress", "b.pdf", "--round", "0"),
        ("report", "a", "progress", "b.pdf", "--round", "หก"),
    ],
)
def test_wrong_usage_is_exit_code_two(words, capsys):
    with pytest.raises(SystemExit) as stop:
        main(list(words))
    assert stop.value.code == 2
    assert capsys.readouterr().err.startswith("คำสั่งไม่ถูกต้อง")


def test_a_reader_that_has_seen_enough_is_no_fault(demo):
    file = next(demo.glob("*.itadesk"))
    words = f"{sys.executable} -m itadesk score '{file}' --year 2568 --json | head -c 10"
    done = subprocess.run(
        ["sh", "-c", words], capture_output=True, text=True, cwd=Path(__file__).parents[2]
    )
    assert done.stderr == ""


def test_consolidate_takes_what_it_can_and_tells_of_the_rest(tmp_path, capsys):
    sample, province = tmp_path / "sample", tmp_path / "จังหวัด.itadesk"
    run(capsys, "demo", sample)
    workbook, bad, empty = next(sample.glob("*.xlsx")), sample / "เสีย.xlsx", tmp_path / "ว่าง"
    bad.write_bytes(b"not a workbook")
    empty.mkdir()
    kind = ("--office", "จังหวัดตัวอย่าง", "--kind", "จังหวัด")
    assert run(capsys, "new", province, *kind, "--year", "2568")[0] == 0
    code, out, err = run(capsys, "consolidate", province, sample, "--year", "2568", "--json")
    rows = {row["file"]: row for row in json.loads(out)}
    assert code == 1
    assert (rows[workbook.name]["result"], rows[workbook.name]["year"]) == ("added", 2568)
    assert rows[bad.name] == {**rows[bad.name], "result": "refused", "office": "", "year": None}
    assert bad.name in err
    code, out, _ = run(capsys, "consolidate", province, workbook)
    assert code == 0
    assert "เหมือนเดิม" in out
    code, _, err = run(capsys, "consolidate", province, empty)
    assert code == 1
    assert "โฟลเดอร์" in err


def test_backup_verify_and_restore(office, tmp_path, capsys):
    code, out, _ = run(capsys, "backup", office, "--to", tmp_path / "สำรอง")
    copy = Path(out.strip())
    assert (code, copy.parent) == (0, tmp_path / "สำรอง")
    assert run(capsys, "verify", office)[:2] == (0, f"ไฟล์ “{office.name}” สมบูรณ์\n")
    before = office.read_bytes()
    office.write_bytes(before[:-1000])
    code, _, err = run(capsys, "verify", office)
    assert code == 1
    assert office.name in err
    code, out, _ = run(capsys, "restore", office, copy)
    assert code == 0
    assert "ก่อนกู้คืน" in out
    assert run(capsys, "verify", office)[0] == 0
    assert run(capsys, "restore", office, tmp_path / "ไม่มี.itadesk")[0] == 1


def test_a_file_that_a_window_has_open_is_read_but_not_changed(tmp_path, capsys):
    from itadesk.__main__ import Files
    from itadesk.holding import Holding

    folder = tmp_path / "demo"
    assert main(["demo", str(folder)]) == 0
    (file,) = folder.glob("*.itadesk")
    (workbook,) = folder.glob("*.xlsx")
    window = Files(tmp_path / "home", Holding(tmp_path / "home", "ห้องบัญชี")).open(file)
    capsys.readouterr()
    assert main(["import", str(file), str(workbook)]) == 1
    assert "“ห้องบัญชี” ตั้งแต่เวลา" in capsys.readouterr().err
    assert main(["restore", str(file), str(file)]) == 1
    assert "ห้องบัญชี" in capsys.readouterr().err
    assert main(["score", str(file)]) == 0
    window.close()
    assert main(["import", str(file), str(workbook)]) == 0
