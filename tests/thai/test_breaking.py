"""Line breaks: marked sentences, rules that always hold, the office's own words."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from linebreak_scorer import Marked, Score, from_marks, is_hard, score

from itadesk.thai.breaking import Breaker, make_breaker
from itadesk.thai.clusters import CLUSTER, cluster_breaks, may_begin
from itadesk.thai.normalise import normalise
from resources import ROOT

SHARED = Path(__file__).parents[2] / ".." / "shared"
OWN = Path(__file__).parent / "marked_sentences.txt"
LETTERS = "กขคงจชดตทนบปพมยรลวสหอะาิีึืุู่้๊๋์ํำเแโใไๅๆฯ็ ()“”‘’.,-/๑๒1a\u200b\u2060\u00a0"


@pytest.fixture(scope="module")
def breaker() -> Breaker:
    return make_breaker()


def own_sentences() -> list[Marked]:
    lines = OWN.read_text("utf-8").splitlines()
    return [from_marks(line) for line in lines if line and not line.startswith("#")]


def pieces(breaker: Breaker, text: str) -> list[str]:
    edges = [0, *breaker.breaks(text), len(text)]
    return [text[a:b] for a, b in pairwise(edges)]


def show(result: Score) -> str:
    return f"{result.coverage:.3f} {result.hard} {result.wrong}"


def test_our_marked_sentences_have_no_wrong_break(breaker: Breaker) -> None:
    result = score(breaker.breaks, own_sentences())
    assert (result.hard, result.wrong) == ([], []), show(result)
    assert result.coverage >= 0.85


def test_the_reference_sample_passes(breaker: Breaker) -> None:
    path = SHARED / "linebreak-sample.json"
    if not path.exists():
        pytest.skip("the reference sample is not on this machine")
    items = [
        Marked(
            item["text"],
            frozenset(item["allowed_breaks"]),
            frozenset(item["tolerated_breaks"]),
            tuple((span["start"], span["end"]) for span in item["must_not_break"]),
        )
        for item in json.loads(path.read_text("utf-8"))["items"]
    ]
    result = score(breaker.breaks, items)
    assert result.hard == []
    assert len(result.wrong) <= 1, show(result)
    assert result.coverage >= 0.85


def test_no_line_of_the_seeds_begins_or_ends_wrongly(breaker: Breaker) -> None:
    seeds = sorted((SHARED / "seeds").glob("*.txt")) if (SHARED / "seeds").exists() else []
    if not seeds:
        pytest.skip("the seed documents are not on this machine")
    for path in seeds:
        for line in normalise(path.read_text("utf-8")).splitlines():
            marked = Marked(line, frozenset())
            starts = {match.start() for match in CLUSTER.finditer(line)}
            for at in breaker.breaks(line):
                assert not is_hard(marked, at), line[max(0, at - 10) : at + 10]
                assert at in starts, line[max(0, at - 10) : at + 10]


def test_the_scorer_tells_hard_wrong_and_missed_apart() -> None:
    item = from_marks("ได้|{๙๒ คะแนน} |ตาม|แผนงาน")
    result = score(lambda _: (6, 12, 18), [item])
    assert len(result.hard) == 1
    assert len(result.wrong) == 1
    assert len(result.missed) == 2
    assert result.coverage == pytest.approx(1 / 3)


@given(st.text(alphabet=LETTERS, max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_text_is_broken_only_where_a_line_may_begin(text: str) -> None:
    found = make_breaker().breaks(text)
    assert list(found) == sorted(set(found))
    starts = {match.start() for match in CLUSTER.finditer(text)}
    for at in found:
        assert 0 < at < len(text)
        assert may_begin(text, at)
        assert at in starts
        assert "\u2060" not in text[at - 1 : at + 1]
        assert "\u00a0" not in text[at - 1 : at + 1]


@given(st.text(alphabet=LETTERS, max_size=60))
def test_emergency_breaks_leave_clusters_whole(text: str) -> None:
    assert all(may_begin(text, at) for at in cluster_breaks(text))


@pytest.mark.parametrize(
    "whole",
    [
        "๙๒.๓๓ คะแนน",
        "ร้อยละ ๘๐",
        "พ.ศ. ๒๕๖๗",
        "ข้อ ๑",
        "ข้อ i๗",
        "ลำดับที่ ๒",
        "ตัวชี้วัดที่ ๖",
        "ระดับ AA",
        "มาตรา ๙ (๘)",
        "๑๗ มกราคม",
        "โทร. ๐ ๕๔๒๑ ๓๓๓๓",
        "๐๘๑-๒๓๔๕๖๗๘",
        "๑,๒๓๔,๕๖๗.๘๙",
        "saraban@example.go.th",
        "https://www.example.go.th/a?b=1",
        "นายก้องภพ ศรีวารินทร์",
        "ว่าที่ร้อยตรี ดร. ธนพล มีสุข",
        "นางสาวพิมพ์ลดา ณ เวียงพิงค์",
        "อื่น ๆ",
        "ต่างๆ",
        "มาตรการฯ",
        "เบี้ยเลี้ยง ฯลฯ",
        "e-LAAS",
        "ภ.ด.ส. ๖",
        "ว ๖๑๔",
        "ซื้อ/จ้าง",
        "๐๙.๓๐ น.",
    ],
)
def test_what_belongs_together_stays_on_a_line(breaker: Breaker, whole: str) -> None:
    text = f"ตามที่ได้รับแจ้ง {whole} เพื่อให้หน่วยงานดำเนินการ"
    start = text.index(whole)
    inside = [at for at in breaker.breaks(text) if start < at < start + len(whole)]
    assert inside == []


@pytest.mark.parametrize("place", ["หนองแสงเพชร", "ทุ่งดอกจาน", "สันผักหวาน", "สองห้อง"])
@pytest.mark.parametrize("prefix", ["ตำบล", "อำเภอ", "องค์การบริหารส่วนตำบล", "เทศบาลเมือง", "อบต."])
def test_a_place_name_stays_whole(breaker: Breaker, prefix: str, place: str) -> None:
    text = f"ด้วย{prefix}{place}จะดำเนินการ"
    start = text.index(place)
    found = breaker.breaks(text)
    assert [at for at in found if start < at < start + len(place)] == []
    assert start + len(place) in found


def test_every_known_place_stays_whole(breaker: Breaker) -> None:
    lines = (ROOT / "words" / "places.txt").read_text("utf-8").split()
    for place in lines[::40]:
        for prefix in ("ตำบล", "เทศบาลเมือง", "อบต."):
            text = f"ด้วย{prefix}{place}และหน่วยงาน"
            start = text.index(place, 4 + len(prefix))
            found = breaker.breaks(text)
            assert [at for at in found if start < at < start + len(place)] == [], text


def test_a_surname_stays_whole_when_a_post_is_glued_to_it(breaker: Breaker) -> None:
    text = "แต่งตั้งนายก้องภพ ศรีวารินทร์รองปลัดเทศบาล"
    assert "นายก้องภพ ศรีวารินทร์" in pieces(breaker, text)


def test_a_list_number_does_not_end_a_line(breaker: Breaker) -> None:
    for number in ("๑.", "๑)", "(๑)", "๑.๑", "-", "ก."):
        assert pieces(breaker, f"{number} จัดทำแผน")[0] == f"{number} จัดทำ"


def test_a_title_that_is_no_name_is_broken_as_words(breaker: Breaker) -> None:
    assert "นคร|นายก" not in "|".join(pieces(breaker, "จังหวัดนครนายกและอำเภอใกล้เคียง"))
    assert "และ" in pieces(breaker, "จังหวัดนครนายกและอำเภอใกล้เคียง")


def test_the_words_of_the_office_are_never_broken() -> None:
    text = "เครือข่ายรักษ์น้ำปิงตอนบนร่วมกับชุมชน"
    assert len(make_breaker().breaks(text)) > 2
    own = make_breaker(["รักษ์น้ำปิงตอนบน"])
    assert pieces(own, text) == ["เครือข่าย", "รักษ์น้ำปิงตอนบน", "ร่วมกับ", "ชุมชน"]


def test_a_zero_width_space_allows_a_break_and_joiners_forbid_one(breaker: Breaker) -> None:
    assert 4 in breaker.breaks("ประ\u200bชาชน")
    assert breaker.breaks("งาน\u2060แผน") == ()
    assert breaker.breaks("งาน\u00a0แผน") == ()


def test_a_space_belongs_to_the_line_before_it(breaker: Breaker) -> None:
    assert pieces(breaker, "สำนัก  กอง") == ["สำนัก  ", "กอง"]


def test_empty_and_short_texts_have_no_breaks(breaker: Breaker) -> None:
    assert breaker.breaks("") == ()
    assert breaker.breaks("ก") == ()
    assert breaker.breaks("   ") == ()


def test_a_long_paragraph_is_broken_throughout() -> None:
    text = "องค์การบริหารส่วนตำบลได้ดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส " * 130
    breaker = make_breaker()
    assert len(breaker.breaks(text)) > 1000
