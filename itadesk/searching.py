"""Finding words in everything that an office wrote, year by year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from itadesk.catalogue.wording import proposed
from itadesk.model.phrase import Phrase
from itadesk.model.work import Measure
from itadesk.model.year import YearData
from itadesk.subjects import where_written
from itadesk.thai.clusters import may_begin
from itadesk.thai.collation import sort_key
from itadesk.thai.digits import to_thai
from itadesk.thai.folding import fold, folded_words, place_of
from itadesk.thai.normalise import normalise

_BEFORE, _AFTER = 24, 100  # letters around a word that was found


class Group(StrEnum):
    """What was found, in the order of the list; the values are what the user reads."""

    FINDINGS = "ผลการวิเคราะห์"
    MEASURES = "มาตรการ"
    ROUNDS = "ผลการดำเนินการ"
    FILES = "ไฟล์แนบ"
    DOCUMENTS = "เอกสาร"
    QUESTIONS = "ข้อคำถาม"
    OIT = "ทะเบียน OIT"
    LIMITATIONS = "ข้อจำกัด"
    PHRASES = "คลังข้อความ"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found: its title and texts, the same folded, and where it is.

    `place` is a page and what to go to on it, such as `scores:i7`.
    """

    group: Group
    title: str
    texts: tuple[str, ...]
    folded: tuple[str, ...]  # the title first
    place: str


def entries(data: YearData, forms: Mapping[str, str]) -> tuple[Entry, ...]:
    """All of a year; `forms` are the titles of forms by id."""
    return tuple(
        made
        for part in (_questions, _findings, _measures, _rounds, _files, _oit, _limitations)
        for made in part(data)
    ) + tuple(_documents(data, forms))


def phrase_entries(phrases: Iterable[Phrase]) -> tuple[Entry, ...]:
    """The phrase library in Thai order."""
    found = sorted(phrases, key=lambda phrase: sort_key(phrase.text))
    return tuple(
        _entry(Group.PHRASES, _first_line(each.text), f"phrases:{each.id}", each.text)
        for each in found
    )


def search(found_in: Iterable[Entry], words: str) -> tuple[Entry, ...]:
    """Entries that hold every word, in either digits and spelling, group by group.

    Titles that begin so go first, and their groups too: who types a code wants the question.
    """
    wanted = folded_words(words)
    if not wanted:
        return ()
    found = [e for e in found_in if all(any(w in text for text in e.folded) for w in wanted)]
    order = {group: place for place, group in enumerate(Group)}
    whole = "".join(wanted)
    named = {entry.group for entry in found if entry.folded[0].startswith(whole)}
    found.sort(
        key=lambda each: (
            each.group not in named,
            order[each.group],
            not each.folded[0].startswith(whole),
        )
    )
    return tuple(found)


def around(entry: Entry, words: str) -> str:
    """What stands around a word that the title has not; "" when the title says it all."""
    missing = [word for word in folded_words(words) if word not in entry.folded[0]]
    for text in map(normalise, entry.texts):
        for word in missing:
            place = place_of(text, word)
            if place is not None:
                return _cut(text.replace("\n", " "), place[0])
    return ""


def _entry(group: Group, title: str, place: str, *texts: str) -> Entry:
    kept = tuple(text for text in texts if text and text != title)
    return Entry(group, title, kept, tuple(map(fold, (title, *kept))), place)


def _questions(data: YearData) -> Iterator[Entry]:
    for indicator in data.catalogue.indicators:
        number = to_thai(str(indicator.no))
        place = f"analysis:{indicator.no}"
        yield _entry(Group.QUESTIONS, f"ตัวชี้วัดที่ {number} {indicator.name.text}", place)
        for question in indicator.questions:
            title = f"{to_thai(question.code)} {proposed(question.text)}"
            place = f"scores:{question.code}"
            yield _entry(Group.QUESTIONS, title, place, data.notes.get(question.code, ""))


def _findings(data: YearData) -> Iterator[Entry]:
    for each in data.findings:
        number = each.indicator if each.indicator is not None else each.issue
        kind = "ตัวชี้วัด" if each.indicator is not None else "ประเด็น"
        title = f"{kind}ที่ {to_thai(str(number))} {_name(data, each.indicator)}".strip()
        yield _entry(
            Group.FINDINGS, title, where_written(each), each.cause, each.guideline, each.conclusion
        )
    advice = data.assessment.recommendations
    if advice:
        yield _entry(Group.FINDINGS, "ข้อเสนอแนะที่ประกาศพร้อมผล", "scores", advice)


def _measures(data: YearData) -> Iterator[Entry]:
    for each in data.measures:
        steps = (step.text for step in each.steps)
        units = (*each.units, *(step.unit for step in each.steps))
        place = f"measures:{each.position}"
        texts = (each.activities, each.analysis, *steps, *units, each.responsible, each.period_text)
        more = (each.success, each.target, each.budget, each.overseer)
        yield _entry(Group.MEASURES, _title(each), place, *texts, *more)


def _rounds(data: YearData) -> Iterator[Entry]:
    titles = {each.id: _title(each) for each in data.measures}
    numbers = {each.id: each.position for each in data.measures}
    for each in data.rounds:
        place = f"rounds:{each.months}:{numbers.get(each.measure_id, '')}"
        title = f"รอบ {to_thai(str(each.months))} เดือน · {titles.get(each.measure_id, '')}"
        texts = (each.output, each.outcome, each.evidence, each.obstacles)
        if any(texts):
            yield _entry(Group.ROUNDS, title, place, *texts)


def _files(data: YearData) -> Iterator[Entry]:
    """Scans by their document, photos and evidence by their round, and by what they are called."""
    numbers = {each.id: each.position for each in data.measures}
    forms = {each.id: each.form for each in data.documents}
    for each in data.files:
        if each.document in forms:
            place = f"documents:{forms[each.document]}"
        elif each.months and each.measure in numbers:
            place = f"rounds:{each.months}:{numbers[each.measure]}"
        else:
            continue
        yield _entry(Group.FILES, each.caption or each.name, place, each.name)


def _oit(data: YearData) -> Iterator[Entry]:
    for each in data.oit:
        question = data.catalogue.question(each.code)
        title = f"{to_thai(each.code)} {proposed(question.text) if question else ''}".strip()
        place = f"oit:{each.code}"
        yield _entry(Group.OIT, title, place, *each.urls, each.explanation, each.unit)


def _limitations(data: YearData) -> Iterator[Entry]:
    for number, text in enumerate(data.limitations, 1):
        title = f"ข้อจำกัดที่ {to_thai(str(number))}"
        yield _entry(Group.LIMITATIONS, title, "documents:results", text)


def _documents(data: YearData, forms: Mapping[str, str]) -> Iterator[Entry]:
    for form, title in forms.items():
        texts = [text for (of_form, _key), text in data.texts.items() if of_form == form]
        for each in data.documents:
            if each.form == form:
                signers = (f"{who.name} {who.position}".strip() for who in each.signatories)
                texts += [each.number, each.url, *each.fields.values(), *signers]
        yield _entry(Group.DOCUMENTS, title, f"documents:{form}", *texts)


def _name(data: YearData, number: int | None) -> str:
    indicator = None if number is None else data.catalogue.indicator(number)
    return indicator.name.text if indicator else ""


def _title(measure: Measure) -> str:
    number = to_thai(str(measure.position))
    return f"{number} {measure.title or _first_line(measure.activities)}".strip()


def _first_line(text: str) -> str:
    return next(filter(None, map(str.strip, text.splitlines())), "")


def _cut(text: str, at: int) -> str:
    """Whole letters with their marks around a place."""
    first, last = max(at - _BEFORE, 0), min(at + _AFTER, len(text))
    while first and not may_begin(text, first):
        first -= 1
    while last < len(text) and not may_begin(text, last):
        last += 1
    return f"{'…' if first else ''}{text[first:last].strip()}{'…' if last < len(text) else ''}"
