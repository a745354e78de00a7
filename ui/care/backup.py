"""สำรองตอนนี้: a verified copy at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.care import Deed

if TYPE_CHECKING:
    from ui.window import Window


def _run(window: Window) -> None:
    window.comfort.backing.make()


DEED = Deed("สำรองตอนนี้", 10, _run)
