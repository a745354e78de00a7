"""Lengths and proportions of the page; everything inside the engine is in points."""

from __future__ import annotations

CM = 72 / 2.54
A4 = (21.0 * CM, 29.7 * CM)

# Single spacing of TH Sarabun: 21 pt for 16 pt (official-formats §0), whatever font stands in.
PITCH = 21 / 16
# Height of a line above its baseline; TH Sarabun's tallest ink is .836 of the size.
ASCENT = 0.85

BORDER = 0.5
PADDING_SIDE = 3.0
PADDING_TOP = 1.5
PADDING_FOOT = 2.5
SHADE = 0.92
# Above and below a picture in a cell.
AROUND = 3.0

# Official letters: the number stands 2 cm from the edge and the text begins 3 cm from it.
NUMBER_TOP = 2.0 * CM
NUMBERED_TEXT_TOP = 3.0 * CM
NUMBER_SIZE = 16.0
# A class of secrecy stands so far from the upper and the lower edge of the sheet.
STAMP_EDGE = 0.4 * CM
# The code of the data stands so far from the lower edge, within what any printer reaches.
CODE_EDGE = 0.8 * CM
# Words of the next page stand on the third line below the text (§1.5).
CATCHWORD_ROOM = 3 * 21.0

# Justification: a space grows by half at most before the clusters move apart (§2.3).
SPACE_STRETCH = 0.5
SPACE_STRETCH_LAST = 2.0
CLUSTER_STRETCH = 0.06
CLUSTER_STRETCH_LAST = 0.1
# Narrower columns are not justified.
NARROW = 4.0 * CM

# Two spaces, which part a label from its value; dotted leaders; short rules.
LABEL_GAP = 2 * 0.216 * 16
DOT = 0.8
DOT_STEP = 2.6
RULE = 0.6
# The letter Garuda is about .92 as wide as it is high (§4).
EMBLEM_SHAPE = 0.92
# How far left of the middle of a signature its rank ends.
RANK_END = 0.5 * CM
