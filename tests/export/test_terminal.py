import pytest
from msgspec import structs

from pledgebook.export.material import Material
from pledgebook.export.terminal import draw_branches, write_terminal
from pledgebook.model.ledger import Ledger, Origin, Story
from pledgebook.model.records import Reading


def plain(text: str) -> str:
    return text.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("depths", "drawn"),
    [
        ([0, 1, 1, 0], ["", "├─ ", "└─ ", ""]),
        ([0, 1, 2, 1], ["", "├─ ", "│  └─ ", "└─ "]),
        ([0, 1, 2, 2, 0, 1], ["", "└─ ", "   ├─ ", "   └─ ", "", "└─ "]),
        ([], []),
    ],
)
def test_a_tree_is_drawn_with_its_branches(depths: list[int], drawn: list[str]) -> None:
    assert draw_branches(depths) == drawn


def test_the_brief_tells_the_whole_story(kyiv: Material) -> None:
    told = plain(write_terminal(kyiv))
    assert "Kyiv, Sunday 24 August 2025" in told
    assert "├─ C$680 million" in told
    assert "└─ C$265 million" in told
    assert "not itemised in any report" in told
    assert "Sergei Lavrov opposes foreign troops in Ukraine" in told
    headings = [line for line in told.splitlines() if line.isupper() and line[0] != " "]
    assert headings == [
        "THE LEDGER",
        "AGREEMENTS",
        "POSITIONS",
        "WHERE THE REPORTS DISAGREE, AND WHAT ELSE TO CHECK",
        "WHAT ONLY ONE REPORT SAYS",
        "THE REPORTS, BY ORIGIN",
    ]


@pytest.mark.parametrize("width", [60, 80, 100, 160])
def test_no_line_is_wider_than_the_terminal(kyiv: Material, flood: Material, width: int) -> None:
    for material in (kyiv, flood):
        assert max(map(len, write_terminal(material._replace(width=width)).splitlines())) <= width


def test_colours_come_only_when_they_are_wanted(kyiv: Material) -> None:
    assert "\x1b[" not in write_terminal(kyiv)
    assert "\x1b[" in write_terminal(kyiv._replace(colour=True))


def test_a_report_cannot_steer_the_terminal() -> None:
    document = "d-0000000000000000"
    reading = Reading(document, "\x1b]0;owned\x07.txt", "", "[red]x", "", None, (), ())
    story = Story("s-1", "\x1b[2Jtitle [bold]kept[/bold] :smile:", (document,), (Origin("o-1", (document,), "x\x1by"),))
    told = write_terminal(Material(Ledger(stories=(story,)), (reading,)))
    assert "\x1b" not in told
    assert "\x07" not in told
    assert "[bold]kept[/bold] :smile:" in told


def test_an_empty_book_says_so() -> None:
    assert "No report in this book tells of a promise yet." in write_terminal(Material(Ledger()))


def test_a_suggested_command_names_ids_as_short_as_the_column_does(kyiv: Material) -> None:
    first, *rest = kyiv.ledger.findings
    typed = structs.replace(first, suggestion="`decide accept c-0123456789abcdef` if it is right.")
    ledger = structs.replace(kyiv.ledger, findings=(typed, *rest))
    assert "`decide accept c-01234567` if it is right." in plain(write_terminal(kyiv._replace(ledger=ledger)))
