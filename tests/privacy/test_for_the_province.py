"""The workbook for the province holds what is asked for, and nothing else of the office."""

from __future__ import annotations

import zipfile
from dataclasses import replace

import pytest

from itadesk.model.document import DocumentRecord, Signatory
from itadesk.model.kept import FileRole, KeptFile
from itadesk.model.phrase import Phrase, PhraseKind
from itadesk.services.documents import save_document
from itadesk.services.exchange import export_workbook
from itadesk.services.files import keep_file
from itadesk.services.office import save_settings
from itadesk.services.phrases import save_phrase
from itadesk.services.scores import note_score

SECRET = "ลับเฉพาะหน่วยงาน"


@pytest.fixture
def office(filled_store):
    """The sample office with something of its own in everything that is not asked for."""
    store = filled_store
    settings = store.office.settings()
    signer = Signatory(SECRET, "", SECRET)
    save_settings(store, replace(settings, signatories=(signer,), words=(SECRET,)))
    note_score(store, 2568, "i1", f"หมายเหตุ {SECRET}")
    save_phrase(store, Phrase(PhraseKind.OTHER, f"ข้อความ {SECRET}"))
    save_document(
        store,
        2568,
        DocumentRecord(form="memo", number=SECRET, fields={"to": SECRET}, signatories=(signer,)),
    )
    keep_file(
        store, KeptFile(FileRole.SCAN, f"{SECRET}.pdf", year=2568), f"%PDF-1.4 {SECRET}".encode()
    )
    return store


def test_what_is_not_asked_for_stays_at_home(office, tmp_path):
    target = tmp_path / "ส่งจังหวัด.xlsx"
    export_workbook(office, 2568, target)
    with zipfile.ZipFile(target) as archive:
        for name in archive.namelist():
            assert SECRET not in archive.read(name).decode("utf-8", "replace"), name
