"""A province's lists, and its year as a whole."""

from decimal import Decimal

import pytest

from db.opening import open_store
from itadesk.errors import BadValue
from itadesk.gathering import office_lines
from itadesk.model.office import Office, OfficeKind
from itadesk.model.province import Announced, ExpectedOffice
from itadesk.services.consolidating import year_of_office
from itadesk.services.office import save_office
from itadesk.services.province import gathers, load_province, save_announced, save_expected
from itadesk.services.sample_province import PROVINCE, fill_province, sample_province

OFFICE = ExpectedOffice("เทศบาลตำบลหนึ่ง", "1")


def test_lists_take_the_place_of_earlier_ones_and_undo_brings_those_back(store):
    save_expected(store, [OFFICE, ExpectedOffice("สอง")])
    save_expected(store, [OFFICE])
    assert load_province(store, 2568).expected == (OFFICE,)
    store.undo()
    assert len(load_province(store, 2568).expected) == 2


def test_announced_results_are_of_their_year_and_seen_from_the_next(store):
    for year, score in ((2567, 80), (2568, 90)):
        save_announced(store, year, [Announced(OFFICE, {"overall": Decimal(score)}, "ผ่าน")])
    (line,) = office_lines(load_province(store, 2568))
    assert (line.overall, line.change, line.rating) == (Decimal(90), Decimal(10), "ผ่าน")


def test_empty_lists_are_refused(store):
    with pytest.raises(BadValue, match="รายชื่อ"):
        save_expected(store, [])
    with pytest.raises(BadValue, match="คะแนน"):
        save_announced(store, 2568, [])


@pytest.mark.parametrize(
    ("name", "kind", "found"),
    [
        ("จังหวัดตัวอย่าง", OfficeKind.PROVINCE, True),
        ("สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดตัวอย่าง", OfficeKind.AGENCY, True),
        ("สำนักงานจังหวัดตัวอย่าง", OfficeKind.AGENCY, True),
        ("อำเภอตัวอย่าง", OfficeKind.OTHER, True),
        ("สำนักงานเกษตรจังหวัดตัวอย่าง", OfficeKind.AGENCY, False),
        ("องค์การบริหารส่วนตำบลท้องถิ่นอำเภอ", OfficeKind.SAO, False),
    ],
)
def test_offices_that_gather_are_known_by_their_kind_or_name(name, kind, found):
    store = open_store(None)
    save_office(store, Office(name, kind, "ตัวอย่าง"))
    assert gathers(store) is found
    store.close()


def test_the_sample_province_is_gathered_in_a_file_as_it_is_in_memory():
    store = open_store(None)
    save_office(store, PROVINCE)
    fill_province(store)
    found = office_lines(load_province(store, sample_province().year))
    assert [(line.name, line.overall, line.change) for line in found] == [
        (line.name, line.overall, line.change) for line in office_lines(sample_province())
    ]
    assert len(year_of_office(store, found[0].received).measures) == found[0].received.measures
    store.close()
