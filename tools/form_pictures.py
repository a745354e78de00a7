"""Draws a page of every form of the sample office into resources/help/forms, for README and help.

Usage: .venv/bin/python tools/form_pictures.py
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

WIDTH = 620  # px
GREYS = 16
PAGE = {
    "province": 1,
    "issues": 2,
    "results": 4,
}  # from 0, where the first pages show little of the form


def main() -> None:
    """Replaces the pictures."""
    import pypdfium2

    from db.opening import open_store
    from itadesk.reports.forms import Options, forms
    from itadesk.services.office import save_office
    from itadesk.services.reporting import compose, pdf_of
    from itadesk.services.sample import fill_sample, sample_office, sample_year
    from itadesk.services.sample_province import sample_province

    store = open_store(None)
    save_office(store, sample_office())
    fill_sample(store)
    target = ROOT / "resources" / "help" / "forms"
    target.mkdir(exist_ok=True)
    for form in forms():
        options = Options(province=sample_province() if form.gathers else None)
        pdf = pypdfium2.PdfDocument(pdf_of(compose(store, sample_year(), form.id, options)))
        page = pdf[PAGE.get(form.id, 0)]
        picture = page.render(scale=2 * WIDTH / page.get_width()).to_pil().convert("L")
        picture = picture.resize((WIDTH, round(picture.height * WIDTH / picture.width)))
        picture.quantize(GREYS).save(target / f"{form.id}.png", optimize=True)
    store.close()


if __name__ == "__main__":
    main()
