"""Forms are found by the name of their module."""

from __future__ import annotations

import pytest

from itadesk.errors import NotFound
from itadesk.reports.forms import form_of, forms


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.id)
def test_every_form_is_found_by_its_id(form):
    assert form_of(form.id) is form


@pytest.mark.parametrize("unknown", ["", "oit_register", "no-such-form", "../forms"])
def test_what_is_no_form_is_refused_with_those_there_are(unknown):
    with pytest.raises(NotFound, match="development · ") as refused:
        form_of(unknown)
    assert "oit-register" in str(refused.value)
