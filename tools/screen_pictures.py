"""Draws the screens of the sample office into resources/help, for the help inside the program.

Usage: QT_QPA_PLATFORM=offscreen python -m tools.screen_pictures
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from PySide6.QtCore import QEventLoop, QTimer

from db.opening import create_store
from itadesk.__main__ import Files
from itadesk.services.sample import fill_sample, sample_office
from itadesk.services.sample_province import PROVINCE, fill_province
from resources import ROOT
from ui import theme
from ui.app import make_application, make_window
from ui.settings import UiSettings
from ui.tokens import LIGHT

SIZE, PATIENCE = (1093, 614), 2500  # logical px, ms in which a page reads its file
COLOURS = 48


def main() -> None:
    """One picture a page, in the light theme, with few colours."""
    app = make_application([])
    theme.apply_theme(app, LIGHT)
    with TemporaryDirectory() as folder:
        office, province = Path(folder) / "ตัวอย่าง.itadesk", Path(folder) / "จังหวัด.itadesk"
        with closing(create_store(office, sample_office())) as store:
            fill_sample(store)
        with closing(create_store(province, PROVINCE)) as store:
            fill_province(store)
        _draw(office, Path(folder))
        _draw(province, Path(folder), only="province")


def _draw(path: Path, folder: Path, only: str = "") -> None:
    """The pages of a file, or one of them."""
    window = make_window(path, Files(folder), UiSettings(folder / "s.ini"))
    window.resize(*SIZE)
    window.show()
    assert window.frame is not None
    for page_id in window.frame.page_ids():
        if only in ("", page_id):
            window.frame.show_page(page_id)
            _wait()
            target = ROOT / "help" / f"{page_id}.png"
            window.grab().save(str(target))
            _shrink(target)
    window.close()


def _wait() -> None:
    loop = QEventLoop()
    QTimer.singleShot(PATIENCE, loop.quit)
    loop.exec()


def _shrink(path: Path) -> None:
    with Image.open(path) as drawn:
        few = drawn.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


if __name__ == "__main__":
    main()
