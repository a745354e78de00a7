"""Reads the typed fields of one JSON object and notes what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from itadesk.catalogue.faults import ASK_AGAIN, Fault
from itadesk.model.catalogue import Certainty, Sourced

LONGEST_TEXT = 5000  # characters; no form has a longer one
LARGEST = 10_000
_DECIMALS = 4  # so that a JSON number holds the value exactly
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_CERTAINTY = {str(known): known for known in Certainty}


class Fields:
    """One JSON object, its place in the catalogue, and the faults found so far."""

    __slots__ = ("_body", "_faults", "place")

    def __init__(self, body: Mapping[str, Any], place: str, faults: list[Fault]) -> None:
        self._body = body
        self._faults = faults
        self.place = place

    def fault(self, key: str, says: str) -> None:
        place = f"{self.place} " if self.place else ""
        self._faults.append(Fault(f"{place}ช่อง “{key}”", f"{says} {ASK_AGAIN}"))

    def text(self, key: str, *, needed: bool = False) -> str:
        """A string; "" where it is absent and not `needed`."""
        value = self._body.get(key, "")
        if not isinstance(value, str):
            self.fault(key, "ต้องเป็นข้อความ")
            return ""
        if needed and not value.strip():
            self.fault(key, "ยังว่างอยู่")
        elif len(value) > LONGEST_TEXT:
            self.fault(key, "เป็นข้อความที่ยาวเกินไป")
        elif _UNPRINTABLE.search(value):
            self.fault(key, "มีอักขระที่พิมพ์ไม่ได้")
        else:
            return value
        return ""

    def text_or_none(self, key: str) -> str | None:
        return None if self._body.get(key) is None else self.text(key)

    def number(self, key: str) -> Decimal | None:
        """A figure from 0 to 100; None where it is null or absent."""
        value = self._body.get(key)
        return None if value is None else self._number(key, value)

    def numbers(self, key: str) -> tuple[Decimal, ...]:
        found = (self._number(key, value) for value in self._list(key, needed=False))
        return tuple(value for value in found if value is not None)

    def whole(self, key: str) -> int:
        """A count or number from 0 on; 0 where it is wrong."""
        return self._whole(key, self._body.get(key))

    def wholes(self, key: str) -> tuple[int, ...]:
        return tuple(self._whole(key, value) for value in self._list(key, needed=False))

    def flag(self, key: str) -> bool:
        return self.flag_or_none(key) or False

    def flag_or_none(self, key: str) -> bool | None:
        value = self._body.get(key)
        if value is None or isinstance(value, bool):
            return value
        self.fault(key, "ต้องเป็น true หรือ false")
        return None

    def certainty(self, key: str = "certainty") -> Certainty:
        """How sure a value is; unknown where the file does not say."""
        value = self._body.get(key, Certainty.UNKNOWN)
        known = _CERTAINTY.get(value) if isinstance(value, str) else None
        if known is None:
            self.fault(key, f"ต้องเป็นหนึ่งใน {', '.join(_CERTAINTY)}")
            return Certainty.UNKNOWN
        return known

    def texts(self, key: str) -> tuple[str, ...]:
        values = self._list(key, needed=False)
        found = (Fields({key: value}, self.place, self._faults).text(key) for value in values)
        return tuple(text for text in found if text)

    def sourced(self, key: str) -> Sourced:
        """A text with its source, certainty and candidates."""
        body = self.group(key)
        return Sourced(
            text=body.text("text"),
            source=body.text("source"),
            certainty=body.certainty(),
            candidates=body.texts("candidates"),
        )

    def group(self, key: str) -> Fields:
        value = self._body.get(key)
        if not isinstance(value, Mapping):
            self.fault(key, "ต้องเป็นกลุ่มข้อมูล {…}")
            value = {}
        return Fields(value, f"{self.place} {key}".strip(), self._faults)

    def groups(self, key: str, *, needed: bool = False) -> Iterable[Fields]:
        """The objects of a list; `needed` lists may be empty but not absent."""
        for value in self._list(key, needed=needed):
            if isinstance(value, Mapping):
                yield Fields(value, self.place, self._faults)
            else:
                self.fault(key, "ต้องเป็นรายการของกลุ่มข้อมูล {…}")

    def _list(self, key: str, *, needed: bool) -> list[Any]:
        value = self._body.get(key)
        if isinstance(value, list):
            return value
        if needed or value is not None:
            self.fault(key, "ต้องเป็นรายการ […]")
        return []

    def _number(self, key: str, value: object) -> Decimal | None:
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            try:
                number = Decimal(str(value))
            except (InvalidOperation, ValueError):  # an integer of thousands of digits
                number = Decimal("NaN")
            if number.is_finite() and 0 <= number <= 100 and _short(number):
                return number
        self.fault(key, "ต้องเป็นตัวเลข ๐ ถึง ๑๐๐ ทศนิยมไม่เกิน ๔ ตำแหน่ง")
        return None

    def _whole(self, key: str, value: object) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LARGEST:
            return value
        self.fault(key, "ต้องเป็นจำนวนเต็ม")
        return 0


def _short(number: Decimal) -> bool:
    exponent = number.normalize().as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -_DECIMALS
