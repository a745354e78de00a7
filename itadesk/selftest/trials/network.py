"""The installed program holds no code that can reach a network."""

from __future__ import annotations

from importlib.util import find_spec

from itadesk.selftest import Found, Place, Trial, Verdict

_MODULES = ("_socket", "_ssl", "PySide6.QtNetwork")


def _run(_place: Place) -> Found:
    present = [name for name in _MODULES if _is_real(name)]
    if present:
        return Found(
            Verdict.LOOK,
            f"มีส่วนที่ติดต่อเครือข่ายได้: {', '.join(present)}",
            "โปรแกรมจากชุดติดตั้งไม่มีส่วนนี้ หากติดตั้งจากชุดติดตั้งแล้ว โปรดติดตั้งใหม่",
        )
    return Found(Verdict.GOOD, "ไม่มีส่วนใดของโปรแกรมที่ติดต่อเครือข่ายได้")


def _is_real(name: str) -> bool:
    """What is written in Python only takes the place of what others ask for; it opens nothing."""
    spec = find_spec(name)
    return spec is not None and not (spec.origin or "").endswith((".py", ".pyc"))


TRIAL = Trial("network", 30, "ไม่ใช้เครือข่าย", "หาส่วนที่ติดต่อเครือข่ายในโปรแกรม", _run)
