"""Turn a name into the party it stands for: a ministry, capital or people gives and gets as its country."""

from functools import cache

from pledgebook.model.naming import Named, Surface
from pledgebook.model.reference import known_people, offices, parties
from pledgebook.model.values import Party, PartyKind

_KINDS = {
    Surface.FUND: PartyKind.FUND,
    Surface.COMPANY: PartyKind.COMPANY,
    Surface.REGION: PartyKind.REGION,
    Surface.GROUP: PartyKind.GROUP,
    Surface.PRONOUN: PartyKind.GROUP,
    Surface.PEOPLE: PartyKind.PEOPLE,
    Surface.OFFICE: PartyKind.OFFICE,
    Surface.HOLDER: PartyKind.PERSON,
}


def read_party(named: Named) -> Party:
    """Return who gives or gets under a name: persons, offices and agencies act for their country or body."""
    entry = parties().get(named.acts_for)
    if entry:
        return entry.party
    return Party(named.name, named.code, _KINDS.get(named.kind, PartyKind.ORGANISATION))


def read_actor(named: Named) -> Party:
    """Return who speaks under a name: a person stays a person, under the common spelling of the name."""
    if named.kind is not Surface.HOLDER or named.person is None:
        return read_party(named)
    name = read_person_name(named.person.quote, named.code)
    title = named.span.quote.split()[0]
    name = f"{title} {name}" if _is_royal([title, *name.split()]) else name
    return Party(name, "", PartyKind.PERSON, named.code)


def read_person_name(written: str, of: str = "") -> str:
    """Return the common spelling of a person's name if the tables know exactly this one, else the name as written.

    `of` is the code of the country or body that the person's office belongs to.
    """
    words = written.split()
    while len(words) > 1 and words[0].casefold() in _honours() and not _is_royal(words):
        words = words[1:]
    name = " ".join(words)
    known = known_people().get(name.casefold(), ())
    fitting = [holder for holder in known if not of or holder.of == of]
    return (fitting or known)[0].name if known else name


def _is_royal(words: list[str]) -> bool:
    """Tell whether a title belongs to the one name that it stands before: "King Olaf", "Pope Leo"."""
    return len(words) == len(("title", "name")) and words[0].casefold() in {"king", "queen", "pope"}


@cache
def _honours() -> frozenset[str]:
    """Return the titles of one word that stand before a name and are no part of it."""
    return frozenset(
        title.casefold() for office in offices() for title in office.titles if office.level in {"honorific", "head"}
    )
