"""What the head of an office is called (หัวหน้าหน่วยงาน)."""

from __future__ import annotations

from itadesk.model.office import Office, OfficeKind

_PROVINCE = "จังหวัด"
# kind → (what stands before the name, what the name loses)
_CALLED = {
    OfficeKind.SAO: ("นายก", ""),
    OfficeKind.PAO: ("นายก", ""),
    OfficeKind.TOWN: ("นายกเทศมนตรี", "เทศบาล"),
    OfficeKind.MUNICIPALITY: ("นายกเทศมนตรี", "เทศบาล"),
    OfficeKind.CITY: ("นายกเทศมนตรี", "เทศบาล"),
    OfficeKind.PROVINCE: ("ผู้ว่าราชการ", ""),
}


def head_of(office: Office) -> str:
    """The head's position with the office's name, "" for kinds without a common one."""
    if office.kind not in _CALLED or not office.name:
        return ""
    before, lost = _CALLED[office.kind]
    name = office.name.removeprefix(lost)
    if office.kind is OfficeKind.PROVINCE and not name.startswith(_PROVINCE):
        name = _PROVINCE + office.province.removeprefix(_PROVINCE) if office.province else ""
    return before + name if name else ""
