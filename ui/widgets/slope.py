"""The overall score and the instruments over the years, as lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from itadesk.comparing import YearFigures
from itadesk.thai.digits import to_thai
from ui import theme
from ui.fonts import SMALL, base_font
from ui.tokens import Tokens

OVERALL = "ภาพรวม"
_DASHES = (Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)
_POINT, _EDGE = 4.0, 12.0  # px
_MOST = 0.45  # share of the width that names with scores may take
_LEAST_SPAN = 10.0  # points of score from the bottom to the top of the chart


@dataclass(frozen=True, slots=True)
class Line:
    """A name and its scores by year; `sort` 0 is the overall."""

    name: str
    scores: dict[int, float]
    sort: int


class SlopeChart(QWidget):
    """Names and last scores stand at the right, apart from each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._years: tuple[int, ...] = ()
        self._lines: tuple[Line, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_years(self, years: Sequence[YearFigures]) -> None:
        """Any order; drawn from the earliest on."""
        known = sorted(years, key=lambda each: each.year)
        self._years = tuple(each.year for each in known)
        self._lines = tuple(_lines(known))
        self.setAccessibleName(to_thai(f"คะแนนในแต่ละปี: {'; '.join(map(_spoken, self._lines))}"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(340, 240)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 150)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = theme.current()
        lines = [line for line in self._lines if line.scores]
        if not lines:
            painter.setPen(QColor(tokens.quiet))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "ยังไม่มีคะแนนในปีใด")
        else:
            self._paint(painter, lines, tokens)
        painter.end()

    def _paint(self, painter: QPainter, lines: list[Line], tokens: Tokens) -> None:
        metrics = QFontMetricsF(base_font(strong=True))
        small = QFontMetricsF(base_font(SMALL))
        names = {line.sort: _label(line) for line in lines}
        if max(map(metrics.horizontalAdvance, names.values())) > _MOST * self.width():
            names = {line.sort: line.name for line in lines}  # the table has the scores
        right = max(map(metrics.horizontalAdvance, names.values())) + 1.5 * _EDGE
        plot = QRectF(self.rect()).adjusted(2 * _EDGE, _EDGE, -right, -small.height() - _EDGE)
        bottom, top = _span(lines)
        self._paint_years(painter, plot, tokens)

        def place(year: int, score: float) -> QPointF:
            step = plot.width() / max(len(self._years) - 1, 1)
            x = plot.left() + self._years.index(year) * step
            return QPointF(x, plot.bottom() - plot.height() * (score - bottom) / (top - bottom))

        ends = []
        for line in lines:
            points = [place(year, score) for year, score in line.scores.items()]
            _paint_line(painter, points, line, tokens)
            ends.append((points[-1].y(), line, names[line.sort]))
        self._paint_names(painter, plot, ends, metrics.height() + 2, tokens)

    def _paint_years(self, painter: QPainter, plot: QRectF, tokens: Tokens) -> None:
        painter.setFont(base_font(SMALL))
        step = plot.width() / max(len(self._years) - 1, 1)
        names = [to_thai(str(year)) for year in self._years]
        if painter.fontMetrics().horizontalAdvance(names[-1]) + 6 > step:
            names = [name[-2:] for name in names]
        for place, name in enumerate(names):
            x = plot.left() + place * step
            painter.setPen(QColor(tokens.border))
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom() + 4))
            painter.setPen(QColor(tokens.quiet))
            room = QRectF(x - 40, plot.bottom() + 6, 80, self.height() - plot.bottom() - 6)
            painter.drawText(room, Qt.AlignmentFlag.AlignHCenter, name)

    def _paint_names(
        self,
        painter: QPainter,
        plot: QRectF,
        ends: list[tuple[float, Line, str]],
        height: float,
        tokens: Tokens,
    ) -> None:
        """Each beside the end of its line, pushed down where the one above is too near."""
        ends.sort(key=lambda end: end[0])
        lowest = plot.bottom() - height * len(ends)
        y = plot.top() - height
        for n, (wanted, line, name) in enumerate(ends, 1):
            y = max(y + height, min(wanted - height / 2, lowest + height * n))
            painter.setFont(base_font(strong=line.sort == 0))
            painter.setPen(QColor(_colour(line, tokens)))
            room = QRectF(plot.right() + _EDGE, y, self.width() - plot.right() - _EDGE, height)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)


def _lines(years: Sequence[YearFigures]) -> Iterator[Line]:
    codes = dict.fromkeys(code for each in years for code in each.instruments)
    whole = {each.year: each.overall.value for each in years}
    yield Line(OVERALL, {year: float(v) for year, v in whole.items() if v is not None}, 0)
    for sort, code in enumerate(codes, 1):
        values = {y.year: y.instruments[code].value for y in years if code in y.instruments}
        yield Line(code, {year: float(v) for year, v in values.items() if v is not None}, sort)


def _spoken(line: Line) -> str:
    scores = ", ".join(f"ปี {year} {score:.2f}" for year, score in line.scores.items())
    return f"{line.name} {scores}"


def _label(line: Line) -> str:
    *_earlier, last = line.scores.values()
    return f"{line.name} {to_thai(f'{last:.2f}')}"


def _span(lines: Sequence[Line]) -> tuple[float, float]:
    """Scores at the bottom and at the top."""
    scores = [score for line in lines for score in line.scores.values()]
    top = min(max(scores) + 1, 100.0)
    return min(min(scores) - 1, top - _LEAST_SPAN), top


def _colour(line: Line, tokens: Tokens) -> str:
    return (tokens.accent, tokens.keep, tokens.improve, tokens.quiet)[line.sort % 4]


def _paint_line(painter: QPainter, points: list[QPointF], line: Line, tokens: Tokens) -> None:
    colour = QColor(_colour(line, tokens))
    style = Qt.PenStyle.SolidLine if line.sort == 0 else _DASHES[(line.sort - 1) % len(_DASHES)]
    painter.setPen(QPen(colour, 2.5 if line.sort == 0 else 1.6, style))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(points))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for point in points:
        painter.drawEllipse(point, _POINT, _POINT)
