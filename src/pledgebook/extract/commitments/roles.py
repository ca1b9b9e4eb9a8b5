"""Who gives a sum, who gets it and through whom: witnesses from word order and from the tree, each speaking for itself.

Every witness looks at one sum in its sentence and names the words it takes for a party; none decides. The weighing
is done where the words are resolved, so that `explain` can show who said what.
"""

import re
from collections.abc import Callable, Iterable

from pledgebook.extract.commitments.described import DESCRIBED, look_past_joined, narrow_respective
from pledgebook.extract.commitments.labels import claim_labelled
from pledgebook.extract.commitments.listed import claim_from_before, claim_row, claim_where_line
from pledgebook.extract.commitments.owners import OWNERS, can_act, with_headline_list
from pledgebook.extract.commitments.receivers import RECEIVERS, claim_receiver
from pledgebook.extract.commitments.runs import Claim, Group, without_describing
from pledgebook.extract.commitments.sights import Sight, groups_after
from pledgebook.extract.commitments.subjects import SUBJECTS, claim_apart, heads
from pledgebook.extract.commitments.syntax import find_agent, find_subject
from pledgebook.extract.commitments.wording import Act
from pledgebook.model.reference import parties, word_list
from pledgebook.model.values import PartyKind

_AUTHOR = re.compile(
    r"\b(?:(?:grants?|loans?|credits?|credit lines?|lines? of credit|financing|tranches?|guarantees?"
    r"|donations?|contributions?|pledges?|commitments?|aid|assistance|support"
    r"|packages?|funding"
    r"|funds|money|payments?|gifts?|help)\s+(?:made\s+|given\s+|provided\s+|announced\s+)?(?:by|from)"
    r"|(?:announced|pledged|promised|provided|donated|given|approved|granted|funded|financed"
    r"|contributed)\s+by)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_FRONTED = re.compile(r"\W*(?:through|with|by|using|thanks to|under|via)\b[^.,;]{0,60}", re.IGNORECASE)
_BY_NEXT = re.compile(r"\s+(?:jointly\s+)?by\b")
_FUNDED = re.compile(
    r"-(?:funded|financed|donated)\b"
    r"|-(?:sponsored|backed)\s+(?:[\w-]+\s+){0,4}?(?:projects?|programm?e?s?|schemes?|initiatives?|funds?|facility|loans?"
    r"|grants?|guarantees?|plans?|packages?|credits?|bonds?|aid|assistance|relief|works?)\b"
)
"""Behind who pays; who is "backed" by a land is no gift of it unless it is one by its own noun."""
_FROM = re.compile(
    r"[\s,)]*(?:(?:in|of|worth of)\s+)?(?:[\w-]+\s+){0,4}?(?:from|with (?:resources|funds|money) from"
    r"|contributed by|donated by|provided by"
    r"|funded by|financed by|given by|pledged by|offered by)\s+(?:the\s+)?$"
)
_PART_FROM = re.compile(
    r"[\s,)]*(?:of\s+(?:that|this|which|it|them)\s+)?(?:came|coming|comes|will come)\s+from"
    r"|[\s,)]*of\s+(?:that|this|which)"
)
_MADE_BY = re.compile(
    r"[^,.;]{0,25}?\s(?:has|have|had|was|were|is|are|will be)\s+(?:been\s+|already\s+|so far\s+)*(?:made|paid|put up"
    r"|given|raised|provided|pledged|contributed|committed|funded|financed|donated)\s+(?:available\s+)?by\s+(?:the\s+)?"
)
_DONORS_NAMED = re.compile(
    r"\b(?:donors|contributors|funders|backers|lenders|givers)\b[^.;,]{0,20}?,?\s+(?:including|such as|like|namely"
    r"|included?|were|are|:)\s+(?:the\s+)?$"
)
_NEAR_TOLD = 50  # characters before a name in which it may be told of
_SUBJECT_GAP = 2
_WHILE = re.compile(r"(?:[,;]\s*(?:while|whereas)|;)\s+(?:the\s+)?$")
_THAT_IT = re.compile(r"\bthat (?:it|they|he|she)\s+$")
_TOLD = re.compile(
    r"\b(?:told|tells|informed|informs|assured|notified|reminded|promised|wrote to|said to)\s+(?:the\s+)?$"
)


def claim_subject_in_order(sight: Sight) -> Iterable[Claim]:
    """The nearest name before the governing verb that stands behind no preposition."""
    for act, _ in sight.acts[:2]:
        if (
            (act.passive and act.verb.role != "announce")
            or act.end > sight.start
            or (sight.act_after and act.verb.role == "get")
        ):
            continue
        if (act.passive and _BY_NEXT.match(sight.plain, act.end)) or _is_of_clause_before(sight, act):
            continue
        before = [g for g in sight.groups if g[-1].span.end <= act.group_start and can_act(sight, g)]
        before = _without_told(sight, act, before)
        if before:
            own = sight.bounds[0] < sight.left <= before[-1][0].span.start
            rule = "subject beside" if own else "subject in order"
            names = without_describing(with_headline_list(sight, before), sight.plain)
            yield Claim(_subject_role(sight, act), "approver" if _approves(act, names) else rule, names)
        return


def _approves(act: Act, names: Group) -> bool:
    """Tell whether a land that seldom gives approves, mostly of what it gets: "Chad's parliament ratified"."""
    if act.verb.name != "approve":
        return False
    owners = [parties().get(name.acts_for) for name in names]
    return all(
        owner and owner.kind is PartyKind.COUNTRY and owner.code not in (*word_list("donor"), *word_list("new donor"))
        for owner in owners
    )


def _is_of_clause_before(sight: Sight, act: Act) -> bool:
    """Tell whether a verb belongs to the clause before: "Chad gave more, while Mali's aid was 5 million"."""
    if max(sight.plain.find(word, act.end, sight.start) for word in ("while", "whereas", ";")) < 0:
        return False
    between = [group[0].span.start for group in sight.groups if act.end < group[0].span.start < sight.start]
    return any(_WHILE.search(sight.plain, act.end, start) for start in between)


def _without_told(sight: Sight, act: Act, before: list[Group]) -> list[Group]:
    """Return who can act without who was only told of it: in "Chad told Mali that it would give" Chad gives."""
    if not before or not _THAT_IT.search(sight.plain, before[-1][-1].span.end, act.group_start):
        return before
    start = before[-1][0].span.start
    return before[:-1] if _TOLD.search(sight.plain, max(sight.bounds[0], start - _NEAR_TOLD), start) else before


def _subject_role(sight: Sight, act: Act) -> str:
    """Return what the subject of a verb does; what it is got for is nobody's gift: "received 5 million to fund"."""
    if act.infinitive and not act.modal:
        main = next((one for one in reversed(sight.wording.acts) if one.end <= act.group_start), None)
        act = main if main and main.verb.role == "get" and not main.passive else act
    return "recipient" if act.verb.role == "get" else "provider"


def claim_subject_in_tree(sight: Sight) -> Iterable[Claim]:
    """The subject that the parse gives the governing verb, or the verb above it."""
    if sight.sentence is None:
        return
    for act, _ in sight.acts[:2]:
        if act.end > sight.start or (sight.act_after and act.verb.role == "get") or _is_of_clause_before(sight, act):
            continue
        names = find_subject(sight.sentence, act, tuple(name for name in sight.names if not heads(sight, (name,))))
        if names and not act.passive:
            names = without_describing(names, sight.plain)
            rule = "approver" if _approves(act, names) else "subject in the tree"
            yield Claim(_subject_role(sight, act), rule, names)
            return


def claim_agent(sight: Sight) -> Iterable[Claim]:
    """The name after "by" behind a passive verb."""
    for act, _ in sight.acts[:2]:
        told_by = act.verb.name == "confirm" and act.end <= sight.start
        if told_by or not (act.passive or act.past):
            continue
        names = find_agent(sight.plain, act, sight.groups, sight.bounds[1])
        if names and act.verb.role != "flow" and (act.passive or not _has_object(sight, act, names)):
            yield Claim("provider", "agent", names)
            return


def _has_object(sight: Sight, act: Act, agent: Group) -> bool:
    """Tell whether a verb that is not passive has the sum for its object: what "by" follows behind it is another's."""
    return act.perfect or act.end <= sight.start < agent[0].span.start


def claim_maker_behind(sight: Sight) -> Iterable[Claim]:
    """The names behind "by" after a sum that was made or given: "totalling 5 million have been made by Norway"."""
    for group in groups_after(sight):
        if _MADE_BY.fullmatch(sight.plain, sight.end, group[0].span.start):
            yield Claim("provider", "agent", group)
            return


def claim_source(sight: Sight) -> Iterable[Claim]:
    """The name after "from" or "contribution of" behind the sum."""
    for group in groups_after(sight):
        between = sight.plain[sight.end : group[0].span.start]
        if _FROM.fullmatch(between):
            yield Claim("provider", "received from" if _PART_FROM.match(between) else "source", group)
            return


def claim_donors_named(sight: Sight) -> Iterable[Claim]:
    """The names behind "donors including" after the sum: "5 million from donors including Norway and Chad"."""
    for group in groups_after(sight):
        near = max(sight.end, group[0].span.start - _NEAR_TOLD)
        if _DONORS_NAMED.search(sight.plain, near, group[0].span.start):
            yield Claim("provider", "received from", group)
            return


def claim_funder(sight: Sight) -> Iterable[Claim]:
    """The name in "Canada-funded" or "backed by": who pays for what another carries out."""
    for group in sight.groups:
        if _FUNDED.match(sight.plain, group[-1].span.end):
            yield Claim("provider", "funder", group)
            return


def claim_subject_behind(sight: Sight) -> Iterable[Claim]:
    """The subject that follows a sum which opens the sentence: "Through $3 billion in loans, Japan will help"."""
    if not _FRONTED.fullmatch(sight.plain[sight.bounds[0] : sight.start]):
        return
    act = next((act for act in sight.wording.acts if act.start > sight.end), None)
    for group in sight.groups if act else ():
        if act and sight.end <= group[0].span.start and 0 <= act.group_start - group[-1].span.end <= _SUBJECT_GAP:
            yield Claim("provider", "subject in order", group)


def claim_author(sight: Sight) -> Iterable[Claim]:
    """The name after "by" or "from" behind a word for the gift: "a loan guarantee by Denmark"."""
    for group in sight.groups:
        if _AUTHOR.search(sight.plain, max(sight.bounds[0], group[0].span.start - 60), group[0].span.start):
            yield Claim("provider", "author", group)
            return


WITNESSES: tuple[Callable[[Sight], Iterable[Claim]], ...] = (
    claim_apart,
    claim_subject_in_tree,
    claim_subject_in_order,
    claim_agent,
    *OWNERS,
    claim_maker_behind,
    claim_source,
    claim_donors_named,
    claim_subject_behind,
    claim_labelled,
    *SUBJECTS,
    claim_row,
    claim_where_line,
    claim_from_before,
    claim_author,
    claim_funder,
    *RECEIVERS,
    *DESCRIBED,
)

PAST: tuple[Callable[[Sight], Iterable[Claim]], ...] = (claim_source, claim_receiver)
"""Who hears what stands behind the sum that another is joined to."""


def hear_witnesses(sight: Sight) -> tuple[Claim, ...]:
    """Return what every witness claims, in the order of the table; a row's own name silences the rows before it."""
    claims = tuple(claim for witness in WITNESSES for claim in witness(sight))
    past = look_past_joined(sight)
    if past:
        claims += tuple(claim for witness in PAST for claim in witness(past))
    if sight.plain.find("respectively", *sight.bounds) >= 0:
        claims = narrow_respective(sight, claims)
    rows = {claim.role: claim.names for claim in claims if claim.rule == "row of a list"}
    return tuple(claim for claim in claims if not _is_of_another_row(claim, rows.get(claim.role), sight.left))


def _is_of_another_row(claim: Claim, row: Group | None, left: int) -> bool:
    """Tell whether "by" speaks of a row before: "by Chad (two million), Mali (three million)"."""
    return (
        row is not None
        and claim.rule in ("agent", "author")
        and claim.names != row
        and (claim.names[-1].span.end <= left)
    )
