"""People and credits are stated under the names the tables know."""

from pledgebook.extract.names.parties import find_all_names
from pledgebook.extract.names.people import find_people
from pledgebook.extract.page.credits import find_credits
from pledgebook.extract.page.layout import read_layout
from pledgebook.extract.page.page import Page
from pledgebook.extract.page.sentences import Zone
from pledgebook.model.records import How, Statement, make_document
from pledgebook.model.values import Party, Text
from pledgebook.resolve.people import state_credits, state_people


def statements_on(text: str) -> list[Statement]:
    document = make_document("report.txt", text)
    layout = read_layout(text)
    zones = (Zone(0, len(text), ("money",)),)
    page = Page(document, layout, zones, names=find_all_names(text, layout.plain))
    names = {(named.span.start, named.span.end): named for named in page.names}
    people = state_people(document, find_people(page), names)
    return [*people, *state_credits(document, find_credits(page), names)]


def values(statements: list[Statement]) -> list[tuple[str, str, How]]:
    return [
        (told.field, told.value.value if isinstance(told.value, Text) else told.value.name, told.how)
        for told in statements
        if isinstance(told.value, Text | Party)
    ]


def test_name_office_and_country_are_stated_with_their_words() -> None:
    text = "The Canadian Prime Minister Jane Roe spoke at length today.\nRoe then left the room again.\n"
    assert values(statements_on(text)) == [
        ("name", "Jane Roe", How.SAID),
        ("office", "prime minister", How.SAID),
        ("of", "Canada", How.SAID),
        ("name", "Jane Roe", How.DOCUMENT),
        ("office", "prime minister", How.DOCUMENT),
        ("of", "Canada", How.DOCUMENT),
    ]


def test_a_known_spelling_is_stated_under_the_common_one() -> None:
    (name, *_rest) = statements_on("The Ukrainian President Volodymyr Zelenskiy spoke at length.\n")
    assert name.value == Text("Volodymyr Zelenskyy")
    assert "Volodymyr Zelenskiy" in name.reason


def test_a_country_the_tables_add_is_labelled_a_guess() -> None:
    told = {one.field: one for one in statements_on("Prime Minister Keir Starmer spoke at length today.\n")}
    assert (told["of"].value, told["of"].how) == (Party("United Kingdom", "GBR", told["of"].value.kind), How.GUESSED)  # type: ignore[union-attr]


def test_a_credited_agency_has_one_name() -> None:
    told = statements_on("The talks went well, the Associated Press reported on Monday evening.\n")
    assert values(told) == [("agency", "AP", How.SAID)]
