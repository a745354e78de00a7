"""Years of the sample office made hard to print, through the services as a clerk would."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from db.opening import open_store
from itadesk.model.work import Finding, Measure, RoundReport, RoundStatus, Step
from itadesk.services.findings import save_finding
from itadesk.services.measures import save_measure
from itadesk.services.office import (
    save_form_text,
    save_limitations,
    save_office,
    save_round_report,
)
from itadesk.services.sample import fill_sample, sample_office, sample_year
from itadesk.services.years import load_year

YEAR = sample_year()
BODIES = (
    ("letter", "body"),
    ("memo", "facts"),
    ("announcement", "body"),
    ("order", "duties"),
    ("minutes", "agenda4"),
    ("results", "author"),
    ("ranking", "note"),
)
SENTENCE = (
    "ให้ทุกส่วนราชการปิดประกาศขั้นตอน ค่าธรรมเนียม และชื่อผู้รับผิดชอบไว้ในที่ที่ประชาชนเห็นได้ง่าย "
    "แล้วรายงานผลให้ปลัดทราบภายในวันที่ ๕ ของทุกเดือน"
)
LONG = "\n".join(f"{number}. {SENTENCE}" for number in range(1, 31))
LEVELS = (
    "๑. งานบริการประชาชน\n๑.๑ จุดรับเรื่อง\n๑.๑.๑ ป้ายบอกทาง\n๑.๑.๑.๑ ป้ายหน้าอาคาร\n"
    "๑.๑.๑.๒ ป้ายหน้าห้อง\n๑.๑.๒ บัตรคิว\n๑.๒ เจ้าหน้าที่\n๒. งานพัสดุ\n๒.๑ แผนจัดหา\n๒.๑.๑ แบบแผน"
)
SIGNERS = " ".join(
    f"นาย{first} {last}"
    for first, last in zip(
        ("ทดสอบ", "ตัวอย่าง", "สมมุติ", "จำลอง", "ทดลอง", "สาธิต", "แบบฝึก", "ประกอบ"),
        ("ระบบดี", "งานตรง", "ใจซื่อ", "มือสะอาด", "รู้กฎ", "เปิดเผย", "บริการดี", "รับฟัง"),
        strict=True,
    )
)
OFFICE = ("องค์การบริหารส่วนตำบล" + "ทุ่งกว้างบ้านตัวอย่างริมน้ำใกล้ภูเขา" * 9)[:300]
# What Word and old Windows fonts leave behind: \v, nikhahit + า, U+F7xx, a doubled เ.
PASTED = (
    "จัดท\u0e4dาคู่มือ\x0bและน\u0e4d\u0e49าดื่มไว้บริการ\x0b"
    "เจ้าหน้าที\uf70a ผู\uf70bมาติดต\uf70aอ เเจ้งผล\u00a0ภายใน ๗ วัน\r\nต\uf70aอปี\u200bงบประมาณ"
)
CLEAN = "จัดทำคู่มือ\nและน้ำดื่มไว้บริการ\nเจ้าหน้าที่ ผู้มาติดต่อ แจ้งผล ภายใน ๗ วัน\nต่อปี\u200bงบประมาณ"


def _own_dates(store):
    steps = tuple(
        Step(f"ขั้นที่ {n} {SENTENCE}", date(2025, 10, n), date(2026, 3, n), f"ส่วนงานที่ {n} ของหน่วยงาน")
        for n in range(1, 9)
    )
    save_measure(store, YEAR, replace(_first(store), steps=steps))


def _long_cell(store):
    _everywhere(store, LONG)


def _pasted(store):
    _everywhere(store, PASTED)


def _everywhere(store, text):
    """The text in every field of several lines."""
    finding = store.findings.of_year(YEAR)[0]
    save_finding(store, YEAR, replace(finding, cause=text, guideline=text, conclusion=text))
    measure = replace(_first(store), activities=text, analysis=text, responsible=text)
    measure = replace(measure, success=text, target=text, steps=(Step(text), Step("สรุปผล")))
    save_measure(store, YEAR, measure)
    report = RoundReport(_first(store).id, 6, text, text, None, RoundStatus.DONE, text, text)
    known = [r for r in store.rounds.of_year(YEAR) if (r.measure_id, r.months) == (measure.id, 6)]
    save_round_report(store, replace(report, id=known[0].id if known else None))
    save_limitations(store, YEAR, (text, "บุคลากรมีจำกัด"))
    for form, key in BODIES:
        save_form_text(store, YEAR, form, key, text)


def _empty_analysis(store):
    for finding in store.findings.of_year(YEAR):
        save_finding(store, YEAR, replace(finding, cause="", guideline="", conclusion=""))
    for measure in store.measures.of_year(YEAR):
        empty = Measure(measure.id, measure.position, measure.indicator)
        save_measure(store, YEAR, empty)
    save_finding(store, YEAR, Finding(issue=1))


def _sixty(store):
    for number in range(len(store.measures.of_year(YEAR)), 60):
        measure = Measure(
            indicator=number % 10 + 1,
            issue=number % 7 + 1,
            title=f"มาตรการลำดับ {number + 1}",
            activities=f"๑. {SENTENCE}\n๒. ติดตามผล",
            steps=(Step("๑. วางแผน"), Step("๒. ลงมือ")),
            units=("สำนักปลัด",),
        )
        save_measure(store, YEAR, measure)


def _signers(store):
    keys = ("sign_name", "taker_name", "checker_name", "opinion1_name", "sign_rank")
    for form in ("ranking", "letter", "memo", "announcement", "order", "minutes"):
        for key in keys:
            save_form_text(store, YEAR, form, key, SIGNERS)


def _office_name(store):
    save_office(store, replace(sample_office(), name=OFFICE))


def _levels(store):
    _everywhere(store, LEVELS)
    steps = tuple(Step(line) for line in LEVELS.split("\n"))
    save_measure(store, YEAR, replace(_first(store), steps=steps))


def _first(store):
    return store.measures.of_year(YEAR)[0]


CASES = {
    "a cell longer than a page": _long_cell,
    "an empty analysis": _empty_analysis,
    "60 measures": _sixty,
    "steps with dates and units of their own": _own_dates,
    "8 signatories in one line": _signers,
    "an office name of 300 letters": _office_name,
    "four levels of numbering": _levels,
    "text pasted from Word": _pasted,
}


def hard_year(case):
    """The sample year with one thing made hard."""
    store = open_store(None)
    save_office(store, sample_office())
    fill_sample(store)
    CASES[case](store)
    data = load_year(store, YEAR)
    store.close()
    return data
