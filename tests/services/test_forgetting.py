"""ลบถาวร leaves no byte of what was removed, in the data, the log, the undo or free pages."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from db.forgetting import FREE
from db.integrity import verify
from db.opening import create_store, open_store
from db.schema import data_tables
from itadesk.errors import BadValue
from itadesk.model.kept import FileRole, KeptFile
from itadesk.model.work import Measure
from itadesk.services.files import keep_file, remove_file
from itadesk.services.forgetting import (
    INSTEAD,
    forget_before,
    forget_deleted,
    forget_words,
    traces_of,
)
from itadesk.services.measures import remove_measure, save_measure
from itadesk.services.phrases import save_phrase
from itadesk.services.sample import fill_sample, sample_office
from itadesk.services.years import load_year

NAME = "สมปองใจดี"
KEYS_AND_FIGURES = "names, codes, dates, states and figures, none of them free text"


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "อบต.itadesk"
    store = create_store(made, sample_office())
    fill_sample(store)
    store.close()
    return made


@pytest.fixture
def store(path):
    opened = open_store(path)
    yield opened
    opened.close()


def write(store, title):
    return save_measure(store, 2568, Measure(title=title, activities=f"สอบถาม{title}")).created


def held(path, words):
    """Whether the bytes of the file hold the words anywhere."""
    return words.encode() in Path(path).read_bytes()


def test_words_go_from_the_data_the_log_the_undo_and_the_free_pages(store, path):
    write(store, f"ข้อร้องเรียนของ {NAME}")
    assert held(path, NAME)
    found = traces_of(store, NAME)
    assert found.texts >= 1
    assert found.lines >= 2
    forget_words(store, NAME)
    assert not held(path, NAME)
    assert store.can_undo() is None
    assert store.undo() is None
    titles = [measure.title for measure in load_year(store, 2568).measures]
    assert f"ข้อร้องเรียนของ {INSTEAD}" in titles
    assert traces_of(store, NAME) == traces_of(store, "ไม่มีคำนี้แน่นอน")


def test_what_stands_instead_is_the_offices_choice_and_is_not_a_pattern(store):
    write(store, f"ข้อร้องเรียนของ {NAME}")
    forget_words(store, NAME, r"ผู้ร้อง\1 ๑")
    titles = [measure.title for measure in load_year(store, 2568).measures]
    assert r"ข้อร้องเรียนของ ผู้ร้อง\1 ๑" in titles


def test_a_long_text_on_pages_of_its_own_goes_too(store, path):
    save_measure(store, 2568, Measure(title="ยาว", analysis=f"{'ก' * 9000}{NAME}{'ข' * 9000}"))
    forget_words(store, NAME)
    assert not held(path, NAME)


def test_two_phrases_that_become_the_same_are_one(store):
    from itadesk.model.phrase import Phrase, PhraseKind

    kind = next(iter(PhraseKind))
    for text in (f"เพราะ {NAME}", f"เพราะ {INSTEAD}"):
        save_phrase(store, Phrase(kind, text))
    forget_words(store, NAME)
    texts = [phrase.text for phrase in store.phrases.all()]
    assert texts.count(f"เพราะ {INSTEAD}") == 1


def test_a_deleted_thing_leaves_nothing_behind(store, path):
    number = write(store, NAME)
    remove_measure(store, 2568, number)
    assert held(path, NAME), "the log remembers"
    assert store.forgetting.deleted_lines() > 0
    forget_deleted(store)
    assert not held(path, NAME)
    assert store.forgetting.deleted_lines() == 0
    assert store.can_undo() is None


def test_the_log_of_what_stays_is_kept(store):
    number = write(store, "มาตรการที่อยู่ต่อ")
    before = [line for line in store.change_log.lines() if line.table == "measure"]
    forget_deleted(store)
    after = [line for line in store.change_log.lines() if line.table == "measure"]
    assert [line for line in before if line.row == str(number)] == [
        line for line in after if line.row == str(number)
    ]


def test_a_removed_file_is_out_at_once(store, path):
    body = b"%PDF-1.4 " + NAME.encode() * 3000 + b"%%EOF"
    made = keep_file(store, KeptFile(FileRole.EVIDENCE, "หลักฐาน.pdf", year=2568), body).created
    remove_file(store, made)
    assert held(path, NAME)
    forget_deleted(store)
    assert not held(path, NAME)


def test_old_lines_of_the_log_go_and_say_that_they_went(store):
    assert store.forgetting.lines_before("9999-01-01") > 0
    forget_before(store, date(9999, 1, 1))
    (line,) = store.change_log.lines()
    assert line.action == "ลบถาวร"


@pytest.mark.parametrize("words", ["", "  ", "กข"])
def test_words_that_stand_everywhere_are_refused(store, words):
    with pytest.raises(BadValue, match="อย่างน้อย"):
        forget_words(store, words)


def test_the_file_is_whole_afterwards(store, path):
    write(store, NAME)
    forget_words(store, NAME)
    store.close()
    assert verify(path) == ()


def test_every_column_of_text_is_either_free_or_known_not_to_be(path):
    known = {
        *("id", "name", "kind", "province", "district", "code", "key", "place", "form", "state"),
        *("official_rating", "announced_on", "catalogue_id", "version", "body", "digest", "media"),
        *("role", "score", "part1", "part2", "value", "progress", "status", "start_on", "end_on"),
        *("day_on", "published_on", "sent_on", "back_on", "checked_on", "answered_on", "unit"),
        *("codes", "at", "fingerprint", "check_id"),
    }
    with closing(sqlite3.connect(path)) as connection:
        for table in data_tables(connection):
            for _, column, kind, *_ in connection.execute(f"PRAGMA table_info({table.name})"):
                if kind == "TEXT" and column not in FREE.get(table.name, ()):
                    assert column in known, f"{table.name}.{column}: {KEYS_AND_FIGURES}?"
