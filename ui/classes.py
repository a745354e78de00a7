"""How the classes of scores look: a sign and a colour, always together."""

from __future__ import annotations

from itadesk.model.work import FindingClass
from ui import theme
from ui.tokens import Tokens

SIGNS = {FindingClass.URGENT: "▲", FindingClass.IMPROVE: "●", FindingClass.KEEP: "✓"}


def class_colour(found: FindingClass, tokens: Tokens | None = None) -> str:
    """The text colour of a class, #RRGGBB."""
    shown = tokens or theme.current()
    return {
        FindingClass.URGENT: shown.urgent,
        FindingClass.IMPROVE: shown.improve,
        FindingClass.KEEP: shown.keep,
    }[found]
