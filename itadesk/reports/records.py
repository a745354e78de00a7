"""The texts that a document of the office brings to its form."""

from __future__ import annotations

from collections.abc import Iterable

from itadesk.model.document import DocumentRecord, Signatory
from itadesk.model.year import YearData
from itadesk.reports.forms import FormText, Options

NUMBER, DAY = "number", "date"  # keys of texts that a record holds as fields of its own
PARTS = ("name", "rank", "position", "acting")  # of a signatory; ends of the keys


def record_of(data: YearData, form: str, options: Options) -> DocumentRecord | None:
    """The document to print: the chosen one, else the newest of the form."""
    found = [each for each in data.documents if each.form == form]
    if options.document is not None:
        found = [each for each in found if each.id == options.document]
    return found[-1] if found else None


def signers(texts: Iterable[FormText]) -> tuple[str, ...]:
    """The keys before _name, _position … of those who sign, in the form's order."""
    keys = [text.key for text in texts]
    who = [key.removesuffix("_name") for key in keys if key.endswith("_name")]
    return tuple(key for key in who if f"{key}_position" in keys)


def own_texts(texts: Iterable[FormText]) -> tuple[FormText, ...]:
    """The texts that a record holds in `fields`: all but number, day and who signs."""
    known = tuple(texts)
    held = {f"{key}_{part}" for key in signers(known) for part in PARTS} | {NUMBER, DAY}
    return tuple(text for text in known if text.key not in held)


def given(form: str, texts: Iterable[FormText], data: YearData, options: Options) -> dict[str, str]:
    """Texts of the document's record, and over them those of this printing."""
    record = record_of(data, form, options)
    return {**(_texts(record, signers(texts)) if record else {}), **options.texts}


def _texts(record: DocumentRecord, who: tuple[str, ...]) -> dict[str, str]:
    found = dict(record.fields)
    if record.number:
        found[NUMBER] = record.number
    if record.day:
        found[DAY] = record.day.isoformat()
    for key, signatory in zip(who, record.signatories, strict=False):
        found |= {f"{key}_{part}": text for part, text in parts(signatory).items() if text}
    return found


def parts(signatory: Signatory) -> dict[str, str]:
    """A signatory's texts by the end of their keys."""
    return {part: getattr(signatory, part) for part in PARTS}
