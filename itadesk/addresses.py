"""Addresses of web pages inside a text, judged by their form alone."""

from __future__ import annotations

import re

_LIKE = re.compile(r"(?:h?tt?ps?[:;]?[/\\]+|www\.)[^\s<>“”\"]*", re.IGNORECASE)
_WHOLE = re.compile(
    r"https?://[^\s/?#.:@\\]+(?:\.[^\s/?#.:@\\]+)+(?::[0-9]+)?(?:[/?#]\S*)?", re.IGNORECASE
)
_AFTER = ".,;:!?ฯ)"


def broken_addresses(text: str) -> tuple[str, ...]:
    """What was meant as an address and cannot be opened, in the order it stands."""
    found = (each.group().rstrip(_AFTER) for each in _LIKE.finditer(text))
    return tuple(dict.fromkeys(each for each in found if not _WHOLE.fullmatch(each)))
