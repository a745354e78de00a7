"""Evidence of a round: files taken in or pointed at, and what became of them."""

from io import BytesIO

import pytest
from PIL import Image

from itadesk.errors import BadFile
from itadesk.model.kept import FileRole
from itadesk.model.work import Measure, RoundReport, RoundStatus
from itadesk.services.evidence import (
    attach_evidence,
    evidence_of,
    outside_problems,
    save_status,
)
from itadesk.services.files import MOST_BYTES, file_body
from itadesk.services.measures import save_measure
from itadesk.services.office import save_round_report
from itadesk.services.years import load_year


@pytest.fixture
def measures(store):
    for title in ("จัดบัตรคิว", "อบรมบุคลากร"):
        save_measure(store, 2568, Measure(title=title))
    return [each.id for each in load_year(store, 2568).measures]


def test_a_picture_becomes_a_photo_and_anything_else_a_file(store, measures, tmp_path):
    made = BytesIO()
    Image.new("RGB", (2000, 500)).save(made, "JPEG")
    for name, body in (("คำสั่ง.pdf", b"%PDF-1.7 x"), ("อบรม.JPG", made.getvalue())):
        (tmp_path / name).write_bytes(body)
        attach_evidence(store, 2568, measures[0], 6, tmp_path / name)
    files = load_year(store, 2568).files
    kept = evidence_of(files, measures[0], 6)
    assert [(each.role, each.name) for each in kept] == [
        (FileRole.PHOTO, "อบรม.JPG"),
        (FileRole.EVIDENCE, "คำสั่ง.pdf"),
    ]
    assert file_body(store, kept[1].id) == b"%PDF-1.7 x"
    assert not evidence_of(files, measures[0], 12)
    assert not evidence_of(files, measures[1], 6)


def test_a_large_file_stays_where_it_is_and_is_found_gone_or_changed(store, measures, tmp_path):
    large = tmp_path / "วิดีโอ.mp4"
    large.write_bytes(bytes(MOST_BYTES + 1))
    attach_evidence(store, 2568, measures[0], 6, large)
    files = load_year(store, 2568).files
    assert [(each.path, each.size) for each in files] == [(str(large), MOST_BYTES + 1)]
    assert outside_problems(files) == {}
    large.write_bytes(bytes(MOST_BYTES) + b"x")
    assert "ถูกแก้ไข" in outside_problems(files)[files[0].id]
    large.unlink()
    assert f"ไม่พบไฟล์ “วิดีโอ.mp4” ที่ {large}" == outside_problems(files)[files[0].id]


def test_a_file_that_cannot_be_read_is_named(store, measures, tmp_path):
    with pytest.raises(BadFile, match=r"หายไป\.pdf"):
        attach_evidence(store, 2568, measures[0], 6, tmp_path / "หายไป.pdf")


def test_one_status_for_several_is_one_action_and_keeps_what_is_written(store, measures):
    save_round_report(store, RoundReport(measures[0], 6, output="จัดแล้ว"))
    save_status(store, 2568, measures, 6, RoundStatus.DONE)
    saved = {each.measure_id: each for each in load_year(store, 2568).rounds}
    assert [saved[each].status for each in measures] == [RoundStatus.DONE] * 2
    assert saved[measures[0]].output == "จัดแล้ว"
    assert store.can_undo() == "สถานะ ๒ มาตรการ"
    store.undo()
    assert [each.status for each in load_year(store, 2568).rounds] == [None]
