"""What offices of a kind call their head, their place, their staff and their parts.

The words are data (resources/names/offices.json); documents take them as starting texts.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache

from itadesk.model.document import Signatory
from itadesk.model.office import Office, OfficeKind
from resources import ROOT

_PROVINCE = "จังหวัด"
_DISTRICT = "อำเภอ"


@dataclass(frozen=True, slots=True)
class OfficeNames:
    """Words of one kind of office; {name} is its name without the words of its kind,
    {district} and {province} where it is."""

    kind: str
    prefix: str
    head: str
    deputy: str
    chief: str
    unit: str
    place: str
    staff: str
    parts: str
    recipient: str
    usual_parts: tuple[str, ...] = ()


def head_title(office: Office) -> str:
    """Position of the head, e.g. นายกองค์การบริหารส่วนตำบล…; "" where there is no common one."""
    return _filled(office, names_of(office).head)


def deputy_title(office: Office) -> str:
    """Position of the one below the head, e.g. ปลัดองค์การบริหารส่วนตำบล…."""
    return _filled(office, names_of(office).deputy)


def chief_title(office: Office) -> str:
    """Position of the head of the unit that looks after ITA, e.g. หัวหน้าสำนักปลัด."""
    return _filled(office, names_of(office).chief)


def usual_signatories(office: Office) -> tuple[Signatory, ...]:
    """Who signs in such an office, by position: the head, the one below him, the unit's head."""
    positions = (head_title(office), deputy_title(office), chief_title(office))
    return tuple(Signatory(position=each) for each in dict.fromkeys(positions) if each)


def owner_unit(office: Office) -> str:
    """That unit, e.g. สำนักปลัด."""
    return names_of(office).unit


def sender_place(office: Office) -> str:
    """Where a letter comes from, e.g. ที่ทำการองค์การบริหารส่วนตำบล…."""
    return _filled(office, names_of(office).place)


def staff_word(office: Office) -> str:
    """What its staff is called, e.g. พนักงานส่วนตำบล."""
    return names_of(office).staff


def parts_word(office: Office) -> str:
    """What its parts are called, e.g. สำนัก/กอง."""
    return names_of(office).parts


def usual_parts(office: Office) -> tuple[str, ...]:
    """The parts that most offices of its kind have; none where they differ too much."""
    return names_of(office).usual_parts


def usual_recipient(office: Office) -> str:
    """Whom it usually writes to, e.g. นายอำเภอ…."""
    return _filled(office, names_of(office).recipient)


def proper_name(office: Office) -> str:
    """The name without the words of its kind; a province's offices have that of the province."""
    names, name = names_of(office), office.name.strip()
    if not name.startswith(names.prefix) and office.kind is OfficeKind.PROVINCE:
        return office.province.strip().removeprefix(_PROVINCE)
    for before in (names.prefix, names.kind):
        name = name.removeprefix(before).strip()
    return name


def address(office: Office) -> str:
    """District and province as the second line of a letter's head has them."""
    district, province = office.district.strip(), office.province.strip()
    parts = []
    if district and office.kind not in (OfficeKind.PROVINCE, OfficeKind.PAO):
        parts.append(_DISTRICT + district.removeprefix(_DISTRICT))
    if province and office.kind is not OfficeKind.PROVINCE:
        parts.append(_PROVINCE + province.removeprefix(_PROVINCE))
    return " ".join(parts)


def names_of(office: Office) -> OfficeNames:
    """The words of its kind; a name that begins otherwise shows the kind better."""
    name = office.name.strip()
    of_kind = [each for each in _all_names() if each.kind == office.kind.value]
    others = [each for each in _all_names() if each.prefix]
    fitting = (each for each in (*of_kind, *others) if name.startswith(each.prefix))
    return next(fitting, of_kind[0])


@lru_cache(maxsize=1)
def _all_names() -> tuple[OfficeNames, ...]:
    text = (ROOT / "names" / "offices.json").read_text(encoding="utf-8")
    return tuple(
        OfficeNames(**{**each, "usual_parts": tuple(each["usual_parts"])})
        for each in json.loads(text)
    )


def _filled(office: Office, text: str) -> str:
    """ "" when what the text names is not known."""
    known = {
        "name": proper_name(office),
        "district": office.district.strip().removeprefix(_DISTRICT),
        "province": office.province.strip().removeprefix(_PROVINCE),
    }
    for key, value in known.items():
        if f"{{{key}}}" in text and not value:
            return ""
        text = text.replace(f"{{{key}}}", value)
    return text
