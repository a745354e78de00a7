"""The window's stylesheet, filled with the colours of a theme and sizes that follow its font."""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from resources import ROOT
from ui.fonts import BODY, FIGURE, LARGE, SMALL, TITLE
from ui.tokens import Tokens


def stylesheet(tokens: Tokens, size: float = BODY) -> str:
    """The stylesheet of one theme around a body of `size` pt; its pictures lie in resources."""
    text = (ROOT / "window.qss").read_text(encoding="utf-8")
    named = {"title": TITLE, "heading": LARGE, "figure": FIGURE, "small": SMALL}
    sizes = {name: f"{of_body * size / BODY:.1f}pt" for name, of_body in named.items()}
    return Template(text).substitute(asdict(tokens) | sizes, icons=(ROOT / "icons").as_posix())
