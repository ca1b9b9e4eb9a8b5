"""How far an undertaking has come: what verbs, cue words, requests, budgets and the sum before say, one rule each."""

import re
from collections.abc import Callable, Iterator

from pledgebook.model.cues import Verb, cue_for
from pledgebook.model.records import Mention, Part, Section
from pledgebook.model.values import Stage
from pledgebook.resolve import newness
from pledgebook.resolve.beside import GETTERS, is_of_debt, may_be_drawn, own_verbs, words_before, words_behind
from pledgebook.resolve.moods import AHEAD, moods_of, verb_of
from pledgebook.resolve.retold import INSTALMENT_OF, is_aside
from pledgebook.resolve.weighing import Choice, Voice, choose

_GOVERNS = ("verb above", "verb after")
_GOT = 0.6  # weight of "received" for money having been paid
_VAGUE = 0.5  # weight of "will receive" and "goes to", which tell of no stage of their own
_BEHIND = 40  # characters behind a sum that still say of it that it is proposed
_TAKEN_BACK = 4.0  # weight of what governs a sum and takes it back, above all that was said of giving it
_PAID = 3.4  # and of what says that it has been paid, above the words for its loan or contract
_LEANT = 0.3  # share of a list's lead-in where a row has a verb of its own
_POOLED = re.compile(r"\b(?:conference|summit|meeting|appeal|replenishment|drive|campaign|telethon)\b", re.IGNORECASE)
_NOUNS = {
    "approval": Stage.COMMITTED,
    "signing": Stage.COMMITTED,
    "allocation": Stage.ALLOCATED,
    "disbursement": Stage.DISBURSED,
    "payment": Stage.DISBURSED,
    "release": Stage.DISBURSED,
    "delivery": Stage.DISBURSED,
    "provision": Stage.DISBURSED,
    "donation": Stage.DISBURSED,
}
"""What a noun of giving tells; all others tell of a pledge."""

_REQUEST = re.compile(r"\b(?:request\w*|ask\w*|call\w*|proposal\w*)\b", re.IGNORECASE)
_PROPOSED = re.compile(
    r"\b(?:proposed|draft\s+(?:budget|bill|law|decision)|requested|propos(?:es|ing)|(?<!for )proposals?"
    r"|budget\s+(?:request|bill)"
    r"|(?:house|senate|spending|aid|funding)\s+bill|supplement\w*\s+(?:request\s+|package\s+|funding\s+|bill\s+)?(?:request|proposal|would)"
    r"|(?:bill|request)\s+(?:would|includes?|contains?|prioriti[sz]es?|comprises?|seeks?)|requesting|(?:his|her|a|the)\s+bill\s+to"
    r"|(?:commission|government|president|administration|ministry)\s+(?:\w+\s+)?asked\s+for|requests?\s+(?:for|of))\b",
    re.IGNORECASE,
)
_PROPOSAL = re.compile(r"\b(?:propos\w+|draft|request\w*|consider\w*|would|asks?|seeks?)\b", re.IGNORECASE)
_PASSED = re.compile(
    r"\b(?:approv(?:e|es|ed|al|ing)|adopt(?:s|ed)|pass(?:es|ed|age)|signed|signs|enacted|ratified|agree(?:s|d)|clear(?:s|ed)|okays?)\b",
    re.IGNORECASE,
)
_BUDGET = re.compile(
    r"\b(?:budget|spending\s+bill|funding\s+bill|appropriations?|omnibus)\b(?!\s+support)", re.IGNORECASE
)
_VOTED = re.compile(
    r"\b(?:parliament|congress|bundestag|bundesrat|riksdag|storting|knesset|diet|senate|national assembly|lawmakers"
    r"|MPs)\b[^.;]{0,40}\b(?:agreed|voted|approved|passed|adopted|backed|endorsed)\b",
    re.IGNORECASE,
)
_STANDS = re.compile(
    r"\b(?P<what>pledges?|commitments?|allocations?|assistance|aid|support|disbursements?|funding|contributions?|help)\b[^.;]{0,70}?"
    r"\b(?:has|have|had)\s+(?:now\s+|already\s+)?(?:exceeded|reached|total?led|surpassed|topped|amounted\s+to|risen\s+to|grown\s+to)\b[^.;]{0,25}$",
    re.IGNORECASE,
)
_BROUGHT = re.compile(r"\b(?:bring|brought)\w*\b[^.;]{0,60}\btotal\s+(?:of\s+)?disbursements?\b", re.IGNORECASE)
_COMES_TO = re.compile(
    r"\b(?P<what>(?:pledg|commit)\w*|allocations?|assistance|aid|support|disbursements?|funding|contributions?|help|debts?"
    r"|write-offs?)\b(?P<between>[^.;$\N{EURO SIGN}\N{POUND SIGN}\d]{0,90}?)\b(?:now\s+|currently\s+)?"
    r"(?:amount(?:s|ed)\s+to|totall?ed|stands\s+at|stood\s+at)\s+(?:(?:about|around|over|nearly|almost|more|than|an?|some|the"
    r"|total|of)\s+)*$",
    re.IGNORECASE,
)
_PROMISED = re.compile(r"(?:pledg|commit|budget|promis|propos)", re.IGNORECASE)
_MADE = re.compile(
    r"\b(?P<made>made|make|makes|making)\s+(?:[\w-]+\s+){0,3}?(?:contribution|donation|gift|payment|deposit|transfer)s?\s+"
    r"(?:(?:of|worth|totall?ing|about|around|over|nearly|almost|more|than|an?|some)\s+)*$",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(r"\b(?:to|will|would|shall|may|might|could|can)\s+(?:\w+\s+)?$", re.IGNORECASE)
_AWAITED = re.compile(
    r"\b(?:expect|anticipat|hop)\w*\b[^.;]{0,60}\bto\s+(?:approve|sign|clear|pass|adopt|endorse|agree|back|release)\b"
    r"|\b(?:due|set|likely|scheduled|about|ready|poised)\s+to\s+(?:approve|adopt|pass|endorse|vote)\b"
    r"|\b(?:still|yet)\s+(?:needs?|has|have|to|requires?|awaits?|must|pending)\b[^.;]{0,30}\b(?:approv|ratif|sign|pass|adopt|agree)"
    r"|\b(?:awaits?|awaiting|pending|requires?)\s+(?:\w+\s+){0,3}(?:approval|ratification|consent|sign-off|green light)"
    r"|\bpav\w+\s+the\s+way\s+for\b",
    re.IGNORECASE,
)
"""Words of a step that is still to be taken before a sum is given."""

_DECIDED = re.compile(r"\b(?:decid|agree|order|vot|chose|announc|forced)\w*\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_STEPS = ("approv", "ratif", " sign", "adopt", " pass", "endorse", "clear", " vot", "consent", "way for", "green light")
_STILL = ("expect", "anticipat", "hop", " to ", "still", " yet", "await", "pending", "require", "pav")
_PROPOSING = ("propos", "draft", "request", "bill ", "supplement", "asked for")
_CHAMBERS = (
    "parliament",
    "congress",
    "bundes",
    "riksdag",
    "storting",
    "knesset",
    "diet",
    "senate",
    "assembly",
    "lawmak",
    "mps",
)
_PERFECT = ("has ", "have ", "had ")
_COMING = ("amount", "totaled", "totalled", "stands at", "stood at")
_BUDGETS = ("budget", "bill", "appropriation", "omnibus")
"""Words without which the searches of the rules find nothing."""

_BILL = re.compile(r"\b(?:house|senate|draft|proposed|spending|aid|supplemental)\s+bill\b", re.IGNORECASE)
_BUDGET_OF = re.compile(
    r"\bbudget\s+(?:of|is|was|stands\s+at)\s+(?:(?:about|around|over|nearly|almost|more|than|an?|some)\s+)*$",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"\b(?:signed|signs|inked|concluded|exchanged)\b[^.;$\N{EURO SIGN}\N{POUND SIGN}]{0,140}"
    r"\bto\s+(?:[\w-]+\s+){1,6}$",
    re.IGNORECASE,
)
"""Words of a paper that was signed "to" give a sum."""

_HANDED = frozenset({"donates", "hands", "handing", "delivers"})
_OVER_A_TIME = re.compile(
    r"\b(?:in|for|during)\s+(?:\d{4}|the\s+(?:past|last)\s+year)\s+alone\b|\bsince\s+(?:\d{4}|last|the\s+(?:start|beginning|outbreak))",
    re.IGNORECASE,
)


def _title_of(mention: Mention) -> str:
    return next((part.span.quote for part in mention.parts if part.role == "report"), "")


def _stage_of_verb(part: Part, mention: Mention) -> Stage | None:
    """Return the stage that a verb tells of by itself, its tense and its auxiliaries."""
    verb = verb_of(part)
    if verb is None or not verb.stage:
        return None
    mood = moods_of(part)
    if verb.role == "cancel":
        return _stage_of_end(part, mood, mention)
    if "negated" in mood:
        return Stage.CANCELLED if verb.role in ("give", "boost") and mood & AHEAD else None
    if verb.role == "get" and _POOLED.search(mention.sentence.quote) and not mood & AHEAD:
        return Stage.PLEDGED
    if verb.stage == "give":
        return _stage_of_gift(verb.role, part.span.quote.split()[0].lower(), mood, mention)
    return _stage_of_deed(verb, mood)


def _stage_of_deed(verb: Verb, mood: frozenset[str]) -> Stage:
    """Return the stage of a verb that names one; what lies ahead has not come so far."""
    stage = Stage(verb.stage)
    done = stage in (Stage.COMMITTED, Stage.DISBURSED, Stage.ALLOCATED) and verb.name != "delegate"
    if done and mood & AHEAD:
        return Stage.CONSIDERED if "maybe" in mood else Stage.PLEDGED
    return Stage.PLEDGED if verb.name == "release" and "gerund" in mood else stage


def _stage_of_end(part: Part, mood: frozenset[str], mention: Mention) -> Stage:
    """Return the stage of what is cancelled: a forgiven debt is help, and what one may withdraw from a loan is paid."""
    if is_of_debt(mention):
        done = Stage.DISBURSED if "perfect" in mood else Stage.COMMITTED
        return Stage.PLEDGED if mood & AHEAD else done
    return Stage.COMMITTED if mood & AHEAD and may_be_drawn(mention, part) else Stage.CANCELLED


def _stage_of_gift(role: str, name: str, mood: frozenset[str], mention: Mention) -> Stage:
    """Return the stage of a verb of giving or getting, by its tense; a headline's "donates" tells of a gift made."""
    if "maybe" in mood:
        return Stage.CONSIDERED
    if name in _HANDED and not mood & AHEAD and (mention.section is Section.TITLE or "gerund" in mood):
        return Stage.DISBURSED
    done = "past" in mood and not mood & AHEAD
    gone = "gerund" in mood and (role == "get" or _OVER_A_TIME.search(mention.sentence.quote) is not None)
    return Stage.DISBURSED if done or gone else Stage.PLEDGED


def _weigh_verb(part: Part, mention: Mention, *, leant: bool) -> float:
    """Return how far a verb is believed: one that "received an allocation" or "will receive" says little."""
    verb, mood = verb_of(part), moods_of(part)
    if verb and verb.name == "cancel" and _is_taken_back(mention, part):
        return _TAKEN_BACK / part.weight
    if verb and verb.name == "disburse" and part.rule.startswith(_GOVERNS) and "past" in mood and not mood & AHEAD:
        return _PAID / part.weight
    if verb and verb.role == "get":
        return _VAGUE if mood & AHEAD else _GOT
    return _LEANT if leant else 1


def _is_taken_back(mention: Mention, part: Part) -> bool:
    """Tell whether a verb of taking back governs the sum and is done or decided, not only planned."""
    told = mention.sentence.quote[: max(part.span.start - mention.sentence.start, 0)]
    planned = "infinitive" in moods_of(part) and not _DECIDED.search(told)
    return part.rule.startswith(_GOVERNS) and not planned and not is_aside(mention, part)


def _verbs(mention: Mention, before: Stage | None) -> Iterator[Voice[Stage]]:
    """What each verb says by its tense."""
    del before
    own = bool(own_verbs(mention))
    for part in mention.parts:
        if part.role == "verb" and not _is_name(part, mention):
            stage = _stage_of_verb(part, mention)
            rule = part.rule.partition(":")[0]
            if stage:
                weight = part.weight * _weigh_verb(part, mention, leant=own and rule == "lead-in")
                yield Voice(stage, rule, weight, part.span)


def _is_name(part: Part, mention: Mention) -> bool:
    """Tell whether a verb's form is part of a name: the "Extended" of a credit facility."""
    inside = mention.section is not Section.TITLE and part.span.start > mention.sentence.start
    return inside and part.span.quote[0].isupper() and part.span.quote.endswith("ed")


def _cue_words(mention: Mention, before: Stage | None) -> Iterator[Voice[Stage]]:
    """What each cue word says."""
    del before
    for part in mention.parts:
        if part.role == "stage":
            for cue in cue_for(part.span.quote, "stage"):
                share = _LEANT if cue.value == Stage.CONSIDERED and _is_of_what_follows(mention, part) else 1
                yield Voice(Stage(cue.value), f"wording {part.rule}", part.weight * share, part.span)


def _is_of_what_follows(mention: Mention, part: Part) -> bool:
    """Tell whether a cue speaks of the next clause: in "which gave 2 million, has yet to decide" the sum is given."""
    at = mention.sentence.start
    between = mention.sentence.quote[mention.span.end - at : part.span.start - at]
    return _is_given(mention) and part.span.start > mention.span.end and "," in between


def _nouns(mention: Mention, before: Stage | None) -> Iterator[Voice[Stage]]:
    """What "approval of" or "disbursement of" tells where no verb governs the sum."""
    del before
    for part in mention.parts:
        if part.role == "for" and part.rule == "a noun of giving":
            yield Voice(_NOUNS.get(part.span.quote.split()[0].lower(), Stage.PLEDGED), part.rule, 1.7, part.span)


def _asked_of_a_parliament(mention: Mention, before: Stage | None) -> Iterator[Voice[Stage]]:
    """What a government asks of its parliament is not granted yet."""
    del before
    for part in mention.parts:
        if part.role == "for" and part.rule == "asked of a parliament" and _REQUEST.search(part.span.quote):
            yield Voice(Stage.CONSIDERED, part.rule, 3.5, part.span)


def _made(mention: Mention, before: Stage | None) -> Iterator[Voice[Stage]]:
    """What somebody "made a donation of" has been given; what it decided to make has not."""
    del before
    told = words_before(mention)
    found = _MADE.search(told) if "ma" in told else None
    if found and found["made"].lower() == "made" and not _NOT_DONE.search(told, 0, found.start()):
        yield Voice(Stage.DISBURSED, "made as a gift", 3.4, mention.span)


def _holds(low: str, words: tuple[str, ...]) -> bool:
    return any(word in low for word in words)


def _awaited(mention: Mention, before: Stage | None) -> Iterator[Voice[Stage]]:
    """What somebody is expected to approve, or must still approve, is not given yet."""
    del before
    told = mention.sentence.quote
    low = told.lower()
    found = _AWAITED.search(told) if _holds(low, _STEPS) and _holds(low, _STILL) else None
    if found:
        ahead = found.end() <= mention.span.start - mention.sentence.start
        yield Voice(Stage.CONSIDERED, "a step is awaited", 5.4 if ahead else 3.2, mention.span)


def _signed(mention: Mention, before: Stage | None) -> Iterator[Voice[Stage]]:
    """What a paper was signed to give is committed, and so is the whole of what is paid by instalments."""
    del before
    told = words_before(mention)
    if _SIGNED.search(told):
        yield Voice(Stage.COMMITTED, "what was signed for", 2.0, mention.span)
    elif newness.TRANCHE_OF.search(told) or (
        newness.WHOLE_LOAN.search(told) and newness.LOAN.match(words_behind(mention))
    ):
        yield Voice(Stage.COMMITTED, INSTALMENT_OF, 2.2, mention.span)
    elif _BUDGET_OF.search(told):
        yield Voice(Stage.ALLOCATED, "what a budget holds", 1.8, mention.span)


def _proposed(mention: Mention, before: Stage | None) -> Iterator[Voice[Stage]]:
    """What a draft, a bill or a proposal holds, where nothing says that it has been passed."""
    del before
    told = mention.sentence.quote
    low, start = told.lower(), mention.span.start - mention.sentence.start
    near = told[: start + len(mention.span.quote) + _BEHIND]
    if _holds(low, _PROPOSING) and _PROPOSED.search(near) and not _PASSED.search(told) and not _is_given(mention):
        yield Voice(Stage.CONSIDERED, "of a proposal", 2.6, mention.span)
    elif _holds(low, _CHAMBERS) and (voted := _VOTED.search(told)) is not None and voted.end() <= start:
        yield Voice(Stage.COMMITTED, "what a parliament voted", 2.4, mention.span)
    elif _holds(low, _BUDGETS) and _PASSED.search(told) and _BUDGET.search(told):
        yield Voice(Stage.COMMITTED, "of a bill that was passed", 1.6, mention.span)


def _is_given(mention: Mention) -> bool:
    """Tell whether the first verb of a sum says that it has been given or approved."""
    first = next(iter(own_verbs(mention)), None)
    return first is not None and _is_of_giving(first) and "past" in moods_of(first) and not moods_of(first) & AHEAD


def _is_of_giving(part: Part) -> bool:
    verb = verb_of(part)
    return verb is not None and verb.stage in ("give", "disbursed", "committed")


def _of_a_budget(mention: Mention, before: Stage | None) -> Iterator[Voice[Stage]]:
    """What a report on a budget tells of stands in it: proposed, passed, or simply set aside."""
    del before
    title = _title_of(mention)
    if _BILL.search(title) and not _PASSED.search(title):
        yield Voice(Stage.CONSIDERED, "title: of a bill", 2.4, mention.span)
    if not _BUDGET.search(title):
        return
    if _PROPOSAL.search(title):
        yield Voice(Stage.CONSIDERED, "title: of a proposed budget", 1.9, mention.span)
    elif _PASSED.search(title):
        yield Voice(Stage.COMMITTED, "title: of a budget that was passed", 4.0, mention.span)
    else:
        yield Voice(Stage.ALLOCATED, "title: of a budget", 1.9, mention.span)


def _stands_at(mention: Mention, before: Stage | None) -> Iterator[Voice[Stage]]:
    """What help "has reached" or "has exceeded" has been given; what pledges have reached is pledged."""
    del before
    told = words_before(mention)
    low = told.lower()
    if "disburs" in low and _BROUGHT.search(told):
        yield Voice(Stage.DISBURSED, "what disbursements come to", 2.2, mention.span)
    elif told.rstrip().endswith("(") and GETTERS.search(told):
        yield Voice(Stage.DISBURSED, "what one of the receivers got", 2.2, mention.span)
    elif _holds(low, _PERFECT) and (found := _STANDS.search(told)) is not None:
        what = found["what"].lower()
        stage = Stage.PLEDGED if what.startswith(("pledge", "commit")) else Stage.DISBURSED
        yield Voice(stage, "what help has come to", 1.8, mention.span)
    elif (
        _holds(low, _COMING)
        and (found := _COMES_TO.search(told))
        and not _PROMISED.search(found["what"] + found["between"])
    ):
        yield Voice(Stage.DISBURSED, "what help has come to", 1.8, mention.span)


def _as_before(mention: Mention, before: Stage | None) -> Iterator[Voice[Stage]]:
    """Where no verb of its own tells, a sum has come as far as the one before it."""
    if before is None:
        return
    own = tuple(verb for part in own_verbs(mention) if (verb := verb_of(part)))
    if not own:
        yield Voice(before, "document: as the sum before it", 1.6)
    elif all(verb.role in ("get", "flow") and verb.stage != "committed" for verb in own):
        yield Voice(before, "document: as the sum before it", 1.0)


def read_stage(mention: Mention, before: Stage | None) -> Choice[Stage] | None:
    """Return how far the undertaking has come; `before` is the stage of the report's sum before it."""
    return choose(voice for rule in RULES for voice in rule(mention, before))


RULES: tuple[Callable[[Mention, Stage | None], Iterator[Voice[Stage]]], ...] = (
    _verbs,
    _cue_words,
    _nouns,
    _asked_of_a_parliament,
    _made,
    _awaited,
    _signed,
    _proposed,
    _of_a_budget,
    _stands_at,
    _as_before,
)
