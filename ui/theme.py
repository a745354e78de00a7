"""Colours, spacing and size of the window: what is chosen, else what the system shows."""

from __future__ import annotations

from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ui.fonts import BODY, base_font, scale
from ui.look import Choice, of_system
from ui.spacing import Spacing
from ui.stylesheet import stylesheet
from ui.tokens import BLACK, DARK, LIGHT, THEMES, Tokens

GAP, BLOCK, PAGE = 8, 16, 24  # px inside groups, between them, around a page
RADIUS, TARGET = 6, 28  # px of corners; least height of what is clicked
_BY_PAGE = {tokens.page: tokens for tokens in reversed(THEMES)}


def current() -> Tokens:
    """The tokens the program is shown in now."""
    return _BY_PAGE.get(QGuiApplication.palette().window().color().name().upper(), LIGHT)


def px(at_100: float) -> int:
    """Pixels of a length that is to follow the size of the text."""
    return round(at_100 * scale())


def apply_theme(app: QApplication, tokens: Tokens | None = None, size: float = BODY) -> None:
    """Puts fonts, palette and stylesheet on the program.

    Without `tokens` as chosen or as the system has it; `size` is the body's in pt, headings and
    lengths keep their ratio to it.
    """
    app.setProperty("scale", size / BODY)
    chosen = tokens or _chosen(app)
    app.setFont(base_font())
    app.setPalette(_palette(chosen))
    app.setStyleSheet(stylesheet(chosen, BODY * scale()))
    Spacing.follow(app, scale())


def choose(app: QApplication, choice: Choice, percent: int) -> None:
    """Shows the program in the colours and the text size that its user wants."""
    app.setProperty("choice", choice)
    apply_theme(app, size=BODY * percent / 100)


def chosen(app: QApplication) -> Choice:
    """What `choose` was told last."""
    return Choice(app.property("choice") or "")


def follow_system(app: QApplication) -> None:
    """Changes its colours as the system does."""
    app.styleHints().colorSchemeChanged.connect(
        lambda _scheme: apply_theme(app, size=BODY * scale())
    )


def _chosen(app: QApplication) -> Tokens:
    named = {Choice.LIGHT: LIGHT, Choice.DARK: DARK, Choice.CONTRAST: BLACK}
    return named.get(chosen(app)) or of_system(app)


def _palette(tokens: Tokens) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for name, colour in (
        (role.Window, tokens.page),
        (role.Base, tokens.card),
        (role.AlternateBase, tokens.page),
        (role.Button, tokens.card),
        (role.WindowText, tokens.text),
        (role.Text, tokens.text),
        (role.ButtonText, tokens.text),
        (role.PlaceholderText, tokens.quiet),
        (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.on_accent),
        (role.Accent, tokens.accent),
        (role.Link, tokens.accent),
        (role.ToolTipBase, tokens.card),
        (role.ToolTipText, tokens.text),
        (role.Mid, tokens.border),
    ):
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(tokens.disabled))
    return palette
