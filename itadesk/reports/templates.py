"""The office's own Word template, filled with the year.

A template is a stranger's file: only the names of `placeholders`, for and if are understood.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO

import docx
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from itadesk.errors import BadFile, BadValue
from itadesk.model.year import YearData
from itadesk.reports.placeholders import PLACEHOLDERS, Placeholder, values_of

MOST_BYTES = 20 * 1024**2
MOST_UNPACKED = 100 * 1024**2
DEEPEST = 2  # lists inside lists
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_UNDERSTOOD = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Const),
    *(nodes.For, nodes.If, nodes.Compare, nodes.Operand, nodes.Not, nodes.And, nodes.Or),
)
_EQUALITY = ("eq", "ne")
_KNOWN = {name: each for each in PLACEHOLDERS for name in (each.name, each.thai)}


def fill_template(template: bytes, data: YearData, file: str) -> bytes:
    """The .docx with every placeholder replaced; `file` names it in sentences.

    BadFile for what is no Word document, BadValue for a placeholder that is not known.
    """
    return _filled(template, data, file)[0]


def try_template(template: bytes, sample: YearData, file: str) -> tuple[str, ...]:
    """Fills the template with a sample before it is kept; the placeholders it uses, in our order.

    Refuses what `fill_template` refuses, and a template without a placeholder.
    """
    filled, used = _filled(template, sample, file)
    docx.Document(BytesIO(filled))  # a document that does not open any more is a bug: it flies
    if not used:
        raise BadValue(f"แม่แบบ “{file}” ยังไม่มีช่องเติมข้อมูล โปรดใส่อย่างน้อยหนึ่งช่อง เช่น {{{{ office }}}}")
    return tuple(each.name for each in PLACEHOLDERS if each.name in used)


def _filled(template: bytes, data: YearData, file: str) -> tuple[bytes, set[str]]:
    _check_package(template, file)
    language = _Language(file)
    target = BytesIO()
    try:
        word = DocxTemplate(BytesIO(template))
        word.render(values_of(data), language)
        word.save(target)
    except TemplateSyntaxError as error:
        raise BadValue(
            f"แม่แบบ “{file}” มีวงเล็บปีกกาที่เปิดปิดไม่ครบหรือคำสั่งที่ไม่รู้จัก "
            "โปรดตรวจเครื่องหมาย {{ }} และ {% %} ทุกแห่ง"
        ) from error
    return target.getvalue(), language.used


class _Language(SandboxedEnvironment):
    """Jinja without calls, filters, arithmetic and names of its own; notes the names `used`."""

    def __init__(self, file: str) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.globals.clear()
        self.file = file
        self.used: set[str] = set()

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        self._check(tree, {}, 0)
        return tree

    def _check(self, node: nodes.Node, own: Mapping[str, Placeholder], depth: int) -> None:
        """`own` are the names of entries, with the lists whose entries they are."""
        strange = isinstance(node, nodes.Operand) and node.op not in _EQUALITY
        if not isinstance(node, _UNDERSTOOD) or strange or depth > DEEPEST:
            raise _misread(node)
        if isinstance(node, nodes.For):
            self._check(node.iter, {}, depth)
            own = {**own, **self._entries(node)}
            for child in (*node.body, *node.else_):
                self._check(child, own, depth + 1)
        elif isinstance(node, nodes.Getattr):
            self._check_field(node, own)
        elif isinstance(node, nodes.Name):
            self._named(node)
        elif isinstance(node, nodes.Output) and any(map(self._is_list, node.nodes)):
            raise _misread(node)
        else:
            for child in node.iter_child_nodes():
                self._check(child, own, depth)

    def _entries(self, loop: nodes.For) -> dict[str, Placeholder]:
        """The name that a loop gives to each entry of a list."""
        target = loop.target.name if isinstance(loop.target, nodes.Name) else ""
        if not self._is_list(loop.iter) or loop.test or target in {"", *_KNOWN}:
            raise _misread(loop)
        return {target: self._named(loop.iter)}

    def _is_list(self, node: nodes.Node) -> bool:
        return isinstance(node, nodes.Name) and bool(self._named(node).fields)

    def _named(self, node: nodes.Node) -> Placeholder:
        name = node.name if isinstance(node, nodes.Name) else ""
        if name not in _KNOWN:
            raise self._unknown(name)
        self.used.add(_KNOWN[name].name)
        return _KNOWN[name]

    def _check_field(self, node: nodes.Getattr, own: Mapping[str, Placeholder]) -> None:
        owner = node.node.name if isinstance(node.node, nodes.Name) else ""
        fields = own[owner].fields if owner in own else ()
        if node.attr not in {name for each in fields for name in (each.name, each.thai)}:
            raise self._unknown(f"{owner}.{node.attr}")

    def _unknown(self, name: str) -> BadValue:
        return BadValue(
            f"แม่แบบ “{self.file}” มีช่องเติมข้อมูล “{name}” ที่โปรแกรมไม่รู้จัก โปรดแก้ไขหรือเลือกชื่อจากรายการ"
        )


def _misread(node: nodes.Node) -> TemplateSyntaxError:
    return TemplateSyntaxError("not understood", getattr(node, "lineno", 0) or 0)


def _check_package(template: bytes, file: str) -> None:
    """Before anything reads it: a Word document of bounded size, without macros and DTDs."""
    refused = BadFile(f"ไฟล์ “{file}” ใช้เป็นแม่แบบไม่ได้ โปรดเปิดด้วย Word แล้วบันทึกเป็นชนิด .docx ก่อน")
    if len(template) > MOST_BYTES:
        raise BadFile(f"ไฟล์ “{file}” ใหญ่กว่า ๒๐ MB โปรดย่อภาพในแม่แบบก่อน")
    try:
        with zipfile.ZipFile(BytesIO(template)) as archive:
            if sum(each.file_size for each in archive.infolist()) > MOST_UNPACKED:
                raise refused
            whole = all(b"<!DOCTYPE" not in part for part in _xml_parts(archive))
            if not whole or _MAIN not in archive.read("[Content_Types].xml"):
                raise refused
    except (zipfile.BadZipFile, zlib.error, KeyError, NotImplementedError, RuntimeError) as error:
        raise refused from error


def _xml_parts(archive: zipfile.ZipFile) -> Iterator[bytes]:
    for name in archive.namelist():
        if name.endswith((".xml", ".rels")):
            yield archive.read(name)
