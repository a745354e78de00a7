"""Printing a form of a year."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from itadesk.errors import BadValue
from itadesk.exchange.datacode import code_of
from itadesk.files import replace_file
from itadesk.model.kept import FileRole, KeptFile
from itadesk.model.office import Settings
from itadesk.model.year import YearData
from itadesk.ports import Store
from itadesk.reports.content import Document
from itadesk.reports.forms import Form, Options, form_of, forms
from itadesk.reports.parts.photos import WITH_PHOTOS
from itadesk.reports.texts import wording
from itadesk.services.province import gathers, load_province
from itadesk.services.years import load_year


def compose(store: Store, year: int, form_id: str, options: Options | None = None) -> Document:
    """The content of a form; without storage, so that it can be typeset in another thread.

    BadValue when the options replace a text that the form does not have.
    """
    form, chosen = form_of(form_id), options or Options()
    _must_have_texts(form, chosen)
    data = load_year(store, year)
    return built(form, data, furnished(store, data, form, chosen))


def built(form: Form, data: YearData, options: Options) -> Document:
    """The content with the code of the data, where the form bears one."""
    document = form.build(data, options)
    return document if form.official or form.gathers else replace(document, code=code_of(data))


def workbook_of(store: Store, year: int, form_id: str, options: Options | None = None) -> bytes:
    """A form, or the sheet of all scores, as Excel; BadValue where it has no such shape."""
    from itadesk.exchange.shapes import SCORES, shape_of

    write, chosen, data = shape_of(form_id), options or Options(), load_year(store, year)
    if form_id != SCORES:
        form = form_of(form_id)
        _must_have_texts(form, chosen)
        chosen = furnished(store, data, form, chosen)
    return write(data, chosen)


def _must_have_texts(form: Form, options: Options) -> None:
    known = [text.key for text in form.texts]
    for key in options.texts:
        if key not in known:
            raise BadValue(f"แบบ {form.id} ไม่มีข้อความ “{key}” โปรดเลือกจาก {' · '.join(known)}")


def forms_of(store: Store) -> list[Form]:
    """The forms that this office has a use for: those that gather are for provinces."""
    province = gathers(store)
    return [form for form in forms() if province or not form.gathers]


def furnished(store: Store, data: YearData, form: Form, options: Options) -> Options:
    """The options with the office's emblem and seal, and with the photos of a form that prints
    them, where none were given."""
    own = {each.role: each for each in data.office_files if each.role is not FileRole.TEMPLATE}
    switch = tuple(text for text in form.texts if text.key == WITH_PHOTOS)
    wanted = any(wording(form.id, switch, data, options).values())
    photos = [each for each in data.files if wanted and each.role is FileRole.PHOTO]
    return replace(
        options,
        emblem=options.emblem or _body(store, own.get(FileRole.GARUDA)),
        seal=options.seal or _body(store, own.get(FileRole.SEAL)),
        pictures=options.pictures or {each.digest: _body(store, each) for each in photos},
        province=options.province or (load_province(store, data.year) if form.gathers else None),
    )


def _body(store: Store, kept: KeptFile | None) -> bytes:
    return store.files.body(kept.id) if kept and kept.id is not None else b""


def pdf_of(document: Document, words: tuple[str, ...] = (), font: str = "") -> bytes:
    """The document typeset; `words` are the office's names that a line never breaks inside.

    `font` is a family of this PC; the shipped one stands in where it is absent.
    """
    from itadesk.reports.pdf import render
    from itadesk.reports.pdf.installed import embeddable

    return render(document, words=words, typeface=embeddable(font))


def write_report(
    store: Store, year: int, form_id: str, path: Path, options: Options | None = None
) -> None:
    """Writes a form as the ending of `path` says; the target is replaced in one step."""
    if path.suffix.lower() == ".xlsx":
        replace_file(path, workbook_of(store, year, form_id, options))
        return
    document = compose(store, year, form_id, options)
    replace_file(path, rendered(document, path, store.office.settings()))


def rendered(document: Document, path: Path, settings: Settings) -> bytes:
    """The document as the ending of `path` says; BadValue for an unknown one."""
    ending = path.suffix.lower()
    if ending == ".pdf":
        return pdf_of(document, settings.words, settings.pdf_font)
    if ending == ".docx":
        from itadesk.reports.docx import render_docx

        return render_docx(document, settings.docx_font)
    raise BadValue(f"ไม่รู้จักชนิดของไฟล์ “{path.name}” โปรดตั้งชื่อให้ลงท้ายด้วย .pdf หรือ .docx")
