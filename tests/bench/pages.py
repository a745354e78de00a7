"""Form issues at 10, 60 and 300 pages: times, memory, and 60 pages against other programs."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random

import report
import timing

from db.opening import create_store, open_store
from itadesk.model.work import Measure, Step
from itadesk.services.measures import remove_measure, save_measure
from itadesk.services.reporting import compose
from itadesk.services.sample import fill_sample, sample_office, sample_year

FORM = "issues"
COMPARED = 60
MEASURES = {10: -6, 60: 126, 300: 767}  # more, or less, than in the sample
CLAUSES = (
    "ให้ทุกส่วนราชการปิดประกาศขั้นตอนและค่าธรรมเนียม",
    "แต่งตั้งผู้รับผิดชอบรับฟังความคิดเห็นของประชาชน",
    "จัดอบรมเจ้าหน้าที่เรื่องผลประโยชน์ทับซ้อน",
    "เผยแพร่แผนการจัดซื้อจัดจ้างบนเว็บไซต์ของหน่วยงาน",
    "สำรวจความพึงพอใจของผู้มาติดต่อราชการ",
    "ตรวจสอบการยืมทรัพย์สินของราชการทุกสิ้นเดือน",
    "ประชุมติดตามความก้าวหน้าร่วมกับหัวหน้าส่วนราชการ",
)
# Run in a process of its own: first time, second time, pages, and the peak of its memory.
CHILD = """
import json, resource, sys, time
from pathlib import Path
sys.path.insert(0, "tests/bench")
from pages import composed
from itadesk.reports.content import Document, Paragraph, Run, Section
from itadesk.services.reporting import pdf_of
pdf_of(Document("", "", (Section((Paragraph((Run("เริ่ม"),)),)),)))
document, times = composed(Path(sys.argv[1])), []
for _ in range(2):
    start = time.perf_counter()
    pdf = pdf_of(document)
    times.append(round(time.perf_counter() - start, 3))
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
Path(sys.argv[2]).write_bytes(pdf)
print(json.dumps([*times, len(pdf) // 1024, peak]))
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = {pages: _office_file(folder, pages) for pages in MEASURES}
        for file in files.values():
            _grown(folder, file)
        report.compare(FORM, folder, files[COMPARED], composed(files[COMPARED]))


def _office_file(folder: Path, pages: int) -> Path:
    path = folder / f"{pages}.itadesk"
    store = create_store(path, sample_office())
    fill_sample(store)
    source = Random(pages)
    for measure in store.measures.of_year(sample_year())[: max(-MEASURES[pages], 0)]:
        remove_measure(store, sample_year(), measure.id)
    for number in range(MEASURES[pages]):
        save_measure(store, sample_year(), _measure(source, number))
    store.close()
    return path


def _measure(source: Random, number: int) -> Measure:
    lines = [f"{line}. {_sentence(source)}" for line in range(1, 4)]
    return Measure(
        issue=number % 7 + 1,
        title=f"มาตรการที่ {number} {source.choice(CLAUSES)}",
        activities="\n".join(lines),
        steps=tuple(Step(line) for line in lines[:2]),
        units=("สำนักปลัด",),
    )


def _sentence(source: Random) -> str:
    return " ".join(source.sample(CLAUSES, 3)) + f" ให้แล้วเสร็จภายใน {source.randint(2, 90)} วัน"


def composed(path: Path):
    store = open_store(path)
    document = compose(store, sample_year(), FORM)
    store.close()
    return document


def _grown(folder: Path, file: Path) -> None:
    out = folder / "grown.pdf"
    command = [sys.executable, "-c", CHILD, str(file), str(out)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=timing.ROOT)
    first, again, size, peak = json.loads(done.stdout)
    pages = report.pages_of(out.read_bytes())
    print(
        f"{pages} pages: first {first} s ({1000 * first / pages:.1f} ms a page), "
        f"again {again} s ({1000 * again / pages:.1f} ms a page), "
        f"{size} KB, peak memory {peak} MB"
    )
