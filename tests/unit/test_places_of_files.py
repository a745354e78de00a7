"""Where a file lies, and what is said of it."""

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from itadesk.places import Kind, Place, place_of
from itadesk.probing import Probe, looked_after, open_to_all, removable


def no(_path):
    return False


QUIET = {"on_share": no, "removable": no, "looked_after": no, "open_to_all": no, "exists": no}


def probe(**answers):
    """An ordinary disk but for what is given."""
    return Probe(**{"environment": {}, **QUIET, **answers})


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("C:/Users/ก/OneDrive/งาน/a.itadesk", "OneDrive"),
        ("C:/Users/ก/OneDrive - อบต/a.itadesk", "OneDrive"),
        ("G:/My Drive/a.itadesk", "Google Drive"),
        ("G:/ไดรฟ์ของฉัน/a.itadesk", "Google Drive"),
        ("C:/Users/ก/Dropbox (งาน)/a.itadesk", "Dropbox"),
        ("C:/Users/ก/iCloudDrive/a.itadesk", "iCloud"),
    ],
)
def test_a_folder_of_a_cloud_is_known_by_its_name(path, name):
    assert place_of(Path(path), probe()) == Place(Kind.CLOUD, name)


@pytest.mark.parametrize("path", ["/home/ก/งาน/a.itadesk", "/home/ก/onedriver/OneDrive"])
def test_an_ordinary_folder_is_not_remarked_on(path):
    assert place_of(Path(path), probe()) is None


@pytest.mark.parametrize("variable", ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"])
def test_the_folder_that_windows_names_as_onedrive_is_one_whatever_it_is_called(variable):
    asked = probe(environment={variable: "/Home/Cloud"})
    assert place_of(Path("/home/cloud/ก/a.itadesk"), asked).name == "OneDrive"
    assert place_of(Path("/home/other/a.itadesk"), asked) is None


@pytest.mark.parametrize(
    ("mark", "name"), [(".dropbox.cache", "Dropbox"), (".tmp.drivedownload", "Google Drive")]
)
def test_what_a_cloud_left_in_a_folder_above_gives_it_away(tmp_path, mark, name):
    folder = tmp_path / "ก" / "ข"
    folder.mkdir(parents=True)
    (tmp_path / mark).mkdir()
    assert place_of(folder / "a.itadesk", probe(exists=Path.exists)).name == name


def test_a_file_that_windows_marks_as_a_clouds_is_one(tmp_path):
    found = place_of(tmp_path / "a.itadesk", probe(looked_after=lambda _: True))
    assert (found.kind, found.name) == (Kind.CLOUD, "ที่เก็บบนคลาวด์")


@pytest.mark.parametrize(
    ("answer", "kind"),
    [("on_share", Kind.NETWORK), ("removable", Kind.REMOVABLE), ("open_to_all", Kind.PUBLIC)],
)
def test_each_kind_of_drive_has_its_own_sentence(answer, kind):
    found = place_of(Path("/x/a.itadesk"), probe(**{answer: lambda _: True}))
    assert found.kind is kind
    assert found.name in found.sentence


@pytest.mark.parametrize("path", ["//server/งาน/a.itadesk", "\\\\server\\งาน\\a.itadesk"])
def test_a_share_of_another_computer_is_known_by_its_path(path):
    assert place_of(Path(path), probe()).kind is Kind.NETWORK


def test_the_folder_of_all_accounts_is_public():
    asked = probe(environment={"PUBLIC": "/Users/Public"})
    assert place_of(Path("/users/public/Documents/a.itadesk"), asked).kind is Kind.PUBLIC


@pytest.mark.parametrize(
    ("attributes", "tag", "cloud"),
    [
        *((0x20, 0, False), (0x20, 0xA000000C, False)),  # an ordinary file, a link
        *((0x400020, 0, True), (0x80020, 0, True), (0x20, 0x9000601A, True)),
    ],
)
def test_the_marks_of_windows_are_read(tmp_path, monkeypatch, attributes, tag, cloud):
    found = SimpleNamespace(st_file_attributes=attributes, st_reparse_tag=tag)
    monkeypatch.setattr(Path, "lstat", lambda _path: found)
    assert looked_after(tmp_path / "a") is cloud


@pytest.mark.skipif(os.name == "nt", reason="rights as POSIX has them")
def test_a_folder_that_all_may_write_is_told_from_ones_own(tmp_path):
    assert not open_to_all(tmp_path / "a")
    tmp_path.chmod(0o777)
    assert open_to_all(tmp_path / "a")
    assert not open_to_all(tmp_path / "none" / "a")


@pytest.mark.skipif(os.name == "nt", reason="the list of mounts is Linux's")
def test_what_is_mounted_where_sticks_are_is_one(tmp_path):
    mounts = tmp_path / "mounts"
    mounts.write_text("/dev/vda1 / ext4 rw 0 0\n/dev/zz9 /media/ก/MY\\040STICK vfat rw 0 0\n")
    assert removable(Path("/media/ก/MY STICK/a.itadesk"), mounts)
    assert not removable(Path("/home/ก/a.itadesk"), mounts)
    assert not removable(Path("/home/ก/a.itadesk"), tmp_path / "none")


def test_a_real_mount_below_media_counts_as_a_stick():
    code = (
        "from pathlib import Path; from itadesk.places import place_of; import sys;"
        "print(place_of(Path('/media/stick/a.itadesk')).kind)"
    )
    command = "mkdir -p /media && mount -t tmpfs t /media && mkdir /media/stick && "
    command += 'mount -t tmpfs t /media/stick && exec "$0" -c "$1"'
    try:
        done = subprocess.run(
            ["unshare", "-m", "sh", "-ec", command, sys.executable, code],
            cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False,
        )  # fmt: skip
    except FileNotFoundError:
        pytest.skip("mounting is not allowed here")
    if "denied" in done.stderr or "not permitted" in done.stderr:
        pytest.skip("mounting is not allowed here")
    assert done.stdout == "removable\n", done.stderr
