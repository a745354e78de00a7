"""The province's view of a year: offices by score, who has not sent, where all are weak."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from itadesk.known_offices import Names
from itadesk.model.assessment import OVERALL
from itadesk.model.province import (
    Announced,
    ExpectedOffice,
    FileState,
    ProvinceYear,
    ReceivedYear,
    Standing,
)
from itadesk.thai.collation import sort_key

PASS = Decimal(85)  # design §5: percent passing
_HUNDRED = Decimal(100)
_JUST_RECEIVED = Standing()


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """One office of the province: what was announced or sent of it; neither, when it is awaited.

    `rank` is 1 for the highest overall score, the same for equal scores, None without a score.
    `differs` is how far the sent overall score lies from the announced one.
    """

    key: str
    name: str
    kind: str = ""
    district: str = ""
    code: str = ""
    figures: Mapping[str, Decimal] = field(default_factory=dict)
    rating: str = ""
    change: Decimal | None = None
    differs: Decimal | None = None
    received: ReceivedYear | None = None
    standing: Standing | None = None
    rank: int | None = None

    @property
    def overall(self) -> Decimal | None:
        return self.figures.get(OVERALL)

    @property
    def passes(self) -> bool | None:
        return None if self.overall is None else self.overall >= PASS


@dataclass(frozen=True, slots=True)
class GroupLine:
    """Offices of one district or kind: how many, how many sent, passed; mean of those scored."""

    name: str
    offices: int
    sent: int
    scored: int
    passed: int
    mean: Decimal | None


@dataclass(frozen=True, slots=True)
class WeakPlace:
    """An indicator or question over all offices: mean, how many have a score, lowest score."""

    key: str
    mean: Decimal
    offices: int
    lowest: Decimal


def office_lines(found: ProvinceYear) -> tuple[OfficeLine, ...]:
    """Every office that is expected, announced or has sent; by score, those without one last.

    What was announced goes before what an office sent.
    """
    names = Names()
    for office in found.expected:
        names.add(office)
    announced = {names.add(each.office): each for each in found.announced}
    sent = {names.add_received(each): each for each in found.received}
    before = _before(found, names)
    both = {key: (announced.get(key), sent.get(key)) for key in names.offices}
    figures = {key: _figures(*each) for key, each in both.items()}
    ranks = _ranks(figures.values())
    lines = [
        _line(office, figures[key], ranks, key, *both[key], before.get(key), found)
        for key, office in names.offices.items()
    ]
    return _ordered(lines)


def by_group(
    lines: Iterable[OfficeLine], name_of: Callable[[OfficeLine], str]
) -> tuple[GroupLine, ...]:
    """Lines summed up by district or kind, in the order of their names."""
    groups: dict[str, list[OfficeLine]] = defaultdict(list)
    for line in lines:
        groups[name_of(line)].append(line)
    return tuple(_group(name, groups[name]) for name in sorted(groups, key=sort_key))


def levels(lines: Iterable[OfficeLine]) -> Mapping[str, int]:
    """How many offices have each rating; the empty text counts those without one."""
    return Counter(line.rating for line in lines)


def not_sent(lines: Iterable[OfficeLine]) -> tuple[OfficeLine, ...]:
    """Offices without a file, or whose file was sent back, by district and name."""
    waiting = (line for line in lines if line.received is None or _returned(line))
    return tuple(sorted(waiting, key=lambda line: (sort_key(line.district), sort_key(line.name))))


def weakest_indicators(lines: Iterable[OfficeLine]) -> tuple[WeakPlace, ...]:
    """Indicators of all offices from the lowest mean up."""
    scores: dict[str, list[Decimal]] = defaultdict(list)
    for line in lines:
        for key, value in line.figures.items():
            if key.isdecimal():
                scores[key].append(value)
    places = (_place(key, values) for key, values in scores.items())
    return tuple(sorted(places, key=lambda place: (place.mean, int(place.key))))


def weakest_questions(received: Iterable[ReceivedYear]) -> tuple[WeakPlace, ...]:
    """Questions of all offices that sent their scores, from the lowest mean up."""
    columns: dict[str, list[int]] = defaultdict(list)
    for layout, rows in _by_layout(received).items():
        for code, column in zip(layout, zip(*rows, strict=True), strict=True):
            columns[code] += [value for value in column if value is not None]
    places = (_question(code, values) for code, values in columns.items() if values)
    return tuple(sorted(places, key=lambda place: (place.mean, place.key)))


def _before(found: ProvinceYear, names: Names) -> dict[str, Decimal]:
    """Overall scores of the year before, by key."""
    sent = {names.of_received(each): each.figures.get(OVERALL) for each in found.before}
    told = {names.of(each.office): each.figures.get(OVERALL) for each in found.announced_before}
    return {key: value for key, value in {**sent, **told}.items() if key and value is not None}


def _figures(announced: Announced | None, received: ReceivedYear | None) -> Mapping[str, Decimal]:
    sent = received.figures if received else {}
    return {**sent, **announced.figures} if announced else sent


def _line(
    office: ExpectedOffice,
    figures: Mapping[str, Decimal],
    ranks: Mapping[Decimal, int],
    key: str,
    announced: Announced | None,
    received: ReceivedYear | None,
    before: Decimal | None,
    found: ProvinceYear,
) -> OfficeLine:
    overall = figures.get(OVERALL)
    own = received.figures.get(OVERALL) if received else None
    official = announced.figures.get(OVERALL) if announced else None
    return OfficeLine(
        key=key,
        name=office.name,
        kind=office.kind,
        district=office.district,
        code=office.code,
        figures=figures,
        rating=(announced.rating if announced else "") or (received.rating if received else ""),
        change=None if overall is None or before is None else overall - before,
        differs=None if official is None or own is None else own - official,
        received=received,
        standing=found.standings.get(received.key, _JUST_RECEIVED) if received else None,
        rank=None if overall is None else ranks[overall],
    )


def _ranks(figures: Iterable[Mapping[str, Decimal]]) -> Mapping[Decimal, int]:
    """Places by overall score, the same for equal scores."""
    counts = Counter(each[OVERALL] for each in figures if OVERALL in each)
    places: dict[Decimal, int] = {}
    place = 1
    for score in sorted(counts, reverse=True):
        places[score] = place
        place += counts[score]
    return places


def _ordered(lines: Iterable[OfficeLine]) -> tuple[OfficeLine, ...]:
    """By rank, those of one rank by name."""
    groups: dict[int | None, list[OfficeLine]] = defaultdict(list)
    for line in lines:
        groups[line.rank].append(line)
    ranks = sorted(rank for rank in groups if rank is not None)
    return tuple(
        line
        for rank in (*ranks, None)
        for line in sorted(groups[rank], key=lambda line: sort_key(line.name))
    )


def _group(name: str, lines: Sequence[OfficeLine]) -> GroupLine:
    scores = [line.overall for line in lines if line.overall is not None]
    return GroupLine(
        name,
        offices=len(lines),
        sent=sum(line.received is not None for line in lines),
        scored=len(scores),
        passed=sum(score >= PASS for score in scores),
        mean=sum(scores, Decimal()) / len(scores) if scores else None,
    )


def _returned(line: OfficeLine) -> bool:
    return line.standing is not None and line.standing.state is FileState.RETURNED


def _place(key: str, values: Sequence[Decimal]) -> WeakPlace:
    return WeakPlace(key, sum(values, Decimal()) / len(values), len(values), min(values))


def _question(code: str, values: Sequence[int]) -> WeakPlace:
    mean = Decimal(sum(values)) / len(values) / _HUNDRED
    return WeakPlace(code, mean, len(values), Decimal(min(values)) / _HUNDRED)


def _by_layout(
    received: Iterable[ReceivedYear],
) -> Mapping[tuple[str, ...], list[tuple[int | None, ...]]]:
    rows: dict[tuple[str, ...], list[tuple[int | None, ...]]] = defaultdict(list)
    for each in received:
        rows[each.codes].append(each.scores)
    return rows
