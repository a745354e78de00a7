"""Files and photos that show what was done for a measure in a round."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from itadesk.errors import BadFile
from itadesk.files import read_file
from itadesk.model.changes import Changes, Kind
from itadesk.model.kept import FileRole, KeptFile
from itadesk.model.work import RoundReport, RoundStatus
from itadesk.ports import Store
from itadesk.services.changing import action
from itadesk.services.files import MOST_BYTES, keep_file
from itadesk.thai.digits import to_thai
from itadesk.thai.normalise import normalise_line

_PHOTOS = {".png", ".jpg", ".jpeg"}
_CHUNK = 1024**2


def attach_evidence(store: Store, year: int, measure: int, months: int, path: Path) -> Changes:
    """Keeps a photo or a file with a round; of one above 10 MB its path and digest."""
    role = FileRole.PHOTO if path.suffix.lower() in _PHOTOS else FileRole.EVIDENCE
    kept = KeptFile(role, path.name, year=year, measure=measure, months=months, path=str(path))
    try:
        size = path.stat().st_size
        if role is FileRole.PHOTO or size <= MOST_BYTES:
            return keep_file(store, kept, read_file(path))
        whole = replace(kept, name=normalise_line(path.name), size=size, digest=digest_of(path))
    except OSError as refusal:
        raise BadFile(f"อ่านไฟล์ “{path.name}” ไม่ได้ โปรดปิดโปรแกรมที่เปิดไฟล์นี้อยู่ แล้วเลือกใหม่") from refusal
    with action(store, "แนบไฟล์", Kind.FILES) as changes:
        saved = store.files.add(whole, None)
    return replace(changes, created=saved)


def evidence_of(files: Iterable[KeptFile], measure: int, months: int) -> tuple[KeptFile, ...]:
    """The photos and files of a measure in a round, photos first."""
    roles = (FileRole.PHOTO, FileRole.EVIDENCE)
    here = [each for each in files if each.role in roles]
    mine = [each for each in here if (each.measure, each.months) == (measure, months)]
    return tuple(sorted(mine, key=lambda each: roles.index(each.role)))


def outside_problems(files: Iterable[KeptFile]) -> dict[int, str]:
    """What is wrong with files that lie outside, by their id: gone, or changed since."""
    found = {each.id: _problem(each) for each in files if each.path and each.id is not None}
    return {file_id: words for file_id, words in found.items() if words}


def _problem(kept: KeptFile) -> str:
    path = Path(kept.path)
    try:
        if path.stat().st_size == kept.size and digest_of(path) == kept.digest:
            return ""
    except OSError:
        return f"ไม่พบไฟล์ “{kept.name}” ที่ {kept.path}"
    return f"ไฟล์ “{kept.name}” ที่ {kept.path} ถูกแก้ไขหลังจากแนบ"


def digest_of(path: Path) -> str:
    """SHA-256 in hex of a file of any size."""
    found = sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            found.update(chunk)
    return found.hexdigest()


def save_status(
    store: Store, year: int, measures: Sequence[int], months: int, status: RoundStatus | None
) -> Changes:
    """The same status for several measures in a round, as one action."""
    known = {each.measure_id: each for each in store.rounds.of_year(year) if each.months == months}
    with action(store, f"สถานะ {to_thai(str(len(measures)))} มาตรการ", Kind.ROUNDS) as changes:
        for measure in measures:
            report = known.get(measure) or RoundReport(measure, months)
            store.rounds.save(replace(report, status=status))
    return changes
