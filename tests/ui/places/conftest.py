"""A real window with a file on a stick, its attendants begun."""

from __future__ import annotations

import shutil
from contextlib import closing

import pytest

from db.opening import create_store, open_store
from itadesk.__main__ import Files
from itadesk.services.sample import sample_office
from itadesk.services.scores import record_score
from itadesk.services.years import start_year
from tests.helpers.placed import (
    CLOUD,
    offer,
    reopen,
    write,
)
from ui.app import make_window
from ui.attendants import places


@pytest.fixture
def stick(tmp_path):
    """A folder that can be taken away."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def place(stick):
    path = stick / "หนึ่ง.itadesk"
    with closing(create_store(path, sample_office())) as made:
        start_year(made, 2568)
    return path


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@pytest.fixture
def kind(monkeypatch):
    """What the place of every file is said to be."""
    answer = [None]
    monkeypatch.setattr(places, "place_of", lambda _path: answer[0])
    return answer


@pytest.fixture
def opened(qtbot, settings, place, home, kind):  # noqa: ARG001
    """A window with the file at `place` open, its attendants begun."""
    made = make_window(None, Files(home), settings)
    made.resize(1093, 543)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    reopen(made, place, qtbot)
    yield made
    made.close_file()


@pytest.fixture
def replaced(opened, place, tmp_path):
    """An older copy (i1 = 11) lies at the place, and 70 was typed since."""
    write(opened, "11")
    older = tmp_path / "older"
    shutil.copy(place, older)
    write(opened, "80")
    older.replace(place)
    write(opened, "70")
    return opened


@pytest.fixture
def in_cloud(opened, place, kind, qtbot):
    """Opened again, its place being a cloud's."""
    opened.close_file()
    kind[0] = CLOUD
    reopen(opened, place, qtbot)
    qtbot.waitUntil(lambda: offer(opened) is not None)
    return opened


@pytest.fixture
def conflict(opened, place, stick, qtbot):
    """A cloud made a second file of the same office, with i1 = 33."""
    opened.close_file()
    other = stick / "หนึ่ง-DESKTOP-AB12.itadesk"
    shutil.copy(place, other)
    with closing(open_store(other)) as store:
        record_score(store, 2568, "i1", "33")
    with closing(create_store(stick / "คนละแห่ง.itadesk", sample_office())):
        pass
    shutil.copy(place, stick / "หนึ่ง ก่อนกู้คืน.itadesk")
    reopen(opened, place, qtbot)
    qtbot.waitUntil(lambda: offer(opened) is not None)
    return other
