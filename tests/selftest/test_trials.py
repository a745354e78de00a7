from __future__ import annotations

import json
from datetime import datetime

import pytest

from itadesk import __main__
from itadesk.errors import CannotWrite
from itadesk.files import replace_file
from itadesk.places import Kind
from itadesk.places import Place as Where
from itadesk.selftest import Found, Trial, Verdict, core_trials, run_trials, trial_place
from itadesk.selftest.report import headline, report_text
from itadesk.selftest.trials import network, places, speed, words
from itadesk.thai import breaking
from ui.selftest import window_trials
from ui.selftest.trials import wrapping

NOW = datetime(2026, 11, 20, 9, 5)
OF_THIS_PC = {"network", "fonts", "screen", "printing", "space", "speed", "places"}


@pytest.fixture
def place(tmp_path):
    with trial_place(__main__.Files(tmp_path)) as made:
        yield made


def trial_of(run):
    return Trial("one", 1, "เรื่องหนึ่ง", "ลองดู", run)


def outcome_of(run, place):
    (outcome,) = run_trials([trial_of(run)], place)
    return outcome


@pytest.mark.parametrize("trial", core_trials(), ids=lambda trial: trial.id)
def test_what_needs_no_window_works_here(trial, place):
    found = trial.run(place)
    assert found.verdict is Verdict.GOOD or trial.id in OF_THIS_PC
    assert found.verdict is not Verdict.BAD
    assert bool(found.advice) == (found.verdict is Verdict.LOOK)


@pytest.mark.parametrize("trial", window_trials(), ids=lambda trial: trial.id)
def test_what_needs_a_window_works_here(trial, place, qapp):  # noqa: ARG001
    found = trial.run(place)
    assert found.verdict is Verdict.GOOD or trial.id in OF_THIS_PC
    assert found.verdict is not Verdict.BAD


def test_nothing_is_left_behind(tmp_path):
    with trial_place(__main__.Files(tmp_path)) as place:
        list(run_trials(core_trials(), place))
        assert "ทดสอบ" in place.folder.name
    assert not place.folder.exists()


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").touch()
    with (
        pytest.raises(CannotWrite, match="สร้างโฟลเดอร์ทดสอบไม่ได้"),
        trial_place(__main__.Files(tmp_path / "file")),
    ):
        pass


def test_what_breaks_is_an_outcome_and_a_line_in_the_log(place, caplog):
    def broken(_place):
        raise ZeroDivisionError

    outcome = outcome_of(broken, place)
    assert (outcome.found.verdict, "ZeroDivisionError" in outcome.found.words) == (
        Verdict.BAD,
        True,
    )
    assert "the trial one broke" in caplog.text
    caplog.clear()


def test_a_report_names_no_folder(place):
    def refused(where):
        replace_file(where.folder / "ไม่มี" / "แฟ้ม.txt", b"")
        return Found(Verdict.GOOD, "")

    outcome = outcome_of(refused, place)
    assert outcome.found.verdict is Verdict.BAD
    assert str(place.folder) not in report_text([outcome], NOW)


def test_the_report_says_what_how_and_what_to_do(place):
    outcomes = [
        outcome_of(lambda _: Found(Verdict.GOOD, "เร็ว"), place),
        outcome_of(lambda _: Found(Verdict.LOOK, "ช้า", "โปรดเก็บในเครื่อง"), place),
    ]
    text = report_text(outcomes, NOW)
    assert headline(outcomes) == "ตรวจ ๒ เรื่อง: ผ่าน ๑ · ควรดู ๑"
    assert "๒๐ พฤศจิกายน ๒๕๖๙ เวลา ๐๙.๐๕ น." in text
    assert "○ ควรดู  เรื่องหนึ่ง\n   พบ: ช้า\n   วิธีตรวจ: ลองดู\n   ควรทำ: โปรดเก็บในเครื่อง" in text


def test_a_part_that_reaches_a_network_is_to_look_at(place, monkeypatch):
    monkeypatch.setattr(network, "_MODULES", ("_no_such_module",))
    assert network.TRIAL.run(place).verdict is Verdict.GOOD
    monkeypatch.setattr(network, "_MODULES", ("json",))  # written in Python: it opens nothing
    assert network.TRIAL.run(place).verdict is Verdict.GOOD
    monkeypatch.setattr(network, "_MODULES", ("_no_such_module", "_socket"))
    found = network.TRIAL.run(place)
    assert (found.verdict, "_socket" in found.words) == (Verdict.LOOK, True)


def test_a_slow_disk_is_to_look_at(place, monkeypatch):
    clock = iter((0.0, 60.0))
    monkeypatch.setattr(speed, "perf_counter", lambda: next(clock))
    assert speed.TRIAL.run(place).verdict is Verdict.LOOK


def test_words_broken_elsewhere_do_not_pass(place, monkeypatch):
    class Breaker:
        def breaks(self, _text):
            return (3,)

    monkeypatch.setattr(breaking, "make_breaker", Breaker)
    assert words.TRIAL.run(place).verdict is Verdict.BAD


def test_an_editor_that_breaks_inside_words_is_to_look_at(place, monkeypatch, qapp):  # noqa: ARG001
    monkeypatch.setattr(wrapping, "_WORDS", ("".join(wrapping._WORDS),))
    assert wrapping.TRIAL.run(place).verdict is Verdict.BAD


def test_the_command_prints_rows_and_saves_the_report(tmp_path, monkeypatch, capsys, qapp):
    monkeypatch.setattr(__main__, "Files", lambda: FILES(tmp_path))
    monkeypatch.setattr("ui.selftest.begin_without_window", lambda: qapp)
    target = tmp_path / "รายงาน.txt"
    assert __main__.main(["selftest", "--json", "--to", str(target)]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["id"] for row in rows][:2] == ["system", "parts"]
    assert {row["verdict"] for row in rows} <= {"good", "look"}
    text = target.read_text(encoding="utf-8-sig")
    assert "รายงานการตรวจสอบเครื่อง" in text
    assert str(tmp_path) not in text


FILES = __main__.Files


def test_documents_in_a_cloud_are_looked_at(place, monkeypatch):
    monkeypatch.setattr(places, "place_of", lambda _path: None)
    assert places.TRIAL.run(place).verdict is Verdict.GOOD
    monkeypatch.setattr(places, "place_of", lambda _path: Where(Kind.CLOUD, "OneDrive"))
    found = places.TRIAL.run(place)
    assert found.verdict is Verdict.LOOK
    assert "OneDrive" in found.words
    assert list(place.folder.iterdir()) == []
