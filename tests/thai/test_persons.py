"""Names of persons are found behind every kind of title."""

import pytest

from itadesk.thai.dictionary import load_lexicon
from itadesk.thai.persons import persons

TITLES = (
    *("นาย", "นาง", "นางสาว", "คุณ ", "เด็กชาย", "เด็กหญิง", "ว่าที่ร้อยตรี", "ว่าที่พันโท", "ร้อยเอก"),
    *("พันตำรวจเอก", "พลเอก", "สิบตรี", "จ่าสิบเอก", "เรือโท", "นาวาตรี", "จ่าเอก", "พันจ่าตรี", "ดาบตำรวจ"),
    *("จ่าสิบตำรวจ", "นายกองเอก", "หมวดตรี", "นายแพทย์", "แพทย์หญิง", "ทันตแพทย์", "เภสัชกร", "สัตวแพทย์"),
    *("รองศาสตราจารย์", "ผู้ช่วยศาสตราจารย์", "ศาสตราจารย์", "หม่อมราชวงศ์", "หม่อมหลวง", "คุณหญิง"),
    *("ท่านผู้หญิง", "พระครู", "ดร.", "ผศ.", "รศ.", "ศ.", "นพ.", "พญ.", "ทพ.", "ทพญ.", "ภก.", "ภญ."),
    *(
        "พ.ต.ท.",
        "ร.ต.",
        "ส.ต.อ.",
        "จ.ส.อ.",
        "ด.ต.",
        "น.ท.",
        "ม.ล.",
        "ผ.อ.",
        "ท.พ.",
        "พล.อ.",
        "สพ.ญ.",
        "น.สพ.",
    ),
)


@pytest.mark.parametrize("title", TITLES)
def test_name_behind_a_title_is_found(title: str) -> None:
    text = f"{title}สุขใจ มั่นคงดี"
    assert [text[start:end] for start, _, end in persons(text, load_lexicon())] == [text]
