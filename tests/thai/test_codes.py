from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadesk.errors import BadValue
from itadesk.thai.codes import parse_code, parse_codes
from itadesk.thai.digits import to_thai


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("i๑", "i1"),
        ("I1", "i1"),
        ("i 1", "i1"),
        ("๐๑๒", "o12"),
        ("012", "o12"),
        ("O12", "o12"),
        ("o๑๒", "o12"),
        ("ข้อ o12", "o12"),
        ("ข้อที่ e๓", "e3"),
        ("o.12", "o12"),
        ("  o12. ", "o12"),
        ("(o12)", "o12"),
        ("о12", "o12"),  # Cyrillic
        ("ｏ１２", "o12"),  # full width
        ("OIT ข้อ 12", "o12"),
        ("i\u200b1", "i1"),
    ],
)
def test_a_code_is_read_however_it_is_written(written: str, code: str) -> None:
    assert parse_code(written) == code


@pytest.mark.parametrize(
    "text", ["", "0", "000", "abc", "A4", "12", "o1.2", "i", "i12345", "คะแนน", "i1 i2"]
)
def test_other_text_is_no_code(text: str) -> None:
    assert parse_code(text) is None


def test_a_bare_number_takes_the_letter_of_its_instrument() -> None:
    assert parse_code("12", instrument="OIT") == "o12"
    assert parse_code("๐๑๒", instrument="OIT") == "o12"
    assert parse_code("๗", instrument="IIT") == "i7"
    assert parse_code("012", instrument="EIT") == "e12"


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("i1, i๓ และ o5-o7", ("i1", "i3", "o5", "o6", "o7")),
        ("o๑ – o๓", ("o1", "o2", "o3")),
        ("e1ถึงe3", ("e1", "e2", "e3")),
        ("i1 i 2\ni3", ("i1", "i2", "i3")),
        ("i1, i1", ("i1",)),
        ("", ()),
        ("ข้อ i๑ ข้อ i๒", ("i1", "i2")),
    ],
)
def test_lists_and_ranges_of_codes(written: str, codes: tuple[str, ...]) -> None:
    assert parse_codes(written) == codes


def test_a_range_of_bare_numbers_needs_the_instrument() -> None:
    assert parse_codes("1-3", "IIT") == ("i1", "i2", "i3")
    with pytest.raises(BadValue, match="1-3"):
        parse_codes("1-3")


@pytest.mark.parametrize(
    ("written", "named"), [("i1 ไม่ทราบ", "ไม่ทราบ"), ("i3-i1", "i3-i1"), ("i1-e3", "i1-e3")]
)
def test_what_was_not_understood_is_named(written: str, named: str) -> None:
    with pytest.raises(BadValue, match=named):
        parse_codes(written)


@given(st.sampled_from("ieo"), st.integers(1, 999), st.sampled_from(["", " ", ".", "  "]))
def test_every_code_is_read_back(letter: str, number: int, gap: str) -> None:
    for text in (f"{letter}{gap}{number}", f"{letter.upper()}{gap}{to_thai(str(number))}"):
        assert parse_code(text) == f"{letter}{number}"


@given(st.text(max_size=30))
def test_any_text_gives_codes_or_a_sentence(text: str) -> None:
    try:
        codes = parse_codes(text)
    except BadValue:
        return
    assert all(parse_code(code) == code for code in codes)
