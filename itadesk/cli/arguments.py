"""Reads the command line; wrong usage ends with exit code 2 and a Thai sentence."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import NoReturn

from itadesk import __version__

COMMANDS = (
    *("demo", "new", "template", "import", "export"),
    *("score", "check", "forms", "report", "fill", "consolidate"),
    *("backup", "restore", "verify", "salvage", "selftest"),
)


class ThaiParser(argparse.ArgumentParser):
    """Says in Thai that the command was wrong; argparse's reason stands last."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"คำสั่งไม่ถูกต้อง โปรดดูวิธีใช้ด้วย {self.prog} --help ({message})\n")


def parse(words: list[str]) -> argparse.Namespace:
    """The command and its values; without a command it is the window with an optional file."""
    if not words:
        return argparse.Namespace(command="window", file=None)
    if words == ["read-workbooks"]:  # of the program itself, see services/reading_apart
        return argparse.Namespace(command=words[0])
    if words[0] == "journey" and len(words) == 2:  # of those who try a build, see ui/journey
        return argparse.Namespace(command=words[0], folder=Path(words[1]))
    known = (*COMMANDS, "-h", "--help", "--version")
    if words[0] not in known:
        parser = ThaiParser(prog="itadesk", add_help=False)
        parser.add_argument("file", nargs="?", type=Path)
        found = parser.parse_args(words)
        if found.file is not None and not found.file.suffix and not found.file.exists():
            parser.error(f"ไม่มีคำสั่งหรือไฟล์ “{found.file}”")
        found.command = "window"
        return found
    return _parser().parse_args(words)


def _parser() -> argparse.ArgumentParser:
    parser = ThaiParser(prog="itadesk", description="เครื่องมือจัดทำเอกสารจากผลการประเมิน ITA")
    parser.add_argument("--version", action="version", version=f"itadesk {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, parser_class=ThaiParser)
    helps = dict(zip(COMMANDS, _HELPS, strict=True))
    made = {name: commands.add_parser(name, help=helps[name]) for name in COMMANDS}
    made["demo"].add_argument("folder", type=Path)
    _new(made["new"])
    made["template"].add_argument("out", type=Path)
    made["template"].add_argument("--year", type=int, required=True)
    made["import"].add_argument("file", type=Path)
    made["import"].add_argument("workbook", type=Path)
    made["import"].add_argument("--dry-run", action="store_true")
    for name in ("import", "score", "check", "selftest"):
        made[name].add_argument("--json", action="store_true")
    for name in ("export", "score", "check", "report", "fill"):
        made[name].add_argument("file", type=Path)
        made[name].add_argument("--year", type=int)
    made["export"].add_argument("out", type=Path)
    _report(made["report"])
    _consolidate(made["consolidate"])
    for name in ("backup", "restore", "verify", "salvage"):
        made[name].add_argument("file", type=Path)
    made["verify"].add_argument("--mend", action="store_true")
    made["salvage"].add_argument("out", type=Path)
    made["backup"].add_argument("--to", type=Path, metavar="DIR")
    made["restore"].add_argument("backup", type=Path)
    made["selftest"].add_argument("--to", type=Path, metavar="FILE.txt")
    made["selftest"].add_argument("--folder", type=Path, metavar="DIR")
    made["fill"].add_argument("template")
    made["fill"].add_argument("out", type=Path)
    return parser


_HELPS = (
    "สร้างไฟล์หน่วยงานตัวอย่างและเอกสารทั้งชุดในโฟลเดอร์",
    "สร้างไฟล์ของหน่วยงาน",
    "สร้างแฟ้ม Excel เปล่าสำหรับกรอกข้อมูล",
    "นำเข้าข้อมูลจากแฟ้ม Excel",
    "ส่งออกข้อมูลเป็นแฟ้ม Excel",
    "แสดงคะแนนของปี",
    "ตรวจความครบถ้วนและข้อขัดแย้งของข้อมูล",
    "แสดงรหัสแบบเอกสาร",
    "พิมพ์เอกสารเป็น PDF หรือ Word บางแบบเป็น Excel",
    "เติมข้อมูลของปีลงในแม่แบบ Word หรือ Excel ของหน่วยงาน",
    "รวมแฟ้ม Excel ของหน่วยงานเข้าไฟล์ของจังหวัด",
    "สำรองไฟล์ของหน่วยงานและตรวจสำเนา",
    "กู้คืนไฟล์จากสำเนาสำรอง เก็บไฟล์ปัจจุบันไว้ข้าง ๆ",
    "ตรวจว่าไฟล์ของหน่วยงานสมบูรณ์ และซ่อมสิ่งที่ซ่อมได้",
    "กู้ข้อมูลที่ยังอ่านได้ของไฟล์ที่เสียหายลงไฟล์ใหม่",
    "ตรวจสอบเครื่องนี้ว่าใช้งานโปรแกรมได้ครบ",
)


def _new(parser: argparse.ArgumentParser) -> None:
    from itadesk.model.office import OfficeKind

    parser.add_argument("file", type=Path)
    parser.add_argument("--office", required=True)
    parser.add_argument("--kind", required=True, choices=[kind.value for kind in OfficeKind])
    parser.add_argument("--province", default="")
    parser.add_argument("--district", default="")
    parser.add_argument("--year", type=int, required=True)


def _consolidate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path)
    parser.add_argument("workbooks", type=Path, nargs="+", metavar="IN.xlsx")
    parser.add_argument("--year", type=int)
    parser.add_argument("--json", action="store_true")


def _report(parser: argparse.ArgumentParser) -> None:
    from itadesk.model.office import Digits

    parser.add_argument("form")
    parser.add_argument("out", type=Path)
    parser.add_argument("--digits", choices=[each.value for each in Digits])
    parser.add_argument("--round", type=_months)
    parser.add_argument("--set", action="append", default=[], type=_pair, metavar="KEY=VALUE")


def _months(text: str) -> int:
    months = int(text) if text.isdecimal() and len(text) < 3 else 0
    if not 1 <= months <= 12:
        raise argparse.ArgumentTypeError(f"{text}: รอบเป็นจำนวนเดือน ๑ ถึง ๑๒ เช่น 6 หรือ 12")
    return months


def _pair(text: str) -> tuple[str, str]:
    key, separator, value = text.partition("=")
    if not separator or not key:
        raise argparse.ArgumentTypeError(f"{text}: KEY=VALUE")
    return key, value
