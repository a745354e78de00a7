"""The few pieces of WordprocessingML that python-docx has no call for."""

from __future__ import annotations

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length


def element(name: str, **attributes: str | int | float) -> BaseOxmlElement:
    """An element of the w: namespace with w: attributes."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def set_fonts(properties: BaseOxmlElement, font: str, half_points: int) -> None:
    """Names the font for Latin and Thai letters alike; Thai takes its size from szCs."""
    properties.append(element("rFonts", ascii=font, hAnsi=font, cs=font, eastAsia=font))
    properties.append(element("sz", val=half_points))
    properties.append(element("szCs", val=half_points))
    properties.append(element("lang", val="en-US", bidi="th-TH"))


def page_field(thai: bool) -> list[BaseOxmlElement]:
    """Runs that show the page number, in Thai digits when `thai`.

    LibreOffice knows no Thai digits for page numbers, by this switch or by pgNumType, and shows
    Arabic ones; it takes the same switch in small letters for ก, ข.
    """
    code = r"PAGE \* THAIARABIC" if thai else "PAGE"
    parts = [
        element("fldChar", fldCharType="begin"),
        element("instrText"),
        element("fldChar", fldCharType="end"),
    ]
    parts[1].text = code
    runs = []
    for part in parts:
        run = element("r")
        run.append(part)
        runs.append(run)
    return runs


def floating(inline: BaseOxmlElement, x: Length, y: Length) -> None:
    """Turns an inline picture into one that stands at a place of the sheet, text running over."""
    anchor = OxmlElement("wp:anchor")
    for side in ("T", "B", "L", "R"):
        anchor.set(f"dist{side}", "0")
    for key in ("simplePos", "locked", "allowOverlap"):
        anchor.set(key, "0")
    for key in ("behindDoc", "layoutInCell"):
        anchor.set(key, "1")
    anchor.set("relativeHeight", "1")
    start = OxmlElement("wp:simplePos")
    start.set("x", "0")
    start.set("y", "0")
    anchor.append(start)
    for name, offset in (("positionH", x), ("positionV", y)):
        position = OxmlElement(f"wp:{name}")
        position.set("relativeFrom", "page")
        place = OxmlElement("wp:posOffset")
        place.text = str(int(offset))
        position.append(place)
        anchor.append(position)
    extent, *rest = list(inline)
    anchor.append(extent)
    anchor.append(OxmlElement("wp:wrapNone"))
    for child in rest:
        anchor.append(child)
    inline.getparent().replace(inline, anchor)
