"""Files that the window makes: the office's own, and the sample."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from itadesk.model.office import Office
from itadesk.ports import Store
from itadesk.services.office import save_settings
from itadesk.services.years import start_year
from ui.dialogs.new_office import NewOfficeDialog
from ui.session import Session
from ui.settings import UiSettings

CreateFile = Callable[[Path, Office], Store]


def new_session(parent: QWidget, settings: UiSettings, create_file: CreateFile) -> Session | None:
    """Asks for the office and makes its file with its first year; None when asked in vain."""
    answer = NewOfficeDialog.ask(parent, settings.folder)
    if answer is None:
        return None
    session = Session(create_file(answer.path, answer.office), answer.path)
    settings.remember(answer.path)
    session.run(start_year, answer.year)
    if answer.units:
        stored = session.ask(lambda store: store.office.settings())
        session.run(save_settings, replace(stored, units=answer.units))
    return session


def sample_session(create_file: CreateFile) -> Session:
    """The sample office, made anew in the user's temporary folder."""
    from ui.sample import sample_store

    return Session(*sample_store(create_file))
