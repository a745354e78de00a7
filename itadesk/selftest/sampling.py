"""The sample office's file in the folder of the trials."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from itadesk.selftest import Place
from itadesk.services.sample import fill_sample, sample_office


def sample_file(place: Place) -> Path:
    """Made by the first trial that needs it."""
    path = place.folder / "หน่วยงาน ทดสอบ.itadesk"
    if not path.exists():
        with closing(place.storage.create(path, sample_office())) as store:
            fill_sample(store)
    return path
