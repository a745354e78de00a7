"""The library goes from office to office as a file, and only what reads as one comes in."""

from __future__ import annotations

import json

import pytest

from itadesk.errors import BadFile
from itadesk.exchange.phrase_file import FORMAT, MOST_BYTES, MOST_PHRASES, read_phrases
from itadesk.model.phrase import Phrase, PhraseKind
from itadesk.services.phrases import add_phrases, export_phrases, new_phrases, phrases, save_phrase

LINE = {"kind": "cause", "text": "เหตุ", "year": 2568, "code": "i2"}


def written(tmp_path, body):
    path = tmp_path / "คลัง.json"
    path.write_text(body if isinstance(body, str) else json.dumps(body), encoding="utf-8")
    return path


def test_what_one_office_exports_another_imports(store, tmp_path):
    save_phrase(store, Phrase(PhraseKind.CAUSE, "เหตุหนึ่ง", 2568, "i2", uses=4))
    save_phrase(store, Phrase(PhraseKind.STEP, "ขั้นตอน\nสองบรรทัด"))
    assert export_phrases(store, tmp_path / "คลัง.json") == 2
    store.undo()
    store.undo()
    found = read_phrases(tmp_path / "คลัง.json")
    add_phrases(store, found)
    kept = {(p.kind, p.text, p.year, p.code, p.uses) for p in phrases(store)}
    assert kept == {
        (PhraseKind.CAUSE, "เหตุหนึ่ง", 2568, "i2", 0),
        (PhraseKind.STEP, "ขั้นตอน\nสองบรรทัด", None, "", 0),
    }


def test_what_is_there_already_stays_and_all_is_undone_at_once(store, tmp_path):
    save_phrase(store, Phrase(PhraseKind.CAUSE, "เหตุ", 2567, "e1", uses=2))
    other = {**LINE, "text": "อีกเหตุ"}
    found = read_phrases(written(tmp_path, {"format": FORMAT, "phrases": [LINE, other, other]}))
    assert [each.text for each in new_phrases(store, found)] == ["อีกเหตุ"]
    add_phrases(store, found)
    assert {(p.text, p.year, p.uses) for p in phrases(store)} == {
        ("เหตุ", 2567, 2),
        ("อีกเหตุ", 2568, 0),
    }
    store.undo()
    assert [p.text for p in phrases(store)] == ["เหตุ"]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "ไม่ใช่",
        "[]",
        "[" * 100_000,
        {"format": "itadesk-catalogue/1"},
        {"format": "itadesk-phrases/2", "phrases": []},
        {"format": FORMAT},
        {"format": FORMAT, "phrases": [LINE] * (MOST_PHRASES + 1)},
        {"format": FORMAT, "phrases": ["ข้อความ"]},
        {"format": FORMAT, "phrases": [{**LINE, "kind": "other thing"}]},
        {"format": FORMAT, "phrases": [{**LINE, "kind": ["cause"]}]},
        {"format": FORMAT, "phrases": [{**LINE, "text": " "}]},
        {"format": FORMAT, "phrases": [{**LINE, "text": "ก" * 10_001}]},
    ],
)
def test_a_file_that_is_no_library_is_refused_by_name(tmp_path, body):
    with pytest.raises(BadFile, match="“คลัง"):
        read_phrases(written(tmp_path, body))


@pytest.mark.parametrize(
    "place",
    [{"year": True}, {"year": 1}, {"year": "2568"}, {"code": 3}, {"code": "o10'; --"}],
)
def test_a_place_that_reads_as_none_is_left_out(tmp_path, place):
    body = {"format": FORMAT, "phrases": [{**LINE, **place}]}
    assert read_phrases(written(tmp_path, body)) == (Phrase(PhraseKind.CAUSE, "เหตุ"),)


def test_a_file_too_large_or_absent_is_refused(tmp_path):
    with pytest.raises(BadFile, match="๕ เมกะไบต์"):
        read_phrases(written(tmp_path, " " * (MOST_BYTES + 1)))
    with pytest.raises(BadFile, match="“ไม่มี"):
        read_phrases(tmp_path / "ไม่มี.json")
