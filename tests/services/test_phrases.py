"""The phrase library keeps what the office wrote, once each, the most used first."""

import pytest

from itadesk.errors import BadValue, NotFound
from itadesk.model.phrase import Phrase, PhraseKind
from itadesk.services.phrases import phrases, remove_phrase, save_phrase, use_phrase


def texts(store, kind=None):
    return [each.text for each in phrases(store, kind)]


def test_phrases_of_a_kind_the_most_used_first(store):
    for kind, text in (
        (PhraseKind.CAUSE, "เหตุหนึ่ง"),
        (PhraseKind.CAUSE, "เหตุสอง"),
        (PhraseKind.STEP, "ขั้นตอน"),
    ):
        save_phrase(store, Phrase(kind, text))
    assert texts(store, PhraseKind.CAUSE) == ["เหตุสอง", "เหตุหนึ่ง"]
    use_phrase(store, phrases(store, PhraseKind.CAUSE)[1])
    assert texts(store, PhraseKind.CAUSE) == ["เหตุหนึ่ง", "เหตุสอง"]
    assert len(texts(store)) == 3


def test_an_equal_text_is_kept_once_with_the_newest_place(store):
    first = save_phrase(store, Phrase(PhraseKind.CAUSE, "เหตุ", 2567, "i8", uses=3)).created
    again = save_phrase(store, Phrase(PhraseKind.CAUSE, " เหตุ ", 2568, "i7")).created
    assert first == again
    assert phrases(store) == (Phrase(PhraseKind.CAUSE, "เหตุ", 2568, "i7", 3, first),)


def test_a_phrase_changed_into_another_takes_its_place(store):
    save_phrase(store, Phrase(PhraseKind.CAUSE, "เหตุ"))
    number = save_phrase(store, Phrase(PhraseKind.CAUSE, "เหตุเดิม")).created
    save_phrase(store, Phrase(PhraseKind.CAUSE, "เหตุ", id=number))
    assert [each.id for each in phrases(store)] == [number]
    store.undo()
    assert sorted(texts(store)) == ["เหตุ", "เหตุเดิม"]


def test_an_empty_phrase_and_one_that_is_gone_say_so(store):
    with pytest.raises(BadValue, match="คลัง"):
        save_phrase(store, Phrase(PhraseKind.CAUSE, " \n"))
    number = save_phrase(store, Phrase(PhraseKind.CAUSE, "เหตุ")).created
    remove_phrase(store, number)
    with pytest.raises(NotFound, match="คลัง"):
        remove_phrase(store, number)
    with pytest.raises(NotFound, match="คลัง"):
        save_phrase(store, Phrase(PhraseKind.CAUSE, "ใหม่", id=number))
