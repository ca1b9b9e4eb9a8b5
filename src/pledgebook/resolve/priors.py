"""What a report as a whole says of who gives and who gets, for sums that name nobody."""

import re
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from pledgebook.model.naming import Named, Names, Surface
from pledgebook.model.records import Document, Mention, Section
from pledgebook.model.reference import parties, word_list
from pledgebook.model.values import Party, PartyKind
from pledgebook.resolve.mechanisms import read_mechanism
from pledgebook.resolve.voices import (
    COUNTRY_ENOUGH,
    STRONG,
    Cast,
    Parties,
    choose_parties,
    complete_list,
    home_of,
    is_country,
    read_named_party,
    usually_gives,
    voices,
    without,
)
from pledgebook.resolve.weighing import Choice, Voice

_AFTER = re.compile(
    r"\s*(?:['\u2019]s\s+)?(?:[\w-]+\s+){0,2}?(?:invasion|aggression|war|summit|conference|meeting|forum)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\b(?:to|for|in|with|of|from|against|on|by)\s+(?:the\s+)?$", re.IGNORECASE)

_IS_GROUP = re.compile(r"\b(?:countries|states|nations)\b")
_TOWARDS = re.compile(
    r"\b(?:to|for|in|across|throughout|support(?:ing)?|help(?:ing)?|assist(?:ing)?)\s+(?:the\s+|some\s+|many\s+|\d+\s+)?$"
)
_UNTOLD = frozenset({Surface.HOLDER, Surface.OFFICE, Surface.PRONOUN})
_MET = re.compile(
    r"\b(?:summit|conference|meeting|talks|speaking|visit\w*|ceremony|trip|held|arriv\w+|forum|ambassador|embassy|told"
    r"|based|capital)\b[^.;\n]{0,30}$",
    re.IGNORECASE,
)
_WORLD = re.compile(
    r"\b(?:(?:in|around|across|throughout|all over) the (?:world|globe)|worldwide|globally|international humanitarian"
    r"|(?:humanitarian|\d+) crises|(?:its|the|total|annual) (?:foreign aid|development(?: assistance)?|aid|ODA)"
    r" spending|global (?:health|food|hunger|humanitarian))\b"
)
_MET_ON = re.compile(r"\b(?:summit|conference|meeting|talks|forum)\s+(?:on|for)\s+(?:the\s+)?$", re.IGNORECASE)
_INVADED = re.compile(r"\b(?:invasion of|war in|war on|war against|aggression against|conflict in)\s+(?:the\s+)?$")
_SENT = re.compile(r"[^\n.]{0,40}?(?:\s[\u2013\u2014-]{1,2}\s|\)\s*[\u2013\u2014-]{1,2})|:")
_ORDER = 2.1  # weight that more than the order of words must have
_TOWN = 24
_TITLE = 90
_OPENING = 400
_REACH = 50
_TOLD_OFTEN = 20
_CLEARLY = 1.3
_SHARE = 0.4
_MOST_LANDS = 4
_JOINED = re.compile(r"\s*,?\s*(?:and|or|&)?\s*(?:the\s+|in\s+)?")
_SPEAKER = 300  # characters in which a speech says who holds it
PRIOR = 0.9  # weight of what the report as a whole speaks of; less than any firm word of the sentence
NAMED = 0.6  # weight of the country a report names most; less than any word of a sentence


class Prior(Struct, frozen=True):
    """Whom the report as a whole speaks of in one role, how much that counts, and why."""

    parties: Parties
    weight: float
    reason: str

    def voice(self) -> Voice[Parties]:
        """Return the report's own word."""
        return Voice(self.parties, f"document: {self.reason}", self.weight)


def find_prior(mentions: Sequence[Mention], cast: Cast, role: str, gone: Parties = ()) -> Prior | None:
    """Return the parties that most of the report's sums have in a role, if more than half; titles count double.

    `gone` are those that play another role.
    """
    counts, told = Counter[Parties](), 0
    sums = [mention for mention in mentions if mention.role == "amount"]
    for mention in sums or mentions:
        heard = [*without(voices(mention, cast, role), gone)]
        strong = [v for v in heard if v.weight >= STRONG and ": " not in v.rule]
        lands = [v for v in strong if role == "recipient" and is_country(v.value)]
        best = choose_parties(iter(lands or strong))
        if best:
            share = 2 if mention.section is Section.TITLE else 1
            counts[best.value] += share
            told += share
    first = [v for mention in mentions[:1] for v in voices(mention, cast, role) if v.rule.startswith("title: ")]
    title = choose_parties(without(iter(first), gone))
    if title:
        sole = (told_of for told_of in counts if role == "provider" and set(told_of) < set(title.value))
        counts[next(sole, title.value)] += 2  # of all who sign, only some give
        told += 2
    if not counts:
        return None
    best_parties, count = max(counts.items(), key=lambda item: item[1])
    if count * 2 <= told:
        return None
    return Prior(best_parties, PRIOR, "most of its sums")


def find_players(mentions: Sequence[Mention], cast: Cast, role: str) -> Parties:
    """Return all who are firmly named in a role of some sum, each once."""
    found = dict[Party, None]()
    for mention in mentions:
        best = _best_said(mention, cast, role)
        sure = [v for v in voices(mention, cast, role) if v.weight > _ORDER and ": " not in v.rule]
        found.update(dict.fromkeys(party for one in (*((best,) if best else ()), *sure) for party in one.value))
    return tuple(found)


def _best_said(mention: Mention, cast: Cast, role: str) -> Choice[Parties] | None:
    """Return whom a mention's own sentence firmly names in a role."""
    told = [v for v in voices(mention, cast, role) if v.weight >= STRONG and ": " not in v.rule]
    return choose_parties(complete_list(v, told) for v in told)


def find_leading_giver(mentions: Sequence[Mention], cast: Cast) -> Prior | None:
    """Return who gives more of the report's sums than anybody else does, where that is not most of them."""
    counts = Counter[Parties]()
    for mention in mentions:
        best = _best_said(mention, cast, "provider")
        if best:
            counts[best.value] += 1
    most = counts.most_common(2)
    if not most or (len(most) > 1 and most[0][1] == most[1][1]):
        return None
    return Prior(most[0][0], NAMED, "more of its sums than anybody else's")


def find_named_prior(document: Document, names: Names, gone: Parties) -> Prior | None:
    """Return the country that the report names most as one that acts; the opening counts double."""
    counts = Counter[str]()
    codes = {party.code for party in gone}
    first = min((start for start, _ in names), default=0)
    for (start, _), named in names.items():
        entry = parties().get(named.acts_for)
        if (
            entry is None
            or entry.code in codes
            or named.place
            or _is_sent_from(document.text, start, named)
            or not (entry.kind is PartyKind.COUNTRY or entry.code == "EU")
        ):
            continue
        if not _ASIDE.search(document.text, max(0, start - 16), start) and not _AFTER.match(
            document.text, named.span.end
        ):
            speaks = named.kind in (Surface.HOLDER, Surface.OFFICE, Surface.MINISTRY) and start < _SPEAKER
            counts[entry.code] += 5 if speaks else 2 if start == first else 1
    if not counts:
        return None
    giving = [code for code in counts if code in word_list("donor") or code in word_list("new donor")]
    entry = parties()[max(giving or counts, key=lambda one: counts[one])]
    return Prior((entry.party,), NAMED, "the country it names most")


def find_topic_prior(document: Document, names: Names, givers: Parties) -> Prior | None:
    """Return the land or group of lands that a report speaks of most, other than who gives; its opening counts more.

    A land where one only met or that another invaded is not yet one that is helped.
    """
    counts = Counter[Party]()
    codes = {party.code for party in givers}
    for (start, _), named in sorted(names.items()):
        party = read_named_party(named) if named.kind not in _UNTOLD else None
        if party is None or not party.code or party.code in codes:
            continue
        if is_country((party,)) or party.kind is PartyKind.FUND or _IS_GROUP.search(party.name):
            counts[party] += _weigh_sight(document.text, start, named)
    most = max(counts.values(), default=0)
    leading = tuple(party for party, count in counts.items() if count * _CLEARLY >= most)
    share = sum(counts[party] for party in leading)
    if most < _TOLD_OFTEN or share < counts.total() * _SHARE or len(leading) > _MOST_LANDS:
        return None
    if _is_worldwide(document.text, names, frozenset(party.code for party in leading)):
        return None
    if len(leading) > 1 and not _stand_together(document.text, names, frozenset(party.code for party in leading)):
        return None
    return Prior(leading, COUNTRY_ENOUGH, "the land its help is told to go to")


def _is_worldwide(text: str, names: Names, codes: frozenset[str]) -> bool:
    """Tell whether a report opens with help for all the world, and its title names none of its lands."""
    title = text.find("\n") if 0 < text.find("\n") < _TITLE * 2 else _TITLE
    named = any(start < title and (one.acts_for or one.code) in codes for (start, _), one in names.items())
    return not named and _WORLD.search(text, 0, _OPENING * 2) is not None


def _stand_together(text: str, names: Names, codes: frozenset[str]) -> bool:
    """Tell whether some lands are named in one run somewhere: "in Chad, Mali and Niger"."""
    run = set[str]()
    end = 0
    for (start, _), named in sorted(names.items()):
        if not _JOINED.fullmatch(text, end, start):
            run.clear()
        run.add(named.acts_for or named.code)
        end = named.span.end
        if codes <= run:
            return True
    return False


def _is_sent_from(text: str, start: int, named: Named) -> bool:
    """Tell whether a name is part of where a report was sent from: "NAIROBI, May 3 (Agency) -"."""
    before = text[max(0, start - _REACH) : start].rpartition("\n")[2]
    return len(before.strip()) <= _TOWN and _SENT.match(text, named.span.end) is not None


def _weigh_sight(text: str, start: int, named: Named) -> int:
    """Return how much one naming of a land tells that it is what the help is for, in tenths."""
    before = text[max(0, start - _REACH) : start]
    if named.kind is Surface.CAPITAL:
        return 20 if _is_sent_from(text, start, named) and named.acts_for not in word_list("donor") else 0
    if named.place and before.endswith(", "):
        return 0
    weight = 30 if start < _TITLE else 20 if start < _OPENING else 10
    if (
        (_MET.search(before) and not _MET_ON.search(before))
        or _INVADED.search(before)
        or _AFTER.match(text, named.span.end)
    ):
        return weight // 10
    if _TOWARDS.search(before):
        return weight * 2
    return weight // 2 if named.kind is Surface.ADJECTIVE or _ASIDE.search(before) else weight


def find_programme_prior(mentions: Sequence[Mention]) -> Prior | None:
    """Return the one land whose programmes alone a report names as those that its sums flow through."""
    rows = [found[0] for mention in mentions if (found := read_mechanism(mention))]
    told = dict.fromkeys(row.recipient for row in rows if row.recipient)
    entry = parties().get(next(iter(told))) if len(told) == 1 else None
    if entry is None:
        return None
    return Prior((entry.party,), COUNTRY_ENOUGH, "the land its programmes are for")


def find_home_prior(mention: Mention) -> Prior | None:
    """Return the country whose own money a sum is in, where that country seldom gives: its reports count in it."""
    entry = parties().get(home_of(mention))
    if entry is None or usually_gives(entry.party):
        return None
    return Prior((entry.party,), COUNTRY_ENOUGH, "whose money the sum is in")


def find_money_prior(mention: Mention) -> Prior | None:
    """Return the donor country whose own money the sum is in, unless that money is used by many."""
    entry = parties().get(home_of(mention))
    if entry is None or not usually_gives(entry.party):
        return None
    return Prior((entry.party,), NAMED, "whose money the sum is in")
