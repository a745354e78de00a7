"""Which offices of several lists are one: known by code in one, by name in another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from itadesk.model.province import ExpectedOffice, ReceivedYear, office_key


class Names:
    """Offices by key; one that is known by code in one list and by name in another is one."""

    def __init__(self) -> None:
        self.offices: dict[str, ExpectedOffice] = {}
        self._aliases: dict[str, str] = {}

    def add(self, office: ExpectedOffice) -> str:
        """Its key from now on."""
        keys = tuple(_keys(office))
        known = self._of(office.code, keys) or keys[0]
        for key in keys:
            self._aliases.setdefault(key, known)
        self.offices[known] = _fuller(self.offices.get(known), office)
        return known

    def add_received(self, received: ReceivedYear) -> str:
        return self.add(_as_expected(received))

    def of(self, office: ExpectedOffice) -> str:
        """Its key, "" when it is unknown; offices of one name with two codes are two."""
        return self._of(office.code, _keys(office))

    def of_received(self, received: ReceivedYear) -> str:
        known = self._of(received.office.code, (received.key,))
        return known or self.of(_as_expected(received))

    def _of(self, code: str, keys: Iterable[str]) -> str:
        for key in keys:
            known = self._aliases.get(key)
            if known is not None:
                own = self.offices[known].code
                if not (own and code) or own == code:
                    return known
        return ""


def _keys(office: ExpectedOffice) -> Iterator[str]:
    """By code where there is one, and by name with and without its places."""
    if office.code.strip():
        yield office_key(office.code, "", "", "")
    yield office_key("", office.name, office.district, office.province)
    yield office_key("", office.name, office.district, "")


def _as_expected(received: ReceivedYear) -> ExpectedOffice:
    office = received.office
    return ExpectedOffice(
        office.name, office.code, str(office.kind), office.district, office.province
    )


def _fuller(known: ExpectedOffice | None, found: ExpectedOffice) -> ExpectedOffice:
    if known is None:
        return found
    return ExpectedOffice(
        known.name,
        known.code or found.code,
        known.kind or found.kind,
        known.district or found.district,
        known.province or found.province,
    )
