"""Steps that bring a file's tables up to date, one module and function each, in order of name.

A released step never changes, never branches on the schema and never imports itadesk.
"""

from __future__ import annotations

import pkgutil

# Names only: the steps themselves need sqlite_utils and are imported when one is pending.
STEPS: tuple[str, ...] = tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))
