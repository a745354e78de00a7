"""A Word template, filled by docxtpl."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from docx.oxml import parse_xml
from docxtpl import DocxTemplate
from jinja2 import TemplateSyntaxError

from itadesk.errors import BadFile, BadValue
from itadesk.model.year import YearData
from itadesk.reports.docx.properties import describe
from itadesk.reports.placeholders import values_of
from itadesk.reports.templates.language import Language
from itadesk.reports.templates.names import FIELDS

MOST_BYTES = 20 * 1024**2
MOST_UNPACKED = 100 * 1024**2
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TAG = re.compile("<[^>]*>")
_WHOLE = re.compile(r"\{\{(r|p|tr|tc)\s+([^{}]*?)\s*\}\}")  # docxtpl puts these in as raw XML
_LAYOUT = re.compile(r"\{%-?\s*(colspan|cellbg|vm|hm)\b")
_FIELD = re.compile(r"\{\{\s*([^\s{}]+)\s*\}\}")
_ROW, _PARAGRAPH = (
    re.compile(rf"<w:{tag}[ >](?:(?!<w:{tag}[ >]).)*?</w:{tag}>", re.DOTALL) for tag in ("tr", "p")
)
_PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")
_UNREADABLE = (
    *(zipfile.BadZipFile, zlib.error, KeyError, ValueError, EOFError, OSError),
    *(NotImplementedError, RuntimeError),
)
_EACH = "each"  # the name of an entry in the loops that are put around rows


def filled_word(template: bytes, data: YearData, file: str) -> tuple[bytes, set[str]]:
    """The filled document and the names it used."""
    word = _opened(template, file)
    language = Language(file)
    target = BytesIO()
    try:
        word.render(values_of(data), language)
    except (TemplateSyntaxError, SyntaxError, UnicodeDecodeError) as error:
        raise BadValue(
            f"แม่แบบ “{file}” มีวงเล็บปีกกาที่เปิดปิดไม่ครบหรือคำสั่งที่ไม่รู้จัก "
            "โปรดตรวจเครื่องหมาย {{ }} และ {% %} ทุกแห่ง"
        ) from error
    core = word.docx.core_properties
    describe(word.docx, core.title, data.office.name, core.subject)
    word.save(target)
    return target.getvalue(), language.used


class _Template(DocxTemplate):  # type: ignore[misc]
    """Repeats rows and paragraphs of lists without commands; refuses raw XML."""

    def __init__(self, template: bytes, file: str) -> None:
        super().__init__(BytesIO(template))
        self._file = file

    def patch_xml(self, src_xml: str) -> str:
        text = _TAG.sub("", src_xml)
        whole = _WHOLE.search(text)
        if whole:
            raise BadValue(
                f"แม่แบบ “{self._file}” มีช่องเติมข้อมูล “{whole[0]}” ที่โปรแกรมไม่รับ "
                f"โปรดแก้เป็น {{{{ {whole[2]} }}}}"
            )
        if _LAYOUT.search(text):
            raise TemplateSyntaxError("not understood", 0)
        patched: str = super().patch_xml(src_xml)
        return _PARAGRAPH.sub(self._repeated, _ROW.sub(self._repeated, patched))

    def render_xml_part(self, *args: object, **kwargs: object) -> str:
        made: str = super().render_xml_part(*args, **kwargs)
        parse_xml(made.encode())  # docxtpl itself would drop what does not fit together
        return made

    def _repeated(self, found: re.Match[str]) -> str:
        """A row or paragraph with fields of a list, in a loop over that list."""
        lists = {FIELDS[name][0].name: name for name in _FIELD.findall(found[0]) if name in FIELDS}
        if not lists:
            return found[0]
        if len(lists) > 1:
            names = "” กับ “".join(lists.values())
            raise BadValue(f"แม่แบบ “{self._file}” มีแถวที่ใช้ทั้ง “{names}” โปรดแยกรายการคนละชุดไว้คนละแถว")
        (name,) = lists
        body = _FIELD.sub(_of_entry, found[0])
        return f"{{% for {_EACH} in {name} %}}{body}{{% endfor %}}"


def _of_entry(found: re.Match[str]) -> str:
    name = found[1]
    return f"{{{{ {_EACH}.{name.partition('.')[2]} }}}}" if name in FIELDS else found[0]


def _opened(template: bytes, file: str) -> _Template:
    refused = BadFile(f"ไฟล์ “{file}” ใช้เป็นแม่แบบไม่ได้ โปรดเปิดด้วย Word แล้วบันทึกเป็นชนิด .docx ก่อน")
    _check_package(template, file, refused)
    word = _Template(template, file)
    try:
        word.init_docx()
        for name in _PROPERTIES:
            getattr(word.docx.core_properties, name)
        word.get_xml()
        word.docx.save(BytesIO())
    except Exception as error:  # whatever the reader trips over, the file is damaged
        raise refused from error
    return word


def _check_package(template: bytes, file: str, refused: BadFile) -> None:
    """Before anything reads it: a Word document of bounded size, without macros and DTDs."""
    if len(template) > MOST_BYTES:
        raise BadFile(f"ไฟล์ “{file}” ใหญ่กว่า ๒๐ MB โปรดย่อภาพในแม่แบบก่อน")
    try:
        with zipfile.ZipFile(BytesIO(template)) as archive:
            if sum(each.file_size for each in archive.infolist()) > MOST_UNPACKED:
                raise refused
            macros = any(name.lower().endswith("vbaproject.bin") for name in archive.namelist())
            whole = all(b"<!DOCTYPE" not in part for part in _xml_parts(archive))
            if macros or not whole or _MAIN not in archive.read("[Content_Types].xml"):
                raise refused
    except _UNREADABLE as error:
        raise refused from error


def _xml_parts(archive: zipfile.ZipFile) -> Iterator[bytes]:
    """Without the zeros of UTF-16, in which a DTD could hide."""
    for name in archive.namelist():
        if name.lower().endswith((".xml", ".rels")):
            yield archive.read(name).replace(b"\0", b"").upper()
