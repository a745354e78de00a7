"""Reading a catalogue file: what is taken, what is refused, and what is said."""

import copy
import json
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itadesk.catalogue.reader import (
    parse_catalogue,
    read_catalogue,
    shipped_body,
    shipped_years,
    to_body,
)
from itadesk.errors import BadCatalogue, BadFile, NotFound
from itadesk.model.catalogue import Certainty


def body(year=2568):
    return shipped_body(year)


def question(of, code):
    return next(
        q for i in of["instruments"] for n in i["indicators"] for q in n["questions"]
        if q["code"] == code
    )  # fmt: skip


def refused(changed):
    with pytest.raises(BadCatalogue) as caught:
        parse_catalogue(changed, "ปีนี้.json")
    said = str(caught.value)
    assert "“ปีนี้.json”" in said
    assert "โปรด" in said
    assert "\n" not in said
    return said


def test_a_question_is_read_with_all_its_fields():
    made = body()
    item = question(made, "o1")
    item["text"] = {
        "text": "โครงสร้าง", "source": "คู่มือ", "certainty": "office", "candidates": ["ก", "ข"],
    }  # fmt: skip
    made["issues"] = [{"no": 2, "name": "ประเด็นสอง"}]
    item["issues"] = [2]
    found = parse_catalogue(made, "x").question("o1")
    assert (found.text.text, found.text.source) == ("โครงสร้าง", "คู่มือ")
    assert found.text.certainty is Certainty.OFFICE
    assert found.text.candidates == ("ก", "ข")
    assert (found.binary, found.issues, found.sub_indicator, found.reverse) == (
        True,
        (2,),
        None,
        None,
    )


def test_what_a_file_leaves_out_is_unknown():
    made = body()
    item = question(made, "i1")
    for key in ("reverse", "answer", "sub_indicator", "issues"):
        del item[key]
    item["text"] = {"text": "ข้อความ"}
    for key in ("notes", "issues", "scale", "kind"):
        del made[key]
    found = parse_catalogue(made, "x").question("i1")
    assert found.reverse is None
    assert found.text.certainty is Certainty.UNKNOWN
    assert found.text.candidates == ()


def test_fields_nobody_knows_are_passed_over():
    made = body()
    made["colour"] = {"deep": [1]}
    assert parse_catalogue(made, "x") == parse_catalogue(body(), "x")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda b: b["instruments"][0].update(weight="30"), ["IIT", "“weight”", "ตัวเลข"]),
        (lambda b: b["instruments"][0].update(weight=True), ["IIT", "“weight”", "ตัวเลข"]),
        (lambda b: b["instruments"][0].update(weight=float("nan")), ["IIT", "“weight”"]),
        (lambda b: b["instruments"][0].update(weight=float("inf")), ["IIT", "“weight”"]),
        (lambda b: b["instruments"][0].update(weight=-1), ["IIT", "“weight”"]),
        (lambda b: b["instruments"][0].update(weight=10**5000), ["IIT", "“weight”"]),
        (lambda b: b["instruments"][0].update(weight=33.33333), ["IIT", "“weight”", "ทศนิยม"]),
        (lambda b: b["instruments"][0].update(weight=29), ["น้ำหนัก", "๙๙", "๑๐๐"]),
        (lambda b: b["instruments"][0].update(code="XIT"), ["XIT", "IIT EIT OIT"]),
        (lambda b: b["instruments"][1].update(code="IIT"), ["แบบวัด IIT", "มากกว่าหนึ่งแห่ง"]),
        (lambda b: b["instruments"][0].update(indicators=[]), ["IIT", "ไม่มีตัวชี้วัด"]),
        (lambda b: b["instruments"][0].pop("indicators"), ["IIT", "“indicators”"]),
        (lambda b: b["instruments"][1].update(parts_rule="pooled"), ["EIT", "pooled"]),
        (lambda b: b["instruments"][1]["parts"].pop(), ["EIT", "ส่วนที่ ๑"]),
        (lambda b: b["instruments"][1].update(parts=["ส่วนที่ ๑"]), ["EIT", "“parts”"]),
        (lambda b: b.update(instruments=[]), ["ไม่มีแบบวัด"]),
        (lambda b: b.update(instruments={}), ["“instruments”", "รายการ"]),
        (lambda b: b.update(rating=None), ["“rating”"]),
        (lambda b: b.update(year="2568"), ["“year”", "จำนวนเต็ม"]),
        (lambda b: b.update(year=2025), ["ปี พ.ศ.", "๒๐๒๕"]),
        (lambda b: b.update(id=" "), ["“id”", "ว่าง"]),
        (lambda b: b["instruments"][0]["indicators"][1].update(no=1), ["ตัวชี้วัดที่ ๑", "มากกว่า"]),
        (lambda b: b["instruments"][0]["indicators"][0].update(no=0), ["น้อยกว่า ๑"]),
        (lambda b: b["instruments"][0]["indicators"][0].update(no=1.0), ["“no”"]),
        (lambda b: b["instruments"][0]["indicators"][0].update(no=True), ["“no”"]),
        (lambda b: b["instruments"][0]["indicators"][0].update(name="ชื่อ"), ["ตัวชี้วัดที่ ๑", "“name”"]),
        (lambda b: b["instruments"][0]["indicators"][0].pop("questions"), ["“questions”"]),
        (lambda b: question(b, "i2").update(code="i1"), ["ข้อ i๑", "มากกว่าหนึ่งแห่ง"]),
        (lambda b: question(b, "i2").update(code="e99"), ["ข้อ e๙๙", "i๑", "IIT"]),
        (lambda b: question(b, "i2").update(code="i02"), ["ข้อ i๐๒", "i๑"]),
        (lambda b: question(b, "i2").update(code="i16"), ["ข้อ i๓", "เรียงข้อ"]),
        (lambda b: question(b, "i2").update(code=""), ["“code”", "ว่าง"]),
        (lambda b: question(b, "i2").update(code=2), ["“code”", "ข้อความ"]),
        (lambda b: question(b, "i2").update(text="ข้อความ"), ["ข้อ i๒", "“text”"]),
        (lambda b: question(b, "i2")["text"].update(text=5), ["ข้อ i๒", "“text”", "ข้อความ"]),
        (lambda b: question(b, "i2")["text"].update(text="ก" * 6000), ["ข้อ i๒", "ยาวเกินไป"]),
        (lambda b: question(b, "i2")["text"].update(text="ก\x00"), ["ข้อ i๒", "พิมพ์ไม่ได้"]),
        (lambda b: question(b, "i2")["text"].update(text="ก\ud800"), ["ข้อ i๒", "พิมพ์ไม่ได้"]),
        (lambda b: question(b, "i2")["text"].update(certainty="sure"), ["ข้อ i๒", "“certainty”"]),
        (lambda b: question(b, "i2")["text"].update(certainty=["office"]), ["ข้อ i๒", "“certainty"]),
        (lambda b: question(b, "i2")["text"].update(candidates="ก"), ["ข้อ i๒", "“candidates”"]),
        (lambda b: question(b, "i2")["text"].update(candidates=[1]), ["ข้อ i๒", "“candidates”"]),
        (lambda b: question(b, "i2").update(reverse="yes"), ["ข้อ i๒", "“reverse”"]),
        (lambda b: question(b, "i2").update(binary=True), ["ข้อ i๒", "“binary”", "๐ ถึง ๑๐๐"]),
        (lambda b: question(b, "o2").update(binary=False), ["ข้อ o๒", "“binary”", "๐ หรือ ๑๐๐"]),
        (lambda b: question(b, "o2").update(sub_indicator="9.9"), ["ข้อ o๒", "ตัวชี้วัดย่อย ๙.๙"]),
        (lambda b: question(b, "i2").update(issues=[8]), ["ข้อ i๒", "ประเด็นที่ ๘"]),
        (lambda b: question(b, "i2").update(issues=["8"]), ["ข้อ i๒", "“issues”"]),
        (lambda b: b.update(issues=[{"no": 1, "name": ""}]), ["ประเด็นที่ ๑", "“name”"]),
        (lambda b: b.update(issues=[{"no": 1, "name": "ก"}] * 2), ["ประเด็นที่ ๑", "มากกว่า"]),
        (lambda b: b["rating"]["levels"].reverse(), ["เกณฑ์ระดับ"]),
        (lambda b: b["rating"]["levels"].pop(), ["เกณฑ์ระดับ", "๐ คะแนน"]),
        (lambda b: b["rating"]["levels"][1].update(overall_min=96), ["“ผ่านดีเยี่ยม”", "เรียง"]),
        (lambda b: b["rating"]["levels"][1].update(each_min=None), ["“ผ่านดี”", "เรียง"]),
        (lambda b: b["rating"]["levels"][1].update(name="ผ่าน"), ["“ผ่าน”", "ซ้ำ"]),
        (lambda b: b["rating"]["levels"][1].update(passes=False), ["“ผ่าน”", "ไม่ผ่าน"]),
        (lambda b: b["rating"]["levels"][1].update(overall_min=None), ["“ผ่านดี”", "“overall_min”"]),
        (lambda b: b["rating"]["levels"][1].update(overall_min="85"), ["“ผ่านดี”", "“overall_min”"]),
        (lambda b: b["rating"].update(levels=[]), ["เกณฑ์ระดับ", "๐ คะแนน"]),
        (lambda b: b.update(scale=[0, "20"]), ["“scale”"]),
        (lambda b: b.update(format="itadesk-catalogue/2"), ["รุ่นใหม่กว่า"]),
        (lambda b: b.update(format="itadesk-catalogue/1/x"), ["ไม่ใช่ชุดข้อคำถาม"]),
        (lambda b: b.update(format=None), ["ไม่ใช่ชุดข้อคำถาม"]),
        (lambda b: b.pop("format"), ["ไม่ใช่ชุดข้อคำถาม"]),
    ],
)  # fmt: skip
def test_a_mistake_is_said_with_its_place_and_the_next_step(change, said):
    made = body()
    change(made)
    sentence = refused(made)
    for word in said:
        assert word in sentence


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda n: n["questions"][0].update(sub_indicator=None), ["ตัวชี้วัดที่ ๙", "ครบทุกข้อ"]),
        (lambda n: n["questions"][0].update(sub_indicator="10.1"), ["ข้อ o๑", "๑๐.๑"]),
        (lambda n: n["sub_indicators"][1].update(code="9.1"), ["ตัวชี้วัดที่ ๙", "๙.๑ ซ้ำ"]),
        (lambda n: n["sub_indicators"][1].update(code="10.7"), ["ตัวชี้วัดที่ ๙", "๑๐.๗"]),
        (lambda n: n["sub_indicators"][1].update(code=""), ["“code”"]),
    ],
)
def test_a_sub_indicator_holds_all_items_or_none(change, said):
    made = body(2566)
    nine = made["instruments"][2]["indicators"][0]
    change(nine)
    sentence = refused(made)
    for word in said:
        assert word in sentence


def test_a_gap_between_codes_is_taken():
    made = body()
    question(made, "o28")["code"] = "o30"
    assert parse_catalogue(made, "x").question("o30").binary


def test_the_first_mistake_is_named_and_the_others_counted():
    made = body()
    question(made, "i1")["reverse"] = 1
    question(made, "e1")["reverse"] = 1
    question(made, "o1")["reverse"] = 1
    sentence = refused(made)
    assert "ข้อ i๑" in sentence
    assert "ข้อ e๑" not in sentence
    assert "อีก ๒ จุด" in sentence


def test_more_questions_than_any_year_has_are_refused():
    made = body()
    items = made["instruments"][0]["indicators"][4]["questions"]
    items += [{**items[0], "code": f"i{number}"} for number in range(16, 700)]
    assert "๕๐๐ ข้อ" in refused(made)


def test_a_body_that_is_no_object_is_refused():
    assert "ไม่ใช่ชุดข้อคำถาม" in refused([1, 2])


# files


def test_a_file_is_read(tmp_path):
    path = tmp_path / "ชุด.json"
    path.write_text(json.dumps(body(), ensure_ascii=False), encoding="utf-8")
    assert read_catalogue(path) == parse_catalogue(body(), "x")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_file_saved_by_notepad_is_read(tmp_path, encoding):
    path = tmp_path / "ชุด.json"
    path.write_text(json.dumps(body(), ensure_ascii=False), encoding=encoding)
    assert read_catalogue(path).year == 2568


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "เสียหาย"),
        (b"PK\x03\x04", "เสียหาย"),
        ("ชุด".encode("cp874"), "เสียหาย"),
        (b'{"format":', "เสียหาย"),
        (b'{"format": "itadesk-catalogue/1", "year": 1' + b"0" * 5000 + b"}", "เสียหาย"),
        (b"[" * 200_000, "ลึกเกินไป"),
        (b'{"a":' * 200_000, "ลึกเกินไป"),
        (b" " * 5_000_001, "ใหญ่เกิน ๕"),
        (b"null", "ไม่ใช่ชุดข้อคำถาม"),
        (b"[]", "ไม่ใช่ชุดข้อคำถาม"),
    ],
)
def test_a_file_that_is_no_catalogue_is_refused_by_name(tmp_path, data, said):
    path = tmp_path / "แปลก.json"
    path.write_bytes(data)
    with pytest.raises(BadCatalogue, match=said) as caught:
        read_catalogue(path)
    assert "“แปลก.json”" in str(caught.value)
    assert "โปรด" in str(caught.value)


def test_a_file_that_cannot_be_opened_is_said(tmp_path):
    for path in (tmp_path / "ไม่มี.json", tmp_path):
        with pytest.raises(BadFile, match="โปรดตรวจ"):
            read_catalogue(path)


# writing


@pytest.mark.parametrize("year", shipped_years())
def test_writing_is_the_inverse_of_reading(year):
    assert to_body(parse_catalogue(body(year), "x")) == body(year)


TEXTS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=20)


@settings(max_examples=40, deadline=None)
@given(
    text=TEXTS,
    candidates=st.lists(TEXTS.filter(bool), max_size=3),
    certainty=st.sampled_from([str(known) for known in Certainty]),
    reverse=st.none() | st.booleans(),
    weight=st.integers(0, 10_000).map(lambda n: n / 100),
)
def test_any_edited_catalogue_survives_writing_and_reading(
    text, candidates, certainty, reverse, weight
):
    made = body()
    question(made, "i1").update(
        text={"text": text, "source": text, "certainty": certainty, "candidates": candidates},
        reverse=reverse,
    )
    first, second, third = made["instruments"]
    first["weight"], second["weight"], third["weight"] = weight, 100 - weight, 0
    second["weight"] = float(Decimal(100) - Decimal(str(weight)))
    once = parse_catalogue(made, "x")
    again = parse_catalogue(json.loads(json.dumps(to_body(once))), "x")
    assert again == once
    assert once.instruments[0].weight == Decimal(str(weight))
    assert once.question("i1").text.text == text


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["text", "code", "no", "questions", "indicators", "name"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(st.data(), ANYTHING)
def test_anything_anywhere_is_read_or_refused_in_thai_but_never_crashes(data, value):
    made = body()
    at = made
    for _ in range(data.draw(st.integers(1, 8))):
        keys = sorted(at) if isinstance(at, dict) else range(len(at))
        if not keys:
            break
        parent, key = at, data.draw(st.sampled_from(keys))
        at = at[key]
        if not isinstance(at, (dict, list)):
            break
    parent[key] = copy.deepcopy(value)
    try:
        found = parse_catalogue(made, "x.json")
    except BadCatalogue as error:
        said = str(error)
    else:
        assert parse_catalogue(to_body(found), "x.json") == found
        said = "โปรด"
    assert "โปรด" in said


# what ships


def test_the_shipped_body_may_be_changed_by_its_reader():
    body()["instruments"].clear()
    assert body()["instruments"]


def test_a_year_that_does_not_ship_is_said():
    with pytest.raises(NotFound, match="๒๕๕๕"):
        shipped_body(2555)
