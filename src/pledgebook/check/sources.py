"""What hangs on one report, which reports are not independent, and which words or names are garbled."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final
from unicodedata import combining, normalize

from rapidfuzz.fuzz import token_sort_ratio

from pledgebook.check.bench import ACCEPTED, Bench, join_words, make_finding, say_values
from pledgebook.check.suggesting import to_accept, to_explain, to_part, to_reject
from pledgebook.model.ledger import Evidence, Finding, Person, Severity, Story
from pledgebook.model.records import Kind, Mention, Section
from pledgebook.model.reference import holders
from pledgebook.model.values import Money

LEAST_REPORTS: Final = 3
ARTICLE: Final = re.compile(r"\b(?:al|el|as|an|ad)(?:-|\s)(?=\w)")
ALIKE: Final = Decimal("0.05")
TRANSLITERATED: Final = 80
BYLINE: Final = 8
LEAST_SLIPS: Final = 3
LEAST_KINDS: Final = 2
GARBLED_COUNTS: Final = 2
SLIPS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"\w -\w",
        r"[a-z]{3}[A-Z][a-z]{2,}",
        r"(?<![A-Z])[$€£¥] \d",
        r"[\w)] [,;](?=\s)",
        r"“[^”“]*\baccording to\b",
    )
)
BRANDS: Final = re.compile(r"\b(?:Mc|Mac|De|La|Le|Van|Di|i|e)[A-Z]|[A-Za-z]*(?:Tube|Book|Pal|Space|Soft|Chat)\b")


def single_source(bench: Bench) -> Iterator[Finding]:
    """Of several independent reports of one event only one tells of a sum."""
    origins = {o.id: s for s in bench.stories if len(s.origins) >= LEAST_REPORTS for o in s.origins}
    for one in bench.ledger.commitments:
        if one.amount is None or one.status == ACCEPTED or len(one.origins) != 1 or one.origins[0] not in origins:
            continue
        if _is_told_by_others(bench, one.amount, origins[one.origins[0]], one.origins[0]):
            continue
        others = len(origins[one.origins[0]].documents) - len(one.documents)
        given = f" from {say_values(one.providers)}" if one.providers else ""
        names = bench.names(one.documents)
        tells = "tell" if " and " in names else "tells"
        yield make_finding(
            "single_source",
            Severity.INFO,
            f"Only {names} {tells} of {say_values([one.amount])}{given}; the other {others} "
            "reports of the event do not",
            cause="source",
            evidence=bench.evidence(one.mentions),
            about=[one.id],
            suggestion=f"Look for a second, independent report; {to_accept(one.id)} or {to_reject(one.id)} then.",
        )


def _is_told_by_others(bench: Bench, money: Money, story: Story, origin: str) -> bool:
    """Tell whether a report of another origin tells of a like sum, of whatever it takes it to be."""
    documents = [document for other in story.origins if other.id != origin for document in other.documents]
    told = (s.value for d in documents if d in bench.readings for s in bench.readings[d].statements)
    sums = (
        value for value in told if isinstance(value, Money) and money.currency in {value.currency, *value.candidates}
    )
    return any(abs(value.value - money.value) <= ALIKE * max(value.value, money.value) for value in sums)


def dependent_sources(bench: Bench) -> Iterator[Finding]:
    """Reports that retell one original, or that say themselves that they retell an agency, count once."""
    for story in bench.ledger.stories:
        if len(story.documents) == 1:
            continue
        for origin in story.origins:
            names = bench.names(origin.documents)
            if len(origin.documents) > 1:
                message = f"{_say_reports(names, origin.documents)} retell one original: {origin.because}"
            elif origin.credits and _is_news_of_others(bench, origin.documents[0]):
                message = f"{names} retells {join_words(origin.credits)}"
            else:
                continue
            yield make_finding(
                "dependent_sources",
                Severity.NOTICE,
                f"{message}; {len(story.documents)} reports of this event are not as many independent ones",
                cause="source",
                evidence=_credits(bench, origin.documents),
                about=[story.id, origin.id],
                suggestion=f"Corroboration counts origins, not reports; {to_explain(story.id)} tells them.",
            )


def _say_reports(names: str, documents: Sequence[str]) -> str:
    """Return the reports that retell one original by name, their number where one outlet has them all."""
    return names if " and " in names else f"{len(documents)} reports of {names}"


def _is_news_of_others(bench: Bench, document: str) -> bool:
    """Tell whether a report credits others with its news: in a line of its own, or where it tells of a deed.

    What somebody in it "told CNN" of other things makes it no retelling of CNN's.
    """
    told = bench.readings[document].mentions if document in bench.readings else ()
    deeds = {mention.sentence for mention in told if mention.kind not in {Kind.CREDIT, Kind.PERSON}}
    return any(
        mention.section not in {Section.BODY, Section.LEAD}
        or len(mention.sentence.quote.split()) <= BYLINE
        or mention.sentence in deeds
        for mention in told
        if mention.kind is Kind.CREDIT
    )


def _credits(bench: Bench, documents: tuple[str, ...]) -> tuple[Evidence, ...]:
    """Return the words in which some documents credit others."""
    told = [m.id for d in documents if d in bench.readings for m in bench.readings[d].mentions if m.kind == "credit"]
    return bench.evidence(told)


def name_variant(bench: Bench) -> Iterator[Finding]:
    """A person stands under a spelling that is neither the usual one nor a part of it."""
    known = _known_spellings()
    for person in bench.ledger.people:
        usual = {person.name.casefold(), *known.get(person.name, ())}
        odd = [variant for variant in person.variants if not _is_usual(variant, usual)]
        named = person.name in known or len(person.name.split()) > 1
        if not odd or not named:
            continue
        mentions = [m for m in person.mentions if _spelling(bench, m) in odd]
        garbled = any(_likeness(variant, usual) < TRANSLITERATED for variant in odd)
        office = f" ({person.office})" if person.office else ""
        yield make_finding(
            "name_variant",
            Severity.NOTICE if garbled else Severity.INFO,
            f"{join_words([f'“{variant}”' for variant in odd])} in {bench.names(bench.documents_of(mentions))} "
            f"{'are' if len(odd) > 1 else 'is'} {person.name}{office}",
            cause="mistranslation" if garbled else "spelling",
            evidence=bench.evidence(mentions),
            about=[person.id],
            suggestion=_suggest_parting(person, mentions),
        )


def _suggest_parting(person: Person, mentions: Sequence[str]) -> str:
    if set(mentions) == set(person.mentions):
        return f"{to_explain(person.id)} shows where."
    return f"They are counted as one person; {to_part(person.id, mentions)} if they are two."


def _spelling(bench: Bench, mention: str) -> str:
    return next((getattr(s.value, "value", "") for s in bench.statements(mention, "name")), "")


def _known_spellings() -> Mapping[str, tuple[str, ...]]:
    """Return every spelling in our tables of each person who holds an office, casefolded."""
    spelt: defaultdict[str, set[str]] = defaultdict(set)
    for holder in holders():
        spelt[holder.name] |= {name.casefold() for name in (holder.name, *holder.variants, *holder.alone)}
    return {name: tuple(sorted(spellings)) for name, spellings in spelt.items()}


def _is_usual(variant: str, usual: set[str]) -> bool:
    """Tell whether a spelling is a usual one, some words of one, or all of them and a title or another name more."""
    words = _name_words(variant)
    full = [known for name in usual if (known := _name_words(name))]
    return not words or any(words <= known or (len(known) > 1 and known <= words) for known in full)


def _name_words(name: str) -> set[str]:
    """Return the words of a name that tell one person from another."""
    plain = "".join(one for one in normalize("NFKD", name.casefold().replace("\\_", " ")) if not combining(one))
    bare = (
        word.strip(".,'\u2019").removesuffix("'s").removesuffix("\u2019s") for word in ARTICLE.sub("", plain).split()
    )
    return {word for word in bare if len(word) > 1 and word not in {"jr", "sr", "dr", "mr", "ms", "mrs"}}


def _likeness(variant: str, usual: set[str]) -> float:
    """Return how alike a spelling is to the usual one it comes nearest to, one word held against one word."""
    words = variant.casefold().split()
    against = usual if len(words) > 1 else {word for name in usual for word in name.split()}
    return max(token_sort_ratio(variant.casefold(), name) for name in against)


def machine_translated(bench: Bench) -> Iterator[Finding]:
    """A report's words are broken the way translation by machine breaks them: names garbled, spaces astray."""
    garbled = _garbled_names(bench)
    home = {document: story.id for story in bench.ledger.stories for document in story.documents}
    for document in sorted(document for document in home if document in bench.readings):
        slips = _find_slips(bench, document)
        names = garbled.get(document, [])
        kinds = len({kind for _, _, kind in slips}) + bool(names)
        if len(slips) + GARBLED_COUNTS * len(names) < LEAST_SLIPS or not slips or kinds < LEAST_KINDS:
            continue
        shown = [*(words for words, _, _ in slips[:3]), *(name for name, _ in names[:3])]
        yield make_finding(
            "machine_translated",
            Severity.NOTICE,
            f"{bench.name(document)} reads as if translated by machine: {join_words([f'“{one}”' for one in shown])}",
            cause="mistranslation",
            evidence=bench.evidence([*(mention for _, mention, _ in slips), *(mention for _, mention in names)]),
            about=[document],
            suggestion="Trust its figures and names less where no other report has them; "
            f"{to_explain(home[document])} tells which others there are.",
        )


def _garbled_names(bench: Bench) -> dict[str, list[tuple[str, str]]]:
    """Return the garbled spellings of people by document, each once, with a mention of it."""
    known = _known_spellings()
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for person in bench.ledger.people:
        usual = {person.name.casefold(), *known.get(person.name, ())}
        for one in person.mentions:
            spelt, mention = _spelling(bench, one), bench.mention(one)
            if mention and spelt and _is_garbled(spelt, person, usual):
                found[mention.document].setdefault(spelt, one)
    return {document: sorted(spellings.items()) for document, spellings in found.items()}


def _is_garbled(spelt: str, person: Person, usual: set[str]) -> bool:
    return len(person.name.split()) > 1 and not _is_usual(spelt, usual) and _likeness(spelt, usual) < TRANSLITERATED


def _find_slips(bench: Bench, document: str) -> list[tuple[str, str, int]]:
    """Return the broken bits of words in the sentences that were read, each once, with their mention and their kind."""
    found: dict[str, tuple[str, int]] = {}
    for mention in sorted(bench.readings[document].mentions, key=lambda mention: (mention.span, mention.id)):
        for words, kind in _slips_in(mention):
            found.setdefault(words, (mention.id, kind))
    return [(words, mention, kind) for words, (mention, kind) in found.items()]


def _slips_in(mention: Mention) -> Iterator[tuple[str, int]]:
    sentence = mention.sentence.quote
    for kind, slip in enumerate(SLIPS):
        for found in slip.finditer(sentence):
            words = _whole_words(sentence, found.start() - 6, found.end() + 6)
            if not BRANDS.search(words) and "http" not in words:
                yield " ".join(words.split()), kind


def _whole_words(sentence: str, start: int, end: int) -> str:
    """Return the words of a sentence that a stretch touches, none cut in half."""
    start, end = max(0, start), min(len(sentence), end)
    while start and not sentence[start - 1].isspace():
        start -= 1
    while end < len(sentence) and not sentence[end].isspace():
        end += 1
    return sentence[start:end].strip()


CHECKS: Final[tuple[Callable[[Bench], Iterator[Finding]], ...]] = (
    single_source,
    dependent_sources,
    name_variant,
    machine_translated,
)
