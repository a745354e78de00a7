"""Says at the start of a day what is due soon, or was missed; the home page lists the rest."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from itadesk.deadlines import deadlines
from itadesk.road import open_deadlines, road
from itadesk.thai.digits import to_thai
from ui.widgets.deadline_list import days_left
from ui.widgets.notice import Tone

if TYPE_CHECKING:
    from ui.frame import Frame
    from ui.window import Window

SOON = 14  # days


def attend(window: Window, frame: Frame, today: Callable[[], date] = date.today) -> None:
    """Once a day for each file, unless something else is said or the home page shows it."""
    path, words = frame.session.path, reminder(frame, today())
    settings = window.settings
    silent = frame.shown == "home" or frame.session.read_only or bool(frame.notice.text)
    if not words or path is None or silent:
        return
    if settings.reminded(path) != today().isoformat():
        settings.keep_reminded(path, today().isoformat())
        frame.notice.show_notice(words, Tone.INFO, ("ไปหน้าแรก", lambda: frame.show_page("home")))


def reminder(frame: Frame, today: date) -> str:
    """The nearest deadline of the year shown and how many more; "" when none is near."""
    data = frame.session.data
    if data is None:
        return ""
    days = deadlines(data.assessment.plan_year, data.own_deadlines, data.own_rounds)
    near = [
        day for day in open_deadlines(days, road(data), today) if (day.day - today).days <= SOON
    ]
    if not near:
        return ""
    thai = data.settings.digits == "thai"
    more = f" และอีก {len(near) - 1} กำหนด" if len(near) > 1 else ""
    first = f"{near[0].what} {days_left((near[0].day - today).days, thai=thai)}"
    return f"{first}{to_thai(more) if thai else more}"
