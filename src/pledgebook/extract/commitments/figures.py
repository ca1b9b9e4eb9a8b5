"""Signs that a sum is a figure about help, not help: statistics, what is cut or taken, a fund's hoped-for size."""

import re
from collections.abc import Callable, Iterable

from pledgebook.extract.commitments.background import Sign
from pledgebook.extract.commitments.runs import Claim
from pledgebook.extract.commitments.sights import Sight
from pledgebook.model.naming import Named, Surface
from pledgebook.model.records import Section

_BEFORE = 160
_SLACK = r"(?:(?:about|around|some|over|almost|nearly|roughly|at|least|more|than|up|to|only|just|an?|the|of)\s+)*$"
_COUNTED = re.compile(
    r"\b(?:data|statistics|figures)\s+(?:\w+\s+){0,2}(?:show(?:s|ed|ing)?|reveal\w*|indicate\w*|released)\b"
    r"|\bpreliminary\s+(?:data|figures)\b|\baccording\s+to\s+(?:\S+\s+){0,4}(?:data|figures|statistics)\b"
    r"|\b(?:report|study|analysis)\s+(?:shows?|finds?|found|reveal\w*)\b|\breleased\s+(?:\w+\s+){0,2}(?:data"
    r"|statistics|figures)\b",
    re.IGNORECASE,
)
"""A report that counts what was given: "OECD data show", "according to preliminary figures"."""

_ALL_AID = re.compile(
    r"\b(?:ODA|official\s+development\s+assistance|development\s+(?:funding|assistance|aid|cooperation|spending)"
    r"|(?:funding|spending|spent)\s+(?:towards?|to|for|on)\s+(?:international\s+)?development"
    r"|foreign\s+aid|aid\s+(?:budget|spending))\b"
)
_PLANNED = re.compile(r"\b(?:budget|propos\w+|plans?|draft|will|bill|request\w*)\b", re.IGNORECASE)
_TAKEN = re.compile(
    r"\b(?:reallocat|redirect|divert|tak(?:e|en|ing)\b|took\b|withdr[ae]w|cut|reduc|remov|shift|transfer)\w*\s+"
    r"(?:[\w-]+\s+){0,4}?from\s+(?:the\s+)?(?:[\w-]+\s+){0,3}?(?:budgets?|lines?|programmes?|programs?|funds?"
    r"|posts?|chapters?)\b[^.]*$",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?:repurpos(?:e|es|ed|ing)|claw(?:s|ed|ing)?\s+back|rescind(?:s|ed|ing)?)\s+" + _SLACK, re.IGNORECASE
)
"""Before money that was set aside for something else."""

_TAKEN_AFTER = re.compile(
    r"\)?\s*(?:of\s+\w+\s+)?(?:that\s+|which\s+)?(?:(?:it|they|we|he|she|[A-Z]\w+)\s+)?(?:(?:had|has|have|was"
    r"|were|initially"
    r"|originally|previously|been)\s+){0,4}(?:diverted|redirected|withdrawn|withdrew|slashed|withheld|cut|removed"
    r"|taken|took)\s+(?:away\s+)?from\b",
    re.IGNORECASE,
)
_CUTTING = re.compile(
    r"\b(?:resci(?:ssions?|nds?|nding)|eliminat(?:es?|ed|ing)|slash(?:es|ed|ing)|clawbacks?|axes|scraps)\b",
    re.IGNORECASE,
)
"""Titles of reports that tell what is no longer paid."""

_SOURCE = re.compile(
    r"\)?\s*(?:of\s+(?:the|this|that|these)\s+(?:\w+\s+){1,3})?(?:was|were|is|are|will\s+be|comes?"
    r"|came)\s+(?:\w+ly\s+)?"
    r"(?:(?:allocated|taken|drawn|financed|funded|sourced|paid)\s+)?(?:from|out\s+of)\s+[^.;]{0,80}?"
    r"\b(?:budgets?|resources|reserves?|surplus|savings)\b",
    re.IGNORECASE,
)
_HOPED = re.compile(
    r"\b(?:expected|hoped|projected|likely|forecast|estimated|anticipated)\s+to\s+(?:increase|raise|bring|reach"
    r"|grow|rise|take"
    rf"|attract|mobili[sz]e|leverage|total|unlock)\b[^.;]{{0,60}}?\s+{_SLACK}",
    re.IGNORECASE,
)
_WIDE = re.compile(
    r"\b(?:across|in)\s+(?:more\s+than\s+|over\s+|some\s+|nearly\s+|about\s+)?\d+\s+(?:\w+\s+){0,2}countries\b",
    re.IGNORECASE,
)
_EVER = re.compile(
    r"\b(?:has|have)\s+(?:\w+\s+)?(?:issued|financed|funded|invested|lent|mobili[sz]ed|supported|approved)\b",
    re.IGNORECASE,
)
_TARIFF = re.compile(r"\b(?:tariffs?|trade\s+status|import\s+dut(?:y|ies))\b", re.IGNORECASE)
_MINISTRY = re.compile(
    r"\bbudget\s+(?:for|of)\s+(?:the\s+)?(?:[A-Z]{2,}|[Mm]inistry|[Dd]epartment|[Aa]gency)\b[^.;]{0,80}?"
    r"\b(?:stands?\s+at|stood\s+at|is|was|amounts?\s+to|totals?|of)\s+" + _SLACK
)
_SCALE = r"(?:(?:supplementary|national|federal|annual|state|general|overall|domestic|stimulus)\s+)"
_WHOLE_BUDGET = re.compile(
    rf"\b{_SCALE}budget\b(?:\s+(?:for|in)\s+(?:FY\s?|the\s+fiscal\s+year\s+|fiscal\s+\d*\s*)?[\d/-]*)?,?\s+"
    rf"(?:of|amounting\s+to|worth|totall?ing|at)\s+{_SLACK}",
    re.IGNORECASE,
)
_WHOLE_BUDGET_AFTER = re.compile(
    rf"\)?\s*(?:\([^)]*\)\s*)?(?:\d{{4}}\s+)?(?:{_SCALE}budget\b|(?:infrastructure|economic|stimulus)\s+(?:investment\s+|stimulus\s+"
    r"|spending\s+|recovery\s+)?(?:package|plan)\b(?!\s+(?:for|to|in)\s+[A-Z])"
    r"|spending\s+package\b(?!\s+(?:for|to|in)\s+[A-Z])|special\s+fund\s+(?:[\w\s]{0,20}\s)?for\s+infrastructure\b)",
    re.IGNORECASE,
)
_OFFICE_BUDGET = re.compile(
    r"\)?\s*(?:\([^)]*\)\s*)?(?:for|as|to|in)\s+(?:its|the|their)\s+(?:\d{4}\s+)?"
    r"(?:MOFA|MFA|[Ff]oreign\s+[Aa]ffairs|[Ff]oreign\s+[Mm]inistry|[Dd]efen[cs]e|(?:[A-Z]\w+\s+)?[Mm]inistry(?:\s+of\s+[A-Z]\w+)?)\s+budget\b"
    r"|\)?\s*(?:\([^)]*\)\s*)?for\s+(?:the\s+)?(?:\d{4}\s+)?(?:MOFA|Foreign\s+Affairs)\s+budget\b"
)
_UNLOCKED = re.compile(r"\bunlock\w*\s+(?:up\s+to\s+|over\s+|about\s+|some\s+)?$", re.IGNORECASE)
_NEW_CAPITAL = re.compile(
    r"\)?\s*(?:\([^)]*\)\s*)?(?:in|of)\s+(?:new\s+|private\s+|additional\s+|further\s+)+(?:\w+\s+)?"
    r"(?:lending|investments?|capital|finance|financing)\b",
    re.IGNORECASE,
)
_SUBSIDY = re.compile(
    r"\b(?:fossil\s+fuels?|coal|oil)\b[^.;]{0,60}$|\brelieve\s+the\s+(?:[\w-]+\s+){0,2}budget\s+by\s+$", re.IGNORECASE
)
_SUBSIDISES = re.compile(r"\bsubsid", re.IGNORECASE)
_HOSTED = re.compile(
    r"\b(?:refugees?|asylum[\s-]seekers?|displaced\s+(?:people|persons)|migrants?"
    r"|refugee\s+\w+)\s+(?:who\s+\w+\s+)?(?:living\s+)?"
    r"(?:in|to|within)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_LEVERED = re.compile(rf"\b(?:leverag|crowd)\w*\s+(?:in\s+)?{_SLACK}", re.IGNORECASE)
_PLANT = re.compile(
    r"\b(?:production|manufacturing|assembly|fabrication)\s+(?:facilit\w+|plants?|sites?|cent(?:er|re)s?|lines?"
    r"|campus|hub)\b",
    re.IGNORECASE,
)
_FIRM = re.compile(r"\bcompan(?:y|ies)\b[^.;]{0,60}\binvest(?:s|ed|ing|ments?)?\b[^.;]{0,25}$", re.IGNORECASE)
_TRADED = re.compile(
    r"\b(?:(?:exports?|imports?|trade|sales?|market|transactions?|shipments|orders?)\b[^.;]{0,60}?|deal\b[^.;]{0,30}?\bexpected\s+to\s+be\s+)"
    r"\b(?:worth|valued\s+at|totall?(?:ed|ing)|reach(?:ed|es)?|amount(?:ed|ing)\s+to)\s+" + _SLACK,
    re.IGNORECASE,
)
_TRADE_WORDS = ("export", "import", "trade", "sale", "market", "transaction", "shipment", "order", "deal")
_GREW = re.compile(
    r"\b(?:increased|rose|grew|raised|augmented|expanded|boosted|lifted)\b[^.;]{0,70}?\bby\s+(?:an?\s+)?(?:(?:nearly|almost|over|about"
    r"|around|more|than|some|estimated|just|under)\s+)*(?:[\d.]+|[a-z]+)\s?(?:%|per\s?cent)\s+to\s+(?:an?\s+)?(?:estimated\s+)?"
    + _SLACK,
    re.IGNORECASE,
)
"""What all aid of a year grew to: "raised its aid by nearly ten per cent to"."""

_DEAL = re.compile(r"(?:\s+worth\s+of\b|\s+(?:[\w-]+\s+){0,2}?(?:deal|contract|order|acquisition)\b)", re.IGNORECASE)
_BUYS = re.compile(r"\b(?:buy|buys|bought|buying|purchas\w+|procur\w+|acqui\w+)\b[^;]*$", re.IGNORECASE)
_HELPS = re.compile(r"\b(?:aid|assistance|donat\w+|gift|grants?|humanitarian|support|for\s+Ukraine)\b", re.IGNORECASE)
_FEW = 3  # digits of a sum, without a word of scale, that is one person's
_LEAD = 400  # characters behind a title in which a report says whose count it tells of
_COUNTERS = frozenset({"OECD", "DAC", "OECD-DAC", "OECD DAC", "OECD/DAC"})
_TOPS = frozenset(
    {Surface.COUNTRY, Surface.PEOPLE, Surface.CAPITAL, Surface.ORGANISATION, Surface.FUND, Surface.REGION}
)


def see_statistic(sight: Sight, claims: tuple[Claim, ...]) -> Iterable[Sign]:
    """A report that counts a year's aid tells of all of it, or a share; what one receiver got still counts."""
    if not _counts(sight) or _PLANNED.search(sight.plain, *sight.bounds):
        return
    givers = {name.acts_for for claim in claims if claim.role == "provider" for name in claim.names}
    givers |= {name.acts_for for name in _opening_names(sight)}
    reached = (name for claim in claims if claim.role == "recipient" for name in claim.names)
    named = (name for name in reached if name.kind in _TOPS and name.code and name.span.quote not in _COUNTERS)
    if all(name.acts_for in givers for name in named):
        yield Sign("background: a year's statistics", *sight.bounds, -3.5)


def _opening_names(sight: Sight) -> tuple[Named, ...]:
    """Return the parties of the title's beginning: whose aid a report counts."""
    title = sight.page.layout.title
    return tuple(name for name in sight.page.names if title and title[0] <= name.span.start < title[1])[:2]


def _counts(sight: Sight) -> bool:
    """Tell whether the title, the lead or the sentence says that figures on all aid have been counted."""
    title = sight.page.layout.title
    opening = (title[0], title[1] + _LEAD) if title else sight.bounds
    counted = any(_COUNTED.search(sight.plain, *one) for one in (opening, sight.bounds))
    return counted and any(_ALL_AID.search(sight.plain, *one) for one in (title or opening, sight.bounds))


def see_taken(sight: Sight, claims: tuple[Claim, ...]) -> Iterable[Sign]:
    """The sum is taken away: "reallocated from the budget line for health (3 million)", "9 million it cut from"."""
    del claims
    start = max(sight.bounds[0], sight.start - _BEFORE)
    before = _TAKEN.search(sight.plain, start, sight.start) or _MOVED.search(sight.plain, start, sight.start)
    if before is not None:
        yield Sign("background: taken away", before.start(), sight.start, -5.0)
    elif (after := _TAKEN_AFTER.match(sight.plain, sight.end)) is not None:
        yield Sign("background: taken away", sight.start, after.end(), -5.0)
    elif (title := sight.page.layout.title) and not sight.acts and _CUTTING.search(sight.plain, *title):
        yield Sign("background: a row of a list of cuts", *title, -4.0)


def see_source(sight: Sight, claims: tuple[Claim, ...]) -> Iterable[Sign]:
    """The words behind the sum only tell which pot it comes out of."""
    del claims
    after = _SOURCE.match(sight.plain, sight.end, sight.bounds[1])
    if after and sight.page.section_at(sight.start) is not Section.TITLE:
        yield Sign("background: where money comes from", sight.start, after.end(), -5.0)


def see_hoped(sight: Sight, claims: tuple[Claim, ...]) -> Iterable[Sign]:
    """The sum is what a fund is expected to grow to, or what a body has lent all over the world."""
    del claims
    start = max(sight.bounds[0], sight.start - _BEFORE)
    if (before := _HOPED.search(sight.plain, start, sight.start)) is not None:
        yield Sign("background: hoped for", before.start(), sight.start, -3.0)
    elif _WIDE.search(sight.plain, sight.end, sight.right) and _EVER.search(sight.plain, start, sight.start):
        yield Sign("background: a body's record", sight.start, sight.right, -2.5)


def see_ministry(sight: Sight, claims: tuple[Claim, ...]) -> Iterable[Sign]:
    """The sum is all that a ministry has: "the budget for the ministry of health stands at"."""
    del claims
    if (found := _MINISTRY.search(sight.plain, sight.bounds[0], sight.start)) is not None:
        yield Sign("background: a ministry's budget", found.start(), sight.start, -5.0)


def see_whole_budget(sight: Sight, claims: tuple[Claim, ...]) -> Iterable[Sign]:
    """The sum is all that a state or a ministry spends: "a supplementary budget of", "for its MOFA budget"."""
    del claims
    before = _WHOLE_BUDGET.search(sight.plain, max(sight.bounds[0], sight.start - _BEFORE), sight.start)
    after = _WHOLE_BUDGET_AFTER.match(sight.plain, sight.end) or _OFFICE_BUDGET.match(sight.plain, sight.end)
    if before or after:
        start, end = before.start() if before else sight.start, after.end() if after else sight.end
        yield Sign("background: a whole budget", start, end, -5.0)


def see_fuel(sight: Sight, claims: tuple[Claim, ...]) -> Iterable[Sign]:
    """The sum is what fuel is subsidised with, what a budget is relieved of, or lending that a guarantee unlocks."""
    del claims
    start = max(sight.bounds[0], sight.start - _BEFORE)
    fuel = _SUBSIDY.search(sight.plain, start, sight.start)
    if fuel and (fuel.group().lower().startswith("relieve") or _SUBSIDISES.search(sight.plain, start, sight.start)):
        yield Sign("background: subsidies at home", fuel.start(), sight.start, -5.0)
    unlocked = _UNLOCKED.search(sight.plain, start, sight.start)
    if unlocked and (capital := _NEW_CAPITAL.match(sight.plain, sight.end)) is not None:
        yield Sign("background: hoped for from others", unlocked.start(), capital.end(), -5.0)


def see_hosting(sight: Sight, claims: tuple[Claim, ...]) -> Iterable[Sign]:
    """The sum is for refugees in the giver's own country, or is hoped to come from firms."""
    givers = {name.acts_for for claim in claims if claim.role == "provider" for name in claim.names}
    givers = {code for code in givers if code} or {name.acts_for for name in _opening_names(sight)[:1]}
    for found in _HOSTED.finditer(sight.plain, *sight.bounds):
        if any(name.acts_for in givers for name in sight.names if found.end() <= name.span.start <= found.end() + 4):
            yield Sign("background: refugees at home", found.start(), found.end(), -5.0)
            return
    if (lever := _LEVERED.search(sight.plain, sight.bounds[0], sight.start)) is not None:
        yield Sign("background: hoped for from firms", lever.start(), sight.start, -5.0)


def see_traded(sight: Sight, claims: tuple[Claim, ...]) -> Iterable[Sign]:
    """The sum is what is bought and sold: "exports worth", "the deal is expected to be worth"."""
    start = max(sight.bounds[0], sight.start - _BEFORE)
    words = sight.plain[start : sight.start]
    low = words.lower()
    if not any(word in low for word in _TRADE_WORDS) or _HELPS.search(sight.plain, *sight.bounds):
        return
    handed = any(claim.role == "recipient" and claim.rule in ("for after", "to after", "object") for claim in claims)
    if not handed and (found := _TRADED.search(words)) is not None:
        yield Sign("background: what is traded", start + found.start(), sight.start, -4.0)


def see_growth(sight: Sight, claims: tuple[Claim, ...]) -> Iterable[Sign]:
    """The sum is what all of a year's aid grew to by so many per cent, with no land named that gets it."""
    start = max(sight.bounds[0], sight.start - _BEFORE)
    words = sight.plain[start : sight.start]
    if "cent" not in words and "%" not in words:
        return
    if any(claim.role == "recipient" and any(name.acts_for for name in claim.names) for claim in claims):
        return
    if _PLANNED.search(sight.plain, *sight.bounds) is None and (found := _GREW.search(words)) is not None:
        yield Sign("background: what all aid grew to", start + found.start(), sight.start, -4.0)


def see_small(sight: Sight, claims: tuple[Claim, ...]) -> Iterable[Sign]:
    """A sum of a few hundred is what one person gets or pays."""
    del claims
    parts = sight.amount.parts if sight.amount else ()
    number = next((part.span.quote for part in parts if part.role == "number"), "")
    scaled = any(part.role in ("scale", "low_scale") for part in parts)
    whole = number.partition(".")[0]
    if whole.isdigit() and len(whole) <= _FEW and not scaled:
        yield Sign("background: small change", sight.start, sight.end, -2.5)


def see_trade(sight: Sight, claims: tuple[Claim, ...]) -> Iterable[Sign]:
    """The sum is a price or a trade: "to buy 24 jets, a 4 billion dollar deal", "a tariff on products worth"."""
    if (tariff := _TARIFF.search(sight.plain, *sight.bounds)) is not None:
        yield Sign("background: tariffs", tariff.start(), tariff.end(), -5.0)
    if (plant := _PLANT.search(sight.plain, sight.end, sight.right)) is not None:
        yield Sign("background: a firm's plant", sight.start, plant.end(), -3.0)
    elif (firm := _FIRM.search(sight.plain, sight.bounds[0], sight.start)) is not None:
        yield Sign("background: a firm invests", firm.start(), sight.start, -2.5)
    deal = _DEAL.match(sight.plain, sight.end)
    if (
        deal
        and _BUYS.search(sight.plain, sight.bounds[0], sight.start)
        and not _HELPS.search(sight.plain, *sight.bounds)
        and not any(claim.role == "recipient" and claim.rule in ("for after", "to after") for claim in claims)
    ):
        yield Sign("background: a purchase", sight.start, deal.end(), -5.0)


SIGNS: tuple[Callable[[Sight, tuple[Claim, ...]], Iterable[Sign]], ...] = (
    see_statistic,
    see_taken,
    see_source,
    see_hoped,
    see_ministry,
    see_whole_budget,
    see_fuel,
    see_hosting,
    see_traded,
    see_growth,
    see_small,
    see_trade,
)


def see_figures(sight: Sight, claims: tuple[Claim, ...]) -> tuple[Sign, ...]:
    """Return the signs that a sum is a figure about help rather than help."""
    return tuple(sign for see in SIGNS for sign in see(sight, claims))
