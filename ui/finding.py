"""Searching the whole file, and the palette of everything that can be done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from itadesk.fuzzy import fit
from itadesk.searching import Entry, Group, around, entries, phrase_entries, search
from itadesk.services.phrases import phrases
from itadesk.services.reporting import forms_of
from itadesk.services.years import load_year, score_years
from itadesk.thai.digits import to_thai
from ui.frame import Frame
from ui.menu import Actions
from ui.models.choices import Choice
from ui.widgets.finder import Finder
from ui.years import add_year

_PER_GROUP = 6  # of the year shown; fewer of the others
_PER_OTHER = 3
_MOST = 40  # lines of the palette
_JUMPS = (Group.QUESTIONS, Group.MEASURES, Group.DOCUMENTS)  # by title in the palette


def find_on_page(frame: Frame) -> None:
    """Into the search field of the page where it has one, else through the whole file."""
    own = getattr(frame.page(), "own_search", None)
    if callable(own):
        field: QLineEdit = own()
        field.setFocus()
        field.selectAll()
    else:
        find_everywhere(frame)


def find_everywhere(frame: Frame) -> None:
    """Opens the search through all years of the file."""
    frame.session.settling.emit()
    known = _all_entries(frame)
    Finder(
        frame.window(),
        "ค้นหาในทุกปีของไฟล์นี้",
        partial(_found, frame, known),
        "พิมพ์คำ รหัสข้อ หรือชื่อหน่วยงานที่ต้องการหา เลขไทยหรืออารบิกก็ได้ คั่นหลายคำด้วยวรรค",
    ).open_over()


def open_palette(frame: Frame, deeds: Actions) -> None:
    """Opens the list of pages, actions, years and places."""
    frame.session.settling.emit()
    commands = [*_commands(frame, deeds)]
    places = [*_jumps(frame)]
    Finder(
        frame.window(),
        "ไปที่หน้า คำสั่ง ปี หรือข้อ",
        partial(_fitting, commands, places),
        "ลองพิมพ์ชื่อหน้า คำสั่ง หรือรหัสข้อ เช่น คะแนน นำเข้า i๗",
    ).open_over()


def _all_entries(frame: Frame) -> dict[int | None, tuple[Entry, ...]]:
    """By year, the shown one first; the phrase library belongs to none."""
    session = frame.session
    titles = {form.id: form.title for form in session.ask(forms_of)}
    years = sorted(session.ask(score_years), key=lambda year: (year != session.year, -year))
    found: dict[int | None, tuple[Entry, ...]] = {}
    for year in years:
        found[year] = entries(session.ask(load_year, year), titles)
    if "phrases" in frame.page_ids():
        found[None] = phrase_entries(session.ask(phrases))
    return found


def _found(
    frame: Frame, known: dict[int | None, tuple[Entry, ...]], words: str
) -> Sequence[Choice]:
    """Heads with what was found below; other years after the shown one."""
    made: list[Choice] = []
    for year, all_of_them in known.items():
        here = year in (None, frame.session.year)
        for group, found in _by_group(search(all_of_them, words)).items():
            count = to_thai(str(len(found)))
            head = group if here else f"ปี {to_thai(str(year))} · {group}"
            made.append(Choice(head, remark=f"{count} แห่ง"))
            for entry in found[: _PER_GROUP if here else _PER_OTHER]:
                go = partial(_go, frame, year, entry.place)
                made.append(Choice(entry.title, go, around=around(entry, words), words=words))
    return made


def _by_group(found: Sequence[Entry]) -> dict[Group, list[Entry]]:
    groups: dict[Group, list[Entry]] = {}
    for entry in found:
        groups.setdefault(entry.group, []).append(entry)
    return groups


def _go(frame: Frame, year: int | None, place: str) -> None:
    if year is not None:
        frame.session.show_year(year)
    frame.show_page(place)


def _commands(frame: Frame, deeds: Actions) -> Iterator[Choice]:
    """Pages, what the shown page can do, what the menu can do, and years, each under its head."""
    yield Choice("หน้า")
    keys = {action.text().partition(" ")[2]: _keys(action) for action in deeds.steps}
    for page in frame.pages():
        if frame.rail.items()[page.id].isEnabled():
            yield Choice(page.title, partial(frame.show_page, page.id), keys.get(page.title, ""))
    yield from _of_actions("ในหน้านี้", frame.page().actions())
    yield from _of_actions("เมนู", deeds.listed())
    yield from _of_actions(deeds.recent.title(), deeds.recent.actions())
    yield Choice("ปี")
    for year in frame.session.ask(score_years):
        shown = year == frame.session.year
        words = f"ปี {to_thai(str(year))}"
        yield Choice(words, partial(frame.session.show_year, year), "กำลังดู" if shown else "")
    yield Choice("เพิ่มปี…", partial(add_year, frame, frame.session))


def _of_actions(head: str, actions: Sequence[QAction]) -> Iterator[Choice]:
    shown = (each for each in actions if each.text() and each.menu() is None)
    able = [each for each in shown if each.isEnabled() and each.isVisible()]
    if able:
        yield Choice(head)
    for each in able:
        yield Choice(each.text().replace("&&", "&"), each.trigger, _keys(each))


def _keys(action: QAction) -> str:
    return action.shortcut().toString()


def _jumps(frame: Frame) -> Iterator[Choice]:
    """Sections of pages; indicators, questions, measures and documents of the shown year."""
    for page in frame.pages():
        for part, title in page.sections.items():
            yield Choice(title, partial(frame.show_page, f"{page.id}:{part}"), page.title)
    data = frame.session.data
    if data is None:
        return
    for entry in entries(data, {form.id: form.title for form in frame.session.ask(forms_of)}):
        if entry.group in _JUMPS:
            yield Choice(entry.title, partial(frame.show_page, entry.place), str(entry.group))


def _fitting(commands: Sequence[Choice], places: Sequence[Choice], words: str) -> Sequence[Choice]:
    """All commands while nothing is typed; else what fits best, commands before places."""
    if not words:
        return commands
    rated = [
        (fit(words, choice.title) + bonus, choice)
        for choices, bonus in ((commands, 0.3), (places, 0.0))
        for choice in choices
        if choice.do is not None and fit(words, choice.title)
    ]
    rated.sort(key=lambda pair: -pair[0])
    return [choice for _fit, choice in rated[:_MOST]]
