"""What the user may read: every text here is a full Thai sentence with the next step."""

from __future__ import annotations


class ItadeskError(Exception):
    """Root of all errors that the user can mend; anything else that is raised is a bug."""


class BadValue(ItadeskError):
    """A typed or imported value that cannot be taken; the sentence names the place."""


class BadFile(ItadeskError):
    """A file that cannot be read, or is not what it claims to be."""


class CannotWrite(ItadeskError):
    """A target that cannot be written: read-only folder, full disk, open elsewhere."""


class BadCatalogue(ItadeskError):
    """A catalogue file that is not valid; the sentence names file, question and field."""


class NotFound(ItadeskError):
    """Something asked for by name is not there: a year, a form, a measure."""


class ImportRefused(ItadeskError):
    """A workbook with at least one row that was refused; nothing was written."""
