"""Texts that are not sure say so, and are never guessed."""

from itadesk.catalogue.wording import printed, printed_text
from itadesk.model.catalogue import Certainty, Question, Sourced


def test_a_confirmed_text_is_printed_as_it_is():
    for certainty in (Certainty.CERTAIN, Certainty.LIKELY, Certainty.OFFICE):
        assert printed(Sourced("ข้อความ", certainty=certainty)) == "ข้อความ"


def test_an_unverified_text_says_so():
    question = Question("o1", Sourced("ข้อความ", certainty=Certainty.UNVERIFIED))
    assert printed_text(question) == "ข้อความ (ข้อความยังไม่ยืนยัน)"


def test_a_candidate_is_never_printed():
    text = Sourced("", certainty=Certainty.UNVERIFIED, candidates=("เดา",))
    assert printed_text(Question("o1", text)) == "(ยังไม่ทราบข้อความ)"
