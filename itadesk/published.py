"""Which items of a year ask for the measures and for the report on them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

PUBLISHED: Mapping[int, tuple[str, str]] = MappingProxyType(
    {
        2564: ("o42", "o43"),
        2565: ("o42", "o43"),
        2566: ("o42", "o43"),
        2567: ("o34", "o35"),
        2568: ("o27", "o28"),
        2569: ("o25", "o26"),
    }
)
"""By fiscal year (B.E.); sources name o34 of 2567 and the pairs up to 2566, others are likely."""
