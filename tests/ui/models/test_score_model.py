from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from itadesk.services.scores import record_official, record_score
from itadesk.services.years import load_year
from ui.models.score_rows import RowKind, filled, score_rows
from ui.models.scores import Cell, Column, Draft, ScoreModel


@pytest.fixture
def rows(filled_store):
    return score_rows(load_year(filled_store, 2568))


@pytest.fixture
def model(qtbot, rows):  # noqa: ARG001
    taken = {}

    def save(cell, typed):
        taken[cell] = typed
        return "" if typed != "bad" else "เหตุผล"

    made = ScoreModel(save)
    made.taken = taken
    made.show_rows(rows, 2568, thai=True)
    return made


def test_it_is_a_sound_model(model, qtmodeltester):
    qtmodeltester.check(model)


def test_it_stays_sound_while_a_year_changes(model, rows, qtmodeltester):
    qtmodeltester.check(model)
    model.show_rows(rows[:10], 2567, thai=True)
    model.show_rows(rows, 2568, thai=False)


def test_rows_follow_the_catalogue(rows):
    kinds = [row.kind for row in rows[:5]]
    question, indicator = RowKind.QUESTION, RowKind.INDICATOR
    assert kinds == [RowKind.INSTRUMENT, indicator, question, question, question]
    assert rows[-1].kind is RowKind.OVERALL
    assert [row.key for row in rows if row.kind is RowKind.PART] == ["EIT1", "EIT2"]
    assert sum(row.is_question for row in rows) == 52


def test_figures_are_shown_with_two_decimals_in_the_digits_of_the_office(model, rows):
    place = model.place(Cell("i1", Column.SCORE))
    assert place.data() == "๙๘.๑๓"
    model.show_rows(rows, 2568, thai=False)
    assert model.place(Cell("i1", Column.SCORE)).data() == "98.13"


def test_only_scores_of_questions_and_official_figures_can_be_typed(model):
    editable = Qt.ItemFlag.ItemIsEditable
    for row in range(model.rowCount()):
        record = model.row(row)
        columns = {column for column in Column if model.flags(model.index(row, column)) & editable}
        parts = {Column.SCORE, Column.PART1, Column.PART2}
        if not record.is_question:
            assert columns == {Column.OFFICIAL}
        else:
            assert columns == (parts if record.key.startswith("e") else {Column.SCORE})


def test_a_refused_value_becomes_a_draft_and_a_good_one_takes_it_away(model):
    place = model.place(Cell("i1", Column.SCORE))
    assert model.setData(place, "bad")
    assert model.drafts() == {Cell("i1", Column.SCORE): Draft("bad", "เหตุผล")}
    assert place.data() == "bad"
    assert place.data(Qt.ItemDataRole.ToolTipRole) == "เหตุผล"
    model.setData(place, "90")
    assert model.drafts() == {}


def test_what_is_typed_again_unchanged_is_not_saved(model):
    place = model.place(Cell("i1", Column.SCORE))
    model.setData(place, place.data(Qt.ItemDataRole.EditRole))
    assert model.taken == {}


def test_drafts_belong_to_their_year(model, rows):
    model.keep_draft(Cell("i1", Column.SCORE), Draft("x", "เหตุผล"))
    model.show_rows(rows, 2567, thai=True)
    assert model.drafts() == {}
    model.show_rows(rows, 2568, thai=True)
    assert list(model.drafts()) == [Cell("i1", Column.SCORE)]


def test_the_difference_is_official_less_computed(filled_store):
    data = load_year(filled_store, 2568)
    computed = data.result.indicators[1].computed
    record_official(filled_store, 2568, "1", computed.quantize(Decimal("0.01")) - 1)
    changed = score_rows(load_year(filled_store, 2568))
    row = next(row for row in changed if row.key == "1")
    assert row.difference == -1


def test_how_much_is_filled_in(store):
    record_score(store, 2568, "i1", "90")
    assert filled(load_year(store, 2568)) == (1, 52)
