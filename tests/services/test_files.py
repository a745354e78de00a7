"""What is taken into the file, and what is refused."""

from hashlib import sha256
from io import BytesIO

import pytest
from PIL import Image

from itadesk.errors import BadFile
from itadesk.model.document import DocumentRecord
from itadesk.model.kept import FileRole, KeptFile
from itadesk.reports.content import Document, Paragraph, Run, Section
from itadesk.reports.forms import Options, form_of
from itadesk.services import files
from itadesk.services.documents import save_document
from itadesk.services.files import change_caption, file_body, file_of_office, keep_file, remove_file
from itadesk.services.freezing import fingerprint, freeze, frozen_of
from itadesk.services.reporting import furnished
from itadesk.services.years import load_year

PDF = b"%PDF-1.7\n%%EOF"


def picture(kind="PNG", size=(40, 30), mode="RGB"):
    target = BytesIO()
    Image.new(mode, size, "red" if mode == "RGB" else 0).save(target, kind)
    return target.getvalue()


def keep(store, role, name, body, **values):
    return keep_file(store, KeptFile(role, name, year=2568, **values), body).created


def opened(store, number):
    return Image.open(BytesIO(file_body(store, number)))


def test_a_signed_copy_is_kept_as_it_is(store):
    number = keep(store, FileRole.SCAN, "สำเนา\nที่ลงนาม.pdf", PDF)
    (entry,) = load_year(store, 2568).files
    assert (entry.id, entry.name, entry.media) == (number, "สำเนา ที่ลงนาม.pdf", "application/pdf")
    assert (entry.size, entry.digest) == (len(PDF), sha256(PDF).hexdigest())
    assert file_body(store, number) == PDF


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("role", [FileRole.PHOTO, FileRole.SCAN])
def test_a_large_picture_comes_down_to_1600_pixels(store, kind, role):
    number = keep(store, role, "ภาพ", picture(kind, (4000, 3000)))
    assert opened(store, number).size == (1600, 1200)


def test_a_photo_is_turned_upright_and_loses_what_the_camera_added(store):
    target, data = BytesIO(), Image.Exif()
    data[0x0112], data[0x010F] = 6, "ยี่ห้อ"
    Image.new("RGB", (40, 30)).save(target, "JPEG", exif=data)
    photo = opened(store, keep(store, FileRole.PHOTO, "ภาพ.jpg", target.getvalue()))
    assert photo.size == (30, 40)
    assert not photo.getexif()


def test_a_picture_of_few_colours_stays_a_picture(store):
    body = picture(mode="P", size=(2000, 100))
    assert opened(store, keep(store, FileRole.PHOTO, "ภาพ.png", body)).size == (1600, 80)


@pytest.mark.parametrize(
    ("role", "body"),
    [
        (FileRole.SCAN, b"PK\x03\x04 word"),
        (FileRole.PHOTO, PDF),
        (FileRole.SEAL, b"<svg/>"),
        (FileRole.PHOTO, picture()[:60]),
        (FileRole.PHOTO, b"\x89PNG\r\n\x1a\n"),
    ],
)
def test_what_the_role_cannot_be_or_is_damaged_is_refused(store, role, body):
    with pytest.raises(BadFile, match="ไฟล์แนบ"):
        keep(store, role, "ไฟล์แนบ", body)
    assert load_year(store, 2568).files == ()


def test_a_picture_with_too_many_points_is_refused(store, monkeypatch):
    monkeypatch.setattr(files, "_MOST_PIXELS", 100)
    with pytest.raises(BadFile, match="จุดภาพ"):
        keep(store, FileRole.PHOTO, "ภาพ.png", picture())


def test_a_large_file_is_kept_as_a_path_or_refused(store, monkeypatch):
    monkeypatch.setattr(files, "MOST_BYTES", len(PDF) - 1)
    with pytest.raises(BadFile, match="MB"):
        keep(store, FileRole.EVIDENCE, "หลักฐาน.pdf", PDF)
    keep(store, FileRole.EVIDENCE, "หลักฐาน.pdf", PDF, path="D:/หลักฐาน.pdf")
    (entry,) = load_year(store, 2568).files
    assert entry.path == "D:/หลักฐาน.pdf"
    assert entry.digest == sha256(PDF).hexdigest()


def test_a_new_seal_takes_the_place_of_the_old_one_in_one_step(store):
    for colour in ("RGB", "L"):
        entry = KeptFile(FileRole.SEAL, f"{colour}.png")
        keep_file(store, entry, picture(mode=colour))
    found = load_year(store, 2568).office_files
    assert [each.name for each in found] == ["L.png"]
    assert file_of_office(found, FileRole.SEAL) == found[0]
    assert file_of_office(found, FileRole.GARUDA) is None
    store.undo()
    assert [each.name for each in store.files.of_office()] == ["RGB.png"]


def test_captions_and_removal(store):
    number = keep(store, FileRole.PHOTO, "ภาพ.png", picture())
    change_caption(store, load_year(store, 2568).files[0], "กิจกรรม\nวันแรก")
    assert load_year(store, 2568).files[0].caption == "กิจกรรม วันแรก"
    remove_file(store, number)
    assert load_year(store, 2568).files == ()


def test_forms_get_emblem_seal_and_photos_unless_they_were_given(store):
    keep_file(store, KeptFile(FileRole.GARUDA, "ครุฑ.png"), picture())
    keep_file(store, KeptFile(FileRole.SEAL, "ตรา.png"), picture(mode="L"))
    keep(store, FileRole.PHOTO, "ภาพ.png", picture(size=(9, 9)))
    data = load_year(store, 2568)
    printing = Options(texts={"with_photos": "1"})
    options = furnished(store, data, form_of("results"), printing)
    assert (options.emblem, options.seal) == (picture(), picture(mode="L"))
    assert list(options.pictures) == [data.files[0].digest]
    given = Options(emblem=b"given")
    assert furnished(store, data, form_of("results"), given).emblem == b"given"


@pytest.mark.parametrize(("form", "texts"), [("results", {}), ("letter", {"with_photos": "1"})])
def test_photos_are_read_for_none_but_forms_that_print_them(store, form, texts):
    keep(store, FileRole.PHOTO, "ภาพ.png", picture(size=(9, 9)))
    data = load_year(store, 2568)
    assert furnished(store, data, form_of(form), Options(texts=texts)).pictures == {}


def test_a_frozen_pdf_is_found_with_what_it_showed(store):
    number = save_document(store, 2568, DocumentRecord(form="letter")).created
    assert frozen_of(load_year(store, 2568), number) is None
    document = Document("ชื่อ", "ผู้ทำ", (Section((Paragraph((Run("ข้อความ"),)),)),))
    freeze(store, 2568, number, PDF, fingerprint(document))
    freeze(store, 2568, number, PDF + b"2", "ใหม่")
    assert frozen_of(load_year(store, 2568), number).note == "ใหม่"
    assert fingerprint(document) != fingerprint(Document("อื่น", "ผู้ทำ", document.sections))
