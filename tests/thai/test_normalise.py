from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadesk.thai.collation import sort_key
from itadesk.thai.normalise import normalise, normalise_line

THAI = "".join(chr(c) for c in range(0x0E01, 0x0E3B)) + "".join(
    chr(c) for c in range(0x0E3F, 0x0E5C)
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\x0bb\x0cc", "a\nb\nc"),
        ("a\x00b\x1fc", "abc"),
        ("a\ud800b", "ab"),
        ("\ufeffก\u00a0ข", "ก ข"),
        ("น\u0e4d\u0e32", "นำ"),
        ("น\u0e49\u0e4d\u0e32", "น้ำ"),
        ("น\u0e4d\u0e49\u0e32", "น้ำ"),
        ("กำ\u0e49", "ก้ำ"),
        ("เเผน", "แผน"),
        ("ก่่", "ก่"),
        ("ท\u0e48\u0e35", "ที่"),
        ("ผ\u0e49\u0e39", "ผู้"),
        ("ป\uf70aา", "ป่า"),
        ("ป\uf710น", "ปัน"),
        ("ก  \nข\t\n", "ก\nข\n"),
        ("ก\u200bข\u2060ค", "ก\u200bข\u2060ค"),
        ("Café ﬁ é", "Café ﬁ é"),
    ],
)
def test_what_was_typed_is_brought_to_one_spelling(typed: str, kept: str) -> None:
    assert normalise(typed) == kept


def test_a_line_holds_no_line_ends() -> None:
    assert normalise_line(" ก \r\n ข\tค ") == "ก ข ค"


@given(st.text(alphabet=THAI + "\n\t \u200b\u2060\u00a0\r\x0b\ufeff\uf70a\uf711ab", max_size=30))
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert normalise_line(normalise_line(text)) == normalise_line(text)


@given(st.text(max_size=40))
def test_the_result_can_be_written_to_a_file(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    once.encode("utf-8")


@given(
    st.text(
        alphabet=st.characters(
            min_codepoint=0x21, max_codepoint=0x24F, exclude_categories=["Cc", "Cf"]
        )
    )
)
def test_latin_is_left_alone(text: str) -> None:
    assert normalise(text) == text.replace("\u00a0", " ").rstrip()


def test_thai_order() -> None:
    words = ["แก", "กา", "เก", "ขา", "ก่า", "โก"]
    assert sorted(words, key=sort_key) == ["กา", "ก่า", "เก", "แก", "โก", "ขา"]


def test_thai_order_agrees_with_pythainlp() -> None:
    collate = pytest.importorskip("pythainlp.util").collate
    words = ["เทศบาล", "ตำบล", "ทุจริต", "โปร่งใส", "ไม่", "น้ำ", "นา", "แผน", "ก้ำ", "กำ", "สวัสดิการ"]
    assert sorted(words, key=sort_key) == collate(words)
