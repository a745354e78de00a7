"""Of Qt what the window uses; its network, QML, OpenGL and database parts stay out."""

from __future__ import annotations

import re

_MODULES = "Core|Gui|Widgets|PrintSupport|Svg"
_USED = re.compile(
    rf"""PySide6/( __init__\.py | _config\.py | _git_pyside_version\.py | Qt({_MODULES})\.pyd
    | Qt6({_MODULES})\.dll | pyside6\.abi3\.dll
    | support/.*\.py
    | plugins/(platforms/q(windows|offscreen) | styles/qmodernwindowsstyle | iconengines/qsvgicon
    | imageformats/q(gif|ico|jpeg|svg))\.dll )
    | shiboken6/( .*\.py | Shiboken\.pyd | shiboken6\.abi3\.dll )""",
    re.VERBOSE,
)
_RUNTIME = re.compile(r"PySide6/(msvcp140|msvcp140_1|msvcp140_2)\.dll")


def used(name: str) -> bool:
    """Whether a file of a wheel is shipped; True for wheels that are not Qt's."""
    if not re.match(r"(PySide6|shiboken6)[/_-]", name):
        return True
    return bool(_USED.fullmatch(name) or of_runtime(name) or ".dist-info/" in name)


def of_runtime(name: str) -> bool:
    """Whether it is Microsoft's C++ runtime, as PySide6 carries it."""
    return bool(_RUNTIME.fullmatch(name))
