"""Texts of one official document: the form's templates, the record's fields, this printing's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from itadesk.errors import BadValue
from itadesk.model.work import Measure
from itadesk.model.year import YearData
from itadesk.reports.forms import FormText, Options
from itadesk.reports.parts.numbering import listing
from itadesk.reports.records import given
from itadesk.reports.texts import filled, wording

TEMPLATE = "template"
Templates = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Kit:
    """What a form's words are made of: `templates` replace its texts by name of the template,
    the first being the usual one."""

    form: str
    texts: tuple[FormText, ...]
    templates: Templates

    def words(self, data: YearData, options: Options) -> dict[str, str]:
        """Every text as it is printed."""
        chosen = self._template(data, given(self.form, self.texts, data, options))
        texts = tuple(
            replace(each, template=chosen.get(each.key, each.template)) for each in self.texts
        )
        words = wording(self.form, texts, data, options)
        values = {"measures": measures_list(data), "units": "\n".join(data.settings.units)}
        return {key: filled(text, values) for key, text in words.items()}

    def shown_texts(self) -> tuple[FormText, ...]:
        """The texts as they begin: those of the usual template."""
        usual = next(iter(self.templates.values()), {})
        return tuple(
            replace(each, template=usual.get(each.key, each.template)) for each in self.texts
        )

    def _template(self, data: YearData, texts: Mapping[str, str]) -> Mapping[str, str]:
        if not self.templates:
            return {}
        usual = next(iter(self.templates))
        name = texts.get(TEMPLATE) or data.texts.get((self.form, TEMPLATE)) or usual
        if name not in self.templates:
            known = " · ".join(self.templates)
            raise BadValue(f"ไม่มีต้นแบบข้อความ “{name}” โปรดเลือกจาก {known}")
        return self.templates[name]


def template_text(templates: Templates) -> FormText:
    """The text that chooses among the templates by name."""
    names = tuple(templates)
    return FormText(TEMPLATE, f"ต้นแบบข้อความ ({' · '.join(names)})", names[0], choices=names)


def signer_texts(key: str, who: str, position: str) -> tuple[FormText, ...]:
    """The texts of one who signs; `who` names him in labels."""
    return (
        FormText(f"{key}_rank", f"ยศ{who}", ""),
        FormText(f"{key}_name", f"ชื่อ{who}", ""),
        FormText(f"{key}_position", f"ตำแหน่ง{who}", position, multiline=True),
        FormText(f"{key}_acting", f"บรรทัดรักษาราชการแทนของ{who}", "", multiline=True),
    )


def measures_list(data: YearData) -> str:
    """The measures of the year, a numbered line each."""
    return "\n".join(
        f"{number}. {_heading(measure)}" for number, measure in enumerate(data.measures, start=1)
    )


def _heading(measure: Measure) -> str:
    items = listing(measure.activities).items
    units = ", ".join(measure.units) or measure.responsible.replace("\n", ", ")
    text = measure.title or (items[0].text if items else "")
    return f"{text} (ผู้รับผิดชอบ : {units})" if units else text
