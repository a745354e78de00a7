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
    r"(?!ก(?:เทศ|องค์|รัฐ|สมาคม|สภา|ฯ|อบ[ตจ]|เมือง|เหล่า|ส(?:ั่ง|ังกัด)|คน|ท่าน|มี|และ|\s|\)|$)|อำเภอ|ทะเบียน|จ้าง|"
    r"ช่าง|หน้า|ทหาร|ตำรวจ|ตรวจ|ประกัน|ท่า|เรือ(?!ง)|ตลาด|แบบ|พราน|ทุน|วง|ไปรษณีย์|เวร|สถานี|ด่าน|หมวด|"
    r"ประตู|ร้อย|หนัง|สิบ|แพทย์|สัตว|และ|หรือ|/|กอง)"
)
_NOT_MISS = (
    r"(?!พยาบาล|ฟ้า(?=\s|$)|งาม|แบบ|เอก(?=\s|$)|สาว|สนม|กำนัล|ร้าย|รอง(?=\s|$)|และ|หรือ|นพมาศ|/)"
)
_MISTER = rf"นาย{_NOT_MISTER}|นางสาว(?!และ|หรือ|/)|นาง{_NOT_MISS}|คุณ(?= )"
_TITLE = rf"(?:{_TITLE_LONG}|{_TITLE_DOTTED}|{_MISTER})"
_FAMILY_SEATS = (
    "อยุธยา|เชียงใหม่|นคร|ถลาง|ลำปาง|ลำพูน|น่าน|สงขลา|พัทลุง|ระนอง|ตะกั่วทุ่ง|มโนรม|หนองคาย|กาฬสินธุ์|"
    "จัมปาศักดิ์|ป้อมเพชร์|ป้อมเพ็ชร์|บางช้าง|เวียงจันทน์|สุวรรณภูมิ|ร้อยเอ็ด|ราชสีมา|เชียงตุง|วิเชียร|มหาไชย|ภาลัย|ศักดิ์"
)
# ณ of a surname, not of a place where something is held
_SEAT = r"ณ (?!ห้อง|ที่|อาคาร|ศาลา|สำนัก|บริเวณ|โรง|วัด|ศูนย์|หอ|จุด|วัน|หน้า|สนาม|ลาน|บ้าน|อำเภอ|ตำบล)"
# how a title begins: most places of a text are passed over at once
_TITLE_BEGINS = (
    r"(?=น[าพ.]|คุ|ว่|ร[้อศ.]|พ[ันลรญ.]|ส[ัิพ.]|จ[่.]|ด[าร.]|หม|แพ|ท[ั่พ.]|ภ[กญ]|เ[ภรด]|ศ[า.]|ผ[ูศ.]|ม\.)"
)
_NAME = re.compile(
    rf"{_TITLE_BEGINS}(?P<titles>{_TITLE}(?:\s?{_TITLE}){{0,3}})\s{{0,2}}(?P<first>[{THAI}]{{2,20}})"
    rf"(?:(?P<gap> {{1,3}})(?P<last>(?:{_SEAT})?[{THAI}]{{2,60}}(?:-[{THAI}]+)?"
    rf"(?: ณ (?:{_FAMILY_SEATS})(?![{THAI}]))?))?"
)
_LETTER = re.compile(rf"[{THAI}]")
_LONGEST_LONE, _LONGEST_SURNAME = 14, 20
# with what a sentence goes on after a surname to which it is glued
_POSITIONS = (
    *(
        "รองนายก",
        "รองปลัด",
        "รองผู้",
        "รองประธาน",
        "รองหัวหน้า",
        "รองอธิ",
        "ปลัด",
        "ผู้",
        "หัวหน้า",
        "นายก",
        "นายอำเภอ",
        "นิติกร",
        "เจ้าพนักงาน",
        "เจ้าหน้าที่",
    ),
    *("นักวิชาการ", "นักวิเคราะห์", "นักทรัพยากร", "นักพัฒนา", "นักจัดการ", "นักบริหาร", "ตำแหน่ง"),
    *(
        "ประธาน",
        "กรรมการ",
        "เลขา",
        "สมาชิก",
        "กำนัน",
        "อดีต",
        "รักษาการ",
        "รักษาราชการ",
        "คณบดี",
        "อธิการ",
        "อธิบดี",
    ),
    *("รัฐมนตรี", "เป็น", "ได้", "และ", "กล่าว", "พร้อม", "ท้องถิ่น", "วิศวกร", "ครู", "ที่", "ซึ่ง", "จาก"),
)


# words of a sentence that no name has
_CONNECTIVES = frozenset("และ หรือ ที่ ของ ได้ ให้ จะ จาก ซึ่ง โดย ไม่ ต้อง เพื่อ ต่อ ตาม กับ".split())  # noqa: SIM905


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
    return len(words) < 3 or not any(name[a:b] in _CONNECTIVES for a, b, _ in words)


def _surname(run: str, lexicon: Lexicon) -> int:
    """Length of the surname that `run` begins with; 0 for ปลัดเทศบาล or ได้ลงนามแล้ว."""
    if "ณ " in run:
        return len(run)
    words = segment(run, lexicon, {}) if run else []
    if not words:
        return 0
    first = run[: words[0][1]]
    if run in lexicon.stops or run.startswith(_POSITIONS):
        return 0
    if first in lexicon.stops and any(run[a:b] in _CONNECTIVES for a, b, _ in words):
        return 0
    if len(run) <= _LONGEST_SURNAME:
        return len(run)
    cut = next((a for a, _, _ in words[1:] if run.startswith(_POSITIONS, a)), len(run))
    return cut if cut <= _LONGEST_SURNAME else 0
