"""What the program remembers of itself on this computer: window, recent files, folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from ui.look import SIZES

KEPT = 8  # recent files


def settings_file() -> Path:
    """The user's own settings file; its folder is made."""
    from platformdirs import user_config_path

    return user_config_path("itadesk", appauthor=False, ensure_exists=True) / "window.ini"


class UiSettings:
    """A typed property per key; a damaged file gives the defaults."""

    def __init__(self, path: Path) -> None:
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def geometry(self) -> QByteArray:
        kept = self._store.value("window/geometry")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("window/geometry", value)

    @property
    def text_size(self) -> int:
        """Percent of `ui.look.SIZES`; 100 unless chosen."""
        kept = str(self._store.value("look/text_size", ""))
        return int(kept) if kept in map(str, SIZES) else 100

    @text_size.setter
    def text_size(self, value: int) -> None:
        self._store.setValue("look/text_size", value)

    @property
    def theme(self) -> str:
        """A `ui.look.Choice`; what is not known counts as the system's."""
        return str(self._store.value("look/theme", ""))

    @theme.setter
    def theme(self, value: str) -> None:
        self._store.setValue("look/theme", value)

    @property
    def recent(self) -> tuple[Path, ...]:
        """Files opened last, newest first; whether they still exist is not looked at."""
        kept = self._store.value("files/recent", [])
        names = kept if isinstance(kept, list) else [kept]
        return tuple(Path(str(name)) for name in names if name)

    def remember(self, path: Path) -> None:
        """Puts a file at the head of the recent ones."""
        rest = [known for known in self.recent if known != path]
        self._keep([path, *rest])
        self.folder = path.parent

    def forget(self, path: Path) -> None:
        """Takes a file off the recent ones."""
        self._keep([known for known in self.recent if known != path])

    def place(self, path: Path) -> tuple[str, int]:
        """Page and year that were shown when the file was left; ("", 0) when not known."""
        for kept, page, year in self._places():
            if kept == str(path) and year.isdecimal():
                return page, int(year)
        return "", 0

    def keep_place(self, path: Path, page: str, year: int) -> None:
        """For as many files as there are recent ones."""
        rest = [place for place in self._places() if place[0] != str(path)]
        places = [[str(path), page, str(year)], *rest][:KEPT]
        self._store.setValue("files/places", ["\t".join(place) for place in places])

    def reminded(self, path: Path) -> str:
        """The ISO day on which deadlines of a file were last told; "" when never."""
        kept = str(self._store.value("files/reminded", ""))
        day, _, name = kept.partition("\t")
        return day if name == str(path) else ""

    def keep_reminded(self, path: Path, day: str) -> None:
        """Of the last file only: another one is told again."""
        self._store.setValue("files/reminded", f"{day}\t{path}")

    def splitter(self, name: str) -> QByteArray:
        """State of a splitter that was moved, empty when it was not."""
        kept = self._store.value(f"splitters/{name}")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def keep_splitter(self, name: str, state: QByteArray) -> None:
        self._store.setValue(f"splitters/{name}", state)

    @property
    def foreign_columns(self) -> tuple[str, ...]:
        """Lines of `ui.foreign_memory`, newest first."""
        kept = self._store.value("import/columns", [])
        return tuple(map(str, kept if isinstance(kept, list) else [kept]))

    @foreign_columns.setter
    def foreign_columns(self, lines: tuple[str, ...]) -> None:
        self._store.setValue("import/columns", list(lines))

    @property
    def folder(self) -> Path:
        """Where pickers start: the last folder, else Documents."""
        kept = self._store.value("files/folder")
        if isinstance(kept, str) and Path(kept).is_dir():
            return Path(kept)
        from platformdirs import user_documents_path

        documents = user_documents_path()
        return documents if documents.is_dir() else Path.home()

    @folder.setter
    def folder(self, value: Path) -> None:
        self._store.setValue("files/folder", str(value))

    @property
    def backup_folder(self) -> Path | None:
        """Where copies are kept, when not at the usual place."""
        kept = self._store.value("files/backups")
        return Path(kept) if isinstance(kept, str) and kept else None

    @backup_folder.setter
    def backup_folder(self, value: Path | None) -> None:
        self._store.setValue("files/backups", str(value or ""))

    def place_choice(self, path: Path) -> str:
        """What was answered about the place of a file; "" when it was not asked yet."""
        return next((line[0] for line in self._place_choices() if line[1] == str(path)), "")

    def keep_place_choice(self, path: Path, choice: str) -> None:
        """For the last files that lie at places of risk."""
        rest = [line for line in self._place_choices() if line[1] != str(path)]
        lines = [[choice, str(path)], *rest][: 4 * KEPT]
        self._store.setValue("files/place_choices", ["\t".join(line) for line in lines])

    def flush(self) -> None:
        """Writes to the disk now."""
        self._store.sync()

    def _place_choices(self) -> list[list[str]]:
        kept = self._store.value("files/place_choices", [])
        lines = (str(line).split("\t") for line in (kept if isinstance(kept, list) else [kept]))
        return [line for line in lines if len(line) == 2]

    def _places(self) -> list[list[str]]:
        kept = self._store.value("files/places", [])
        lines = kept if isinstance(kept, list) else [kept]
        places = [str(line).split("\t") for line in lines]
        return [place for place in places if len(place) == 3]

    def _keep(self, paths: list[Path]) -> None:
        self._store.setValue("files/recent", [str(path) for path in paths[:KEPT]])
