"""A file taken home, and its way back."""

import shutil
from datetime import datetime

import pytest

from itadesk import homing
from itadesk.errors import BadFile
from itadesk.homing import (
    Way,
    digest,
    forget,
    keep_beside,
    link_beside,
    link_to,
    links,
    put_back,
    rebase,
    take_home,
    way_back,
)


@pytest.fixture
def place(tmp_path):
    """A file on a stick."""
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "ก.itadesk").write_bytes(b"one")
    return stick / "ก.itadesk"


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


def way(link, body=b"two", settle=lambda _: None):
    return way_back(link.place, link.base, body, settle)


def test_a_file_taken_home_is_known_by_its_place_and_by_its_working_file(home, place):
    link = take_home(home, place, b"one")
    assert link.working.read_bytes() == b"one"
    assert link_to(home, place) == link_beside(link.working) == link
    assert links(home) == (link,)
    assert link_to(home, place.with_name("other")) is None


def test_what_a_crash_left_is_never_written_over_by_the_next_one(home, place):
    first, second = take_home(home, place, b"one"), take_home(home, place, b"two")
    assert first.working.read_bytes() == b"one"
    assert second.working.read_bytes() == b"two"
    assert links(home) == (first, second)


def test_what_is_forgotten_leaves_nothing(home, place):
    link = take_home(home, place, b"one")
    forget(link)
    assert links(home) == ()
    assert list((home / "working").iterdir()) == []


def test_an_unchanged_place_may_be_replaced_and_is_the_same_afterwards(home, place):
    link = take_home(home, place, b"one")
    assert way(link) is Way.BACK
    put_back(place, b"two")
    assert way(link) is Way.SAME
    assert way(rebase(link, digest(b"two")), b"three") is Way.BACK


def test_a_place_changed_by_another_is_not_to_be_replaced(home, place):
    link = take_home(home, place, b"one")
    place.write_bytes(b"theirs")
    assert way(link) is Way.OTHER


def test_a_deleted_file_and_a_stick_that_is_out_are_two_things(home, place):
    link = take_home(home, place, b"one")
    place.unlink()
    assert way(link) is Way.GONE
    shutil.rmtree(place.parent)
    assert way(link) is Way.AWAY


def test_a_place_without_room_is_said_to_be_full(home, place, monkeypatch):
    link = take_home(home, place, b"one")
    monkeypatch.setattr(homing, "_MARGIN", 10**18)
    assert way(link) is Way.FULL


def test_what_a_pulled_stick_left_half_done_is_taken_back_first(home, place):
    link = take_home(home, place, b"one")
    journal = place.with_name("ก.itadesk-journal")
    journal.write_bytes(b"x")

    def settle(path):
        assert path == place
        journal.unlink()

    assert way(link, settle=settle) is Way.BACK
    journal.write_bytes(b"x")
    assert way(link) is Way.OTHER


def test_a_broken_file_at_the_place_is_kept(home, place):
    def settle(_path):
        raise BadFile("เสียหาย")

    link = take_home(home, place, b"one")
    place.with_name("ก.itadesk-journal").write_bytes(b"x")
    assert way(link, settle=settle) is Way.OTHER


def test_both_versions_are_kept_under_names_of_their_own(place):
    now = datetime(2026, 1, 2, 3, 4)
    first = keep_beside(place, b"mine", "ฉบับในเครื่อง", now)
    second = keep_beside(place, b"more", "ฉบับในเครื่อง", now)
    assert first.name == "ก (ฉบับในเครื่อง 2026-01-02 03.04).itadesk"
    assert (first.read_bytes(), second.read_bytes()) == (b"mine", b"more")
    assert place.read_bytes() == b"one"


def test_a_spoilt_link_counts_as_none(home, place):
    link = take_home(home, place, b"one")
    (link.working.parent / "place.json").write_text("{", "utf-8")
    assert links(home) == ()
    assert link.working.read_bytes() == b"one"
