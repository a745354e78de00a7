"""Documents by id, one module a form; a module here with a FORM is a form of the program.

The module has the name of the form's id, with _ for -.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pkgutil import iter_modules

from itadesk.errors import NotFound
from itadesk.model.office import Digits
from itadesk.model.province import ProvinceYear
from itadesk.model.year import YearData
from itadesk.reports.content import Document


@dataclass(frozen=True, slots=True)
class Options:
    """Choices of one printing; `texts` replace texts of the form for this time only."""

    digits: Digits | None = None  # None: as the office's settings say
    round: int | None = None  # months
    texts: Mapping[str, str] = field(default_factory=dict)
    document: int | None = None  # id of a document of the year; None: the newest of the form
    emblem: bytes = b""  # the Garuda as PNG or JPG; none: its place stays empty
    seal: bytes = b""  # the office's own, for covers
    pictures: Mapping[str, bytes] = field(default_factory=dict)  # photos of the year by digest
    province: ProvinceYear | None = None  # what a province gathered, for a form that shows it


@dataclass(frozen=True, slots=True)
class FormText:
    """A text of a form that the office can edit; `template` has {placeholders}.

    A `switch` is a choice of yes ("1") or no (""); one with `choices` is one of these words.
    """

    key: str
    label: str
    template: str
    multiline: bool = False
    switch: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of printed document.

    `build` turns a year into a document; `lacking` says in Thai what is still missing; `words`
    are the texts as printed, of a form whose documents have texts of their own. One that
    `gathers` shows many offices and is for provinces. An `official` one follows the rules of
    correspondence and bears no code.
    """

    id: str
    title: str
    order: int
    texts: tuple[FormText, ...]
    build: Callable[[YearData, Options], Document]
    lacking: Callable[[YearData], list[str]]
    words: Callable[[YearData, Options], Mapping[str, str]] | None = None
    gathers: bool = False
    official: bool = False


def forms() -> list[Form]:
    """Every form there is, in the order of the list of documents."""
    found = [import_module(f"{__name__}.{name}") for name in _modules()]
    return sorted((m.FORM for m in found if hasattr(m, "FORM")), key=lambda form: form.order)


def form_of(form_id: str) -> Form:
    """The form with this id, alone of all imported; NotFound names those there are."""
    name = form_id.replace("-", "_")
    if name in _modules():
        form: Form | None = getattr(import_module(f"{__name__}.{name}"), "FORM", None)
        if form is not None and form.id == form_id:
            return form
    known = " · ".join(form.id for form in forms())
    raise NotFound(f"ไม่มีแบบเอกสาร “{form_id}” โปรดเลือกจาก {known}")


def _modules() -> list[str]:
    return [info.name for info in iter_modules(__path__)]
