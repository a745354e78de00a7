"""Thai words of the enums, as screens, workbooks and documents show them."""

from __future__ import annotations

from collections.abc import Mapping

from itadesk.model.phrase import PhraseKind
from itadesk.model.province import FileState
from itadesk.model.work import RoundStatus

OIT_ANSWER: Mapping[bool | None, str] = {True: "มี", False: "ไม่มี"}
ROUND_STATUS: Mapping[RoundStatus, str] = {
    RoundStatus.NOT_STARTED: "ยังไม่เริ่ม",
    RoundStatus.UNDER_WAY: "อยู่ระหว่างดำเนินการ",
    RoundStatus.DONE: "แล้วเสร็จ",
    RoundStatus.CANCELLED: "ยกเลิก",
}
ROUND_SIGN: Mapping[RoundStatus, str] = {
    RoundStatus.NOT_STARTED: "–",
    RoundStatus.UNDER_WAY: "◔",
    RoundStatus.DONE: "✓",
    RoundStatus.CANCELLED: "×",
}
PHRASE_KIND: Mapping[PhraseKind, str] = {
    PhraseKind.CAUSE: "สาเหตุ",
    PhraseKind.GUIDELINE: "แนวทาง",
    PhraseKind.ACTIVITY: "มาตรการ",
    PhraseKind.STEP: "ขั้นตอน",
    PhraseKind.RESULT: "ผลการดำเนินงาน",
    PhraseKind.OTHER: "อื่น ๆ",
}
FILE_STATE: Mapping[FileState, str] = {
    FileState.RECEIVED: "รับแล้ว",
    FileState.RETURNED: "ส่งคืนแก้ไข",
    FileState.ACCEPTED: "รับรอง",
}
