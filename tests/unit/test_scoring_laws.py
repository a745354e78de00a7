"""What must hold for any scores."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from itadesk.model.result import shown
from itadesk.scoring import score
from tests.unit.scored import assess, catalogue

CATALOGUES = {year: catalogue(year) for year in (2566, 2568)}
hundredths = st.integers(0, 10_000).map(lambda n: Decimal(n) / 100)


@st.composite
def entered(draw):
    cat = CATALOGUES[draw(st.sampled_from(sorted(CATALOGUES)))]
    codes = draw(st.sets(st.sampled_from([q.code for q in cat.questions])))
    values = draw(st.randoms(use_true_random=False))
    scores = {
        code: Decimal(values.choice((0, 100)))
        if cat.question(code).binary
        else Decimal(values.randint(0, 10_000)) / 100
        for code in sorted(codes)
    }
    return cat, scores


def figures(result):
    return [
        *result.questions.values(), *result.sub_indicators.values(), *result.indicators.values(),
        *result.instruments.values(), result.overall,
    ]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(entered())
def test_every_figure_lies_between_0_and_100_and_is_none_only_without_scores(given_scores):
    cat, scores = given_scores
    result = score(cat, assess(cat, scores))
    for figure in figures(result):
        assert figure.value is None or 0 <= figure.value <= 100
        assert not (figure.complete and figure.value is None)
    assert any(f.value is not None for f in figures(result)) is bool(scores)


@settings(max_examples=30, deadline=None)
@given(entered(), st.randoms(use_true_random=False))
def test_the_order_in_which_scores_were_entered_does_not_matter(given_scores, random):
    cat, scores = given_scores
    shuffled = list(scores.items())
    random.shuffle(shuffled)
    assert score(cat, assess(cat, scores)) == score(cat, assess(cat, shuffled))


@settings(max_examples=40, deadline=None)
@given(entered(), st.data())
def test_a_higher_score_never_lowers_a_figure(given_scores, data):
    cat, scores = given_scores
    if not scores:
        return
    code = data.draw(st.sampled_from(sorted(scores)))
    before = score(cat, assess(cat, scores))
    after = score(cat, assess(cat, {**scores, code: 100}))
    for low, high in zip(figures(before), figures(after), strict=True):
        assert low.value is None or low.value <= high.value


@settings(max_examples=40, deadline=None)
@given(entered())
def test_an_indicator_is_complete_when_each_of_its_questions_is_scored(given_scores):
    cat, scores = given_scores
    result = score(cat, assess(cat, scores))
    for indicator in cat.indicators:
        full = all(q.code in scores for q in indicator.questions)
        assert result.indicators[indicator.no].complete is full
    assert result.complete is (len(scores) == len(list(cat.questions)))
    assert (result.rating is not None) is result.complete


@settings(max_examples=40, deadline=None)
@given(entered(), st.integers(1, 10), hundredths)
def test_an_official_indicator_is_its_value_whatever_lies_below(given_scores, no, value):
    cat, scores = given_scores
    before = score(cat, assess(cat, scores))
    after = score(cat, assess(cat, scores, {str(no): value}))
    assert after.indicators[no].value == value
    assert after.indicators[no].computed == before.indicators[no].computed
    assert after.indicators[no].complete


@settings(max_examples=60, deadline=None)
@given(st.lists(hundredths, min_size=9, max_size=9))
def test_the_chain_is_exact(values):
    cat = CATALOGUES[2568]
    codes = [q.code for i in cat.instrument("EIT").indicators for q in i.questions]
    result = score(cat, assess(cat, dict(zip(codes, values, strict=True))))
    exact = sum(map(Fraction, values), Fraction()) / 9
    half_up = Fraction((exact * 100 + Fraction(1, 2)).__floor__(), 100)
    assert Fraction(shown(result.instruments["EIT"].computed)) == half_up
