"""What a province received is checked while the window is open."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest

from itadesk.services.arrivals import read_arrivals
from itadesk.services.consolidating import apply_consolidation, plan_consolidation
from itadesk.services.exchange import export_workbook
from itadesk.services.gathered_check import check_received
from itadesk.services.office import save_office
from itadesk.services.sample import sample_office, sample_year
from itadesk.services.sample_province import PROVINCE
from itadesk.services.years import catalogue_of
from ui.attendants import quiet_check
from ui.attendants.quiet_check import QuietCheck
from ui.session import Session


@pytest.fixture
def province(filled_store, store, tmp_path):
    """A province that received three offices."""
    save_office(store, PROVINCE)
    paths = []
    for number in range(3):
        office = replace(sample_office(), name=f"หน่วยงานที่ {number}", code=f"9{number}")
        save_office(filled_store, office)
        path = tmp_path / f"{number}.xlsx"
        export_workbook(filled_store, sample_year(), path)
        paths.append(path)
    arrivals = list(read_arrivals(paths, partial(catalogue_of, store)))
    apply_consolidation(store, plan_consolidation(store, arrivals))
    return store


def damage(store):
    with store.transaction("ทำให้เสีย"):
        store._file.write(
            "UPDATE received_body SET body = x'00' WHERE received_id = "
            "(SELECT max(received_id) FROM received_body)"
        )


def test_whole_bodies_are_gone_through_a_few_at_a_time(province):
    first = check_received(province, 0, 2)
    assert first.damaged == ()
    assert first.last is not None
    assert check_received(province, first.last, 2).last is None


def test_a_damaged_body_is_named_by_its_file(province):
    damage(province)
    assert check_received(province, 0, 10).damaged == ("2.xlsx",)


def test_the_window_tells_of_damage_and_else_says_nothing(province, window, monkeypatch):
    monkeypatch.setattr(quiet_check, "AT_ONCE", 2)
    session = Session(province)
    quiet = QuietCheck(window.frame, session)
    quiet.step()
    quiet.step()
    assert quiet.done
    assert window.frame.notice.text == ""
    damage(province)
    again = QuietCheck(window.frame, session)
    again.step()
    again.step()
    assert "2.xlsx" in window.frame.notice.text


def test_a_closed_file_and_an_office_of_its_own_are_left_alone(window, session):
    quiet = QuietCheck(window.frame, session)
    quiet.step()
    assert quiet.done
    session.closed = True
    closed = QuietCheck(window.frame, session)
    closed.step()
    assert closed.done
