"""The code at the foot of papers: equal for equal data, and it says what differs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from itadesk.errors import BadValue
from itadesk.exchange.datacode import PARTS, code_of, compared, read_code
from itadesk.model.work import Finding, Measure
from itadesk.services.exchange import apply_import, export_workbook, plan_import
from itadesk.services.findings import save_finding
from itadesk.services.measures import save_measure
from itadesk.services.office import save_limitations, save_office
from itadesk.services.reporting import workbook_of
from itadesk.services.scores import record_score
from itadesk.services.unit_sheets import unit_files
from itadesk.services.years import load_year

SCORES, ANALYSIS, MEASURES, ROUNDS = PARTS
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@pytest.fixture
def year(filled_store):
    return lambda: load_year(filled_store, 2568)


def test_the_code_of_the_data_agrees_with_it(year):
    assert compared(code_of(year()), year()).differing == ()
    assert code_of(year()) == code_of(year())


def test_what_changed_is_named(filled_store, year):
    before = code_of(year())
    record_score(filled_store, 2568, "i1", "12.34")
    assert compared(before, year()).differing == (SCORES,)
    save_limitations(filled_store, 2568, ["ข้อจำกัดใหม่"])
    assert compared(before, year()).differing == (SCORES, ANALYSIS)
    save_measure(filled_store, 2568, Measure(title="มาตรการใหม่"))
    assert set(compared(before, year()).differing) >= {SCORES, ANALYSIS, MEASURES}
    for _ in range(3):
        filled_store.undo()
    assert compared(before, year()).differing == ()


def test_a_finding_is_part_of_the_analysis(filled_store, year):
    before = code_of(year())
    save_finding(filled_store, 2568, Finding(indicator=1, cause="สาเหตุใหม่"))
    assert compared(before, year()).differing == (ANALYSIS,)


def test_an_office_that_took_in_the_workbook_has_the_same_code(filled_store, year, store, tmp_path):
    path = tmp_path / "ข้อมูล.xlsx"
    export_workbook(filled_store, 2568, path)
    save_office(store, filled_store.office.get())
    apply_import(store, plan_import(store, path))
    assert code_of(load_year(store, 2568)) == code_of(year())


def test_it_is_read_however_it_is_typed(year):
    code = code_of(year())
    plain = code.replace("-", "")
    thai = code.lower().translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
    for typed in (code, plain, thai, f"  {code.replace('-', ' ')} ", code.replace("0", "O")):
        assert read_code(typed) == plain


@pytest.mark.parametrize("typed", ["", "abc", "7K3-M9Q-XD0-2VA", "7K3-M9Q-XD0-2VA-5Z", "ก" * 13])
def test_what_is_no_code_is_told(typed, year):
    with pytest.raises(BadValue, match="๑๓ ตัว"):
        compared(typed, year())


@given(st.text(LETTERS, min_size=12, max_size=12), st.integers(0, 11), st.sampled_from(LETTERS))
def test_a_slip_of_the_hand_is_not_taken_for_changed_data(groups, place, letter):
    from itadesk.exchange.datacode import _check

    whole = groups + _check(groups)
    assert read_code(whole) == whole
    wrong = whole[:place] + letter + whole[place + 1 :]
    if wrong != whole:
        with pytest.raises(BadValue, match="พิมพ์ผิด"):
            read_code(wrong)


def test_another_office_has_another_code(year):
    data = year()
    other = replace(data, office=replace(data.office, name="เทศบาลอื่น"))
    assert compared(code_of(data), other).differing == (SCORES,)


@pytest.mark.parametrize("form", ["scores", "progress", "ranking", ""])
def test_workbooks_bear_it_at_the_foot_and_in_properties(filled_store, year, tmp_path, form):
    path = tmp_path / "ข้อมูล.xlsx"
    if form:
        path.write_bytes(workbook_of(filled_store, 2568, form))
    else:
        export_workbook(filled_store, 2568, path)
    book = load_workbook(path)
    assert book.properties.identifier == code_of(year())
    for sheet in book.worksheets:
        assert sheet.oddFooter.right.text == f"รหัสข้อมูล {code_of(year())}"


def test_the_sheet_of_a_unit_bears_it(year, tmp_path):
    data = year()
    (made,) = unit_files(data, data.measures[0].units[:1], 6, (".xlsx",))
    made.write(tmp_path / made.name)
    assert load_workbook(tmp_path / made.name).properties.identifier == code_of(data)
