"""The window's stylesheet, filled with the colours of a theme and sizes that follow its font."""

from __future__ import annotations

import re
from dataclasses import asdict
from string import Template

from resources import ROOT
from ui.fonts import BODY, FIGURE, LARGE, SMALL, TITLE
from ui.tokens import Tokens


def stylesheet(tokens: Tokens, size: float = BODY) -> str:
    """The stylesheet of one theme around a body of `size` pt; its pictures lie in resources."""
    text = (ROOT / "window.qss").read_text(encoding="utf-8")
    ratio = size / BODY
    text = re.sub(r"(\d+)px", lambda found: _scaled(int(found[1]), ratio), text)
    named = {"title": TITLE, "heading": LARGE, "figure": FIGURE, "small": SMALL}
    sizes = {name: f"{of_body * ratio:.1f}pt" for name, of_body in named.items()}
    return Template(text).substitute(asdict(tokens) | sizes, icons=(ROOT / "icons").as_posix())


def _scaled(pixels: int, ratio: float) -> str:
    """Lines of 1 and 2 px stay fine; everything else follows the text."""
    return f"{pixels if pixels <= 2 else round(pixels * ratio)}px"
