"""Every form of the sample is tagged through and through, and says in its tree all that it says."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest

from itadesk.reports.content import paragraphs
from itadesk.reports.forms import Options, form_of, forms
from itadesk.reports.pdf import render
from itadesk.reports.pdf.shaping import drawable

from .letter_reading import emblem
from .pdf.test_tags import Tagged

LEAVES = {"/H1", "/H2", "/H3", "/P", "/TH", "/TD", "/Figure"}


def words(texts):
    return Counter(re.sub(r"\s+", "", drawable(text)) for text in texts)


@pytest.fixture(params=[form.id for form in forms()])
def document(request, data):
    return form_of(request.param).build(data, Options(emblem=emblem()))


def test_the_tree_has_every_paragraph_once(document):
    """Tagged sees to it that nothing is drawn outside of elements and artifacts."""
    tagged = Tagged(render(document))
    elements = list(tagged.elements())
    told = words(tagged.text(each) for each in elements if each["/S"] in LEAVES)
    charts = "".join(tagged.text(each) for each in elements if each["/S"] == "/Figure")
    inside = re.sub(r"\s+", "", charts)
    meant = words(each.text for each in paragraphs(document) if each.text.strip())
    listed = words(text.rstrip("๐๑๒๓๔๕๖๗๘๙") for text in told if text[-1:].isdigit())  # contents
    missing = [text for text in meant - told - listed if text not in inside]
    assert missing == []


def test_the_tree_begins_with_one_heading_of_the_first_level_where_there_is_a_title(document):
    kinds = [each["/S"] for each in Tagged(render(document)).elements()]
    titled = any(each.style == "title" for each in paragraphs(document))
    levels = [int(kind[2:]) for kind in kinds if re.fullmatch("/H[1-3]", kind)]
    assert bool(levels) == titled
    assert levels[:1] in ([], [1])
    assert all(after - before <= 1 for before, after in pairwise(levels))
