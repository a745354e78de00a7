"""The lists of words as the line breaker finds them."""

from itadesk.thai.dictionary import load_lexicon
from resources import ROOT


def costs_at(text: str) -> dict[str, int]:
    """Words of the lists that the text begins with."""
    found = {
        text[:length]: costs.get(text[:length]) for length, costs in load_lexicon().words(text[:3])
    }
    return {word: cost for word, cost in found.items() if cost is not None}


def test_every_common_word_is_found_by_its_first_letters() -> None:
    lexicon = load_lexicon()
    count = 0
    for line in (ROOT / "words" / "common.txt").read_text("utf-8").splitlines():
        head, *entries = line[:3].rstrip(), *line[3:].split()
        for entry in entries:
            word = head + entry.rstrip("0123456789")
            costs = dict(lexicon.words(word[:3]))[len(word)]
            assert costs[word] <= int(entry[len(word) - len(head) :])
            count += 1
    assert count > 60_000


def test_lines_of_common_words_begin_with_different_letters() -> None:
    lines = (ROOT / "words" / "common.txt").read_text("utf-8").splitlines()
    assert len({line[:3] for line in lines}) == len(lines)


def test_short_words_are_found_at_the_beginning_of_longer_text_and_at_its_end() -> None:
    assert "กก" in costs_at("กกกกก")
    assert "กก" in costs_at("กก")
    assert "ณ" in costs_at("ณ")


def test_word_of_the_field_costs_less_than_two_words() -> None:
    assert costs_at("ตัวชี้วัดย่อยที่")["ตัวชี้วัดย่อย"] == 50


def test_letters_that_no_word_begins_with_find_nothing() -> None:
    assert load_lexicon().words("ๆๆๆ") == ()
