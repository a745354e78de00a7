"""Whatever an office, unit or document is called, every file stays in the folder chosen."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.backups import back_up
from db.opening import create_store
from itadesk.gathering import not_sent, office_lines
from itadesk.model.document import DocumentRecord
from itadesk.model.office import Office, OfficeKind
from itadesk.model.work import Measure
from itadesk.naming import file_name
from itadesk.services.documents import save_document
from itadesk.services.measures import save_measure
from itadesk.services.office import save_office
from itadesk.services.reminders import reminders
from itadesk.services.sample_province import PROVINCE, sample_province
from itadesk.services.templates import filled_name
from itadesk.services.unit_sheets import unit_files
from itadesk.services.whole_set import files_of, read_set
from itadesk.services.years import load_year, start_year

NAMES = (
    "../../ขึ้นไป",
    r"..\..\Windows\System32\x",
    "/etc/passwd",
    r"C:\Users\Public\x",
    r"\\server\share\x",
    "CON",
    "nul.itadesk",
    'ก:ข|ค?ง*จ<ฉ>ช"ซ',
    "ท้ายจุด...   ",
    "ขึ้นบรรทัด\nใหม่\tและ\x00ศูนย์",
    "\u202eกลับด้าน\u200b",
    "ยาว" * 200,
    "อบต.🙂",
    "~$แอบ",
    "",
)
ALLOWED = re.compile(r'[^<>:"/\\|?*\x00-\x1f]+')
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def assert_safe(name):
    """A plain name of a file on Windows as elsewhere, with room for its folder."""
    assert ALLOWED.fullmatch(name), name
    assert not RESERVED.fullmatch(name), name
    assert name == name.strip(" ")
    assert not name.endswith(".")
    assert name not in (".", "..")
    assert 0 < len(name) <= 130


@given(st.text(max_size=300), st.sampled_from(["", ".pdf", ".itadesk"]))
def test_any_text_gives_a_safe_name(text, ending):
    assert_safe(file_name(text, ending))
    assert file_name(text, ending).endswith(ending)


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_files_of_an_office_stay_in_their_folder(name, tmp_path):
    path = tmp_path / "แฟ้ม" / "อบต.itadesk"
    path.parent.mkdir()
    store = create_store(path, Office(name, OfficeKind.OTHER))
    start_year(store, 2568)
    save_measure(store, 2568, Measure(title="ก", units=(name,) if name.strip() else ()))
    save_document(store, 2568, DocumentRecord(form="memo", number=name))
    save_document(store, 2568, DocumentRecord(form="memo", number="๒"))
    data = load_year(store, 2568)
    made = [each for each, _ in files_of(read_set(store, 2568, ("memo",), (".pdf",)))]
    made += [each.name for each in unit_files(data, data.measures[0].units, 6, (".xlsx",))]
    made.append(filled_name("แบบ.docx", data))
    store.close()
    for each in made:
        assert_safe(each)
    copy = back_up(path, tmp_path / "สำรอง", datetime(2026, 11, 20)).path
    assert_safe(copy.name)
    assert copy.parent == tmp_path / "สำรอง"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["สำรอง", "แฟ้ม"]


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_letters_to_offices_stay_in_their_folder(name, store):
    save_office(store, PROVINCE)
    lines = [replace(line, name=name) for line in not_sent(office_lines(sample_province()))]
    names = [each for each, _ in reminders(store, 2568, lines)]
    assert len(set(names)) == len(lines) > 0
    for each in names:
        assert_safe(each)
