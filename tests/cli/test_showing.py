import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("filled")


def ids(run: Run, *options: str) -> list[str]:
    return [each["id"] for each in json.loads(run("ledger", "--json", *options).out)["commitments"]]


def test_the_ledger_is_a_table_with_its_new_money(run: Run) -> None:
    lines = run("ledger", "--currency", "USD").out.splitlines()
    assert lines[0].split()[:2] == ["id", "amount"]
    assert sum("Norway" in line for line in lines) == 2
    assert lines[-1] == "all new money: US$26,000 in 4 commitments (ecb-day)"


def test_new_money_is_added_up_under_headings(run: Run) -> None:
    lines = run("ledger", "--currency", "usd", "--by", "provider", "--rule", "stated").out.splitlines()
    assert lines[-2:] == ["Chile: US$16,000 in 2 commitments (stated)", "Norway: US$10,000 in 2 commitments (stated)"]


def test_what_no_rate_brings_to_the_currency_is_said_to_be_left_out(run: Run) -> None:
    told = json.loads(run("ledger", "--currency", "UAH", "--json").out)["new_money"]
    assert len(told[0]["left_out"]) == 4


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (("--provider", "Chile"), 2),
        (("--provider", "norway"), 2),
        (("--provider", "Nor"), 0),
        (("--recipient", "Ukraine"), 0),
        (("--stage", "pledged"), 4),
        (("--type", "military"), 0),
        (("--new-only",), 4),
        (("--since", "2020-01-01"), 0),
    ],
)
def test_filters_choose_lines(run: Run, options: tuple[str, ...], count: int) -> None:
    assert len(ids(run, *options)) == count


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("ledger", "--stage", "nonsense"), "nonsense"),
        (("ledger", "--currency", "XXQ"), "'XXQ' is no currency"),
        (("brief", "--currency", "euros"), "'EUROS' is no currency"),
        (("brief", "--story", "s-nothing"), "nothing among the stories begins with"),
        (("ledger", "--since", "yesterday"), "yesterday"),
        (("explain", "c-nothing"), "nothing among the"),
        (("export", "xml"), "xml"),
        (("nonsense",), "nonsense"),
    ],
)
def test_usage_errors_say_what_is_wrong(run: Run, arguments: tuple[str, ...], words: str) -> None:
    ran = run(*arguments)
    assert ran.code == 2
    assert words in ran.err


def test_explain_tells_words_rules_and_reports(run: Run) -> None:
    norway, *_ = ids(run, "--provider", "Norway")
    ran = run("explain", norway[:10])
    assert ran.out.startswith(f"{norway} (commitments)\n")
    for words in ("provider: Norway", "reports/", "> $5000", "[said, sums]"):
        assert words in ran.out
    told = json.loads(run("explain", norway, "--json").out)
    assert {each["field"] for each in told["fields"]} >= {"amount", "provider"}
    assert len(told["places"]) == 1


def test_findings_are_listed_gravest_first(run: Run) -> None:
    told = json.loads(run("findings", "--json").out)
    order = ["error", "warning", "notice", "info"]
    places = [order.index(each["severity"]) for each in told]
    assert places == sorted(places)
    if told:
        assert run("explain", told[0]["id"]).code == 0
    assert run("findings", "--code", "nothing_like_it").out.splitlines()[1:] == []


@pytest.mark.parametrize(("form", "words"), [("terminal", "Norway"), ("markdown", "Norway"), ("html", "<html")])
def test_the_brief_comes_in_three_forms(run: Run, form: str, words: str, tmp_path: Path) -> None:
    assert words in run("brief", "--format", form).out
    assert run("brief", "--format", form, "--output", "brief.out").out == ""
    assert words in (tmp_path / "brief.out").read_text()


def test_export_writes_the_same_to_a_file_and_to_the_screen(run: Run, tmp_path: Path) -> None:
    told = run("export", "json").out
    assert len(json.loads(told)["documents"]) == 3
    run("export", "json", "--output", "ledger.json")
    assert (tmp_path / "ledger.json").read_text() == told


def test_a_place_where_nothing_can_be_written_is_told(run: Run) -> None:
    ran = run("export", "json", "--output", "no/such/folder.json")
    assert ran.code == 2
    assert "no/such/folder.json cannot be written: no such file or directory." in ran.err
