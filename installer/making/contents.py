"""Says what a build took, from where, and what the shipped files ask of Windows."""

from __future__ import annotations

from pathlib import Path

from installer.making.places import Places, sha256_of


def report(places: Places, taken: list[Path], asked: dict[str, list[str]]) -> Path:
    """Writes `itadesk-<version>-contents.txt`; the same for the same inputs."""
    files = sorted(path for path in places.program.rglob("*") if path.is_file())
    size = sum(path.stat().st_size for path in files)
    lines = [f"itadesk {places.version} for Windows, 64 bit", ""]
    lines += [f"{len(files)} files, {size:,} bytes unpacked", "", "Taken (sha256, part):"]
    lines += [
        f"{sha256_of(path)}  {path.name}" for path in sorted(taken, key=lambda each: each.name)
    ]
    lines += [
        "",
        "Made from this repository: itadesk, db, ui, resources, installer/launcher/itadesk.c,",
    ]
    lines += [
        "installer/thai/dictionary.c, installer/stubs",
        "",
        "DLLs of Windows that files ask for:",
    ]
    for name, outside in asked.items():
        lines.append(f"{name}: {', '.join(outside) or '-'}")
    lines += ["", "Files that import ws2_32.dll (sockets): "]
    lines[-1] += ", ".join(name for name, outside in asked.items() if "ws2_32.dll" in outside)
    lines += ["", "Shipped files (sha256):"]
    lines += [f"{sha256_of(path)}  {path.relative_to(places.program).as_posix()}" for path in files]
    target = places.dist / f"{places.program.name}-contents.txt"
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return target
