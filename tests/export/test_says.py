from decimal import Decimal

from pledgebook.export.says import write_mentions, write_says
from pledgebook.model.records import (
    How,
    Kind,
    Mention,
    Reading,
    Section,
    Statement,
    cut,
    make_document,
    mention_id,
)
from pledgebook.model.values import Money, Party, Text

TEXT = "Norway gives two billion kroner (about 170 million euros) to its neighbour."
DOCUMENT = make_document("one.txt", TEXT)


def place(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def mention() -> Mention:
    start, end = place("two billion kroner")
    name = mention_id(DOCUMENT.id, Kind.COMMITMENT, start, end)
    span, sentence = cut(TEXT, start, end), cut(TEXT, 0, len(TEXT))
    return Mention(name, DOCUMENT.id, Kind.COMMITMENT, "amount", span, sentence, Section.BODY)


def say(field: str, value: Money | Party | Text, how: How = How.SAID, words: str = "") -> Statement:
    span = cut(TEXT, *place(words)) if words else None
    return Statement(mention().id, field, value, "by_hand", how, span)


def test_of_two_values_of_one_field_the_firmest_is_what_the_report_says() -> None:
    says = write_says([say("stage", Text("pledged"), How.GUESSED), say("stage", Text("disbursed"))])
    assert says.stage == "disbursed"


def test_all_providers_are_kept() -> None:
    says = write_says([say("provider", Party("Norway")), say("provider", Party("Sweden"))])
    assert [party.name for party in says.providers] == ["Norway", "Sweden"]


def test_the_general_class_goes_before_the_sector_as_type_of_aid() -> None:
    says = write_says([say("aid_type", Text("food")), say("general_type", Text("humanitarian"))])
    assert (says.aid_type, says.sector) == ("humanitarian", "food")


def test_where_no_class_is_told_the_sector_is_the_type_of_aid() -> None:
    says = write_says([say("aid_type", Text("food"))])
    assert (says.aid_type, says.sector) == ("food", "food")


def test_fields_without_a_place_of_their_own_are_kept_by_name() -> None:
    says = write_says([say("purpose", Text("winter")), say("condition", Text("a ceasefire"))])
    assert sorted(says.other) == ["condition", "purpose"]
    assert says.other["purpose"][0].word == "winter"


def test_a_sum_in_brackets_is_a_mention_of_its_own() -> None:
    statements = (
        say("amount", Money(Decimal(2 * 10**9), "NOK"), words="two billion kroner"),
        say("equivalent", Money(Decimal(170_000_000), "EUR"), words="about 170 million euros"),
    )
    reading = Reading(DOCUMENT.id, "one.txt", "", "", "", None, (mention(),), statements)
    first, second = write_mentions([reading], {mention().id: "c-0123456789abcdef"})
    assert (first.role, second.role) == ("amount", "equivalent")
    assert second.quote == TEXT[second.start : second.end] == "about 170 million euros"
    assert first.commitment == second.commitment == "c-0123456789abcdef"
    assert second.says.amount is not None
    assert second.says.amount.currency == "EUR"
    assert first.id != second.id


def test_a_sum_in_brackets_has_the_giver_of_the_sum_before_it() -> None:
    statements = (
        say("amount", Money(Decimal(2 * 10**9), "NOK"), words="two billion kroner"),
        say("equivalent", Money(Decimal(170_000_000), "EUR"), words="about 170 million euros"),
        say("provider", Party("Norway")),
    )
    _, second = write_mentions([Reading(DOCUMENT.id, "one.txt", "", "", "", None, (mention(),), statements)], {})
    assert [party.name for party in second.says.providers] == ["Norway"]
    assert second.says.equivalents == ()


def test_a_mention_that_tells_of_nothing_in_the_ledger_says_so() -> None:
    reading = Reading(DOCUMENT.id, "one.txt", "", "", "", None, (mention(),), ())
    (only,) = write_mentions([reading], {})
    assert only.commitment is None
    assert only.entry is None
