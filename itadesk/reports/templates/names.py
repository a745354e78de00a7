"""The names that a template may use, found by either of them."""

from __future__ import annotations

from itadesk.errors import BadValue
from itadesk.reports.placeholders import PLACEHOLDERS

KNOWN = {name: each for each in PLACEHOLDERS for name in (each.name, each.thai)}
"""Every placeholder by both its names."""

FIELDS = {
    f"{owner}.{name}": (each, field)
    for owner, each in KNOWN.items()
    for field in each.fields
    for name in (field.name, field.thai)
}
"""Every field of a list, as it is written in a template, with its list."""


def unknown(file: str, name: str, place: str = "") -> BadValue:
    """The refusal of a name; `place` says where it stands."""
    return BadValue(
        f"แม่แบบ “{file}” {place}มีช่องเติมข้อมูล “{name}” ที่โปรแกรมไม่รู้จัก โปรดแก้ไขหรือเลือกชื่อจากรายการ"
    )


def score_format(*, thai: bool) -> str:
    """How Excel shows a score: a number of two decimals, in Thai digits by its Thai locale."""
    return "[$-D00041E]0.00" if thai else "0.00"
