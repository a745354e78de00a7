"""The score table's rows as records: instruments, their parts, indicators, questions, overall."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from itadesk.catalogue.wording import UNCONFIRMED, UNKNOWN
from itadesk.findings import classify, lowest
from itadesk.model.assessment import OVERALL, QuestionScore
from itadesk.model.catalogue import Certainty, Indicator, Instrument, Question, Sourced
from itadesk.model.result import NOTHING, Figure, shown
from itadesk.model.work import FindingClass
from itadesk.model.year import YearData
from itadesk.thai.digits import localise, to_thai


class RowKind(Enum):
    """What a row is; only questions have scores to type, all others an official figure."""

    OVERALL = auto()
    INSTRUMENT = auto()
    PART = auto()
    INDICATOR = auto()
    QUESTION = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """One line; `key` is a question's code or the key of an official figure."""

    kind: RowKind
    key: str
    head: str  # code or name as shown
    text: str = ""
    remark: str = ""  # e.g. that a text is not confirmed, or how much is filled in
    figure: Figure = NOTHING
    entered: QuestionScore | None = None
    parts: bool = False
    binary: bool = False
    is_lowest: bool = False
    can_fill: bool = False  # the office may fill in the text
    answer: str = ""
    found: FindingClass | None = None  # of a complete mean
    note: str = ""  # of the office, beside a score

    @property
    def is_question(self) -> bool:
        return self.kind is RowKind.QUESTION

    @property
    def difference(self) -> Decimal | None:
        """Official less computed, as shown; None unless both are there."""
        if self.figure.official is None or self.figure.computed is None:
            return None
        return shown(self.figure.official) - shown(self.figure.computed)


def score_rows(data: YearData) -> tuple[Row, ...]:
    """All rows of a year in printed order, the overall score last."""
    rows = [
        row for instrument in data.catalogue.instruments for row in _instrument(data, instrument)
    ]
    remark = "" if data.result.complete else "ยังไม่ครบ"
    rating = data.result.rating or ""
    overall = data.result.overall
    return (*rows, Row(RowKind.OVERALL, OVERALL, "คะแนนภาพรวม", rating, remark, overall))


def filled(data: YearData) -> tuple[int, int]:
    """How many questions have a score, and how many there are."""
    figures = data.result.questions
    codes = [question.code for question in data.catalogue.questions]
    have = sum(code in figures and figures[code].value is not None for code in codes)
    return have, len(codes)


def _instrument(data: YearData, instrument: Instrument) -> Iterator[Row]:
    figures = data.result.instruments
    figure = figures.get(instrument.code, NOTHING)
    yield Row(
        RowKind.INSTRUMENT,
        instrument.code,
        f"{instrument.code} {instrument.name.text}".strip(),
        figure=figure,
        remark=" · ".join(filter(None, (_keys(instrument), _weight(instrument)))),
        found=_class(data, figure),
    )
    for part in instrument.parts:
        key = instrument.part_key(part.no)
        words = f"{instrument.code} {part.label}"
        yield Row(RowKind.PART, key, words, figure=figures.get(key, NOTHING))
    for indicator in instrument.indicators:
        yield from _indicator(data, instrument, indicator)


def _indicator(data: YearData, instrument: Instrument, indicator: Indicator) -> Iterator[Row]:
    figure = data.result.indicators.get(indicator.no, NOTHING)
    yield Row(
        RowKind.INDICATOR,
        str(indicator.no),
        f"ตัวชี้วัดที่ {to_thai(str(indicator.no))} {indicator.name.text}",
        figure=figure,
        remark=_how_full(data, indicator),
        found=_class(data, figure),
    )
    weak = set(lowest(data.catalogue, data.result, indicator.no).codes)
    for question in indicator.questions:
        yield _question(data, question, bool(instrument.parts), question.code in weak)


def _question(data: YearData, question: Question, parts: bool, is_lowest: bool) -> Row:
    text = question.text
    return Row(
        RowKind.QUESTION,
        question.code,
        localise(question.code, thai=data.settings.digits == "thai"),
        text.text or next(iter(text.candidates), UNKNOWN),
        _doubt(text),
        figure=data.result.questions.get(question.code, NOTHING),
        entered=data.assessment.scores.get(question.code),
        parts=parts,
        binary=question.binary,
        is_lowest=is_lowest,
        can_fill=not text.confirmed or text.certainty is Certainty.OFFICE,
        answer=question.answer,
        note=data.notes.get(question.code, ""),
    )


def _class(data: YearData, figure: Figure) -> FindingClass | None:
    if figure.value is None or not figure.complete:
        return None
    return classify(figure.value, data.settings.thresholds)


def _doubt(text: Sourced) -> str:
    if not text.known and not text.candidates:
        return "ดับเบิลคลิกเพื่อเติมข้อความ"
    return "" if text.confirmed else f"{UNCONFIRMED.strip('()')} ดับเบิลคลิกเพื่อตรวจ"


def _weight(instrument: Instrument) -> str:
    if instrument.weight is None:
        return "ยังไม่ทราบน้ำหนัก"
    return f"น้ำหนักร้อยละ {to_thai(f'{instrument.weight.normalize():f}')}"


def _keys(instrument: Instrument) -> str:
    """The quick keys of items, said where they begin."""
    items = any(q.binary for each in instrument.indicators for q in each.questions)
    return "กด Y ได้ ๑๐๐ กด N ได้ ๐" if items else ""


def _how_full(data: YearData, indicator: Indicator) -> str:
    """How many questions are filled in, where some are not."""
    if not indicator.questions:
        return "ยังไม่ทราบข้อคำถาม กรอกคะแนนที่ประกาศได้"
    figures = [data.result.questions.get(question.code) for question in indicator.questions]
    have = sum(figure is not None and figure.value is not None for figure in figures)
    if have == len(figures):
        return ""
    return f"กรอกแล้ว {to_thai(f'{have}/{len(figures)}')} ข้อ"
