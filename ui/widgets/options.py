"""What a delegate is told about a cell; the typed stubs of Qt leave these fields out."""

from __future__ import annotations

from typing import Protocol, cast

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem


class _Option(Protocol):
    rect: QRect
    state: QStyle.StateFlag


def room(option: QStyleOptionViewItem) -> QRect:
    """Where the cell is painted."""
    return cast(_Option, option).rect


def has_state(option: QStyleOptionViewItem, flag: QStyle.StateFlag) -> bool:
    """Whether the cell is selected, current, …"""
    return bool(cast(_Option, option).state & flag)
