"""What stands in the rail, one module a page; its widget in `ui/pages` is imported when shown.

A module here with a PAGE is in the rail.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from ui.pages import Page


def pages() -> list[Page]:
    """All pages in rail order."""
    found = [import_module(f"{__name__}.{info.name}") for info in iter_modules(__path__)]
    return sorted((m.PAGE for m in found if hasattr(m, "PAGE")), key=lambda page: page.order)
