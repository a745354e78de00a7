"""What the user may read: every text here is a full Thai sentence with the next step."""

from __future__ import annotations


class ItadeskError(Exception):
    """Root of all errors that the user can mend; anything else that is raised is a bug."""


class BadValue(ItadeskError):
    """A typed or imported value that cannot be taken; the sentence names the place."""


class BadFile(ItadeskError):
    """A file that cannot be read, or is not what it claims to be."""


class MissingFile(BadFile):
    """No file of that name, or not one that lies on a disk."""


class EmptyFile(BadFile):
    """Nothing is in it; the way on is the newest good copy."""


class ForeignFile(BadFile):
    """Something else than an office's file; it stays untouched."""


class NewerFile(BadFile):
    """Written by a newer program; it stays untouched until this one is brought up to date."""


class DamagedFile(BadFile):
    """An office's file that is not whole; the newest good copy, or a salvage, leads on."""


class CannotWrite(ItadeskError):
    """A target that cannot be written: read-only folder, full disk, open elsewhere."""


class PlaceFails(CannotWrite):
    """An open file's place is gone or full, or other than it was; nothing went into the file."""


class BadCatalogue(ItadeskError):
    """A catalogue file that is not valid; the sentence names file, question and field."""


class NotFound(ItadeskError):
    """Something asked for by name is not there: a year, a form, a measure."""


class ImportRefused(ItadeskError):
    """A workbook with at least one row that was refused; nothing was written."""
