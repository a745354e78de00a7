"""การวิเคราะห์ผลการประเมิน รายตัวชี้วัด: the first part of the development document alone."""

from __future__ import annotations

from itadesk.lacking import missing_analysis, missing_scores
from itadesk.model.year import YearData
from itadesk.reports.content import Document, Section
from itadesk.reports.forms import Form, FormText, Options
from itadesk.reports.parts import analysis
from itadesk.reports.parts.cells import CellStyle
from itadesk.reports.parts.extras import TEXTS as EXTRA_TEXTS
from itadesk.reports.parts.extras import enclosed
from itadesk.reports.parts.finishing import bound
from itadesk.reports.parts.headings import title
from itadesk.reports.texts import wording

ID = "analysis"
TEXTS = (
    FormText("title", "ชื่อเอกสาร", analysis.TITLE, multiline=True),
    *analysis.TEXTS,
    *EXTRA_TEXTS,
)


def build(data: YearData, options: Options) -> Document:
    """Title, then a table an indicator."""
    words = wording(ID, TEXTS, data, options)
    part = analysis.AnalysisPart(data, words, CellStyle.of(data.settings))
    blocks = (title(words["title"], float(data.settings.body_size)), *part.blocks())
    sections = enclosed((Section(blocks),), words, data, options)
    return bound(words["title"], sections, data, options)


def lacking(data: YearData) -> list[str]:
    """Scores and analyses that are not there yet."""
    return [*missing_scores(data), *missing_analysis(data)]


FORM = Form(ID, "การวิเคราะห์ผลการประเมิน รายตัวชี้วัด", 31, TEXTS, build, lacking)
