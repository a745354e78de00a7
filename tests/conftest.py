"""A window on a real store in memory, and guards that no test waits for a box or logs unseen."""

from __future__ import annotations

import logging
import os
from functools import partial
from shutil import rmtree
from tempfile import mkdtemp

import pytest
from hypothesis import settings

from itadesk.__main__ import Files

settings.register_profile("long")  # asked for on the command line, where a test has a long form


def pytest_addoption(parser):
    parser.addoption("--onscreen", action="store_true", help="show the windows of the tests")


def pytest_configure(config):
    if not config.getoption("--onscreen"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    home = mkdtemp(prefix="itadesk-tests-")  # for the copies of what commands change
    os.environ["XDG_DATA_HOME"] = home
    config.add_cleanup(partial(rmtree, home, ignore_errors=True))


def pytest_collection_modifyitems(items):
    """The screen that is not there cannot be told sizes or raise a window."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


def _refuse(name):
    def refuse(*_args, **_kwargs):
        pytest.fail(f"{name} would wait for the user; replace what calls it")

    return refuse


@pytest.fixture(autouse=True)
def no_modal(request, monkeypatch):
    """A box or picker that nobody replaced fails the test by its name."""
    if not {"qtbot", "qapp"} & set(request.fixturenames):
        return
    from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QMessageBox

    monkeypatch.setattr(QDialog, "exec", _refuse("QDialog.exec"))
    for name in ("information", "question", "warning", "critical", "about"):
        monkeypatch.setattr(QMessageBox, name, _refuse(f"QMessageBox.{name}"))
    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, name, _refuse(f"QFileDialog.{name}"))
    for name in ("getText", "getItem", "getInt"):
        monkeypatch.setattr(QInputDialog, name, _refuse(f"QInputDialog.{name}"))


@pytest.fixture(autouse=True)
def quiet_log(caplog):
    """A warning that the test did not look at (caplog.clear()) fails it."""
    yield
    loud = [r for r in caplog.get_records("call") if r.levelno >= logging.WARNING]
    assert [f"{record.name}: {record.getMessage()}" for record in loud] == []


@pytest.fixture(scope="session")
def qapp_args():
    """The style that the program asks for on every system."""
    return ["itadesk", "-style", "Fusion"]


@pytest.fixture
def store():
    """A store in memory with an office and the year 2568, nothing entered."""
    from db.opening import open_store
    from itadesk.services.office import save_office
    from itadesk.services.sample import sample_office
    from itadesk.services.years import start_year

    made = open_store(None)
    save_office(made, sample_office())
    start_year(made, 2568)
    yield made
    made.close()


@pytest.fixture
def filled_store():
    """A store in memory with the sample year, all of it written."""
    from db.opening import open_store
    from itadesk.services.office import save_office
    from itadesk.services.sample import fill_sample, sample_office

    made = open_store(None)
    save_office(made, sample_office())
    fill_sample(made)
    yield made
    made.close()


@pytest.fixture
def pc_fonts(tmp_path, monkeypatch):
    """A folder that is this PC's only one with fonts."""
    from itadesk.reports.pdf.installed import installed

    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "shared"))
    monkeypatch.setenv("HOME", str(tmp_path))
    installed.cache_clear()
    yield tmp_path / "data" / "fonts"
    installed.cache_clear()


@pytest.fixture
def session(qapp, store):  # noqa: ARG001
    from ui.session import Session

    made = Session(store)
    yield made
    made.closed = True  # what still waits in its window asks nothing more


@pytest.fixture
def settings(tmp_path):
    """Settings of the window that are not the user's."""
    from ui.settings import UiSettings

    return UiSettings(tmp_path / "window.ini")


@pytest.fixture
def window(qtbot, qapp, session, settings, tmp_path):
    """The real window on `session`, shown at the size that an office PC leaves."""
    from ui import theme
    from ui.app import make_window
    from ui.fonts import load_fonts
    from ui.tokens import LIGHT

    load_fonts()
    theme.apply_theme(qapp, LIGHT)
    made = make_window(None, Files(tmp_path / "home"), settings)
    qtbot.addWidget(made)
    made.show_session(session)
    made.resize(1093, 543)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made
