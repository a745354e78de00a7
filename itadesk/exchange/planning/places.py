"""Indicators, issues and question codes of a row, checked against the year's catalogue."""

from __future__ import annotations

from itadesk.catalogue.issue_map import suggested_issues
from itadesk.exchange.layout import CODE, INDICATOR, INSTRUMENT, ISSUE, folded
from itadesk.exchange.planning.plan import Target
from itadesk.exchange.planning.reading_row import RowReader, plain
from itadesk.model.catalogue import Catalogue, Certainty, Instrument, Question
from itadesk.thai.codes import parse_code, parse_codes
from itadesk.thai.digits import to_thai

_MOST_KNOWN, _LONGEST_KNOWN = 4096, 400


def year_words(year: int) -> str:
    return f"ปี {to_thai(str(year))}"


def indicator_of(reader: RowReader, target: Target) -> int | None:
    """ตัวชี้วัดที่ of the row, refused when the year has no such indicator."""
    number = reader.whole(INDICATOR)
    if number is not None and target.catalogue.indicator(number) is None:
        reader.refuse(
            INDICATOR,
            f"ไม่มีตัวชี้วัดที่ {to_thai(str(number))} ใน{year_words(target.year)} โปรดแก้ไขตัวชี้วัดที่",
        )
    return number


def issue_of(reader: RowReader, target: Target) -> int | None:
    """ประเด็นที่ of the row, refused when the year has no such issue.

    A year without a list of issues takes the suggested ones, as the documents do.
    """
    number = reader.whole(ISSUE)
    if number is None:
        return None
    if all(issue.no != number for issue in suggested_issues(target.catalogue).issues):
        reader.refuse(
            ISSUE, f"ไม่มีประเด็นที่ {to_thai(str(number))} ใน{year_words(target.year)} โปรดแก้ไขประเด็นที่"
        )
    return number


def codes_of(reader: RowReader, target: Target, indicator: int | None) -> tuple[str, ...]:
    """ข้อ of a finding, in the order written."""
    instrument = target.catalogue.instrument_of(indicator) if indicator is not None else None
    context = instrument.code if instrument else None
    typed = reader.line(CODE)
    if typed is None or typed in ("-", "–"):
        return ()
    codes = reader.take(CODE, lambda raw: parse_codes(plain(raw), context)) or ()
    for code in codes:
        if target.catalogue.question(code) is None:
            reader.refuse(CODE, _no_such_question(target, code, ""))
    return codes


def question_of(reader: RowReader, target: Target, text: str) -> Question | None:
    """The question that ข้อ names, as offices write codes; refused when it is another year's."""
    key = (*map(reader.row.cells.get, (CODE, INSTRUMENT, INDICATOR)), text)
    if key in target.questions and all(map(_is_simple, key)):
        return target.questions[key]
    question = _question_of(reader, target, text)
    if question is not None and len(target.questions) < _MOST_KNOWN and all(map(_is_simple, key)):
        target.questions[key] = question
    return question


def _is_simple(raw: object) -> bool:
    """Not one of those that equal another kind, such as 1 and True."""
    return raw is None or (type(raw) is str and len(raw) < _LONGEST_KNOWN) or type(raw) is int


def _question_of(reader: RowReader, target: Target, text: str) -> Question | None:
    instrument = _instrument(reader, target)
    typed = reader.line(CODE)
    if typed is None:
        if not reader.failed:
            reader.refuse(CODE, "ยังไม่ได้กรอกรหัสข้อ โปรดกรอกรหัสข้อ เช่น i๑")
        return None
    code = parse_code(typed, instrument.code if instrument else None)
    if code is None:
        reader.refuse(
            CODE, f"ไม่พบรหัสข้อคำถามใน “{typed[:40]}” โปรดกรอกรหัสข้อ เช่น i๑ e๒ o๑๐ หรือกรอกแบบวัดด้วย"
        )
        return None
    question = target.catalogue.question(code)
    if question is None:
        reader.refuse(CODE, _no_such_question(target, code, text))
        return None
    others = _years_of_text(target, question, text)
    if others:
        reader.refuse(
            CODE,
            f"ข้อ {to_thai(code)} มีข้อความของข้อคำถาม{others} ไม่ใช่{year_words(target.year)} "
            "โปรดตรวจสอบปีของไฟล์ หรือใช้แบบฟอร์มของปีที่ถูกต้อง",
        )
        return None
    return question


def _instrument(reader: RowReader, target: Target) -> Instrument | None:
    name = folded(reader.hint(INSTRUMENT))
    catalogue = target.catalogue
    if name:
        for instrument in catalogue.instruments:
            if folded(instrument.code) in name or folded(instrument.name.text) == name:
                return instrument
    known = {str(i.no): i.no for i in catalogue.indicators}
    no = known.get(folded(reader.hint(INDICATOR)))
    return catalogue.instrument_of(no) if no is not None else None


def _no_such_question(target: Target, code: str, text: str) -> str:
    others = [c for c in target.other_catalogues() if c.question(code) is not None]
    alike = [c for c in others if text and _same_text(c.question(code), text)]
    sentence = f"ไม่มีข้อ {to_thai(code)} ในชุดข้อคำถาม{year_words(target.year)}"
    if others:
        sentence += f" เป็นข้อคำถามของ{_years(alike or others)}"
    return f"{sentence} โปรดตรวจสอบปีของไฟล์ หรือแก้รหัสข้อ"


def _years_of_text(target: Target, question: Question, text: str) -> str:
    """Years whose question of that code has this text, where this year's is known to differ."""
    sure = question.text.known and question.text.certainty is not Certainty.OFFICE
    if not text or not sure or _same_text(question, text):
        return ""
    others = [
        catalogue
        for catalogue in target.other_catalogues()
        if _same_text(catalogue.question(question.code), text)
    ]
    return _years(others) if others else ""


def _same_text(question: Question | None, text: str) -> bool:
    if question is None:
        return False
    known = (question.text.text, *question.text.candidates)
    return folded(text) in {folded(one) for one in known if one}


def _years(catalogues: list[Catalogue]) -> str:
    numbers = [to_thai(str(year)) for year in sorted({c.year for c in catalogues})]
    return "ปี " + " ".join(numbers)
