"""Every text colour is read on every ground it stands on."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from itadesk.model.work import FindingClass
from ui import theme
from ui.classes import SIGNS
from ui.stylesheet import stylesheet
from ui.tokens import LIGHT, THEMES

GROUNDS = ("page", "card", "rail", "hover", "band", "accent_soft")
PAIRS = [
    *((text, ground) for text in ("text", "quiet", "accent") for ground in GROUNDS),
    *((tone, ground) for tone in ("urgent", "improve", "keep") for ground in ("page", "card")),
    *((tone, f"{tone}_soft") for tone in ("urgent", "improve", "keep")),
    *(("text", f"{tone}_soft") for tone in ("urgent", "improve", "keep")),
    *(("quiet", f"{tone}_soft") for tone in ("urgent", "improve", "keep")),
    ("urgent", "accent_soft"),
    ("keep", "accent_soft"),
    ("keep", "band"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
]


def luminance(colour):
    def linear(part):
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in QColor(colour).getRgbF()[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out_from_its_ground(tokens, text, ground):
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
@pytest.mark.parametrize("ground", ["page", "card"])
def test_edges_of_fields_and_focus_can_be_seen(tokens, ground):
    assert contrast(tokens.field, getattr(tokens, ground)) >= 3
    assert contrast(tokens.accent, getattr(tokens, ground)) >= 3


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
def test_the_stylesheet_is_whole(tokens):
    text = stylesheet(tokens)
    assert "$" not in text
    assert text.count("{") == text.count("}")


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
def test_the_theme_in_use_is_known(qapp, tokens):
    theme.apply_theme(qapp, tokens)
    assert theme.current() is tokens
    theme.apply_theme(qapp, LIGHT)


def test_every_class_has_a_sign_of_its_own():
    assert sorted(SIGNS) == sorted(FindingClass)
    assert len(set(SIGNS.values())) == len(FindingClass)


def test_lengths_of_the_stylesheet_follow_the_text_and_fine_lines_stay_fine():
    usual, double = stylesheet(LIGHT), stylesheet(LIGHT, 22)
    assert "min-height: 20px" in usual
    assert "min-height: 40px" in double
    assert "min-height: 20px" not in double
    assert usual.count("1px solid") == double.count("1px solid")


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
def test_bars_stand_out_from_their_track(tokens):
    for tone in ("urgent", "improve", "keep"):
        assert contrast(getattr(tokens, tone), tokens.track) >= 3
