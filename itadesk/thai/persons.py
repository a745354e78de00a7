"""Persons' names: title, first name and surname stay on one line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from itadesk.thai.clusters import THAI
from itadesk.thai.dictionary import Lexicon
from itadesk.thai.segment import segment

_TITLE_LONG = (
    r"ว่าที่\s?ร้อย(?:ตรี|โท|เอก)(?:หญิง)?|ว่าที่\s?(?:พันตรี|พันโท|พันเอก|ร\.[ตทอ]\.)|"
    r"(?:ร้อย|พัน|พล|สิบ|จ่าสิบ|เรือ|นาวา|จ่า|พันจ่า)(?:ตำรวจ|อากาศ)?(?:ตรี|โท|เอก)(?:หญิง|พิเศษ)?|"
    r"ดาบตำรวจ(?:หญิง)?|จ่าสิบตำรวจ|นายกองเอก|นายกอง(?:ตรี|โท)|หมวด(?:ตรี|โท|เอก)|"
    r"นายแพทย์|แพทย์หญิง|ทันตแพทย์(?:หญิง)?|เภสัชกร(?:หญิง)?|(?:นาย)?สัตวแพทย์(?:หญิง)?|"
    r"(?:รอง|ผู้ช่วย)?ศาสตราจารย์|หม่อมราชวงศ์|หม่อมหลวง|หม่อมเจ้า|คุณหญิง|ท่านผู้หญิง|"
    r"พระครู(?=\S)|เด็กชาย|เด็กหญิง"
)
_TITLE_DOTTED = (
    r"(?:ว่าที่\s?)?(?:พ|ร|ส|จ|ด|น|ม|ผ|ท)\.(?:\s?[กตอทสรวญงชลมจพด]\.){1,3}|"
    r"(?:ดร|ผศ|รศ|นพ|พญ|ทพ|ทพญ|ภก|ภญ|สพ\.ญ|น\.สพ|ศ|พล\.[ตรอ]|ร\.ต)\."
)
_NOT_MISTER = (
    r"(?!ก(?:เทศ|องค์|รัฐ|สมาคม|สภา|ฯ|อบ|เมือง|เหล่า|ส(?:ั่ง|ังกัด)|คน|ท่าน|\s|\)|$)|อำเภอ|ทะเบียน|จ้าง|ช่าง|หน้า|ทหาร|ตำรวจ|"
    r"ตรวจ|ประกัน|ท่า|เรือ|ตลาด|แบบ|พราน|ทุน|ธนาคาร|วง|ไปรษณีย์|เวร|สถานี|ด่าน|หมวด|ประตู|พล|ร้อย|หนัง|ดาบ|"
    r"สิบ|แพทย์|สัตว|และ|หรือ|/|กอง)"
)
_NOT_MISS = r"(?!พยาบาล|ฟ้า|งาม|แบบ|เอก|สาว|สนม|กำนัล|นวล|ร้าย|รอง|และ|หรือ|นพมาศ|สงกรานต์|/)"
_MISTER = rf"นาย{_NOT_MISTER}|นางสาว(?!และ|หรือ|/)|นาง{_NOT_MISS}|คุณ(?= )"
_TITLE = rf"(?:{_TITLE_LONG}|{_TITLE_DOTTED}|{_MISTER})"
_NAME = re.compile(
    rf"(?P<titles>{_TITLE}(?:\s?{_TITLE}){{0,3}})\s{{0,2}}(?P<first>[{THAI}]{{2,20}})"
    rf"(?:(?P<gap> {{1,3}})(?P<last>(?:ณ )?[{THAI}]{{2,60}}(?:-[{THAI}]+)?))?"
)
_LETTER = re.compile(rf"[{THAI}]")
_LONGEST_LONE, _LONGEST_SURNAME = 14, 16
# with what a sentence goes on after a surname to which it is glued
_POSITIONS = (
    *("รอง", "ปลัด", "ผู้", "หัวหน้า", "นายก", "นายอำเภอ", "นิติกร", "เจ้าพนักงาน", "เจ้าหน้าที่"),
    *("นักวิชาการ", "นักวิเคราะห์", "นักทรัพยากร", "นักพัฒนา", "นักจัดการ", "นักบริหาร", "ตำแหน่ง"),
    *("ประธาน", "กรรมการ", "เลขา", "สมาชิก", "กำนัน", "อดีต", "รักษา", "คณบดี", "อธิการ", "อธิบดี"),
    *("รัฐมนตรี", "เป็น", "ได้", "และ", "กล่าว", "พร้อม", "ท้องถิ่น", "วิศวกร", "ครู", "ที่", "ซึ่ง", "จาก"),
)


def persons(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, int]]:
    """(start, end of the first name, end) of each full name found in the text."""
    for match in _NAME.finditer(text):
        first, last = match["first"], match["last"]
        if _LETTER.match(text, match.end("first")) or not _may_be_first_name(first, lexicon):
            continue
        inside = match.start() > 0 and bool(_LETTER.match(text, match.start() - 1))
        if inside and not _begins_word(text, match, lexicon):
            continue
        surname = _surname(last or "", lexicon)
        if surname:
            yield match.start(), match.end("first"), match.start("last") + surname
        elif not inside and len(first) <= _LONGEST_LONE:
            yield match.start(), match.end("first"), match.end("first")


def _begins_word(text: str, match: re.Match[str], lexicon: Lexicon) -> bool:
    """False for the นาย of นครนายก."""
    start = match.start()
    while start > 0 and _LETTER.match(text, start - 1):
        start -= 1
    words = segment(text[start : match.end("first")], lexicon, {})
    return any(word_start == match.start() - start for word_start, _, _ in words)


def _may_be_first_name(name: str, lexicon: Lexicon) -> bool:
    """A sentence has several words, some such as ที่, ได้, และ."""
    words = segment(name, lexicon, {})
    return len(words) < 3 or not any(name[a:b] in lexicon.stops for a, b, _ in words)


def _surname(run: str, lexicon: Lexicon) -> int:
    """Length of the surname that `run` begins with; 0 for ปลัดเทศบาล or ได้ลงนามแล้ว."""
    if run.startswith("ณ "):
        return len(run) if len(run) <= _LONGEST_SURNAME else 0
    words = segment(run, lexicon, {}) if run else []
    if not words:
        return 0
    first = run[: words[0][1]]
    if run.startswith(_POSITIONS) or (first in lexicon.stops and len(words) != 2):
        return 0
    if len(run) <= _LONGEST_SURNAME:
        return len(run)
    cut = next((a for a, b, _ in words[1:] if run[a:b].startswith(_POSITIONS)), len(run))
    return cut if cut <= _LONGEST_SURNAME else 0
