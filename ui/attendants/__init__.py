"""What accompanies an open file, one module each.

A module here with `attend(window, frame)` is called with every file that is shown, and again when
the window makes its pages anew (`Session.again`); what it makes should have the frame as parent.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.frame import Frame
    from ui.window import Window


def attendants() -> list[Callable[[Window, Frame], None]]:
    """All of them, by the names of their modules."""
    found = [import_module(f"{__name__}.{info.name}") for info in iter_modules(__path__)]
    return [module.attend for module in found]
