"""What can be done with the reports of a round beyond writing one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QPushButton, QWidget

from itadesk.labels import ROUND_STATUS
from itadesk.model.work import RoundReport, RoundStatus
from itadesk.model.year import YearData
from itadesk.rounds import is_blank
from itadesk.services.evidence import outside_problems, save_status
from itadesk.services.office import save_round_report
from itadesk.thai.digits import to_thai
from ui.models.rounds import earlier_report, round_name
from ui.session import Session
from ui.widgets.notice import Tone, notify, notify_done
from ui.widgets.round_form import RoundForm


def choose_rounds(page: QWidget, session: Session) -> None:
    """Asks which rounds the plan year has."""
    from ui.dialogs.rounds import RoundsDialog

    RoundsDialog.ask(page, session)


def give_status(
    page: QWidget, session: Session, measures: Sequence[int], months: int, status: RoundStatus
) -> None:
    """The same status for several measures, and how to take it back."""
    year = session.year
    if year is None or session.run(save_status, year, measures, months, status) is None:
        return
    many = to_thai(str(len(measures)))
    notify_done(page, f"กำหนดสถานะ “{ROUND_STATUS[status]}” ให้ {many} มาตรการแล้ว", session)


def check_files(page: QWidget, session: Session) -> Mapping[int, str]:
    """Says whether the files that lie outside are there and the same; what is wrong, by id."""
    data = session.data
    outside = [each for each in data.files if each.path] if data else []
    problems = outside_problems(outside)
    if problems:
        more = f" และอีก {to_thai(str(len(problems) - 1))} ไฟล์" if len(problems) > 1 else ""
        words = f"{next(iter(problems.values()))}{more} โปรดนำไฟล์เดิมกลับไปไว้ที่เดิมหรือแนบใหม่"
        notify(page, words, Tone.PROBLEM)
    elif outside:
        many = to_thai(str(len(outside)))
        notify(page, f"ไฟล์ที่เก็บไว้นอกโปรแกรม {many} ไฟล์ยังอยู่ครบและไม่เปลี่ยนแปลง")
    else:
        notify(page, "ไฟล์หลักฐานทั้งหมดเก็บอยู่ในไฟล์ของหน่วยงานแล้ว")
    return problems


def copy_earlier(page: QWidget, session: Session, form: RoundForm) -> None:
    """Takes the report of the latest round before over into an empty one."""
    data = session.data
    earlier = _earlier(data, form) if data is not None and _is_empty(form) else None
    if earlier is None:
        return
    report = replace(earlier, id=form.stored.id, months=form.stored.months)
    if session.run(save_round_report, report) is not None:
        notify_done(page, f"คัดลอกจาก{round_name(earlier.months)}แล้ว", session)
        form.output.setFocus()


def offer_copy(button: QPushButton, data: YearData, form: RoundForm) -> None:
    """The button says which round it copies, or why it cannot."""
    earlier = _earlier(data, form)
    button.setEnabled(earlier is not None and _is_empty(form))
    if earlier is None:
        button.setToolTip("ยังไม่มีผลของรอบก่อนให้คัดลอก")
    elif button.isEnabled():
        button.setToolTip(f"คัดลอกจาก{round_name(earlier.months)}")
    else:
        button.setToolTip("คัดลอกได้เมื่อยังไม่ได้กรอกผลของรอบนี้")


def _earlier(data: YearData, form: RoundForm) -> RoundReport | None:
    return earlier_report(data, form.stored.measure_id, form.stored.months)


def _is_empty(form: RoundForm) -> bool:
    return is_blank(form.report()) and not form.unread()
