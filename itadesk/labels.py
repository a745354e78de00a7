"""Thai words of the enums, as screens, workbooks and documents show them."""

from __future__ import annotations

from collections.abc import Mapping

from itadesk.model.work import RoundStatus

OIT_ANSWER: Mapping[bool | None, str] = {True: "มี", False: "ไม่มี"}
ROUND_STATUS: Mapping[RoundStatus, str] = {
    RoundStatus.NOT_STARTED: "ยังไม่เริ่ม",
    RoundStatus.UNDER_WAY: "อยู่ระหว่างดำเนินการ",
    RoundStatus.DONE: "แล้วเสร็จ",
    RoundStatus.CANCELLED: "ยกเลิก",
}
