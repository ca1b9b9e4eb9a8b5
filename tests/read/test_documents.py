import os
from pathlib import Path

import pytest

from pledgebook.model.records import Document
from pledgebook.read.documents import find_reports, name_of, read_file
from pledgebook.read.remarks import Remark


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "b.txt",
        "a.md",
        "c/d.jsonl",
        "c/e.ndjson",
        "f.txt.gz",
        "key.json",
        "g.html",
        ".hidden.txt",
        "README.md",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Fiji gives $5.")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "h.txt").write_text("Fiji gives $6.")
    return tmp_path


def names(found: list[Path | Remark], folder: Path) -> list[str]:
    return [str(each.relative_to(folder)) for each in found if isinstance(each, Path)]


def test_folders_give_reports_in_a_fixed_order_and_nothing_hidden(folder: Path) -> None:
    assert names(find_reports([folder]), folder) == ["a.md", "b.txt", "c/d.jsonl", "c/e.ndjson", "f.txt.gz"]


def test_a_file_that_is_named_is_tried_whatever_its_ending(folder: Path) -> None:
    named = [folder / ".hidden.txt", folder / "README.md", folder / "g.html"]
    assert find_reports(named) == named
    (folder / "report").write_text("Fiji gives $7.")
    [document] = list(read_file(folder / "report"))
    assert isinstance(document, Document)


def test_each_file_comes_once_under_whatever_paths(folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder / "b.txt")
    found = find_reports([folder / "b.txt", folder, folder / "c" / ".." / "b.txt", folder / "c"])
    assert len(found) == 5


def test_a_loop_of_links_ends(folder: Path) -> None:
    (folder / "c" / "round").symlink_to(folder)
    (folder / "x.txt").symlink_to(folder / "y.txt")
    (folder / "y.txt").symlink_to(folder / "x.txt")
    found = find_reports([folder])
    assert names(found, folder) == ["a.md", "b.txt", "c/d.jsonl", "c/e.ndjson", "f.txt.gz"]
    remarks = [each for each in found if isinstance(each, Remark)]
    assert [each.words for each in remarks] == ["is a link to nothing, or a loop of links."] * 2


def test_paths_that_lead_nowhere_are_told(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    found = find_reports([tmp_path / "none", tmp_path / "gone.txt"])
    assert [each.words for each in found if isinstance(each, Remark)] == [
        "there is no such file or folder.",
        "is a link to nothing, or a loop of links.",
    ]


def test_a_folder_without_permission_is_told_and_the_others_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listing = Path.iterdir

    def refuse(path: Path) -> object:
        if path.name == "c":
            raise PermissionError(13, "Permission denied", str(path))
        return listing(path)

    monkeypatch.setattr(Path, "iterdir", refuse)  # root may read everything, so the system's refusal is played
    found = find_reports([folder])
    assert names(found, folder) == ["a.md", "b.txt", "f.txt.gz"]
    assert Remark(str(folder / "c"), "cannot be opened: permission denied.") in found


def test_a_file_without_permission_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, *_: object) -> object:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    assert list(read_file(folder / "b.txt")) == [Remark(str(folder / "b.txt"), "cannot be opened: permission denied.")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_real_permissions_are_told(folder: Path) -> None:
    (folder / "c").chmod(0)
    assert any(isinstance(each, Remark) for each in find_reports([folder]))
    (folder / "c").chmod(0o700)


def test_a_report_is_called_by_its_folder_and_name(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert name_of(folder / "c" / "d.jsonl") == "c/d.jsonl"
    monkeypatch.chdir(folder / "c")
    assert name_of(Path("d.jsonl")) == "c/d.jsonl"
    assert name_of(Path("/report.txt")) == "report.txt"


def test_a_name_that_is_no_unicode_can_still_be_kept() -> None:
    assert name_of(Path("/x") / os.fsdecode(b"caf\xe9.txt")) == "x/caf\\udce9.txt"
