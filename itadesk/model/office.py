"""The office whose file it is (หน่วยงาน), and its settings."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from itadesk.model.document import Signatory


class OfficeKind(StrEnum):
    """Kinds of office as the command line names them."""

    SAO = "อบต."
    TOWN = "เทศบาลตำบล"
    MUNICIPALITY = "เทศบาลเมือง"
    CITY = "เทศบาลนคร"
    PAO = "อบจ."
    PROVINCE = "จังหวัด"
    AGENCY = "ส่วนราชการ"
    OTHER = "อื่นๆ"


class Digits(StrEnum):
    """Which digits a document prints."""

    THAI = "thai"
    ARABIC = "arabic"


@dataclass(frozen=True, slots=True)
class Office:
    """Name in full (never abbreviated), kind, and where it is."""

    name: str
    kind: OfficeKind
    province: str = ""
    district: str = ""
    code: str = ""
    id: str = ""  # given once when the file is made; survives a change of name


class WeakRule(StrEnum):
    """Which questions count as weak (domain: a house choice, not an official rule)."""

    LOWEST = "lowest"
    THRESHOLD = "threshold"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Below `urgent` is urgent, below `keep` is to improve, from `keep` on is to be kept."""

    urgent: Decimal = Decimal(85)
    keep: Decimal = Decimal(100)
    weak_rule: WeakRule = WeakRule.LOWEST
    weak_below: Decimal = Decimal(95)  # used when weak_rule is THRESHOLD
    urgent_phrase: str = "ต้องปรับปรุงแก้ไขอย่างเร่งด่วน"
    improve_phrase: str = "ต้องพัฒนาให้ดียิ่งขึ้น"
    keep_phrase: str = "รักษาระดับมาตรฐานการปฏิบัติงานไว้"


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices of the office that every year shares."""

    thresholds: Thresholds = Thresholds()
    digits: Digits = Digits.THAI
    body_size: Decimal = Decimal(16)  # pt, nominal TH Sarabun
    table_size: Decimal = Decimal(14)  # pt
    units: tuple[str, ...] = ()
    words: tuple[str, ...] = ()  # its own words and names: never broken, never doubted
    signatories: tuple[Signatory, ...] = ()  # people of the office to choose from
    seal_height: Decimal = Decimal(3)  # cm, on covers
    pdf_font: str = ""  # a TH Sarabun of the PC; "" is the shipped one
    docx_font: str = "TH SarabunPSK"  # named in Word documents, not embedded
    spelling: bool = True  # doubted words are underlined while one writes
