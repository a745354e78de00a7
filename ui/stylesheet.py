"""The window's stylesheet, filled with the colours of a theme."""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from resources import ROOT
from ui.tokens import Tokens


def stylesheet(tokens: Tokens) -> str:
    """The stylesheet of one theme; its pictures lie in resources/icons."""
    text = (ROOT / "window.qss").read_text(encoding="utf-8")
    return Template(text).substitute(asdict(tokens), icons=(ROOT / "icons").as_posix())
