"""Files kept with the data: taken in, described, removed."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from io import BytesIO

from itadesk.errors import BadFile
from itadesk.model.changes import Changes, Kind
from itadesk.model.kept import FileRole, KeptFile
from itadesk.ports import Store
from itadesk.services.changing import action
from itadesk.thai.digits import to_thai
from itadesk.thai.normalise import normalise_line

MOST_BYTES = 10 * 1024**2  # design: larger ones are kept as path and hash
PHOTO_SIDE = 1600  # px, the longer side
MUCH = 100 * 1024**2  # of all files together; more is slow to copy and to send
_MOST_PIXELS = 100_000_000
_ONE_OF_OFFICE = (FileRole.GARUDA, FileRole.SEAL)
_PICTURES = (FileRole.PHOTO, *_ONE_OF_OFFICE)
_SIGNS = {b"%PDF-": "application/pdf", b"\x89PNG\r\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
_ENDINGS = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_UNKNOWN = "application/octet-stream"


def keep_file(store: Store, kept: KeptFile, body: bytes) -> Changes:
    """Takes a file in; photos and pictures of a signed copy come down to 1600 px.

    Above 10 MB only `path` and digest are kept. A Garuda or a seal takes the place of the earlier
    one. BadFile for what the role cannot be, what is damaged, and what is too large without a path.
    """
    media = _media(kept, body)
    if kept.role in (FileRole.PHOTO, FileRole.SCAN) and media.startswith("image/"):
        body = _brought_down(kept.name, body, media)
    outside = len(body) > MOST_BYTES
    if outside and not kept.path:
        size = to_thai(f"{len(body) / 1024**2:.1f}")
        raise BadFile(
            f"ไฟล์ “{kept.name}” มีขนาด {size} MB ใหญ่กว่า ๑๐ MB โปรดสแกนใหม่ให้ละเอียดน้อยลงหรือย่อไฟล์ก่อน"
        )
    whole = replace(
        kept,
        name=normalise_line(kept.name),
        media=media,
        size=len(body),
        digest=sha256(body).hexdigest(),
        caption=normalise_line(kept.caption),
        path=kept.path if outside else "",
    )
    with action(store, "แนบไฟล์", Kind.FILES) as changes:
        if kept.role in _ONE_OF_OFFICE:
            _remove_earlier(store, kept.role)
        saved = store.files.add(whole, None if outside else body)
    return replace(changes, created=saved)


def remove_file(store: Store, file_id: int) -> Changes:
    """Takes a file out; can be undone as long as the file of the office is open."""
    with action(store, "เอาไฟล์แนบออก", Kind.FILES) as changes:
        store.files.delete(file_id)
    return changes


def change_caption(store: Store, kept: KeptFile, caption: str) -> Changes:
    """The line below a photo."""
    with action(store, "คำบรรยายภาพ", Kind.FILES) as changes:
        store.files.save(replace(kept, caption=normalise_line(caption)))
    return changes


def file_body(store: Store, file_id: int) -> bytes:
    """The content of a kept file."""
    return store.files.body(file_id)


def file_of_office(files: tuple[KeptFile, ...], role: FileRole) -> KeptFile | None:
    """The office's Garuda or seal, if it has one."""
    return next((each for each in files if each.role is role), None)


def _remove_earlier(store: Store, role: FileRole) -> None:
    for each in store.files.of_office():
        if each.role is role and each.id is not None:
            store.files.delete(each.id)


def _media(kept: KeptFile, body: bytes) -> str:
    """The kind of file by its first bytes; an Office file also by its ending."""
    found = next((media for sign, media in _SIGNS.items() if body.startswith(sign)), "")
    if not found and body.startswith(b"PK\x03\x04"):
        found = next((m for end, m in _ENDINGS.items() if kept.name.lower().endswith(end)), "")
    if kept.role in _PICTURES and not found.startswith("image/"):
        raise BadFile(f"ไฟล์ “{kept.name}” ไม่ใช่ภาพ PNG หรือ JPG โปรดเลือกไฟล์ภาพ")
    if kept.role is FileRole.SCAN and found not in _SIGNS.values():
        raise BadFile(f"ไฟล์ “{kept.name}” ไม่ใช่ PDF หรือภาพ PNG/JPG โปรดสแกนเป็นชนิดใดชนิดหนึ่งนี้")
    return found or _UNKNOWN


def _brought_down(name: str, body: bytes, media: str) -> bytes:
    """The picture upright, without the data a camera adds, at most 1600 px wide or high."""
    from PIL import Image, ImageOps

    try:
        with Image.open(BytesIO(body), formats=["PNG", "JPEG"]) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                raise BadFile(f"ภาพ “{name}” มีจุดภาพมากเกินไป โปรดย่อภาพก่อน")
            upright = ImageOps.exif_transpose(picture)
            if upright.mode == "P":
                upright = upright.convert("RGBA")
            upright.thumbnail((PHOTO_SIDE, PHOTO_SIDE))
            target = BytesIO()
            if media == "image/png":
                upright.save(target, "PNG", optimize=True)
            else:
                upright.convert("RGB").save(target, "JPEG", quality=85, optimize=True)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise BadFile(f"เปิดภาพ “{name}” ไม่ได้ ไฟล์อาจเสียหาย โปรดเลือกภาพอื่น") from error
    return target.getvalue()
