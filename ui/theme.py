"""Colours, spacing and signs of the window, light and dark."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ui.fonts import BODY, base_font
from ui.stylesheet import stylesheet
from ui.tokens import DARK, LIGHT, Tokens

GAP, BLOCK, PAGE = 8, 16, 24  # px inside groups, between them, around a page
RADIUS, TARGET = 6, 28  # px of corners; least height of what is clicked


def current() -> Tokens:
    """The tokens the program is shown in now."""
    return DARK if QGuiApplication.palette().window().color() == QColor(DARK.page) else LIGHT


def apply_theme(app: QApplication, tokens: Tokens | None = None, size: float = BODY) -> None:
    """Puts fonts, palette and stylesheet on the program; follows the system when not told.

    `size` is the body's in pt; headings keep their ratio to it.
    """
    chosen = tokens or _of_system(app)
    app.setFont(base_font(size))
    app.setPalette(_palette(chosen))
    app.setStyleSheet(stylesheet(chosen, size))


def follow_system(app: QApplication) -> None:
    """Changes between light and dark as the system does."""
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: apply_theme(app))


def _of_system(app: QApplication) -> Tokens:
    return DARK if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT


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
