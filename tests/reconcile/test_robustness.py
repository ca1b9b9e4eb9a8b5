import datetime as dt
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from pledgebook.model.records import How, Kind, Mention, Reading, Section, Span, Statement, mention_id
from pledgebook.model.values import Item, Money, Party, PartyKind, Period, Precision, Qualifier, Text, Value
from pledgebook.pipeline import settle
from tests.tellers import RATES

WORDS = st.sampled_from(["", "Canada", "the wells", "Independence Day|UKR", "sunday", "president", "Kyiv", "G7 summit"])
DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2026, 1, 1))
FIELDS = """amount equivalent item provider recipient channel mechanism aid_type stage novelty purpose announced part_of
same_as party type subject status date actor stance on who where weekday holiday what name office of agency when"""
KNOWN = {
    "stage": ["considered", "pledged", "disbursed", "cancelled"],
    "novelty": ["new", "restated", "cumulative", "drawn_down", "topped_up"],
    "aid_type": ["military", "mixed", "food"],
    "stance": ["supports", "opposes"],
}


@st.composite
def money(draw: st.DrawFn) -> Money:
    value = draw(st.sampled_from(["0", "1", "0.01", "5e6", "2e9", "1.45e9", "680e6", "9e15"]))
    currency = draw(st.sampled_from(["CAD", "USD", "UAH", None]))
    return Money(Decimal(value), currency, draw(st.sampled_from(Qualifier)), () if currency else ("CAD", "USD"))


@st.composite
def values(draw: st.DrawFn, field: str) -> Value:
    if field in KNOWN:
        return Text(draw(st.sampled_from(KNOWN[field])))
    if field in {"amount", "equivalent"}:
        return draw(money())
    if field in {"announced", "date"}:
        day = draw(DAYS)
        return Period(day, day, draw(st.sampled_from(Precision)))
    if field in {"provider", "recipient", "channel", "party", "actor", "who", "of", "agency"}:
        return Party(
            draw(st.sampled_from(["Canada", "donors", "X"])), draw(st.sampled_from(["", "CAN"])), PartyKind.GROUP
        )
    return Item(draw(st.sampled_from(["tents", "wells"])), Decimal(3)) if field == "item" else Text(draw(WORDS))


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    document = f"d-{draw(st.integers(0, 10**6))}"
    mentions, statements = [], []
    for place in range(draw(st.integers(0, 4))):
        kind = draw(st.sampled_from(Kind))
        span = Span(10 * place, 10 * place + 5, "words")
        one = mention_id(document, kind, span.start, span.end)
        mentions.append(
            Mention(one, document, kind, str(kind), span, Span(0, 50, "a" * 50), draw(st.sampled_from(Section)))
        )
        fields = draw(st.lists(st.sampled_from(FIELDS.split()), max_size=9))
        told = [
            Statement(one, field, draw(values(field)), "test", draw(st.sampled_from(How)), span) for field in fields
        ]
        statements += told
    published = draw(st.none() | DAYS)
    return Reading(document, "n", "", "", "", published, tuple(mentions), tuple(statements), (), ("a b", "c d"))


@settings(max_examples=150, deadline=None)
@given(st.lists(readings(), max_size=4, unique_by=lambda reading: reading.document))
def test_no_reading_however_odd_stops_the_book(given_: list[Reading]) -> None:
    ledger = settle(given_, (), RATES)
    told = [mention for one in ledger.commitments for mention in one.mentions]
    assert sorted(told) == sorted(m.id for r in given_ for m in r.mentions if m.kind is Kind.COMMITMENT)
    assert ledger == settle(given_[::-1], (), RATES)
