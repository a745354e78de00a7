"""What a Word template may say: names, for and if; no calls, filters, arithmetic."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from itadesk.errors import BadValue
from itadesk.reports.placeholders import Placeholder
from itadesk.reports.templates.names import KNOWN, unknown

DEEPEST = 2  # lists inside lists
_UNDERSTOOD = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Const),
    *(nodes.For, nodes.If, nodes.Compare, nodes.Operand, nodes.Not, nodes.And, nodes.Or),
)
_EQUALITY = ("eq", "ne")


class Language(SandboxedEnvironment):
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
        if not self._is_list(loop.iter) or loop.test or target in {"", *KNOWN}:
            raise _misread(loop)
        return {target: self._named(loop.iter)}

    def _is_list(self, node: nodes.Node) -> bool:
        return isinstance(node, nodes.Name) and bool(self._named(node).fields)

    def _named(self, node: nodes.Node) -> Placeholder:
        name = node.name if isinstance(node, nodes.Name) else ""
        if name not in KNOWN:
            raise self._unknown(name)
        self.used.add(KNOWN[name].name)
        return KNOWN[name]

    def _check_field(self, node: nodes.Getattr, own: Mapping[str, Placeholder]) -> None:
        owner = node.node.name if isinstance(node.node, nodes.Name) else ""
        fields = own[owner].fields if owner in own else ()
        if node.attr not in {name for each in fields for name in (each.name, each.thai)}:
            raise self._unknown(f"{owner}.{node.attr}")

    def _unknown(self, name: str) -> BadValue:
        return unknown(self.file, name)


def _misread(node: nodes.Node) -> TemplateSyntaxError:
    return TemplateSyntaxError("not understood", getattr(node, "lineno", 0) or 0)
