"""Thai and Arabic digits."""

from __future__ import annotations

import re
from functools import cache

_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")

INSTRUMENT_CODES = ("IIT", "EIT", "OIT")
"""The instruments whose first letter begins a question code."""

_LETTERS = "".join(code[0] for code in INSTRUMENT_CODES)
_EXTENSIONS = "pdf|docx?|xlsx?|pptx?|csv|txt|jpe?g|png|gif|zip|rar|7z|mp[34]|html?|json|itadesk"
_DOMAINS = "com|net|org|info|gov|edu|asia|io|me|ly|gl|th"
# a plain ITA 2568 is a year; these names own the number that follows them
_PRODUCTS = (
    "Windows|Win|Office|Microsoft|Word|Excel|PowerPoint|Acrobat|Android|iOS|iPadOS|macOS|Ubuntu|Linux|"
    "iPhone|iPad|Galaxy|Chrome|Firefox|Edge|Python|Java|PHP|HTML|CSS|ISO|IEC|TIS|WCAG|IPv|PDF/A|USB|"
    "Bluetooth|Wi-Fi|WiFi|Intel|Core|Ryzen|Version|version|Ver|ver|v|V|Type|Model|COVID|Covid|UTF|RFC|TLS"
)
_SPACE_NUMBER = r"[ \u00A0]\d+(?:[.:/-]\d+)*(?![\d,%])"
_ADDRESS = (
    r"(?P<url>(?:https?|ftp)://\S+|www\.\S+"
    rf"|(?<![\w@])(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+(?:{_DOMAINS})(?![A-Za-z0-9-])(?:[:/?#]\S*)?)"
    r"|(?P<mail>[A-Za-z0-9๐-๙._%+-]+@[A-Za-z0-9๐-๙.-]+)"
)
_KEPT = (
    rf"{_ADDRESS}"
    rf"|(?P<file>(?<![^\s/\\,;:()“”\"])[^\s/\\,;:()“”\"]+\.(?:{_EXTENSIONS})(?![A-Za-z0-9]))"
    rf"|(?P<product>(?<![A-Za-z0-9])(?:{_PRODUCTS}){_SPACE_NUMBER})"
    r"|(?P<token>[A-Za-z0-9]+(?:[._+/&–-][A-Za-z0-9]+)*)"
)
_CODES = rf"(?i:[{_LETTERS}]\d{{1,3}}(?:[./–-]+[{_LETTERS}]?\d{{1,3}})*)"
_LATIN_OR_AT = "[A-Za-z@]"  # what is kept has one of them
_DIGIT_AND_LETTER = r"[A-Za-z].*\d|\d.*[A-Za-z]"
# compiled when first used: every screen turns digits, few a whole text
_compiled = cache(re.compile)


def to_thai(text: str) -> str:
    """Every ASCII digit as a Thai one."""
    return text.translate(_TO_THAI)


def to_arabic(text: str) -> str:
    """Every Thai digit as an ASCII one."""
    return text.translate(_TO_ARABIC)


def localise(text: str, thai: bool) -> str:
    """Digits as they are printed; addresses, file names and names such as COVID-19 stay.

    Codes of questions are converted: i1 becomes i๑.
    """
    kept, change = (_KEPT, to_thai) if thai else (_ADDRESS, to_arabic)
    if not _compiled(_LATIN_OR_AT).search(text):
        return change(text)
    parts: list[str] = []
    at = 0
    for match in _compiled(kept).finditer(text):
        parts.append(change(text[at : match.start()]))
        parts.append(match[0] if _stays(match) else change(match[0]))
        at = match.end()
    parts.append(change(text[at:]))
    return "".join(parts)


def _stays(match: re.Match[str]) -> bool:
    if match.lastgroup != "token":
        return True
    mixed = _compiled(_DIGIT_AND_LETTER).search(match[0])
    return mixed is not None and not _compiled(_CODES).fullmatch(match[0])
