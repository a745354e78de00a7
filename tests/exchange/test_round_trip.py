"""What goes out comes back in, whatever an office wrote; through LibreOffice too.

The long form: `./test tests/exchange/test_round_trip.py --hypothesis-profile long`.
"""

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from db.opening import open_store
from itadesk.exchange.sent import empty_targets, read_sent
from itadesk.model.assessment import QuestionScore
from itadesk.model.office import Office, OfficeKind
from itadesk.model.oit import OitEntry
from itadesk.model.work import Finding, Measure, RoundReport, RoundStatus, Step
from itadesk.services.exchange import apply_import, export_workbook, plan_import
from itadesk.services.scores import official_keys
from itadesk.services.years import catalogue_of, load_year, start_year
from itadesk.thai.normalise import normalise, normalise_line

from .workbooks import raw

LONG = settings.get_current_profile_name() == "long"
RELAXED = settings(
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)
YEARS = (2564, 2566, 2568)
ODD = st.sampled_from(
    [
        "=1+1",
        "+66",
        "-ก",
        "@SUM",
        "#N/A",
        "TRUE",
        "๙๙.๓๘",
        "1.0",
        "_x000D_",
        " ",
        "\n",
        "\t",
        "ก์ำ่",
        "นํ้า",
        "ก" * 300,
        "👩\u200d👧",
        "|",
        ", ",
    ]
)
WRITTEN = st.lists(ODD | st.text(st.characters(exclude_categories=["Cs"]), max_size=8), max_size=5)


def shown(text):
    return text if text.strip() else ""


texts = WRITTEN.map(lambda parts: shown(normalise(normalise("".join(parts)))))
lines = WRITTEN.map(lambda parts: shown(normalise_line(normalise("".join(parts)))))
filled_lines = lines.filter(bool)
units = filled_lines.map(lambda text: normalise_line(text.replace("|", ""))).filter(bool)
scores = st.none() | st.decimals(0, 100, places=2) | st.decimals(0, 100, places=9)
days = st.none() | st.dates(date(1957, 1, 1), date(2056, 12, 31))
steps = st.builds(Step, filled_lines, days, days, st.just("") | units)


@st.composite
def findings(draw, catalogue):
    questions = [question.code for question in catalogue.questions]
    issues = [issue.no for issue in catalogue.issues]
    numbers = [indicator.no for indicator in catalogue.indicators]
    indicator = draw(st.none() | st.sampled_from(numbers))
    issue = draw(st.none() | st.sampled_from(issues)) if issues else None
    return Finding(
        indicator=1 if indicator is None and issue is None else indicator,
        issue=issue,
        codes=tuple(draw(st.lists(st.sampled_from(questions), max_size=2, unique=True))),
        cause=draw(texts) or "ก",
        guideline=draw(texts),
        conclusion=draw(texts),
    )


@st.composite
def measures(draw, catalogue):
    numbers = [indicator.no for indicator in catalogue.indicators]
    start, end = sorted(draw(st.tuples(days, days)), key=lambda day: (day is None, day))
    return Measure(
        indicator=draw(st.none() | st.sampled_from(numbers)),
        title=draw(lines) or "ก",
        activities=draw(texts),
        analysis=draw(texts),
        steps=tuple(draw(st.lists(steps, max_size=3))),
        start=start,
        end=end,
        period_text=draw(lines),
        units=tuple(draw(st.lists(units, max_size=3))),
        responsible=draw(texts),
        success=draw(texts),
        target=draw(texts),
        budget=draw(lines),
        overseer=draw(lines),
    )


reports = st.builds(
    RoundReport,
    measure_id=st.just(0),
    months=st.sampled_from([3, 6, 9, 12]),
    output=texts,
    outcome=texts,
    progress=scores,
    status=st.none() | st.sampled_from(RoundStatus),
    evidence=texts,
    obstacles=texts.map(lambda text: text or "ก"),
)


@st.composite
def entries(draw, catalogue):
    items = [question.code for question in catalogue.questions if question.binary]
    urls = st.lists(st.sampled_from(["ก.go.th/_x000D_", "a.go.th/๒?ข=1", "=b.go.th"]), unique=True)
    made = OitEntry(
        draw(st.sampled_from(items)),
        draw(st.none() | st.booleans()),
        tuple(draw(urls)),
        draw(texts),
        draw(lines),
        draw(days),
    )
    return made if not made.empty else replace(made, answer=False)


def fill(store, year, draw):
    """Puts a made-up year into the store, as its services would leave it."""
    start_year(store, year, draw(st.none() | st.integers(year, year + 3)))
    catalogue = catalogue_of(store, year)
    kind = draw(st.sampled_from(OfficeKind))
    store.office.save(Office(draw(filled_lines), kind, draw(lines), draw(lines), draw(lines)))
    for question in draw(st.lists(st.sampled_from(list(catalogue.questions)), max_size=6)):
        instrument = catalogue.instrument_of(catalogue.indicator_of(question.code).no)
        values = (
            scores if not question.binary else st.sampled_from([None, Decimal(0), Decimal(100)])
        )
        parts = [draw(values) if instrument.parts else None for _ in range(2)]
        store.assessments.save_score(year, QuestionScore(question.code, draw(values), *parts))
    for key in draw(st.lists(st.sampled_from(list(official_keys(catalogue))), max_size=4)):
        store.assessments.save_official(year, key, draw(scores))
    levels = [level.name for level in catalogue.rating.levels]
    head = store.assessments.get(year)
    store.assessments.save_head(
        replace(head, official_rating=draw(st.sampled_from([None, *levels])))
    )
    for finding in draw(st.lists(findings(catalogue), max_size=4)):
        store.findings.save(year, finding)
    for measure in draw(st.lists(measures(catalogue), max_size=3)):
        made = store.measures.save(year, measure)
        for report in draw(st.lists(reports, max_size=2, unique_by=lambda one: one.months)):
            store.rounds.save(replace(report, measure_id=made))
    for entry in draw(st.lists(entries(catalogue), max_size=3, unique_by=lambda one: one.code)):
        store.oit.save(year, entry)
    store.texts.save_limitations(year, tuple(draw(st.lists(texts.filter(bool), max_size=3))))


def told(store, year):
    """All of a year that the workbook has a place for, without ids."""
    data = load_year(store, year)
    orders = {measure.id: measure.position for measure in data.measures}
    office = data.office
    return {
        "office": (office.name, office.kind, office.province, office.district, office.code),
        "years": (data.year, data.assessment.plan_year),
        "scores": data.assessment.scores,
        "official": data.assessment.official,
        "rating": data.assessment.official_rating,
        "findings": [replace(finding, id=None) for finding in data.findings],
        "measures": [replace(m, id=None, findings=()) for m in data.measures],
        "rounds": [(orders[r.measure_id], replace(r, id=None, measure_id=0)) for r in data.rounds],
        "limitations": data.limitations,
        "oit": data.oit,
    }


@settings(RELAXED, max_examples=200 if LONG else 60)
@given(year=st.sampled_from(YEARS), data=st.data())
def test_an_export_taken_into_an_empty_file_gives_the_same_year(tmp_path, year, data):
    path = tmp_path / "ไปกลับ.xlsx"
    first, second = open_store(None), open_store(None)
    with first.transaction("ทดสอบ"):
        fill(first, year, data.draw)
    export_workbook(first, year, path)
    plan = plan_import(second, path)
    assert not plan.warnings
    apply_import(second, plan)
    assert told(second, year) == told(first, year)
    again = plan_import(first, path)
    assert again.changes_nothing
    assert {str(row.result) for row in again.rows} == {"same"}
    assert read_sent(path, empty_targets(partial(catalogue_of, first))).received.edited is False
    first.close()
    second.close()


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_years_saved_by_libreoffice_are_the_same(tmp_path):
    made = {}

    @settings(RELAXED, max_examples=200 if LONG else 10, phases=[Phase.generate])
    @given(year=st.sampled_from(YEARS), data=st.data())
    def make(year, data):
        store = open_store(None)
        with store.transaction("ทดสอบ"):
            fill(store, year, data.draw)
        path = tmp_path / f"{len(made)}.xlsx"
        export_workbook(store, year, path)
        made[path.name] = year, told(store, year)
        store.close()

    make()
    out, profile = tmp_path / "lo", (tmp_path / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "xlsx"]
    paths = [tmp_path / name for name in made]
    subprocess.run([*command, "--outdir", out, *paths], check=True, capture_output=True)
    for name, (year, before) in made.items():
        store = open_store(None)
        apply_import(store, plan_import(store, out / name))
        assert told(store, year) == before
        store.close()


@pytest.mark.parametrize("names", [("กองคลัง, พัสดุ",), ("ก", "ข, ค"), ("ก, ข", "ค")])
def test_a_comma_in_a_unit_survives(tmp_path, names):
    path = tmp_path / "a.xlsx"
    first, second = open_store(None), open_store(None)
    start_year(first, 2568)
    raw(first, measures=Measure(title="ก", units=names))
    export_workbook(first, 2568, path)
    apply_import(second, plan_import(second, path))
    assert load_year(second, 2568).measures[0].units == names
    first.close()
    second.close()
