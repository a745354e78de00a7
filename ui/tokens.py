"""The colours by name: light, dark, and high contrast on black and on white."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """#RRGGBB each; every text colour reads at least 4.5 : 1 on page, card, rail and its soft."""

    name: str
    page: str
    card: str
    rail: str
    text: str
    quiet: str
    disabled: str
    border: str
    track: str  # the rest of a bar
    field: str  # border of a field that can be typed in, 3 : 1 on card
    hover: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str  # behind what is chosen
    band: str  # heads inside a table
    urgent: str
    urgent_soft: str
    improve: str
    improve_soft: str
    keep: str
    keep_soft: str


LIGHT = Tokens(
    name="light",
    page="#F6F7F9",
    card="#FFFFFF",
    rail="#EDF1F4",
    text="#1C2530",
    quiet="#556170",
    disabled="#8B95A1",
    border="#D7DDE4",
    track="#D7DDE4",
    field="#7F8B98",
    hover="#EDF2F6",
    accent="#0B5A7A",
    accent_hover="#094B66",
    on_accent="#FFFFFF",
    accent_soft="#DCECF3",
    band="#EAF0F4",
    urgent="#B3261E",
    urgent_soft="#FCECEA",
    improve="#855600",
    improve_soft="#FFF4DF",
    keep="#1B6E3C",
    keep_soft="#E5F4EA",
)

DARK = Tokens(
    name="dark",
    page="#14181D",
    card="#1C2229",
    rail="#10141A",
    text="#E6EAF0",
    quiet="#9AA7B5",
    disabled="#6B7683",
    border="#333C47",
    track="#333C47",
    field="#6F7C8A",
    hover="#262E37",
    accent="#58B0D6",
    accent_hover="#7CC3E2",
    on_accent="#0A1820",
    accent_soft="#1D3A49",
    band="#232B34",
    urgent="#FF8A80",
    urgent_soft="#3A2423",
    improve="#FFC46B",
    improve_soft="#372D1B",
    keep="#7FD6A0",
    keep_soft="#1C3325",
)

BLACK = Tokens(
    name="black",
    page="#000000",
    card="#000000",
    rail="#000000",
    text="#FFFFFF",
    quiet="#FFFFFF",
    disabled="#3FF23F",
    border="#8C8C8C",
    track="#3A3A3A",
    field="#FFFFFF",
    hover="#333333",
    accent="#FFFF00",
    accent_hover="#FFFF99",
    on_accent="#000000",
    accent_soft="#1A2B66",
    band="#1F1F1F",
    urgent="#FF9C94",
    urgent_soft="#000000",
    improve="#FFD27A",
    improve_soft="#000000",
    keep="#8CF0B0",
    keep_soft="#000000",
)

WHITE = Tokens(
    name="white",
    page="#FFFFFF",
    card="#FFFFFF",
    rail="#FFFFFF",
    text="#000000",
    quiet="#000000",
    disabled="#600000",
    border="#6B6B6B",
    track="#CFCFCF",
    field="#000000",
    hover="#E0E0E0",
    accent="#37006E",
    accent_hover="#1F0040",
    on_accent="#FFFFFF",
    accent_soft="#FFF3A6",
    band="#EBEBEB",
    urgent="#8C0000",
    urgent_soft="#FFFFFF",
    improve="#5C3A00",
    improve_soft="#FFFFFF",
    keep="#00451C",
    keep_soft="#FFFFFF",
)

THEMES = (LIGHT, DARK, BLACK, WHITE)
