"""Checks of the names of offices: one's own in two ways, and another's left in a copied text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache, lru_cache

from itadesk.checks import Check, CheckData, Remark, Severity
from itadesk.checks.reading import Of
from itadesk.model.office import Office, OfficeKind
from itadesk.reports.parts.names import head_title, names_of, proper_name
from itadesk.thai.normalise import normalise
from resources import ROOT

_OTHERS = ("to", "copies", "circulate", "refer", "address", "enclosures", "recipient")
_LIKE = 0.72  # of the letters of two names, from which on one is the other mistyped
_SHORTEST = 3  # letters of a name that is compared
_KINDS = (
    "องค์การบริหารส่วนตำบล", "องค์กรบริหารส่วนตำบล", "องค์การบริหารส่วนจังหวัด", "องค์กรบริหารส่วนจังหวัด",
    "เทศบาลตำบล", "เทศบาลเมือง", "เทศบาลนคร", "อบต.", "อบจ.", "ทต.", "ทม.", "ทน.", "จังหวัด",
)  # fmt: skip
_ANY_KIND = "|".join(map(re.escape, _KINDS)).replace("ส่วน", r"ส่วน\s?")
_MENTION = re.compile(rf"(?P<kind>{_ANY_KIND})\s?(?P<name>[ก-๎]{{2,40}})")
# what may follow a name without a space
_AFTER = re.compile(
    r"ได้|ให้|และ|ใน|ที่|เรื่อง|เพื่อ|มี|จะ|เป็น|อำเภอ|จังหวัด|ประจำ|กำหนด|ของ|จัด|โดย|ต่อ|ซึ่ง|นี้|หรือ|กับ|จึง|ขอ|ทุก|พ\."
)
_HEADS = (
    "นายกองค์การบริหารส่วนตำบล", "นายกองค์การบริหารส่วนจังหวัด", "นายกเทศมนตรีตำบล", "นายกเทศมนตรีเมือง",
    "นายกเทศมนตรีนคร", "ผู้ว่าราชการจังหวัด", "ผู้อำนวยการจังหวัด", "นายกองค์กรบริหารส่วนตำบล",
)  # fmt: skip


def own_name(found: CheckData) -> Iterator[Remark]:
    """The office's own name in another way, or with the words of its kind misspelt."""
    office = found.data.office
    for text in found.texts:
        for written, _kind, name in mentions(text.text):
            if written.startswith("องค์กร") or _mistyped(office, name, _kind):
                yield Remark(
                    "documents.office_name",
                    Severity.MISTAKE,
                    f"{text.name} เขียน “{_short(written, office)}” แต่ชื่อหน่วยงานคือ “{office.name}” "
                    "โปรดแก้ไขให้ตรงกัน",
                    text.place,
                )
                break


def other_name(found: CheckData) -> Iterator[Remark]:
    """The name of another office, where a text was perhaps copied."""
    office = found.data.office
    for text in found.texts:
        if text.of is Of.DOCUMENT and text.key in _OTHERS:
            continue
        for _written, kind, name in mentions(text.text):
            other = _other(office, kind, name)
            if other and not _mistyped(office, name, kind):
                yield Remark(
                    "documents.other_office",
                    Severity.NOTE,
                    f"{text.name} มีชื่อ “{kind}{other}” ซึ่งไม่ใช่ {office.name} "
                    "โปรดดูว่าเป็นข้อความที่คัดลอกมาหรือไม่",
                    text.place,
                )
                break


def signer(found: CheckData) -> Iterator[Remark]:
    """The title of a head of another kind of office, or of another office."""
    office = found.data.office
    right = head_title(office)
    for place, name, position in _positions(found):
        head = next((each for each in _HEADS if each in position), "")
        if not (head and right) or right in position or not position.startswith(head):
            continue  # ปลัด, รอง and those who act for another are no heads
        yield Remark(
            "documents.head_title",
            Severity.MISTAKE,
            f"{name} ลงตำแหน่ง “{position}” แต่ผู้บริหารของหน่วยงานคือ “{right}” โปรดแก้ไขตำแหน่งผู้ลงนาม",
            place,
        )


@lru_cache(maxsize=2048)
def mentions(text: str) -> tuple[tuple[str, str, str], ...]:
    """Offices that a text names: all of it, the words of its kind, what stands behind them."""
    found = _MENTION.finditer(normalise(text))
    return tuple((m[0], "".join(m["kind"].split()), m["name"]) for m in found)


def _positions(found: CheckData) -> Iterator[tuple[str, str, str]]:
    for text in found.texts:
        if text.of is Of.DOCUMENT and text.key.endswith("_position"):
            yield text.place, text.name, " ".join(text.text.split())
    for document in found.data.documents:
        for signatory in document.signatories:
            position = " ".join(signatory.position.split())
            yield f"documents:{document.form}", "ผู้ลงนามในเอกสาร", position


def _own(office: Office) -> str:
    return normalise(proper_name(office)).strip()


def _mistyped(office: Office, name: str, kind: str) -> bool:
    """Whether a name is nearly the office's own, behind the words of its own kind."""
    own = _own(office)
    if len(own) < _SHORTEST or kind not in _kinds(office) or name.startswith(own):
        return False
    if len(_place(kind, name)) >= len(own) - 1:
        return False  # a name of its own
    lengths = range(max(_SHORTEST, len(own) - 1), len(own) + 2)
    likeness = max(SequenceMatcher(None, own, name[:length]).ratio() for length in lengths)
    return likeness >= _LIKE and name[:2] == own[:2]


def _kinds(office: Office) -> tuple[str, ...]:
    names = names_of(office)
    return (names.prefix, names.prefix.replace("องค์การ", "องค์กร"), names.kind)


def _other(office: Office, kind: str, name: str) -> str:
    """The known place that a name is, where it is not the office's own."""
    own, province = _own(office), office.province.strip().removeprefix("จังหวัด")
    place = _place(kind, name)
    if not place or name.startswith(own) or (own and place.startswith(own)):
        return ""
    if kind == "จังหวัด":
        home = own if office.kind in (OfficeKind.PROVINCE, OfficeKind.PAO) else province
        return "" if not home or name.startswith(home) else place
    return place


def _place(kind: str, name: str) -> str:
    """The longest known place that a name begins with, and that ends where a word does."""
    known = _provinces() if kind.endswith("จังหวัด") or kind == "อบจ." else _places()
    ends = range(min(len(name), 24), 1, -1)
    place = next((name[:end] for end in ends if name[:end] in known), "")
    rest = name[len(place) :]
    return place if not rest or _AFTER.match(rest) else ""


@cache
def _provinces() -> frozenset[str]:
    return frozenset((ROOT / "provinces.txt").read_text(encoding="utf-8").split())


@cache
def _places() -> frozenset[str]:
    text = (ROOT / "words" / "places.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.split("\n") if line and not line.startswith("#"))


def _short(written: str, office: Office) -> str:
    return written[: len(office.name) + 2]


CHECKS: tuple[Check, ...] = (own_name, other_name, signer)
