"""Stands in for the module of sockets, which is left out; it can open nothing.

`types.CapsuleType` takes the type of this one name, and python-docx asks for it in passing.
"""

from _datetime import datetime_CAPI as CAPI  # any capsule has that type

__all__ = ["CAPI"]
