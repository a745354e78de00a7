"""The phrase library as a file that offices give each other; nothing in it is trusted."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

from itadesk.errors import BadFile
from itadesk.files import is_special
from itadesk.model.phrase import Phrase, PhraseKind
from itadesk.thai.digits import to_thai
from itadesk.thai.normalise import normalise

FORMAT = "itadesk-phrases/1"
MOST_BYTES, MOST_PHRASES, MOST_LETTERS = 5 * 1024**2, 5000, 10_000
_CODE = re.compile("[a-z][0-9]{1,3}")
_FIRST_YEAR, _LAST_YEAR = 2500, 2700  # B.E.


def phrase_file(phrases: Iterable[Phrase]) -> bytes:
    """Texts with what they are for; how often they were used stays with the office."""
    body = {
        "format": FORMAT,
        "phrases": [
            {"kind": str(each.kind), "text": each.text, "year": each.year, "code": each.code}
            for each in phrases
        ],
    }
    return json.dumps(body, ensure_ascii=False, indent=1).encode()


def read_phrases(path: Path) -> tuple[Phrase, ...]:
    """The phrases of a file; BadFile says what is wrong with it, or that it holds too much."""
    body = _body(path.name, _bytes(path))
    if not isinstance(body, dict) or not str(body.get("format")).startswith("itadesk-phrases/"):
        raise BadFile(f"ไฟล์ “{path.name}” ไม่ใช่คลังข้อความของโปรแกรมนี้ โปรดเลือกไฟล์อื่น")
    if body["format"] != FORMAT:
        raise BadFile(f"“{path.name}” ทำจากโปรแกรมรุ่นใหม่กว่า โปรดปรับปรุงโปรแกรมก่อน แล้วนำเข้าอีกครั้ง")
    lines = body.get("phrases")
    if not isinstance(lines, list) or len(lines) > MOST_PHRASES:
        raise BadFile(
            f"ไฟล์ “{path.name}” ต้องมีรายการข้อความไม่เกิน {to_thai(f'{MOST_PHRASES:,}')} รายการ "
            "โปรดขอไฟล์ที่มีเฉพาะข้อความที่ต้องการ"
        )
    return tuple(_phrase(path.name, number, line) for number, line in enumerate(lines, start=1))


def _bytes(path: Path) -> bytes:
    try:
        if is_special(path):
            raise BadFile(f"“{path.name}” ไม่ใช่ไฟล์ในที่เก็บ โปรดเลือกไฟล์คลังข้อความ (.json)")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise BadFile(
            f"เปิดไฟล์ “{path.name}” ไม่ได้ โปรดตรวจว่าไฟล์ยังอยู่และไม่ได้เปิดค้างในโปรแกรมอื่น"
        ) from error
    if len(data) > MOST_BYTES:
        raise BadFile(f"ไฟล์ “{path.name}” ใหญ่เกิน ๕ เมกะไบต์ โปรดขอไฟล์ที่มีเฉพาะข้อความที่ต้องการ")
    return data


def _body(name: str, data: bytes) -> object:
    try:
        body: object = json.loads(data)
        return body
    except (ValueError, RecursionError) as error:  # not UTF-8, not JSON, or nested without end
        raise BadFile(
            f"ไฟล์ “{name}” เสียหายหรือไม่ใช่คลังข้อความ โปรดขอไฟล์จากหน่วยงานต้นทางอีกครั้ง"
        ) from error


def _phrase(name: str, number: int, line: object) -> Phrase:
    """A place that reads as none is left out; a text without a kind is of no use."""
    found = line if isinstance(line, dict) else {}
    text, kind = found.get("text"), found.get("kind")
    if not (isinstance(text, str) and isinstance(kind, str) and kind in set(PhraseKind)):
        raise BadFile(f"ข้อความที่ {to_thai(str(number))} ในไฟล์ “{name}” อ่านไม่ได้ โปรดขอไฟล์ใหม่")
    text = normalise(text).strip()
    if not 0 < len(text) <= MOST_LETTERS:
        raise BadFile(
            f"ข้อความที่ {to_thai(str(number))} ในไฟล์ “{name}” ว่างหรือยาวเกินไป โปรดแก้ไขที่หน่วยงานต้นทาง"
        )
    year, code = found.get("year"), found.get("code")
    in_time = type(year) is int and _FIRST_YEAR <= year <= _LAST_YEAR
    if not (in_time and isinstance(code, str) and _CODE.fullmatch(code)):
        return Phrase(PhraseKind(kind), text)
    return Phrase(PhraseKind(kind), text, year, code)
