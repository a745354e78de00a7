"""Each record comes back as it was saved."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.opening import create_store, open_store
from itadesk.errors import NotFound
from itadesk.model.assessment import Assessment, QuestionScore
from itadesk.model.office import Digits, Office, OfficeKind, Settings, Thresholds, WeakRule
from itadesk.model.work import Finding, Measure, RoundReport, RoundStatus, Step

from .builders import OFFICE, dump, record, start

often = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
scores = st.decimals(0, 100, allow_nan=False) | st.sampled_from(
    [Decimal("1E+2"), Decimal("-0"), Decimal("99.380")]
)
days = st.dates()
steps = st.builds(Step, texts, st.none() | days, st.none() | days, texts)
numbers = st.none() | st.integers(1, 10)
digits = st.integers(0, 9)
measures = st.builds(
    Measure,
    position=st.integers(0, 6),
    indicator=numbers,
    issue=numbers,
    title=texts,
    activities=texts,
    analysis=texts,
    steps=st.lists(steps, max_size=4).map(tuple),
    start=st.none() | days,
    end=st.none() | days,
    period_text=texts,
    units=st.lists(texts, max_size=3).map(tuple),
    responsible=texts,
    success=texts,
    target=texts,
    budget=texts,
    overseer=texts,
)


@pytest.mark.parametrize("kind", OfficeKind)
def test_an_office_of_each_kind_comes_back_and_keeps_its_id(store, kind):
    own = store.office.get().id
    with store.transaction("หน่วยงาน"):
        store.office.save(replace(OFFICE, kind=kind))
    assert store.office.get() == replace(OFFICE, kind=kind, id=own)


def test_each_new_file_gets_an_id_of_its_own_unless_it_has_one(tmp_path):
    stores = [create_store(tmp_path / f"{n}.itadesk", OFFICE) for n in range(2)]
    given_id = create_store(tmp_path / "c.itadesk", replace(OFFICE, id="abc"))
    ids = [store.office.get().id for store in (*stores, given_id)]
    assert all(ids)
    assert ids[0] != ids[1]
    assert ids[2] == "abc"
    for store in (*stores, given_id):
        store.close()


def test_settings_come_back(store):
    assert store.office.settings() == Settings()
    wanted = Settings(
        thresholds=Thresholds(Decimal("84.5"), Decimal(99), WeakRule.THRESHOLD, Decimal(90), "ด่วน"),
        digits=Digits.ARABIC,
        body_size=Decimal("15.5"),
        units=("สำนักปลัด", "กองคลัง"),
        words=("บ้านทดลอง",),
    )
    with store.transaction("ตั้งค่า"):
        store.office.save_settings(wanted)
    assert store.office.settings() == wanted


def test_a_setting_of_a_newer_program_stays_and_one_it_calls_otherwise_has_its_default(
    store, caplog
):
    stored = {"paper": '"A5"', "digits": '"roman"', "units": "7", "words": "["}
    with store.transaction("ตั้งค่า"):
        for key, value in (
            ("paper", '"A5"'),
            ("digits", '"roman"'),
            ("units", "7"),
            ("words", "["),
        ):
            store._file.write("INSERT INTO setting VALUES (?, ?)", key, value)
    assert store.office.settings() == Settings()
    assert {key for key in stored if key in caplog.text} == {"digits", "units", "words"}
    with store.transaction("ตั้งค่า"):
        store.office.save_settings(Settings(body_size=Decimal(17)))
    rows = {row["key"]: row["value"] for row in store._file.rows("SELECT * FROM setting")}
    assert rows == {**stored, "body_size": '"17"'}
    caplog.clear()


def test_a_catalogue_that_no_json_reader_takes_is_a_bug(store):
    with pytest.raises(ValueError, match="JSON"), store.transaction("ชุด"):
        store.catalogues.save(2568, {"id": "c", "weight": float("nan")})
    assert store.catalogues.get(2568) is None


def test_a_catalogue_and_its_filled_texts_come_back(store):
    body = {"id": "urn:x", "version": "2", "weights": [30, 30.5, None], "ชื่อ": {"ก": True}}
    with store.transaction("ชุดข้อคำถาม"):
        store.catalogues.save(2568, body)
        store.catalogues.fill_text(2568, "i1", "ข้อความของหน่วยงาน")
        store.catalogues.fill_text(2568, "i2", "อีกข้อ")
    with store.transaction("ลบ"):
        store.catalogues.fill_text(2568, "i2", "")
    assert store.catalogues.years() == (2568,)
    assert store.catalogues.get(2568) == body
    assert store.catalogues.get(2567) is None
    assert store.catalogues.filled_texts(2568) == {"i1": "ข้อความของหน่วยงาน"}


@often
@given(st.none() | scores, st.none() | scores, st.none() | scores)
def test_a_score_comes_back_and_an_empty_one_is_gone(store, score, part1, part2):
    saved = QuestionScore("e1", score, part1, part2)
    with store.transaction("คะแนน"):
        store.assessments.save_score(2568, saved)
    assert store.assessments.get(2568).scores == ({} if saved.empty else {"e1": saved})


@pytest.mark.parametrize("bad", ["100.01", "-1", "NaN", "Infinity", "1E+3"])
def test_a_score_outside_the_scale_is_a_bug(store, bad):
    with pytest.raises(Exception, match="CHECK"):
        record(store, "i1", bad)
    assert store.assessments.get(2568).scores == {}


def test_the_head_official_figures_and_respondents_come_back(store):
    head = Assessment(
        2568, 2570, "urn:y", official_rating="ผ่านดี", announced_on="2025-08-01",
        respondents={"IIT": 40, "EIT1": 120}, recommendations="ควรเผยแพร่แผน",
    )  # fmt: skip
    with store.transaction("ผล"):
        store.assessments.save_head(replace(head, respondents={"IIT": 1, "OIT": 1}))
        store.assessments.save_head(head)
        store.assessments.save_official(2568, "1", Decimal("98.70"))
        store.assessments.save_official(2568, "overall", Decimal(95))
        store.assessments.save_official(2568, "overall", None)
    assert store.assessments.get(2568) == replace(head, official={"1": Decimal("98.70")})
    assert store.assessments.get(2567) is None
    assert store.assessments.years() == (2568,)


def test_findings_come_back_in_the_order_they_were_written(store):
    first = Finding(None, indicator=3, codes=("i10", "i2"), cause="ก", guideline="ข")
    second = Finding(None, issue=7, conclusion="ค")
    with store.transaction("วิเคราะห์"):
        ids = [store.findings.save(2568, finding) for finding in (first, second)]
        store.findings.save(2568, replace(first, id=ids[0], cause="แก้"))
    assert store.findings.of_year(2568) == (
        replace(first, id=ids[0], cause="แก้"),
        replace(second, id=ids[1]),
    )


@often
@given(measures, measures)
def test_a_measure_comes_back_with_all_its_lines_also_when_changed(store, first, second):
    with store.transaction("มาตรการ"):
        for known in store.measures.of_year(2568):
            store.measures.delete(2568, known.id)
        saved = store.measures.save(2568, first)
    assert store.measures.of_year(2568) == (replace(first, id=saved, position=1),)
    with store.transaction("มาตรการ"):
        store.measures.save(2568, replace(second, id=saved))
    assert store.measures.of_year(2568) == (replace(second, id=saved, position=1),)


@often
@given(
    st.lists(st.tuples(st.sampled_from("asd"), st.integers(0, 9), st.integers(0, 9)), max_size=15)
)
def test_positions_are_one_two_three_whatever_is_added_moved_or_deleted(store, actions):
    expected: list[int] = []
    with store.transaction("เริ่ม"):
        for known in store.measures.of_year(2568):
            store.measures.delete(2568, known.id)
    for action, which, position in actions:
        with store.transaction("ทำ"):
            if action == "a" or not expected:
                saved = store.measures.save(2568, Measure(position=position))
            else:
                saved = expected.pop(which % len(expected))
                if action == "d":
                    store.measures.delete(2568, saved)
                    continue
                store.measures.save(2568, Measure(id=saved, position=position))
            expected.insert(position - 1 if position else len(expected), saved)
    found = store.measures.of_year(2568)
    assert [measure.id for measure in found] == expected
    assert [measure.position for measure in found] == list(range(1, len(expected) + 1))


def test_years_keep_their_measures_and_findings_apart(store):
    start(store, 2567)
    with store.transaction("มาตรการ"):
        old = store.measures.save(2567, Measure(title="เดิม"))
        store.measures.save(2568, Measure(title="ใหม่"))
        store.findings.save(2567, Finding(indicator=1))
    assert [m.title for m in store.measures.of_year(2568)] == ["ใหม่"]
    assert store.findings.of_year(2568) == ()
    with pytest.raises(NotFound, match="ไม่พบมาตรการ"), store.transaction("ลบ"):
        store.measures.delete(2568, old)


def test_a_deleted_finding_leaves_the_measures_that_answer_it(store):
    with store.transaction("มาตรการ"):
        ids = tuple(store.findings.save(2568, Finding(indicator=n)) for n in (1, 2, 3))
        measure = Measure(findings=(ids[2], ids[0], ids[1]))
        measure_id = store.measures.save(2568, measure)
    assert store.measures.of_year(2568)[0].findings == measure.findings
    with store.transaction("ลบ"):
        store.findings.delete(2568, ids[0])
    assert store.measures.of_year(2568)[0].findings == (ids[2], ids[1])
    with store.transaction("บันทึกจากหน้าจอที่ยังไม่รู้"):
        store.measures.save(2568, replace(measure, id=measure_id))
    assert store.measures.of_year(2568)[0].findings == (ids[2], ids[1])


def test_round_reports_come_back_by_measure_and_round(store):
    with store.transaction("มาตรการ"):
        first, second = (store.measures.save(2568, Measure()) for _ in range(2))
        reports = [
            RoundReport(second, 6, "ผ", "ล", Decimal("33.3"), RoundStatus.UNDER_WAY, "ห", "อ"),
            RoundReport(first, 12),
            RoundReport(first, 6, progress=Decimal(100), status=RoundStatus.DONE),
        ]
        ids = [store.rounds.save(report) for report in reports]
    expected = [replace(reports[n], id=ids[n]) for n in (2, 1, 0)]
    assert list(store.rounds.of_year(2568)) == expected


def test_a_second_report_of_a_round_takes_the_place_of_the_first(store):
    with store.transaction("มาตรการ"):
        measure = store.measures.save(2568, Measure())
        first = store.rounds.save(RoundReport(measure, 6, "เดิม"))
        assert store.rounds.save(RoundReport(measure, 6, "ใหม่")) == first
        store.rounds.save(RoundReport(measure, 9, "แก้", id=first))
    assert store.rounds.of_year(2568) == (RoundReport(measure, 9, "แก้", id=first),)


def test_limitations_and_texts_come_back(store):
    with store.transaction("ข้อความ"):
        store.texts.save_limitations(2568, ("ก", "ข", "ค"))
        store.texts.save_limitations(2568, ("ข", "ค"))
        store.texts.save(0, "measures", "title", "ทุกปี")
        store.texts.save(0, "measures", "opening", "ทุกปี")
        store.texts.save(2568, "measures", "title", "ปีนี้")
        store.texts.save(2568, "letter", "to", "")
        store.texts.save(2568, "letter", "subject", "ลบ")
        store.texts.save(2568, "letter", "subject", None)
    assert store.texts.limitations(2568) == ("ข", "ค")
    assert store.texts.of_year(0) == {
        ("measures", "title"): "ทุกปี",
        ("measures", "opening"): "ทุกปี",
    }
    assert store.texts.of_year(2568) == {
        ("measures", "title"): "ปีนี้",
        ("measures", "opening"): "ทุกปี",
        ("letter", "to"): "",
    }


@pytest.mark.parametrize(
    "save",
    [
        lambda store: store.measures.save(2568, Measure(id=99)),
        lambda store: store.findings.save(2568, Finding(id=99)),
        lambda store: store.findings.delete(2568, 99),
        lambda store: store.rounds.save(RoundReport(99, 6)),
        lambda store: store.rounds.save(RoundReport(1, 6, id=99)),
        lambda store: store.texts.save_limitations(2500, ("ก",)),
        lambda store: store.assessments.save_score(2500, QuestionScore("i1", Decimal(1))),
    ],
)
def test_saving_under_what_is_gone_is_said_with_the_next_step(store, save):
    before = dump(store)
    with pytest.raises(NotFound, match=r"ไม่พบ.*โปรด"), store.transaction("บันทึก"):
        save(store)
    assert dump(store) == before


def test_no_column_takes_a_value_of_another_kind(store):
    for table in store._history._tables.values():
        sql = store._file.row("SELECT sql FROM sqlite_schema WHERE name = ?", table.name)[0]
        assert sql.endswith("STRICT"), table.name
    with pytest.raises(Exception, match="INTEGER"), store.transaction("x"):
        store._file.write("INSERT INTO filled_text VALUES ('ปี', 'i1', 'x')")


def test_a_store_in_memory_starts_with_an_unnamed_office():
    store = open_store(None)
    assert store.office.get() == Office("", OfficeKind.OTHER, id=store.office.get().id)
    assert store.assessments.years() == ()
    assert not store.read_only
    store.close()
