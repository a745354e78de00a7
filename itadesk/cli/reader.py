"""`itadesk read-workbooks`: reads the workbooks named on its input for the process that asks."""

from __future__ import annotations

import gc
import json
from pathlib import Path
from typing import BinaryIO

from itadesk.catalogue.reader import parse_catalogue
from itadesk.errors import NotFound
from itadesk.exchange.sent import empty_targets
from itadesk.model.catalogue import Catalogue
from itadesk.services.arrivals import line_of, read_arrival
from itadesk.services.reading_apart import READY
from itadesk.services.years import no_catalogue

_FILES_BETWEEN_COLLECTIONS = 20


def serve(source: BinaryIO, target: BinaryIO) -> None:
    """A line of catalogues, then a path a line, as JSON; answers each with a line."""
    bodies = json.loads(source.readline() or b"[]")
    known = {each.year: each for each in (parse_catalogue(body, "") for body in bodies)}

    def catalogue(year: int) -> Catalogue:
        if year not in known:
            raise NotFound(no_catalogue(year))
        return known[year]

    target_of = empty_targets(catalogue)
    gc.freeze()  # what stays is not looked through again for garbage
    gc.disable()  # there is little: each file is let go of as a whole
    _say(target, READY)
    for number, line in enumerate(iter(source.readline, b""), start=1):
        if number % _FILES_BETWEEN_COLLECTIONS == 0:
            gc.collect()
        _say(target, line_of(read_arrival(Path(json.loads(line)), target_of)))


def _say(target: BinaryIO, line: bytes) -> None:
    target.write(line)
    target.flush()
