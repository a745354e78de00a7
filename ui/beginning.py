"""Files that the window makes: the office's own, and the sample."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from itadesk.services.office import save_settings
from itadesk.services.years import start_year
from itadesk.storage import Storage
from ui.dialogs.new_office import NewOfficeDialog
from ui.session import Session
from ui.settings import UiSettings


def new_session(parent: QWidget, settings: UiSettings, storage: Storage) -> Session | None:
    """Asks for the office and makes its file with its first year; None when asked in vain."""
    answer = NewOfficeDialog.ask(parent, settings.folder)
    if answer is None:
        return None
    with closing(storage.create(answer.path, answer.office)) as store:
        settings.remember(answer.path)
        start_year(store, answer.year)
        if answer.units:
            save_settings(store, replace(store.office.settings(), units=answer.units))
    # opened anew, it has nothing to take back that the user did not do
    return Session(storage.open(answer.path), answer.path)


def sample_session(storage: Storage) -> Session:
    """The sample office, made anew in the user's temporary folder."""
    from ui.sample import sample_store

    return Session(*sample_store(storage.create))
