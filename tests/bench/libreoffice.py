"""Turns a .docx into PDF with LibreOffice, which is given the same font as the others."""

from pathlib import Path

import timing

FONTS = timing.ROOT / "resources" / "fonts"
_CONFIG = (
    "<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig>"
    "<include ignore_missing='yes'>/etc/fonts/fonts.conf</include><dir>{}</dir></fontconfig>"
)


def command(folder: Path, docx: Path) -> list[str]:
    """The PDF is put in `folder`, and so are the profile and the list of fonts."""
    config = folder / "fonts.conf"
    config.write_text(_CONFIG.format(FONTS), encoding="utf-8")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    convert = ["--headless", "--convert-to", "pdf", "--outdir", str(folder), str(docx)]
    return ["env", f"FONTCONFIG_FILE={config}", "soffice", profile, *convert]
