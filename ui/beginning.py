"""Files that the window makes: the office's own, and the sample."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
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
OpenFile = Callable[[Path], Store]


def new_session(
    parent: QWidget, settings: UiSettings, create_file: CreateFile, open_file: OpenFile
) -> Session | None:
    """Asks for the office and makes its file with its first year; None when asked in vain."""
    answer = NewOfficeDialog.ask(parent, settings.folder)
    if answer is None:
        return None
    with closing(create_file(answer.path, answer.office)) as store:
        settings.remember(answer.path)
        start_year(store, answer.year)
        if answer.units:
            save_settings(store, replace(store.office.settings(), units=answer.units))
    # opened anew, it has nothing to take back that the user did not do
    return Session(open_file(answer.path), answer.path)


def sample_session(create_file: CreateFile) -> Session:
    """The sample office, made anew in the user's temporary folder."""
    from ui.sample import sample_store

    return Session(*sample_store(create_file))
