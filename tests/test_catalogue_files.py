"""The catalogues that ship: what they hold, and what they must not hold."""

import json
import re

import pytest

from itadesk.catalogue.reader import parse_catalogue, read_catalogue, shipped_body, shipped_years
from itadesk.model.catalogue import Certainty
from resources import ROOT

FOLDER = ROOT / "catalogue"
THAI = re.compile(r"[\u0e00-\u0e7f]")


def catalogue(year):
    return parse_catalogue(shipped_body(year), str(year))


def span(indicator):
    return f"{indicator.questions[0].code}-{indicator.questions[-1].code}"


def spans(year, instrument):
    return [span(indicator) for indicator in catalogue(year).instrument(instrument).indicators]


def subs(year):
    """Range of each sub-indicator that has items."""
    found = {}
    for indicator in catalogue(year).indicators:
        for sub in indicator.sub_indicators:
            items = [q.code for q in indicator.questions if q.sub_indicator == sub.code]
            if items:
                found[sub.code] = f"{items[0]}-{items[-1]}"
    return found


def test_six_years_ship():
    assert shipped_years() == (2564, 2565, 2566, 2567, 2568, 2569)


@pytest.mark.parametrize("year", shipped_years())
def test_a_file_is_valid_and_is_of_its_year(year):
    found = read_catalogue(FOLDER / f"{year}.json")
    assert found.year == year
    assert found.id == f"urn:itadesk:catalogue:{year}:1"
    assert [i.code for i in found.instruments] == ["IIT", "EIT", "OIT"]
    assert [i.no for i in found.indicators] == list(range(1, 11))
    assert [i.weight for i in found.instruments] == [30, 30, 40]


@pytest.mark.parametrize(
    ("year", "iit", "eit", "oit"),
    [
        (2564, 30, 15, 43), (2565, 30, 15, 43), (2566, 30, 15, 43), (2567, 15, 9, 35),
        (2568, 15, 9, 28), (2569, 0, 0, 26),
    ],
)  # fmt: skip
def test_a_year_has_its_questions(year, iit, eit, oit):
    found = catalogue(year)
    counts = [sum(len(i.questions) for i in one.indicators) for one in found.instruments]
    assert counts == [iit, eit, oit]
    assert len({q.code for q in found.questions}) == iit + eit + oit


@pytest.mark.parametrize("year", [2564, 2565, 2566])
def test_the_long_forms_have_six_and_five_questions_an_indicator(year):
    assert spans(year, "IIT") == ["i1-i6", "i7-i12", "i13-i18", "i19-i24", "i25-i30"]
    assert spans(year, "EIT") == ["e1-e5", "e6-e10", "e11-e15"]


@pytest.mark.parametrize("year", [2567, 2568])
def test_the_short_forms_have_three_questions_an_indicator(year):
    assert spans(year, "IIT") == ["i1-i3", "i4-i6", "i7-i9", "i10-i12", "i13-i15"]
    assert spans(year, "EIT") == ["e1-e3", "e4-e6", "e7-e9"]


@pytest.mark.parametrize(
    ("year", "nine", "ten"),
    [
        (2564, "o1-o33", "o34-o43"), (2565, "o1-o33", "o34-o43"), (2566, "o1-o30", "o31-o43"),
        (2567, "o1-o25", "o26-o35"), (2568, "o1-o20", "o21-o28"), (2569, "o1-o19", "o20-o26"),
    ],
)  # fmt: skip
def test_items_lie_under_their_indicator(year, nine, ten):
    assert spans(year, "OIT") == [nine, ten]


def test_sub_indicators_have_their_items_where_these_are_known():
    old = {
        "9.1": "o1-o9", "9.2": "o10-o17", "9.3": "o18-o24", "9.4": "o25-o28", "9.5": "o29-o33",
        "10.1": "o34-o41", "10.2": "o42-o43",
    }  # fmt: skip
    assert subs(2564) == subs(2565) == old
    assert subs(2566) == {
        "9.1": "o1-o10", "9.2": "o11-o18", "9.3": "o19-o22", "9.4": "o23-o26", "9.5": "o27-o30",
        "10.1": "o31-o38", "10.2": "o39-o43",
    }  # fmt: skip
    assert subs(2567) == subs(2568) == subs(2569) == {}
    assert len(catalogue(2567).indicator(9).sub_indicators) == 5


@pytest.mark.parametrize(
    ("year", "iit", "eit", "oit"),
    [
        (2564, 29, 0, 43), (2565, 0, 0, 43), (2566, 30, 15, 43), (2567, 2, 8, 4),
        (2568, 15, 9, 21), (2569, 0, 0, 23),
    ],
)  # fmt: skip
def test_texts_are_known_where_a_source_prints_them(year, iit, eit, oit):
    known = [
        sum(q.text.known for indicator in one.indicators for q in indicator.questions)
        for one in catalogue(year).instruments
    ]
    assert known == [iit, eit, oit]


@pytest.mark.parametrize("year", shipped_years())
def test_every_known_text_names_its_source_and_every_unknown_one_is_unsure(year):
    for question in catalogue(year).questions:
        text = question.text
        if text.known:
            assert text.source
            assert text.certainty is not Certainty.UNKNOWN
        else:
            sure = Certainty.UNVERIFIED if text.candidates else Certainty.UNKNOWN
            assert text.certainty is sure


def test_the_year_before_last_only_proposes_the_texts_of_the_year_before():
    old, new = catalogue(2564), catalogue(2565)
    for question in new.instrument("IIT").indicators[0].questions:
        assert question.text.candidates == (old.question(question.code).text.text,)


def test_what_is_not_verified_is_marked():
    assert [i.structure_certainty for i in catalogue(2567).instrument("OIT").indicators] == [
        Certainty.UNVERIFIED
    ] * 2
    assert {i.weight_certainty for i in catalogue(2569).instruments} == {Certainty.UNKNOWN}
    assert catalogue(2569).rating.certainty is Certainty.UNKNOWN
    for year in shipped_years():
        assert catalogue(year).instrument("EIT").parts_rule_certainty is Certainty.UNKNOWN


@pytest.mark.parametrize("year", shipped_years())
def test_both_names_of_an_indicator_are_to_choose_from(year):
    for no, names in (
        (4, {"การใช้ทรัพย์สินของราชการ", "การใช้ทรัพย์สินของทางราชการ"}),
        (8, {"การปรับปรุงการทำงาน", "การปรับปรุงระบบการทำงาน"}),
    ):
        name = catalogue(year).indicator(no).name
        assert {name.text, *name.candidates} == names


@pytest.mark.parametrize("year", shipped_years())
def test_levels_change_with_the_results_of_2566(year):
    levels = [
        (level.name, level.overall_min, level.each_min, level.passes)
        for level in catalogue(year).rating.levels
    ]
    if year <= 2565:
        assert levels == [
            ("AA", 95, None, True), ("A", 85, None, True), ("B", 75, None, False),
            ("C", 65, None, False), ("D", 55, None, False), ("E", 50, None, False),
            ("F", 0, None, False),
        ]  # fmt: skip
    else:
        assert levels == [
            ("ผ่านดีเยี่ยม", 95, 95, True), ("ผ่านดี", 85, 85, True), ("ผ่าน", 85, None, True),
            ("ต้องปรับปรุง", 70, None, False), ("ต้องปรับปรุงโดยด่วน", 0, None, False),
        ]  # fmt: skip


@pytest.mark.parametrize("year", shipped_years())
def test_the_outer_survey_has_two_parts_since_2566(year):
    found = {one.code: [p.no for p in one.parts] for one in catalogue(year).instruments}
    assert found == {"IIT": [], "EIT": [1, 2] if year >= 2566 else [], "OIT": []}


# ranges by issue; a range stands for all codes between
ISSUES = {
    1: "i1-i6 e1-e4 e11 e12 e15 o4 o11-o14",
    2: "i1-i3 e1-e3 e5 e11-e14 o15-o18 o30",
    3: "e6-e10 o1-o3 o5-o10",
    4: "i19-i24 o34 o35",
    5: "i7-i12 o11-o13 o19-o22",
    6: "i13-i18 i27 o23-o26 o39-o41",
    7: "i25 i26 i28-i30 e10 e15 o27-o29 o31-o38 o42 o43",
}


def spelled_out(text):
    for part in text.split():
        first, _, last = part.partition("-")
        letter, begin, end = part[0], int(first[1:]), int((last or first)[1:])
        yield from (f"{letter}{number}" for number in range(begin, end + 1))


def test_the_map_of_issues_is_whole():
    found = catalogue(2566)
    assert [issue.no for issue in found.issues] == list(ISSUES)
    for no, text in ISSUES.items():
        assert [q.code for q in found.questions if no in q.issues] == list(spelled_out(text))
    assert all(question.issues for question in found.questions)


def test_the_next_year_lists_the_issues_without_a_map():
    assert catalogue(2567).issues == catalogue(2566).issues
    assert not any(question.issues for question in catalogue(2567).questions)
    for year in (2564, 2565, 2568, 2569):
        assert catalogue(year).issues == ()


@pytest.mark.parametrize("year", shipped_years())
def test_what_a_user_reads_is_thai(year):
    found = catalogue(year)
    sourced = [i.name for i in found.instruments]
    sourced += [i.name for i in found.indicators]
    sourced += [s.name for i in found.indicators for s in i.sub_indicators]
    sourced += [q.text for q in found.questions]
    read = [found.kind, found.rating.source, *found.notes]
    read += [one.source for one in sourced if one.source]
    read += [q.answer for q in found.questions if q.answer]
    assert all(THAI.search(text) for text in read)
    assert not any(re.search(r"[A-Za-z]{4,}", text.replace("MOIT", "")) for text in read)


@pytest.mark.parametrize("year", shipped_years())
def test_a_file_names_no_working_material_and_no_office(year):
    text = (FOLDER / f"{year}.json").read_text(encoding="utf-8")
    assert not re.search(r"seed|website|https?:|cited|description", text, re.IGNORECASE)
    sources = re.findall(r'"source": "([^"]*)"', text)
    nameless = r"(?:อบต\.|เทศบาล|จังหวัด|มหาวิทยาลัย)(?! ?แห่งหนึ่ง)"
    assert not [source for source in sources if re.search(nameless, source)]


@pytest.mark.parametrize("year", shipped_years())
def test_a_file_is_small_and_written_as_it_would_be_written_again(year):
    data = (FOLDER / f"{year}.json").read_bytes()
    assert len(data) < 100_000
    assert data == (json.dumps(shipped_body(year), ensure_ascii=False, indent=1) + "\n").encode()
