"""Compiles what is ours in C: the two launchers, and thai.dll out of libthai and libdatrie."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from installer.making.places import INSTALLER, Places

_GCC = "x86_64-w64-mingw32-gcc-posix"  # Debian has two; bytes shall not depend on which is usual
_WINDRES = "x86_64-w64-mingw32-windres"
# no time stamp and no folder of the build in the result; what attacks of memory make harder is on
_LINK = (
    "-s",
    "-static-libgcc",
    "-Wl,--no-insert-timestamp,--dynamicbase,--nxcompat,--high-entropy-va",
)
_TRIE = ("alpha-map", "darray", "dstring", "fileutils", "tail", "trie-string", "trie")
_THAI = (
    *("thbrk/brk-common", "thbrk/brk-ctype", "thbrk/brk-maximal", "thbrk/thbrk"),
    *("thctype/thctype", "thctype/wtt", "thwchar/thwchar", "thstr/thstr"),
    *("thcell/thcell", "thinp/thinp", "libthai"),
)


def launchers(places: Places) -> None:
    """itadesk.exe and itadesk-cli.exe, with icon, version and manifest."""
    folder = places.work / "launcher"
    shutil.copytree(INSTALLER / "launcher", folder, dirs_exist_ok=True)
    numbers = ",".join([*places.version.split("."), "0", "0", "0"][:4])
    for name, options in (("itadesk", ["-mwindows"]), ("itadesk-cli", ["-mconsole", "-DCONSOLE"])):
        said = f'#define NUMBERS {numbers}\n#define VERSION "{places.version}"\n'
        said += f'#define NAME "{name}"\n'
        (folder / "version.h").write_text(said, encoding="ascii")
        _run(folder, _WINDRES, "-c", "65001", "itadesk.rc", "-O", "coff", "-o", f"{name}.res.o")
        compiled = ["-Os", "-Wall", "-Wextra", "-Werror", "-municode", *options, "itadesk.c"]
        _run(folder, _GCC, *compiled, f"{name}.res.o", *_LINK, "-o", f"{name}.exe", "-lshell32")
        shutil.copyfile(folder / f"{name}.exe", places.program / f"{name}.exe")


def thai_library(sources: list[Path], dictionary: Path, places: Places) -> None:
    """thai.dll, which finds thbrk.tri beside itself."""
    folder = places.work / "thai"
    folder.mkdir()
    for each in sources:
        _run(folder, "tar", "xf", str(each))
    trie = next(folder.glob("libdatrie-*"))
    thai = next(folder.glob("libthai-*"))
    include = [f"-I{trie.name}", f"-I{thai.name}/include", f"-I{thai.name}/src"]
    include += [f"-I{thai.name}/src/thbrk", "-include", "stdlib.h"]
    shutil.copytree(INSTALLER / "thai", folder, dirs_exist_ok=True)
    files = [f"{trie.name}/datrie/{name}.c" for name in _TRIE]
    files += [f"{thai.name}/src/{name}.c" for name in _THAI] + ["dictionary.c"]
    objects = []
    for file in files:
        options = ['-DDICT_DIR="."', "-Dbrk_load_default_dict=brk_load_dict_of_unix"]
        given = options if file.endswith("brk-common.c") else []
        objects.append(file.replace("/", "-") + ".o")
        _run(folder, _GCC, "-O2", *include, *given, "-c", file, "-o", objects[-1])
    _run(folder, _GCC, "-shared", *objects, "thai.def", *_LINK, "-o", "thai.dll")
    shutil.copyfile(folder / "thai.dll", places.app / "thai.dll")
    shutil.copyfile(dictionary, places.app / "thbrk.tri")


def _run(folder: Path, *command: str) -> None:
    env = {**os.environ, "SOURCE_DATE_EPOCH": "0"}
    subprocess.run(command, cwd=folder, check=True, env=env)
