"""Answering the items of a year."""

from __future__ import annotations

from datetime import date

import pytest

from itadesk.errors import BadValue, NotFound
from itadesk.model.changes import Kind
from itadesk.model.oit import OitEntry
from itadesk.services.oit import entries_of, save_oit_entry
from itadesk.services.years import load_year

URL = "https://www.example.go.th/2568/ข้อมูล?หน้า=๑"


def test_every_item_has_an_entry_before_anything_is_answered(store):
    found = entries_of(store, 2568)
    assert [each.code for each in found] == [f"o{n}" for n in range(1, 29)]
    assert all(each.empty for each in found)


def test_an_answer_is_kept_tidy_and_is_part_of_the_year(store):
    typed = OitEntry(
        "o3", True, (f" {URL} ", "", URL), "บรรทัด ๑ \r\nบรรทัด ๒", " กองคลัง\n", date(2025, 3, 31)
    )
    changes = save_oit_entry(store, 2568, typed)
    kept = OitEntry("o3", True, (URL,), "บรรทัด ๑\nบรรทัด ๒", "กองคลัง", date(2025, 3, 31))
    assert changes.kinds == {Kind.OIT}
    assert changes.label == "ทะเบียน OIT ข้อ o๓"
    assert entries_of(store, 2568)[2] == kept
    assert load_year(store, 2568).oit == (kept,)
    store.undo()
    assert load_year(store, 2568).oit == ()


def test_an_emptied_entry_is_gone(store):
    save_oit_entry(store, 2568, OitEntry("o3", answer=False))
    save_oit_entry(store, 2568, OitEntry("o3", urls=(" ",), unit="\n"))
    assert load_year(store, 2568).oit == ()


@pytest.mark.parametrize("code", ["o29", "i1", ""])
def test_what_is_no_item_of_the_year_is_a_sentence(store, code):
    with pytest.raises(NotFound, match="รายการ OIT ของปี ๒๕๖๘"):
        save_oit_entry(store, 2568, OitEntry(code, answer=True))


@pytest.mark.parametrize(
    "url", ["ไม่มี", "https://a.go.th/1 https://a.go.th/2", "หน้าเว็บ ข้อ 1.2", "-", "a.", "."]
)
def test_what_is_no_address_is_refused_by_item_and_text(store, url):
    with pytest.raises(BadValue, match="ข้อ o๓ ยังไม่ถูกต้อง"):
        save_oit_entry(store, 2568, OitEntry("o3", answer=True, urls=(URL, url)))
    assert load_year(store, 2568).oit == ()


@pytest.mark.parametrize("url", ["www.example.go.th/a", "example.go.th", "http://10.0.0.1/a.pdf"])
def test_an_address_may_lack_its_scheme(store, url):
    save_oit_entry(store, 2568, OitEntry("o3", urls=(url,)))
    assert entries_of(store, 2568)[2].urls == (url,)
