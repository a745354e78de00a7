"""The sample office as a file to look at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import gettempdir, mkdtemp

from itadesk.model.office import Office
from itadesk.naming import file_name
from itadesk.ports import Store

_MARK = "itadesk-"


def is_sample(path: Path) -> bool:
    """True of a file that `sample_store` made."""
    folder = path.parent
    return folder.name.startswith(_MARK) and folder.parent == Path(gettempdir())


def sample_store(create_file: Callable[[Path, Office], Store]) -> tuple[Store, Path]:
    """A new file with the sample year, in a folder of its own below the temporary one."""
    from itadesk.services.sample import fill_sample, sample_office

    office = sample_office()
    path = Path(mkdtemp(prefix=_MARK)) / file_name(f"ตัวอย่าง {office.name}", ".itadesk")
    store = create_file(path, office)
    fill_sample(store)
    return store, path
