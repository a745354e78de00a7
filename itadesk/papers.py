"""Steps of the year's road that are documents, by the furthest of those the year has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from itadesk.model.document import DocumentRecord, DocumentState
from itadesk.model.road import RoadStep, StepState
from itadesk.model.year import YearData

PLANS = ("development", "measures", "issues", "ranking")  # forms that show the measures
REPORT, APPROVAL, CIRCULAR = "รายงานผลการประเมิน", "เสนอความเห็นชอบ", "แจ้งเวียน"
SENDING = "แจ้งมาตรการ"
USUAL = {"memo": APPROVAL, "letter": SENDING}  # the template where a document names none
ORDER = tuple(DocumentState)
SIGNED, PUBLISHED = DocumentState.SIGNED, DocumentState.PUBLISHED
_HOW = {
    DocumentState.DRAFT: "ร่างแล้ว",
    DocumentState.SUBMITTED: "เสนอแล้ว",
    SIGNED: "ลงนามแล้ว",
    PUBLISHED: "เผยแพร่แล้ว",
}
_NEXT = {
    DocumentState.DRAFT: "ร่างแล้ว พิมพ์เสนอ แล้วเปลี่ยนสถานะของเอกสาร",
    DocumentState.SUBMITTED: "เสนอแล้ว เมื่อลงนามแล้วให้เปลี่ยนสถานะของเอกสาร",
    SIGNED: "ลงนามแล้ว เมื่อส่งแล้วให้เปลี่ยนสถานะของเอกสาร",
    PUBLISHED: "เผยแพร่แล้ว",
}


@dataclass(frozen=True, slots=True)
class Paper:
    """A step done when a document of a form, made from a template ("" any), is `done`."""

    key: str
    title: str
    name: str
    forms: tuple[tuple[str, str], ...]
    done: DocumentState = SIGNED


MEMO = Paper("memo", "เสนอผู้บริหาร", f"บันทึกข้อความ{REPORT}", (("memo", REPORT),))
WORKING_GROUP = Paper("order", "ตั้งคณะทำงาน", "คำสั่งแต่งตั้งคณะทำงาน", (("order", ""),))
APPROVING = Paper("approval", "ขออนุมัติ", f"บันทึกข้อความ{APPROVAL}มาตรการ", (("memo", APPROVAL),))
ANNOUNCEMENT = Paper("announcement", "ประกาศ", "ประกาศมาตรการ", (("announcement", ""),))
CIRCULATION = Paper(
    "circular",
    "แจ้งทุกส่วน",
    f"บันทึกข้อความ{CIRCULAR}หรือหนังสือ{SENDING}",
    (("memo", CIRCULAR), ("letter", SENDING)),
    PUBLISHED,
)


def paper_step(data: YearData, paper: Paper) -> RoadStep:
    """How far the document of a step is."""
    best = furthest(each for each in data.documents if _serves(data, each, paper))
    place = f"documents:{best.form if best else paper.forms[0][0]}"
    if best is None:
        how, todo, state = "ยังไม่จัดทำ", f"จัดทำ{paper.name}", StepState.NONE
    else:
        sent = best.state is PUBLISHED and best.form in USUAL
        how = "ส่งแล้ว" if sent else _HOW[best.state]
        todo = _NEXT[best.state]
        reached = ORDER.index(best.state) >= ORDER.index(paper.done)
        state = StepState.DONE if reached else StepState.BEGUN
    return RoadStep(paper.key, paper.title, state, how, todo, place, data.year, markable=True)


def publication_step(data: YearData) -> RoadStep:
    """The announcement or the measures stand on the website."""
    public = [
        each
        for each in data.documents
        if each.form in ("announcement", *PLANS) and each.state is PUBLISHED
    ]
    found = next((each for each in public if each.url), public[0] if public else None)
    form = found.form if found else "announcement"
    if found is None:
        how, state = "ยังไม่เผยแพร่", StepState.NONE
        todo = "เผยแพร่ประกาศและมาตรการทางเว็บไซต์ แล้วเปลี่ยนสถานะและกรอก URL"
    elif not found.url:
        how, state = "ยังไม่มี URL", StepState.BEGUN
        todo = "เผยแพร่แล้ว กรอก URL ของเอกสารที่เผยแพร่"
    else:
        how, todo, state = "เผยแพร่แล้ว", "เผยแพร่ทางเว็บไซต์แล้ว", StepState.DONE
    place = f"documents:{form}"
    return RoadStep("publication", "เผยแพร่", state, how, todo, place, data.year, markable=True)


def furthest(documents: Iterable[DocumentRecord]) -> DocumentRecord | None:
    """The one that is furthest on its way; None when there is none."""
    return max(documents, key=lambda each: ORDER.index(each.state), default=None)


def _serves(data: YearData, document: DocumentRecord, paper: Paper) -> bool:
    """A plan that is signed has been approved, whatever was written to ask for it."""
    own = document.fields.get("template") or data.texts.get((document.form, "template"))
    template = own or USUAL.get(document.form, "")
    approved = (
        paper is APPROVING and document.form in PLANS and document.state in (SIGNED, PUBLISHED)
    )
    return approved or (document.form, template) in paper.forms
