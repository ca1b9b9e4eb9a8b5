"""People are found by their offices, however their names are spelt."""

from pledgebook.extract.names.parties import find_all_names
from pledgebook.extract.names.people import find_people
from pledgebook.extract.page.layout import read_layout
from pledgebook.extract.page.page import Page
from pledgebook.model.records import Kind, Mention, make_document


def people_in(text: str) -> tuple[Mention, ...]:
    document = make_document("report.txt", text)
    layout = read_layout(text)
    return find_people(Page(document, layout, names=find_all_names(text, layout.plain)))


def parts(mention: Mention) -> dict[str, str]:
    return {part.role: part.span.quote for part in mention.parts}


def test_a_garbled_name_is_found_by_its_office() -> None:
    (mention,) = people_in("On Sunday the Ukrainian President Wolodimir Selinksi spoke at length.\n")
    assert mention.kind is Kind.PERSON
    assert parts(mention) == {"name": "Wolodimir Selinksi", "office": "President", "of": "Ukrainian"}


def test_a_later_surname_points_back_at_the_office() -> None:
    text = "Finnish Foreign Minister Aino Kivi spoke at some length in Oulu.\nKivi then left for home by train.\n"
    first, second = people_in(text)
    assert (first.span.quote, second.span.quote) == ("Aino Kivi", "Kivi")
    assert parts(second)["office"] == "Foreign Minister"
    assert second.sentence.quote.startswith("Kivi then left")


def test_countries_are_no_people() -> None:
    assert people_in("Finland and Estonia spoke at some length with the World Bank.\n") == ()
