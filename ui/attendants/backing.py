"""Copies of the open file that are made by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.frame import Frame
    from ui.window import Window


def attend(window: Window, frame: Frame) -> None:
    """Makes them while the file is shown."""
    window.comfort.backing.follow(frame)
