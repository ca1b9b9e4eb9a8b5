"""Signs that a sum is no gift to somebody abroad: needs, debts, matched dollars, money that stays at home."""

import re
from collections.abc import Callable, Iterable
from functools import cache

from pledgebook.extract.commitments.background import HELP_ABROAD, Sign, lends_abroad
from pledgebook.extract.commitments.runs import Claim
from pledgebook.extract.commitments.sights import Sight
from pledgebook.extract.names.parties import find_all_names
from pledgebook.extract.page.page import Page
from pledgebook.model.naming import Named, Surface
from pledgebook.model.reference import word_list

_BEFORE = 120
_OPENING = 1500  # characters in which a long report tells what it is about
_LONG = 20_000  # characters from which a report speaks of many things: a press briefing, a speech
_NEAR_BEFORE = 400  # characters before a sentence in which it may have been told who gets
_FIRST = 200  # characters that stand for the title of a report without one
_SHORT = 1500  # characters; a report so short that names nobody abroad is about home
_SLACK = r"(?:(?:about|around|some|over|almost|nearly|roughly|at|least|more|than|up|to|only|just|an|a|additional)\s+)*$"
_NEEDED = re.compile(
    rf"\bbudgets?\s+(?:averaging|worth)\s+{_SLACK}|"
    r"\b(?:needs?|requirements?|appeals?|shortfalls?|gaps?|targets?|goals?)\s+of\s+"
    rf"{_SLACK}|\b(?:expected|projected|set|likely)\s+to\s+cost\s+{_SLACK}"
    r"|\b(?:(?:recovery|repair|damage|import|reconstruction)\s+bill|repair\s+costs?)\s+(?:amounting\s+to"
    r"|estimated\s+at|of|totall?ing|put\s+at|worth)\s+"
    rf"{_SLACK}"
    r"|\b(?:reach|assist|help)\b[^;]{0,60}?\b(?:people|families|children|households|persons)\s+with\s+"
    rf"{_SLACK}|\b(?:overs(?:ee|ees|aw|een|eeing)|supervis(?:e|es|ed|ing))\s+(?:a\s+budget\s+of\s+)?"
    rf"{_SLACK}|\b(?:an?|the|its|their|joint|new|urgent|flash|emergency|humanitarian)\s+appeals?\s+for\s+{_SLACK}"
    rf"|\bdonors?'?s?\s+budget\s+stands\s+at\s+{_SLACK}"
    r"|\b(?:appeals?|plans?|calls?)\b[^.;$]{0,60}?\bwith\s+an?\s+(?:(?:initial|overall|total)\s+)?(?:fund|target|goal|budget)\s+of\s+"
    rf"{_SLACK}|\b(?:total|initial|overall|emergency|combined)\s+requests?\b[^.;$]{{0,50}}?\b(?:is|was|of|at|totals?|stands?\s+at)"
    rf"\s+(?:approximately\s+|roughly\s+)?{_SLACK}",
    re.IGNORECASE,
)
_NEEDED_AFTER = re.compile(
    r"\s+(?:(?:is|are|was|were|being|still)\s+)?(?:requested|sought|needed|required|appealed|outstanding)\b"
    r"(?!\s+(?:by\s+(?:the\s+)?(?:president|government|administration|cabinet)|in\s+(?:the|his"
    r"|its)\s+(?:\w+\s+)?budget))",
    re.IGNORECASE,
)
_ONLY = re.compile(r"\bonly\s+$", re.IGNORECASE)
_SO_FAR = re.compile(
    r"\s+(?:(?:is|are|was|were|has|have|had|been)\s+){1,2}(?:\w+ly\s+|so\s+far\s+)?(?:available|received|funded|raised"
    r"|come\s+in)\b",
    re.IGNORECASE,
)
_OWED = re.compile(
    r"\b(?:debts?|debt\s+stock|liabilities|debt\s+service|repayments?|repayment\s+obligations?)\s+(?:burden\s+"
    r"|pile\s+)?(?:(?:is|was|are|were|now|currently)\s+){0,2}"
    r"(?:estimated\s+at|stands?\s+at|stood\s+at|reached|of|totall?ing|amount(?:s|ed|ing)\s+to|worth|at)\s+"
    rf"{_SLACK}|\bow(?:e|es|ed|ing)\b[^.;]{{0,50}}$",
    re.IGNORECASE,
)
_RESERVES = re.compile(
    r"\breserves?\b[^.;]{0,40}?\b(?:(?:st(?:ood|ands?)|hover\w*|were|are|was|is)\s+at|(?:reached|rose|risen|fell|fallen|dropped"
    r"|dwindled|declined|slumped|plunged|increased|grew|climbed|down|up)\b[^.;]{0,25}?(?:\bto)?)\s+"
    rf"(?:(?:a|an|the|its)\s+)?{_SLACK}",
    re.IGNORECASE,
)
"""How much a central bank holds, before its sum."""

_REPAID = re.compile(
    r"\b(?:(?:debt\s+)?repayments?|repayment\s+obligations?|debt\s+service|interest\s+payments?|instal?lments\s+due)\b"
    r"[^.;]{0,60}\b(?:reduc\w+|f[ae]ll\w*|drop\w*|declin\w+|decreas\w+|shrink\w*|lower\w*|ris\w+|grow\w*|increas\w+)\b"
    rf"[^.;]{{0,80}}\b(?:from|to|by)\s+{_SLACK}",
    re.IGNORECASE,
)
_FORGIVES = re.compile(
    r"\b(?:cancel\w*|forg[ia]v\w+|waiv\w+|relie(?:f|v\w+)|writ\w+\s+off|wrote\s+off|restructur\w+|reduc\w+|sett\w+"
    r"|clear\w*|eras\w+|wip\w+)\b",
    re.IGNORECASE,
)
_DEBT = re.compile(r"\b(?:debts?|arrears)\b", re.IGNORECASE)
_MATCHED = re.compile(r"\b(?:for|to\s+match)?\s*(?:every|each)\s+$", re.IGNORECASE)
_MATCHES = re.compile(r"\s+(?:for|to)\s+(?:every|each)\b", re.IGNORECASE)
_PLANS = re.compile(
    r"\b(?:plants?|factory|factories|manufacturing|headquarters|automaker|drugmaker|chipmaker|carmaker|giant"
    r"|shareholders"
    r"|production|commercial)\b",
    re.IGNORECASE,
)
_LANDS = frozenset({Surface.COUNTRY, Surface.PEOPLE, Surface.CAPITAL})
_TITLED = frozenset({*_LANDS, Surface.ADJECTIVE, Surface.REGION, Surface.HOLDER})
_SOLD = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}sales?\b|\s+(?:arms|weapons)\s+(?:deals?|orders?|purchases?)\b",
    re.IGNORECASE,
)
_SALE = re.compile(
    r"\b(?:arms|weapons|military|possible|proposed)\s+(?:sales?|deals?|orders?|purchases?)\b[^.;]{0,120}$"
    r"|\b(?:approv\w+|clear\w+|agree\w+|permission|licen[cs]e)\s+(?:\w+\s+)?to\s+(?:buy|purchase|sell)\b[^.;]{0,160}$"
    r"|\b(?:sales?|orders?)\s+(?:of|for)\b[^.;]{0,120}\b(?:worth|valued\s+at|cost\s+of|value\s+of|for)\s+"
    rf"{_SLACK}|\b(?:contracts?|tenders?|works?|schemes?)\b[^.;]{{0,60}}\bat\s+a(?:n\s+estimated)?\s+(?:total\s+)?cost\s+of\s+{_SLACK}",
    re.IGNORECASE,
)
_ABROAD = frozenset({Surface.ORGANISATION, Surface.FUND, Surface.REGION, Surface.GROUP})


_WEST = "WEST"  # who gives, or a part of one's own country; nobody who gets
_TERRITORIES = frozenset({"PRI", "GUM", "VIR", "ASM", "MNP"})


@cache
def donors() -> frozenset[str]:
    """Return the codes of the lands that give and seldom get."""
    return frozenset(word_list("donor"))


def _number(sight: Sight) -> int:
    """Return where the sum itself starts, behind words like "estimated at" that qualify it."""
    return sight.amount.span.start if sight.amount else sight.start


def see_need(sight: Sight, claims: tuple[Claim, ...]) -> Iterable[Sign]:
    """The sum is what help would cost, or the little that came in: "a need of", "only 3 million is available"."""
    del claims
    start = max(sight.bounds[0], sight.start - _BEFORE)
    if (found := _NEEDED.search(sight.plain, start, _number(sight))) is not None:
        yield Sign("background: what is needed", found.start(), sight.start, -4.0)
    elif (missing := _NEEDED_AFTER.match(sight.plain, sight.end)) is not None:
        yield Sign("background: what is needed", sight.start, missing.end(), -4.0)
    elif _ONLY.search(sight.plain, start, sight.start) and (some := _SO_FAR.match(sight.plain, sight.end)) is not None:
        yield Sign("background: what came in", sight.start, some.end(), -4.0)


def see_debt(sight: Sight, claims: tuple[Claim, ...]) -> Iterable[Sign]:
    """The sum is owed or held in reserve, which is no gift; or a debt is forgiven, which is one."""
    del claims
    start = max(sight.bounds[0], sight.start - _BEFORE)
    if (repaid := _REPAID.search(sight.plain, start, _number(sight))) is not None:
        yield Sign("background: what is paid back", repaid.start(), sight.start, -5.0)
        return
    if "reserve" in (told := sight.plain[start : sight.start]).lower() and _RESERVES.search(told):
        yield Sign("background: what a bank holds", start, sight.start, -5.0)
        return
    owed = _OWED.search(sight.plain, start, _number(sight))
    forgiven = _FORGIVES.search(sight.plain, start, sight.start)
    if forgiven is not None and (owed or _DEBT.search(sight.plain, start, min(sight.right, sight.end + 30))):
        yield Sign("a debt is forgiven", forgiven.start(), forgiven.end(), 1.2)
    elif owed is not None and not _FORGIVES.search(sight.plain, *sight.bounds):
        yield Sign("background: owed", owed.start(), sight.start, -4.0)


def see_sale(sight: Sight, claims: tuple[Claim, ...]) -> Iterable[Sign]:
    """The sum is a price: "approved the 3 billion euro sale of jets", "works at a cost of 3 million"."""
    del claims
    start = max(sight.bounds[0], sight.start - _BEFORE)
    after = _SOLD.match(sight.plain, sight.end)
    before = _SALE.search(sight.plain, start, _number(sight))
    if after or before:
        yield Sign(
            "background: a sale", before.start() if before else sight.start, after.end() if after else sight.end, -3.0
        )


def see_match(sight: Sight, claims: tuple[Claim, ...]) -> Iterable[Sign]:
    """The sum only tells a ratio: "$1 for every $2 that others give"."""
    del claims
    before = _MATCHED.search(sight.plain, max(sight.bounds[0], sight.start - 20), sight.start)
    if before or _MATCHES.match(sight.plain, sight.end):
        yield Sign("background: a ratio", sight.start, sight.end, -5.0)


def see_rich(sight: Sight, claims: tuple[Claim, ...]) -> Iterable[Sign]:
    """In a long report no state gives and all lands named are donors, or a report about home."""
    if len(sight.plain) <= _SHORT or HELP_ABROAD.search(sight.plain, *sight.bounds) or names_foreign(sight.names):
        return
    if is_titled_abroad(sight.page) or lends_abroad(claims):
        return
    if not names_foreign(sight.page.names):
        yield Sign("no land that gets is named anywhere", *sight.bounds, -6.0)
        return
    if is_about_home(sight.page):
        yield Sign("a report about home names nobody abroad", *sight.bounds, -6.0)
        return
    if len(sight.plain) > _LONG and not _speaks_abroad(sight):
        yield Sign("one of many things, and nobody abroad is named near it", *sight.bounds, -3.0)
        return
    if _is_titled_help(sight.page):
        return
    gives = any(one.acts_for for claim in claims if claim.role == "provider" for one in claim.names)
    lands = {name.acts_for for name in sight.names if name.acts_for}
    if lands and lands <= donors() and not gives:
        plans = _PLANS.search(sight.plain, *sight.bounds)
        yield Sign("stays in a land that gives", *sight.bounds, -2.5 if plans else -1.8)


def _speaks_abroad(sight: Sight) -> bool:
    """Tell whether the sentences before a sum name a land that gets, or help abroad."""
    start = max(0, sight.bounds[0] - _NEAR_BEFORE)
    words = sight.plain[start : sight.bounds[0]]
    around = (name for name in find_all_names(words, words) if not words.startswith(" American", name.span.end))
    return names_foreign(around) or HELP_ABROAD.search(sight.plain, start, sight.bounds[0]) is not None


def _is_titled_help(page: Page) -> bool:
    """Tell whether the title of a report speaks of help abroad."""
    return bool(page.layout.title) and HELP_ABROAD.search(page.plain, *(page.layout.title or (0, 0))) is not None


def is_titled_abroad(page: Page) -> bool:
    """Tell whether the title of a report, or where it has none its opening, names a land that gets."""
    title = page.layout.title or (0, _FIRST)
    told = (name for name in page.names if title[0] <= name.span.start < title[1])
    return any(name.acts_for and name.kind in _TITLED and name.acts_for not in donors() for name in told)


def is_about_home(page: Page) -> bool:
    """Tell whether a long report opens without help abroad or a land that gets, or never speaks of such help."""
    held = vars(page).get("is about home")
    if not isinstance(held, bool):
        held = vars(page)["is about home"] = _opens_at_home(page) or not HELP_ABROAD.search(page.plain)
    return held


def _opens_at_home(page: Page) -> bool:
    """Tell whether a report opens without help abroad or a land that gets."""
    title = page.layout.title
    opening = (title[1] if title else 0) + _OPENING
    opens = [name for name in page.names if name.span.start < opening // 2]
    helps = any(not found.group().lower().startswith("food") for found in HELP_ABROAD.finditer(page.plain, 0, opening))
    return not (helps or names_foreign(opens))


def names_foreign(names: Iterable[Named]) -> bool:
    """Tell whether a land that gets, or a body or region that the tables know, is named; an adjective is no party."""
    return any(
        name.code and name.code != _WEST and name.acts_for not in donors() and name.kind in (_LANDS | _ABROAD)
        for name in names
    )


def see_territory(sight: Sight, claims: tuple[Claim, ...]) -> Iterable[Sign]:
    """The sum goes to a territory of the state that gives it, which is home: "for Puerto Rico"."""
    del claims
    told = [name for name in sight.names if name.acts_for in _TERRITORIES]
    others = [name for name in sight.names if name.acts_for not in _TERRITORIES]
    if told and not names_foreign(others):
        yield Sign("stays in a territory of the giver", told[0].span.start, told[0].span.end, -5.0)


_OWN_PEOPLE = re.compile(
    r"\b(?:in|across|throughout|of)\s+(?:(?:many|some|several|most|all|various|different|other|affected|drought|flood)[\s-]+)?"
    r"(?:parts|regions|areas|corners|districts|provinces|counties)\s+of\s+(?:the|its|his|her)\s+country\b"
    r"|\b(?:no\s+part\s+of|across|throughout|around|elsewhere\s+in|everywhere\s+in)\s+the\s+country\b"
    r"|\b(?:its|his|her|their)\s+own\s+(?:people|citizens|population|farmers)\b",
    re.IGNORECASE,
)


def see_own_people(sight: Sight, claims: tuple[Claim, ...]) -> Iterable[Sign]:
    """A government that seldom gives spends in "the country", with no other land named: it is its own."""
    if "countr" not in (words := sight.plain[slice(*sight.bounds)]) and "own " not in words:
        return
    givers = {name.acts_for for claim in claims if claim.role == "provider" for name in claim.names if name.acts_for}
    others = {name.acts_for for name in sight.names if name.kind in _LANDS and name.acts_for} - givers
    if len(givers) == 1 and not others and not givers & donors() and (found := _OWN_PEOPLE.search(words)) is not None:
        at = sight.bounds[0]
        yield Sign("stays in the giver's country", at + found.start(), at + found.end(), -4.0)


def see_home_report(sight: Sight, claims: tuple[Claim, ...]) -> Iterable[Sign]:
    """A short report with a title names one land only and no help for others: what its state gives stays there."""
    page = sight.page
    if len(sight.plain) > _SHORT or not page.layout.title or _names_others(page.names):
        return
    lands = {name.acts_for for name in page.names if name.acts_for}
    receivers = any(claim.role == "recipient" and claim.rule == "object" for claim in claims)
    helps = any(not found.group().startswith("relief") for found in HELP_ABROAD.finditer(sight.plain))
    if len(lands) <= 1 and not receivers and not helps:
        yield Sign("the report is about home", *page.layout.title, -3.5)


def _names_others(names: Iterable[Named]) -> bool:
    """Tell whether a body between lands, a fund or a region is named."""
    return any(name.kind in _ABROAD and name.acts_for not in donors() for name in names)


SIGNS: tuple[Callable[[Sight, tuple[Claim, ...]], Iterable[Sign]], ...] = (
    see_need,
    see_debt,
    see_sale,
    see_match,
    see_rich,
    see_territory,
    see_own_people,
    see_home_report,
)


def see_at_home(sight: Sight, claims: tuple[Claim, ...]) -> tuple[Sign, ...]:
    """Return the signs that a sum is needed, owed, matched or kept at home."""
    return tuple(sign for see in SIGNS for sign in see(sight, claims))
