"""Letters to offices whose files are awaited."""

from dataclasses import replace

from pypdf import PdfReader

from itadesk.gathering import not_sent, office_lines
from itadesk.services.office import save_office
from itadesk.services.reminders import recipient, reminders
from itadesk.services.sample_province import PROVINCE, sample_province


def waiting():
    return not_sent(office_lines(sample_province()))


def test_each_office_gets_a_letter_to_its_head(store, tmp_path):
    save_office(store, PROVINCE)
    lines = waiting()
    files = reminders(store, 2568, lines, (".pdf", ".docx"))
    assert len(files) == 2 * len(lines) == 4
    name, write = files[0]
    write(tmp_path / name)
    text = PdfReader(tmp_path / name).pages[0].extract_text()
    assert recipient(lines[0]) in text.replace("\n", "")
    assert "จัดส่งข้อมูลผลการประเมิน ITA" in text
    assert "จังหวัดตัวอย่าง" in text


def test_offices_of_one_name_get_files_of_their_own(store):
    save_office(store, PROVINCE)
    line = waiting()[0]
    names = [name for name, _ in reminders(store, 2568, [line, line])]
    assert len(set(names)) == 2


def test_the_head_is_called_as_in_offices_of_the_kind():
    found = {line.kind: recipient(line) for line in office_lines(sample_province())}
    assert found["อบต."].startswith("นายกองค์การบริหารส่วนตำบล")
    assert found["เทศบาลตำบล"].startswith("นายกเทศมนตรีตำบล")
    line = replace(waiting()[0], kind="", name="สำนักงานทดลอง")
    assert recipient(line) == "หัวหน้าสำนักงานทดลอง"
