"""How the rows of a list, tree or table look where Qt's own drawing does not fit the theme."""

from __future__ import annotations

from resources import ROOT
from ui import theme


def item_style(view: str, padding: str) -> str:
    """A stylesheet for a view's class: the same padding chosen or not, boxes as in forms."""
    tokens = theme.current()
    tick = (ROOT / "icons" / f"tick-{tokens.name}.svg").as_posix()
    side = theme.px(16)
    return (
        f"{view} {{ outline: none; }}"
        f"{view}::item {{ padding: {padding}; border: none; }}"
        f"{view}::indicator {{ width: {side}px; height: {side}px; border: 1px solid {tokens.field};"
        f" border-radius: 4px; background: {tokens.card}; }}"
        f"{view}::indicator:checked {{ background: {tokens.accent}; border-color: {tokens.accent};"
        f" image: url({tick}); }}"
    )
