"""How texts of a catalogue are shown and printed when they are not sure."""

from __future__ import annotations

from itadesk.model.catalogue import Question, Sourced

UNCONFIRMED = "(ข้อความยังไม่ยืนยัน)"
UNKNOWN = "(ยังไม่ทราบข้อความ)"


def printed(text: Sourced) -> str:
    """A text as it may be printed: unverified ones say so, unknown ones are not guessed."""
    if not text.known:
        return UNKNOWN
    return text.text if text.confirmed else f"{text.text} {UNCONFIRMED}"


def proposed(text: Sourced) -> str:
    """A text as the window shows it: where it is unknown, the first candidate, marked."""
    if text.known or not text.candidates:
        return printed(text)
    return f"{text.candidates[0]} {UNCONFIRMED}"


def printed_text(question: Question) -> str:
    """The text of a question as it may be printed."""
    return printed(question.text)
