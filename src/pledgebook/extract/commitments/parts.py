"""The parts of a commitment's mention: its money or goods, who plays which role, the verbs, cue words and signs."""

import re
from collections.abc import Iterable, Iterator, Sequence

from pledgebook.extract.commitments.background import Sign
from pledgebook.extract.commitments.joint import find_joint
from pledgebook.extract.commitments.runs import Claim
from pledgebook.extract.commitments.scenes import Scene, neighbours
from pledgebook.extract.commitments.sights import Sight
from pledgebook.extract.commitments.wording import Hit, Wording, find_wording
from pledgebook.extract.names.mechanisms import find_mechanisms
from pledgebook.extract.page.page import Page
from pledgebook.extract.quantities.amounts import Amount
from pledgebook.extract.quantities.goods import Goods
from pledgebook.extract.quantities.times import find_times
from pledgebook.model.records import Part

_TYPES = ("aid_type", "general_type")
_FIELDS = (*_TYPES, "instrument", "novelty", "stage", "condition", "spread")
_PLACES = {
    "beside": 2.0,
    "after": 1.3,
    "before": 0.8,
    "afar": 0.35,
    "lead-in": 0.5,
    "title": 0.4,
    "next": 0.35,
    "previous": 0.25,
    "document": 0.06,
}
_OPENING = 1200  # characters of a report that tell what it is about
_GOES_ON = re.compile(
    r"the\s+(?:[\w-]+\s+){0,2}?(?:plan|programme|program|package|facility|fund|initiative|scheme|agreement|deal"
    r"|pledge)\s",
    re.IGNORECASE,
)
_BESIDE = 32  # characters behind a sum within which "in military aid" says what it is for
_BRACKET = re.compile(r"\s*\(\s*")
"""Between a word and the sum that it heads: "Food Aid (5 million)"."""

_NAMED = 0.15  # what a word counts that only stands in the name of a body
_NAMING = frozenset({"development", "financial", "climate", "reconstruction", "investment", "food"})
_NAME_REACH = 80
_BODY = re.compile(
    r"\b(?:bank|agency|ministry|minister|ministers|department|committee|corporation|secretary|commission"
    r"|commissioner|institute|office"
    r"|board|bureau|council|undersecretary|directorate)\b"
)
_CAPITALS_BEFORE = re.compile(r"(?:(?:[A-Z][\w&'\N{RIGHT SINGLE QUOTATION MARK}-]*,?|of|for|and|the|&)\s+)+$")
_CAPITALS_AFTER = re.compile(r"(?:,?\s+(?:[A-Z][\w&'\N{RIGHT SINGLE QUOTATION MARK}-]*|of|for|and|the|&))+")
_THIS = re.compile(
    r"\b(?:this|these|that|such)\s+(?:[\w-]+\s+){0,2}?(?:program(?:me)?s?|projects?|efforts?|initiatives?|purpose"
    r"|work|plan|scheme|activit\w+)\b",
    re.IGNORECASE,
)
_SAME = 3.0  # how much more the sentence before says where this one speaks on of it
_JOINT = 99  # the group of what tells of many givers, apart from those of the claims
_SUBJECTS = (
    "subject in the tree",
    "subject in order",
    "agent",
    "author",
    "possessor",
    "to after",
    "for after",
    "object",
    "to before",
    "in after",
)


def money_parts(amount: Amount) -> Iterator[Part]:
    """Yield the sum's own pieces as group 0, and each equivalent's as groups 1, 2 and so on."""
    for group, one in enumerate((amount, *amount.equivalents)):
        yield Part("equivalent" if group else "amount", one.span, "money", group)
        yield from (Part(part.role, part.span, part.rule, group) for part in one.parts)


def item_parts(run: Iterable[Goods], first: int = 0) -> Iterator[Part]:
    """Yield the pieces of each of a run of goods, a group for each."""
    for group, one in enumerate(run, first):
        yield Part("goods", one.span, "goods", group)
        yield from (Part(part.role, part.span, part.rule, group) for part in one.parts)


def witness_parts(sight: Sight, claims: Iterable[Claim], scenes: Sequence[Scene] = ()) -> Iterator[Part]:
    """Yield who plays which role, the verbs and the cue words, with those of the sentences that the sum leans on."""
    yield from _claim_parts(sight.page, claims)
    yield from (Part("provider", sight.page.cut(start, end), rule, _JOINT) for rule, start, end in find_joint(sight))
    yield from _scene_parts(sight.page, scenes)
    yield from _act_parts(sight)
    yield from _time_parts(sight, scenes)
    yield from _mechanism_parts(sight, scenes)
    yield from _cue_parts(sight, scenes)
    if sight.page.layout.title:
        yield Part("report", sight.page.cut(*sight.page.layout.title), "title")


def _claim_parts(page: Page, claims: Iterable[Claim], place: str = "") -> Iterator[Part]:
    for group, claim in enumerate(claims):
        if place == "next" and claim.role == "provider":
            continue
        if place and (claim.rule not in _SUBJECTS or (place == "previous" and claim.rule == "possessor")):
            continue
        rule = f"{place}: {claim.rule}" if place else claim.rule
        for name in claim.names:
            yield Part(claim.role, page.cut(name.span.start, name.span.end), rule, group)


def _scene_parts(page: Page, scenes: Iterable[Scene]) -> Iterator[Part]:
    for scene in scenes:
        yield from _claim_parts(page, scene.claims, scene.place)
        for act, _ in scene.sight.acts[:1]:
            if scene.place == "lead-in":
                yield Part("verb", page.cut(act.start, act.end), f"lead-in: {act.mood}", 0, act.verb.weight / 2)


def _mechanism_parts(sight: Sight, scenes: Sequence[Scene]) -> Iterator[Part]:
    """Yield the programmes named in the sum's own window, its sentence, or the sentences it leans on."""
    text = sight.page.document.text
    for programme in find_mechanisms(text, sight.plain, *sight.bounds):
        own = sight.left <= programme.span.start and programme.span.end <= sight.right
        yield Part("mechanism", programme.span, "own" if own else "sentence")
    for scene in scenes:
        for programme in find_mechanisms(text, sight.plain, *scene.sight.bounds):
            yield Part("mechanism", programme.span, scene.place)


def _time_parts(sight: Sight, scenes: Sequence[Scene]) -> Iterator[Part]:
    """Yield the times of the sentence up to the next sum, and of the one before when it tells of what goes on here."""
    for time in find_times(sight.page.document.text, sight.plain, sight.bounds[0], sight.right):
        yield Part("time", time.span, time.rule)
    before = next((scene.sight for scene in scenes if scene.place == "previous"), None)
    if before and _GOES_ON.match(sight.plain, *sight.bounds) and any(act.past for act in before.wording.acts):
        for time in find_times(sight.page.document.text, sight.plain, *before.bounds):
            yield Part("time", time.span, "previous")


def _act_parts(sight: Sight) -> Iterator[Part]:
    """Yield the verbs that can govern the sum, each with its mood; the first counts most."""
    for rank, (act, rule) in enumerate(sight.acts[:3]):
        yield Part(
            "verb", sight.page.cut(act.start, act.end), f"{rule}: {act.mood}", rank, act.verb.weight / (1 + rank)
        )


def _cue_parts(sight: Sight, scenes: Iterable[Scene]) -> Iterator[Part]:
    for hit in sight.wording.hits:
        if hit.cue.field in _FIELDS:
            yield _cue_part(sight.page, hit, _place(sight, hit))
    goes_on = _SAME if _THIS.search(sight.plain, *sight.bounds) else 1.0
    for scene in scenes:
        for hit in scene.sight.wording.hits:
            if (hit.cue.field in _TYPES and scene.place != "next") or (
                hit.cue.field == "stage" and scene.place == "lead-in"
            ):
                yield _cue_part(sight.page, hit, scene.place, goes_on if scene.place == "previous" else 1.0)
    for place, wording in (*neighbours(sight.page, sight.bounds), ("document", _opening(sight.page))):
        share = goes_on if place == "previous" else 1.0
        yield from (_cue_part(sight.page, hit, place, share) for hit in wording.hits if hit.cue.field in _TYPES)


def _opening(page: Page) -> Wording:
    """Return the wording of a report's opening, which tells what all its help is for."""
    first = page.layout.blocks[0].start if page.layout.blocks else 0
    return find_wording(page.plain, first, min(len(page.plain), first + _OPENING))


def _place(sight: Sight, hit: Hit) -> str:
    if _BRACKET.fullmatch(sight.plain, hit.end, sight.start):
        return "beside"
    if sight.end <= hit.start < sight.right:
        return "beside" if hit.start - sight.end <= _BESIDE else "after"
    return "before" if sight.left <= hit.start and hit.end <= sight.start else "afar"


def _cue_part(page: Page, hit: Hit, place: str, share: float = 1.0) -> Part:
    if hit.cue.field == "aid_type" and _is_in_a_body(page.plain, hit):
        share *= _NAMED
    return Part(hit.cue.field, page.cut(hit.start, hit.end), place, 0, hit.cue.weight * _PLACES[place] * share)


def _is_in_a_body(plain: str, hit: Hit) -> bool:
    """Tell whether a word is only part of a body's name: the "Development" of a ministry or a bank is no purpose."""
    if not plain[hit.start].isupper() or hit.cue.value not in _NAMING or _BODY.search(hit.cue.words):
        return False
    before = _CAPITALS_BEFORE.search(plain, max(0, hit.start - _NAME_REACH), hit.start)
    after = _CAPITALS_AFTER.match(plain, hit.end, hit.end + _NAME_REACH)
    around = (before.group() if before else "") + " " + (after.group() if after else "")
    return _BODY.search(around.lower()) is not None


def sign_parts(page: Page, signs: Iterable[Sign]) -> Iterator[Part]:
    """Yield the signs for and against the sum being a commitment, each with its weight."""
    for sign in signs:
        yield Part("for" if sign.weight > 0 else "against", page.cut(sign.start, sign.end), sign.rule, 0, sign.weight)
