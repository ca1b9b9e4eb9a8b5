"""Who gets a sum and through whom: the names behind "to", "for" and "in", beside the verb, behind "through"."""

import re
from collections.abc import Callable, Iterable

from pledgebook.extract.commitments.runs import OCCASION, Claim, Group, word_before
from pledgebook.extract.commitments.sights import Sight, groups_after
from pledgebook.model.naming import Surface
from pledgebook.model.reference import word_list

_TO = re.compile(
    r"\b(?P<word>to|for|towards?|in support of|in aid of|benefit(?:t?ing|s)?|aiding|in favou?r of|on behalf of"
    r"|supporting|helping|assisting|help|aid"
    r"|assist|support|across|throughout|in|inside|of)\s+(?:[a-z][\w\u2019'-]*,?\s+){0,3}?(?:the\s+|some\s+"
    r"|all\s+)?[\"\u201c\u2018]?(?:[\w\u2019'-]+[\"\u201d]?\s+){0,3}?$"
)
_HELPING = (
    r"to (?:help|support|assist|aid|back|strengthen|bolster|benefit|arm|equip|rebuild|protect|defend|supply|provide"
    r"|give|allow|enable)"
)
_NEAR_TO = re.compile(
    rf"\b({_HELPING}|aiding|benefitt?ing|assisting|helping|to|for|in"
    r"|agreements? with|signed with|pact with|loans? with|grants? with)\s+(?:(?:the|some"
    rf"|all|people|those|communities|civilians|victims|refugees|families|farmers|children|women|partners?"
    rf"|countries|nations|projects?|needs|government"
    r"|governments|armed forces|regions?|authorities|state|areas|parts|in|of|from|across|and|neighbou?ring"
    r"|war-torn|eastern|western|southern|northern|its|their|\d+)\s+){0,5}$",
    re.IGNORECASE,
)
_STRENGTHS = {"to": "to", "for": "for", "in": "in"}
_WITH = re.compile(
    r"\b(?:agreements?|accord|deal|pact|notes|contract|signed|loans?|grants?)\s+with\s+(?:the\s+|\d+\s+)?$"
)
_ELSEWHERE = re.compile(
    r"\b(?:at|during|by|with|from|against|despite|amid|following|between|on|under|alongside|after|before|since"
    r"|ahead of|near|as|due to|owed to|payable to|according to|thanks to|compared to|in addition to|in contrast to"
    r"|invasion of|occupation of|aggression in|(?:war|wars|conflict|fighting) in)\s+"
    r"(?:the\s+|its\s+|an?\s+)?(?:(?!(?:to|for)\b)[\w\u2019'-]+\s+){0,2}?$"
)
_STRICKEN = re.compile(
    r"\b(?:affected|hit|displaced|impacted|devastated|caused|uprooted|stricken)\s+by\s+(?:the\s+)?(?:[\w-]+\s+){1,4}?in\s+"
    r"(?:the\s+)?$"
)
"""Before a land whose people are helped: "families affected by the floods in Chad"."""
_THAN = re.compile(r"\bthan\b[^,.;]{1,60}$")
_NOT_TOWARDS = re.compile(
    r"\b(?:trip|trips|visit|visits|visited|travel\w*|went|return\w*|fl[ei]w|flight|ambassador|envoy|according|due"
    r"|thanks"
    r"|compared|requests?|addition|prior|close|came|come|tour|journey|home|host|next|opposed|contrast|appeal\w*"
    r"|thank\w* [^.;]{1,60})\s+(?:to|for)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What ends in "to" or "for" and leads to a place, a source or a reason rather than to a receiver."""
_PACT_OF = re.compile(
    r"\b(?:agreements?|accord|deal|pact|contract|memorandum|loans?|grants?)\s+(?:[\w-]+\s+){0,3}?(?:worth|for|of"
    r"|totall?ing"
    r"|valued at|amounting to)\s+(?:[a-z]+\s+){0,3}$",
    re.IGNORECASE,
)
_SIGNED_WITH = re.compile(r"[^,.;]{0,40}?\s*\bwith\s+(?:the\s+)?$")
_NEXT_CONJUNCT = re.compile(
    r"[,;]\s*(?:while|whereas|and|but)\b|;|^\s*,?\s*(?:and|or|plus|as well as)\s+(?:another|an?|about|around|some|over"
    r"|further|additional|up to|more than)?\s*(?:further|additional)?\s*$",
    re.IGNORECASE,
)
"""Between a name and a sum that is not its own: "to Chad, while 5 million", "for Chad and another 5 million"."""
_NEXT_CLAUSE = re.compile(r",\s*(?:while|whereas)\b|;", re.IGNORECASE)
_WITHIN = re.compile(r"\b(?:[Ii]n|[Aa]cross|throughout|inside)\s+(?:[a-z]+(?:ern|-torn|-hit)?\s+)?(?:the\s+)?$")
_VENUE = re.compile(
    r"\b(?:summit|conference|meeting|talks|speaking|spoke|visit\w*|ceremony|held|press|arriv\w+|tour|signed"
    r"|hosted|forum"
    r"|event|session|said|told|announced|based|embassy|gathered|met|launched|war|invasion|born|office|fighting"
    r"|violence|unrest|conflict)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_MONEY = re.compile(r"\s+(?:aid|funding|funds|money|support|assistance|taxpayers?|cuts|grants?|loans?)\b")
_GIFT_FOR = re.compile(
    r"\b(?:funding|aid|support|assistance|contributions?|commitments?|help|donations?|pledges?|total)\s+(?:to"
    r"|for)\s+(?:the\s+)?$"
)
_OF_FLED = re.compile(r"\b(?:displaced|fleeing|exiled|uprooted)\s+$")
"""Before people who have left their land: help for them goes to where they are, if the report tells where."""
_ITS_FUND = re.compile(
    r"['\u2019]s?\s+(?:(?:main|new|own|flagship|emergency|climate|humanitarian|relief|aid|response|trust|global)\s+){0,4}"
    r"(?:fund|facility|appeal)\b"
)
"""A body's fund that is not called by its name: it gets, not the body."""
_EXAMPLE = re.compile(
    r"(?:\b(?:including|such as|among them|like|notably|especially|e\.g\.)\s+"
    r"(?:to\s+)?(?:(?:those|people|communities|crises|refugees)\s+(?:in|from|of)\s+|in\s+)?(?:the\s+)?)$"
)
"""Before lands that only show where help may go: "to crises, including those in Chad"."""
_TAKEN_FROM = re.compile(r"\bfrom\s+[^.;,]{1,40},?\s+(?:including|such as|like)\b")
_OTHERS = re.compile(
    r",\s*as well as\s+(?:the|an?|its|new|further)\s+(?:[a-z-]+\s+)?[\w-]*\s*(?:[Pp]rogramm?e?|[Ii]nitiative"
    r"|[Pp]lan|[Ff]und|[Pp]ackage|[Ff]acility)\b"
)
"""Before what another gift is for: "doubles it to 5 million, as well as a new programme for Chad"."""
_GROWN = re.compile(r"[^,;.]{0,20},\s*(?:thus\s+|thereby\s+)?(?:bringing|increasing|raising|taking|lifting)\b")
"""Behind whom one gift is for, where what it makes of the whole follows: "for Chad, bringing its aid to 5 million"."""
_FROM_TO = re.compile(r"\bfrom\s+(?:(?!(?:go|goes|going|went|will|is|are|was|were)\b)[^,.;]){1,40}\s+to\s+(?:the\s+)?$")
_OBJECT = re.compile(
    r"\s+(?:(?:an?|the|some|about|around|over|more than|nearly|up to|another|additional|extra|further|total|grants?"
    r"|loans?|funding|aid|of|worth)\s+){0,5}"
)
_LANDS = frozenset({Surface.COUNTRY, Surface.REGION, Surface.PEOPLE, Surface.GROUP})
_DIRECT = re.compile(
    r"\s+(?:both\s+)?(?:the\s+)?(?:(?!by\b|of\b|from\b|in\b|with\b|at\b|on\b|for\b|to\b|that\b|and\b|about\b|over\b"
    r"|through\b)[a-z]+\s+)?"
)
_THROUGH = re.compile(
    r"\b(?:through|via|by way of|channell?ed (?:through|via|to)|managed by|administered by|implemented by"
    r"|delivered by|run by|executed by"
    r"|under|as part of|in partnership with|in cooperation with|together with"
    r"|led by)\s+(?:the\s+)?(?:[\w\u2019'-]+\s+){0,3}?$"
)


def claim_receiver(sight: Sight) -> Iterable[Claim]:
    """The name behind "to", "for" or "in" after the sum, before the next one."""
    told, pact = False, _PACT_OF.search(sight.plain, max(sight.left, sight.start - 90), sight.start)
    for group in groups_after(sight):
        start = group[0].span.start
        if _NEXT_CLAUSE.search(sight.plain, sight.end, start) or _OTHERS.search(sight.plain, sight.end, start):
            return
        if pact and _SIGNED_WITH.fullmatch(sight.plain, sight.end, group[0].span.start):
            yield Claim("recipient", "to after", group)
            pact, told = None, True
            continue
        if _THROUGH.search(sight.plain, max(sight.end, group[0].span.start - 60), group[0].span.start):
            continue
        if OCCASION.match(sight.plain, group[-1].span.end, sight.bounds[1]) or _is_of_fund(sight, group):
            continue
        start = max(sight.end, group[0].span.start - 60)
        if _EXAMPLE.search(sight.plain, start, group[0].span.start):
            taken = _TAKEN_FROM.search(sight.plain, start, group[0].span.start)
            yield Claim("recipient", "aside" if taken else "example after", group)
            continue
        if _OF_FLED.search(sight.plain, start, group[0].span.start):
            yield Claim("recipient", "fled after", group)
            continue
        found = _TO.search(sight.plain, start, group[0].span.start)
        if (
            _FROM_TO.search(sight.plain, start, group[0].span.start)
            or _THAN.search(sight.plain, start, group[0].span.start)
            or _is_whose_money(sight, group)
            or _NOT_TOWARDS.search(sight.plain, start, group[0].span.start)
            or (
                not _STRICKEN.search(sight.plain, start, group[0].span.start)
                and _ELSEWHERE.search(sight.plain, start, group[0].span.start)
                and not _WITH.search(sight.plain, start, group[0].span.start)
            )
        ):
            yield Claim("recipient", "aside", group)
        elif found or _WITH.search(sight.plain, start, group[0].span.start):
            near = _NEAR_TO.search(sight.plain, start, group[0].span.start)
            strength = _STRENGTHS.get(near.group(1).lower(), "to") if near and not told else "about"
            told = told or strength in ("to", "for")
            yield Claim("recipient", f"{strength} after", group)
        else:
            yield Claim("recipient", "named after", group)


def _is_whose_money(sight: Sight, group: Group) -> bool:
    """Tell whether a donor only tells whose money something is: "hit by the withdrawal of US funding"."""
    donor = len(group) == 1 and group[0].acts_for in word_list("donor")
    return donor and _MONEY.match(sight.plain, group[0].span.end) is not None


def _is_of_fund(sight: Sight, group: Group) -> bool:
    """Tell whether a body only owns the fund that gets: "to the United Nations' flagship climate fund"."""
    return group[-1].kind not in _LANDS and _ITS_FUND.match(sight.plain, group[-1].span.end) is not None


def claim_object(sight: Sight) -> Iterable[Claim]:
    """The name between the verb and the sum: "give Ukraine €5 million", "provide Sudan with", "help Chad with"."""
    for act, _ in sight.acts[:2]:
        first = sight.left == sight.bounds[0]
        shared = not first and act.start < sight.left  # what stands between belongs to the sum before
        if act.end > sight.start or act.verb.role in ("get", "announce", "propose") or shared:
            continue
        for group in sight.groups:
            if max(act.end, sight.left) <= group[0].span.start and group[-1].span.end <= sight.start:
                between = sight.plain[act.end : group[0].span.start]
                if not first and _NEXT_CONJUNCT.search(sight.plain[group[-1].span.end : sight.start]):
                    continue
                if _DIRECT.fullmatch(between):
                    yield Claim("recipient", "object", group)
                elif re.search(r"\b(?:to|for)\s+(?:the\s+)?(?:[\w\u2019'-]+\s+){0,2}$", between):
                    yield Claim("recipient", "to before", group)
        return


def claim_receiver_before(sight: Sight) -> Iterable[Claim]:
    """The name behind "to", "for" or "agreement with" before the sum: "a package for Ukraine, worth"."""
    first = sight.left == sight.bounds[0]  # what stands behind an earlier sum belongs to that one
    for group in sight.groups:
        start = group[0].span.start
        if group[-1].span.end > sight.start:
            return
        partner = _WITH.search(sight.plain, max(sight.bounds[0], start - 40), start)
        if OCCASION.match(sight.plain, group[-1].span.end, sight.bounds[1]):
            continue
        towards = word_before(sight.plain, start) in ("to", "for") and not _NOT_TOWARDS.search(
            sight.plain, max(sight.bounds[0], start - 80), start
        )
        grown = towards and _GROWN.match(sight.plain, group[-1].span.end, sight.start)
        if (first and (partner or towards)) or grown or (start >= sight.left and _is_own_gift(sight, group)):
            yield Claim("recipient", "to before", group)
        elif not first and _NEXT_CONJUNCT.search(sight.plain, group[-1].span.end, sight.start):
            continue
        elif start >= sight.left and _is_within(sight, group):
            yield Claim("recipient", "in before", group)
        else:
            yield Claim("recipient", "named before", group)


def _is_own_gift(sight: Sight, group: Group) -> bool:
    """Tell whether names behind an earlier sum belong to this one: "..., bringing its aid for Chad to 5 million"."""
    start = group[0].span.start
    gift = _GIFT_FOR.search(sight.plain, max(sight.left, start - 40), start)
    return gift is not None and not _NEXT_CONJUNCT.search(sight.plain[group[-1].span.end : sight.start])


def _is_within(sight: Sight, group: Group) -> bool:
    """Tell whether a land before the sum is where its help goes: "in Chad, where floods", not where one met."""
    start = group[0].span.start
    if not all(name.kind in _LANDS for name in group) or not _WITHIN.search(
        sight.plain, max(sight.bounds[0], start - 30), start
    ):
        return False
    met = _VENUE.search(sight.plain, max(sight.bounds[0], start - 90), start)
    return not met and not OCCASION.match(sight.plain, group[-1].span.end, sight.bounds[1])


def claim_given(sight: Sight) -> Iterable[Claim]:
    """The subject of a passive whose object is the sum: "Chad has been allocated 2 million"."""
    for act, _ in sight.acts[:2]:
        if not act.passive or act.verb.role != "give" or act.end > sight.start:
            continue
        if _OBJECT.fullmatch(sight.plain, act.end, sight.start):
            for group in reversed(sight.groups):
                if group[-1].span.end <= act.group_start:
                    yield Claim("recipient", "object", group)
                    return


def claim_channel(sight: Sight) -> Iterable[Claim]:
    """The name behind "through", "via" or "managed by"."""
    for group in groups_after(sight):
        if _THROUGH.search(sight.plain, max(sight.end, group[0].span.start - 60), group[0].span.start):
            yield Claim("channel", "through", group)


RECEIVERS: tuple[Callable[[Sight], Iterable[Claim]], ...] = (
    claim_object,
    claim_given,
    claim_receiver,
    claim_receiver_before,
    claim_channel,
)
