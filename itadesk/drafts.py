"""What is being typed, kept beside the file until the file has it."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from itadesk.files import replace_file
from itadesk.holding import key_of


@dataclass(frozen=True, slots=True)
class Draft:
    """A text and where it was typed.

    `within` is the place on the page, `field` the way from the page to the box, `name` what a
    screen reader calls it, `saved` what the file had in its place.
    """

    page: str
    year: int
    within: str
    field: str
    name: str
    saved: str
    text: str

    @property
    def place(self) -> tuple[str, int, str, str]:
        return self.page, self.year, self.within, self.field


class DraftFile:
    """The drafts of one office file, in the user's own folder of the program."""

    def __init__(self, home: Path, path: Path) -> None:
        self._path = home / "drafts" / f"{key_of(path)}.json"

    def read(self) -> tuple[Draft, ...]:
        """What was left; () when nothing was, or nothing that can be read."""
        try:
            kept = json.loads(self._path.read_bytes())
            return tuple(Draft(**each) for each in kept if _is_draft(each))
        except (OSError, ValueError, TypeError):
            return ()

    def write(self, drafts: tuple[Draft, ...]) -> None:
        """Replaces what is there; without drafts no file stays. Raises CannotWrite."""
        if not drafts:
            with suppress(OSError):
                self._path.unlink(missing_ok=True)
            return
        with suppress(OSError):  # writing says what is wrong
            self._path.parent.mkdir(parents=True, exist_ok=True)
        body = json.dumps([asdict(each) for each in drafts], ensure_ascii=False)
        replace_file(self._path, body.encode("utf-8", "surrogatepass"))


def _is_draft(found: object) -> bool:
    if not isinstance(found, dict) or not isinstance(found.get("year"), int):
        return False
    return all(isinstance(value, str) for name, value in found.items() if name != "year")
