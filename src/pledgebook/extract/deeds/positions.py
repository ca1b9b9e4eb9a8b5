"""Find where a report tells who stands where: supports, opposes, demands, refuses, is open to."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from msgspec import structs

from pledgebook.extract.deeds.authors import as_author, find_authors, find_byline, find_pair, find_quoted, is_quoted
from pledgebook.extract.deeds.cast import Cast, Holder, cast_of
from pledgebook.extract.deeds.clauses import QUOTES, Clause
from pledgebook.extract.deeds.endings import clause_end, find_condition
from pledgebook.extract.deeds.frames import find_frames
from pledgebook.extract.deeds.holders import (
    find_earlier,
    find_holder,
    find_joined,
    find_listed,
    find_officers,
)
from pledgebook.extract.deeds.known import find_premodifier
from pledgebook.extract.deeds.sayings import find_sayings
from pledgebook.extract.deeds.speech import Found, find_speech
from pledgebook.extract.page.page import Page, in_text_order
from pledgebook.extract.quantities.times import find_times
from pledgebook.model.deeds import frames_by_key, load_speakers, words_of
from pledgebook.model.naming import Surface
from pledgebook.model.records import Kind, Mention, Part, mention_id
from pledgebook.model.values import Stance

TRIGGERS = (
    "oppos", "not support", "accepted", "not accept", "never accept", "wrote to", "reject", "denounc", "condemn",
    "critici", "decry", "decries", "decried", "deplor", "object to", "objects to", "objected", "veto", "resist",
    "rule out", "ruled out", "ruling out", "rules out", "exclude", "dismiss", "welcom", "applaud", "prais", "endors",
    "hail", "backed", "backs", "advocat", "urged", "urges", "urging", "demanded", "demands", "demanding", "call for",
    "called for", "calls for", "calling for", "call on", "called on", "calls on", "calling on", "called upon",
    "calls upon", "insist", "requested", "requesting", "recommend", "requires", "adamant", "unacceptable", "reluctan",
    "unwilling", "willing", "open to", "openness", "readiness", "ready to", "prepared to", "concern about",
    "concern over", "concern that", "concerned", "concerns about", "concerns over", "concerns that", "sceptic",
    "skeptic", "express", "voiced", "reaffirm", "reiterat", "emphasi", "stress", "underscor", "underlin", "highlight",
    "in favour of", "in favor of", "is against", "are against", "was against", "were against", "speak out against",
    "spoke out against", "warned ", "wants ", "will not", "will never", "would never", "not want to", "not intend to",
    "no plans", "no intention", "no plan to", "would not", "won't", "wouldn't", "cannot", "should", "must",
    "ought to", "no need", "noted the", "refus", "declined to", "declines to", "declining to", "deny", "denied",
    "denies", "stand by", "stands by", "stand with", "stands with", "stood by", "stood with", "lament",
    "commitment to", "is committed to", "are committed to", "committed to", "committed that", "remains committed",
    "remain committed", "dedication to", "desire for", "desire to", "press for", "pressed for", "push for",
    "pushed for", "pushing for", "pressing for", "appealed", "appeals to", "plead", "considering", "considers",
    "contemplat", "mulling", "weighing", "prefer", "solidarity", "unwavering", "steadfast", "ironclad",
    "suggested that", "hinted", "signalled", "signaled", "argued", "argues", "arguing", "slam", "disappoint", "voted",
    "vote for", "vote against", "disagree", "proposed that", "political will", "not realistic", "has to be",
    "have to be", "paramount", "essential", "crucial", "vital ", "vital.", "continues to", "we support", "exploring",
    "dispute", "hold out", "held out", "holds out", "the door open", "may provide", "may send", "might send",
    "might provide", "could provide", "could send", "may also", "might also", "could also", "i urge", "we urge",
    "i appeal", "questioned", "determined to", "proud to stand", "joined in", "ask ", "asks ", "asked ", "asking ",
    "we need", "we also need", "to not ", "appeal to", "supports ", "support for", "support the", "support this",
    "support its", "support that", "supporting the", "supporting its", "in support", "will continue to",
    "would continue to", "continue to assess", "assess its", "prioriti", "a priority", "top priority", "priority for",
    "full support", "strong support", "support as", "continue funding", "continue supporting", "continue providing",
    "rallied behind", "rally behind", "rallies behind", "congratulat", " aims to ", " aim to ", " aimed to ",
    "seeks to ", "seek to ", "sought to ", "intends to ", "intend to ", "voted to", "proponent", "opponent of",
    "critic of", "critics of", "pride in", "pivotal", "as a priority", "main priority", "cornerstone", "as a necessary",
    "would remain", "will remain", "reconfirm", "continued support", "ongoing support", "key role", "central role",
    "crucial role", "increase support", "increase its support", "strengthen support", "expand support",
    "strengthen its", "increase their support", "strengthen cooperation", "phase out", "would end", "would stop",
    "will end its", "will stop", "will suspend", "will be the", "would be the", "proposed enhanc", "proposed increas",
    "proposed strengthen", "proposed creat", "proposed establish", "proposed using", "proposed reduc", "proposed cut",
    "regret", "dissatisf", "frustrat", "alarm", "push back", "pushed back", "pushing back", "pushes back", "defended",
    "defends", "announced plans", "announced its intention", "announces plans", "its intention", "intention to",
    "joined calls", "joined the call", "fears that", "fear that", "feared that", "favors", "favours", "favored",
    "favoured", "would maintain", "will maintain", "will sustain", "pledged to continue", "vowed to continue",
    "promised to continue", "pledged to keep", "pledged to maintain", "insufficient", "inadequate", "short-sighted",
    "shortsighted", "counterproductive", "a mistake", "devastating", "cautioned", "outrage", "dismay",
    "unveiled plans", "a disaster", "supported the", "supported its", "supported a ", "backing for", "weight behind",
    "speak out for", "spoke out for", "spoken out for", "speak up for", "reserves the right", "reserved the right",
    "reserve the right", "recognises ", "recognizes ", "recognised the", "recognized the", "encourages", "encouraged",
    "we encourage", "i encourage", "respects the", "respect for", "hopes to", "hoped to", "hope for", "hopes for",
    "agreed on the importance", "agreed on the need", "agreed on the urg", "in principle", "there would be no",
    "there will be no", "there can be no", "assurances", "is suspending", "are suspending", "suspended aid",
    "suspended its", "suspended all", "suspended their", "suspended financial", "suspended development",
    "suspended military", "suspended support", "has suspended", "have suspended", "halted aid", "halted its",
    "froze its", "frozen its", "cut off aid", "withheld aid", "withholding aid", "offered to ", "offers to ",
    "disappointing", "obscene", "abhorrent", "outrageous", "appalling", "appalled", "disgrace", "shameful",
    "deplorable", "reprehensible", "unconscionable", "unlawful", "reckless", "misguided", "betrayal", "barbaric",
    "heinous", "too low", "too little", "too small", "full support", "fullest support", "areas of concern",
    "concerns with", "concerns regarding", "concern regarding", "concern with", "we want to", "want to help",
    "priorities include", "priorities are", "boycott", "blamed", "blames", "convince", "persuade", "to encourage",
    "lend support", "repudiat", "rebuk", "lash out", "lashed out", "hit out", "take issue", "took issue", "abstain",
    "satisfied", "pleased with", "unhappy", "eager to", "call to ", "request for", "'s request",
    "apolog", "lodged a", "of support",
    "encouraging ", "urge ", "demand that", "challenged the", "berat", "pressed the", "promised that",
    "pledged that", "vowed that", "a proposal to", "proposals to",
    "vowed to", "will block", "to block the", "diplomatic protest", "resigned in protest",
)  # fmt: skip
"""How words of stance begin, for the gate."""

_LISTING = re.compile(
    r"\b(?:(?P<advice>recommend\w*|priorit\w+|propos\w+|advocat\w+|suggest\w+)|call(?:s|ed|ing)? (?:for|on|upon)"
    r"|demand(?:s|ed|ing)?|urg(?:es|ed|ing)|argu(?:es?|ed|ing)|insist\w*|asks?|asked)\b"
    r"[^.]{0,200}:\s*$",
    re.IGNORECASE,
)
_STOPPING = re.compile(
    r"(?:stop|end|halt|avoid|refrain|do not|don['\u2019]t|cease|abandon|scrap|reject|ban)\b", re.IGNORECASE
)
_ACTING = re.compile(r"\W*\w+ing\b")
_FORBIDDING = re.compile(r"\b(?:must|should|shall) (?:not|never)\b")
_REPORTED = re.compile(
    r"\b(?:according to|as reported by|reported by)\s+(?:the\s+)?"
    r"([A-Z][\w.&'\u2019-]*(?:\s+(?:of|and|the|for)?\s*[A-Z][\w.&'\u2019-]*){0,5})"
)
_BODIES = (Surface.ORGANISATION, Surface.FUND, Surface.UNKNOWN)
_NEEDED = ("noun need", "noun necessity", "noun urgency", "noun desire", "noun wish")


def find_positions(page: Page) -> tuple[Mention, ...]:
    """Return each place where the report tells where somebody stands, in order."""
    cast = cast_of(page)
    found = [mention for clause in cast.clauses_in("position") for mention in _find_in_clause(cast, clause)]
    found += _find_in_lists(cast)
    return in_text_order(found)


def _find_in_clause(cast: Cast, clause: Clause) -> Iterator[Mention]:
    """Yield the stances of one sentence; of two wordings of one holder's stance the first stands."""
    taken = list[tuple[int, int, Holder, Stance]]()
    told = dict[tuple[int, int], int]()
    every = [_follow_we(clause, _follow_they(clause, one)) for one in (*find_frames(clause), *find_sayings(clause))]
    for found in sorted(every, key=lambda one: (one.start, one.end, one.frame)):
        holder = _find_whose(cast, clause, found)
        if holder is None or found.on_end <= found.on_start or _is_empty(clause, found) or _is_supposed(clause, found):
            continue
        pair = find_pair(cast, holder) or find_officers(cast, clause, found.holder)
        holder = pair[0] if pair else holder
        shared = (
            pair or find_joined(cast, clause, found.holder, found.start)
            if found.owner in ("subject", "teller", "speech", "author")
            else ()
        )
        stance = frames_by_key()[found.frame].stance
        if any(_says_again(found, stance, holder, one) for one in taken):
            continue
        taken.append((found.start, found.end, holder, stance))
        for one in _each_once(cast, holder, shared):
            mention = _build(cast, clause, found, one, told)
            told[mention.span.start, mention.span.end] = told.get((mention.span.start, mention.span.end), 0) + 1
            yield mention


def _find_whose(cast: Cast, clause: Clause, found: Found) -> Holder | None:
    """Return who holds the stance of a wording: of a list of people the first who is named."""
    if found.owner == "author":
        return _find_author(cast, clause, found)
    if found.owner == "before":
        return find_earlier(cast, clause)
    find = find_premodifier if found.owner == "premodifier" else find_holder
    holder = _find_officer(cast, clause, found) or find(cast, clause, found.holder)
    if holder is None or (holder.sort == "group" and clause.word_at(found.holder) != "they"):
        holder = find_listed(cast, clause, found.holder) or holder
    holder = holder or _find_speaking(cast, clause, found) or _find_beside(cast, clause, found)
    return None if holder and _is_thing(cast, holder) else holder


def _is_thing(cast: Cast, holder: Holder) -> bool:
    """Tell whether a name is one of a project, a paper or a meeting, which holds no stance."""
    last = cast.page.plain[holder.start : holder.end].lower().split()[-1:]
    return holder.sort in ("name", "party") and bool(words_of("not_holders") & set(last))


def _find_speaking(cast: Cast, clause: Clause, found: Found) -> Holder | None:
    """Return who says "they" of those he speaks for: "the minister said they were ready to help"."""
    if found.holder < 0 or clause.word_at(found.holder) != "they":
        return None
    said = find_speech(clause, found.holder) if clause.word_at(found.holder - 1) in ("that", "said") else -1
    subject = clause.find_subject(said) if said >= 0 else -1
    return find_holder(cast, clause, subject) if subject >= 0 and clause.word_at(subject) != "they" else None


def _follow_they(clause: Clause, found: Found) -> Found:
    """Let "they" be the list that is subject before it: "Norway and Ireland said they would go on"."""
    if found.holder < 0 or clause.word_at(found.holder) != "they":
        return found
    for at in range(found.holder - 1, 0, -1):
        subject = clause.find_subject(at) if clause.is_finite(at) else -1
        if subject >= 0 and clause.word_at(subject) != "they":
            listed = "and" in clause.lower[clause.list_start(subject) : at]
            return structs.replace(found, holder=subject) if listed else found
    return found


def _each_once(cast: Cast, holder: Holder, shared: tuple[Holder, ...]) -> tuple[Holder, ...]:
    """Return a holder and those who share the stance, each name once."""
    plain, told = cast.page.plain, {cast.page.plain[holder.start : holder.end].lower(): holder}
    for one in shared:
        if one.start >= holder.end or one.end <= holder.start:
            told.setdefault(plain[one.start : one.end].lower(), one)
    return tuple(told.values())


def _follow_we(clause: Clause, found: Found) -> Found:
    """Let "we" be who stands before who "we" are: "We, the ministers of Chile and Peru, condemn the raid"."""
    we = 1 if clause.word_at(0) in QUOTES else 0
    told = clause.word_at(we) == "we" and clause.word_at(we + 1) == "," and found.holder > we
    alone = told and not any(clause.is_finite(at) for at in range(we + 1, min(found.holder, found.start)))
    return structs.replace(found, holder=we) if alone else found


def _find_officer(cast: Cast, clause: Clause, found: Found) -> Holder | None:
    """Return the person named behind a long office: "the head of the bank's new branch Ana Silva disputed"."""
    head, last = found.holder, found.start - 1
    while last > head and clause.tag_at(last) == "RB":
        last -= 1
    speaker = load_speakers().get(clause.word_at(head)) if 0 <= head < last else None
    if speaker is None or speaker.kind not in ("office", "voice") or clause.word_at(head + 1) not in ("of", "for"):
        return None
    words = clause.words[last - 1 : last + 1]
    if last - head < len(words) + 2 or any(not (word.tag == "NNP" and word.text.istitle()) for word in words):
        return None
    named = cast.name_over(words[1].start, words[1].end)
    if named and not named.person:
        return None
    return Holder(words[0].start, words[1].end, "name", "person")


def _says_again(found: Found, stance: Stance, holder: Holder, taken: tuple[int, int, Holder, Stance]) -> bool:
    """Tell whether a wording is one with another of the same holder: "is proud to stand with", "support X's plan"."""
    start, end, one, held = taken
    reach = end + len(("to", "stand")) if held is stance else end
    return found.start < reach and start < found.end and holder.start == one.start


def _find_author(cast: Cast, clause: Clause, found: Found) -> Holder | None:
    """Return whose statement a report is, for what it says must be done and puts into nobody's mouth."""
    if is_quoted(cast, clause.words[found.start].start):
        return find_quoted(cast, clause, found.start)
    authors = find_authors(cast)
    return as_author(authors[0], "we") if authors else find_byline(cast)


def _find_beside(cast: Cast, clause: Clause, found: Found) -> Holder | None:
    """Return the name right before a verb of stance that the parser took for something else."""
    if found.holder >= 0 or found.owner != "subject" or found.start < 1:
        return None
    beside = find_premodifier(cast, clause, found.start - 1)
    aside = beside is None and clause.tag_at(found.end - 1) == "VBG" and clause.word_at(found.start - 1) in ("by", ",")
    return find_premodifier(cast, clause, 0) if aside else beside


def _is_supposed(clause: Clause, found: Found) -> bool:
    """Tell whether a stance is only supposed: "if he rejects the plan", "whether Peru supports it"."""
    if not 0 <= found.holder < found.start:
        return False
    before = clause.word_at(clause.chunk(found.holder)[0] - 1)
    return found.owner == "subject" and before in ("if", "unless", "whether", "once")


def _is_empty(clause: Clause, found: Found) -> bool:
    """Tell whether nothing but a pronoun stands where the proposition should."""
    length = found.on_end - found.on_start
    if clause.word_at(found.on_start) == "including":
        return True
    if not any(word.text[:1].isalnum() for word in clause.words[found.on_start : found.on_end]):
        return True
    bare = length == 1 and clause.tag_at(found.on_start) in ("PRP", "DT", "IN")
    return bare or (length == len(("to", "accept")) and clause.word_at(found.on_start) == "to")


def _build(cast: Cast, clause: Clause, found: Found, holder: Holder, told: Mapping[tuple[int, int], int]) -> Mention:
    """Return the mention of a stance with its parts; `told` counts those in the same words before it."""
    page, words = cast.page, clause.words
    condition = find_condition(clause, found.on_start, len(clause))
    on_end = min(found.on_end, condition) if condition > found.on_start else found.on_end
    on_end = _without_time(cast, clause, found.on_start, on_end)
    start = min(words[found.start].start, words[found.on_start].start)
    end = max(words[found.end - 1].end, words[found.on_end - 1].end)
    parts = [
        Part("actor", page.cut(holder.start, holder.end), f"{found.owner} {holder.rule} {holder.sort}"),
        Part("stance", page.cut(words[found.start].start, words[found.end - 1].end), found.frame),
        Part(
            "on", page.cut(words[found.on_start].start, words[max(on_end, found.on_start + 1) - 1].end), "what follows"
        ),
    ]
    parts += _modifiers(cast, clause, found, on_end)
    if condition > found.on_start:
        parts.append(
            Part("condition", page.cut(words[condition].start, words[_condition_end(clause, condition) - 1].end), "if")
        )
    parts += _tellers(cast, clause, found, holder)
    return Mention(
        mention_id(page.document.id, Kind.POSITION, start, end, told.get((start, end), 0)),
        page.document.id,
        Kind.POSITION,
        "position",
        page.cut(start, end),
        page.cut(clause.sentence.start, clause.sentence.end),
        page.section_at(start),
        tuple(parts),
    )


def _without_time(cast: Cast, clause: Clause, start: int, end: int) -> int:
    """Return where a proposition ends without the time of its telling: "voted against the bill on Thursday"."""
    last = clause.words[end - 1].end
    times = find_times(cast.page.document.text, cast.page.plain, clause.words[start].start, last)
    if not times or times[-1].span.end < last or "weekday" not in {part.role for part in times[-1].parts}:
        return end
    cut = next(at for at in range(start, end) if clause.words[at].end > times[-1].span.start)
    cut -= clause.tag_at(cut - 1) == "IN"
    return cut if cut > start + 1 else end


def _condition_end(clause: Clause, at: int) -> int:
    end = clause_end(clause, at + 1)
    return end if end > at + 1 else len(clause)


def _modifiers(cast: Cast, clause: Clause, found: Found, on_end: int) -> Iterator[Part]:
    """Yield what turns a stance round: a denial, a word of hindering, whom something is asked from."""
    words = clause.words
    if found.frame in _NEEDED and clause.word_at(found.on_start - 1) == "to" and clause.tag_at(found.on_start) == "VB":
        yield Part("own", cast.page.cut(words[found.on_start].start, words[found.on_start].end), "to be done")
    for at in range(found.on_start, on_end - 1) if found.frame.startswith("verb ") else ():
        if clause.word_at(at) in ("should", "must") and clause.word_at(at + 1) in ("not", "never"):
            yield Part("forbidding", cast.page.cut(words[at].start, words[at + 1].end), "must not be")
            break
    if found.negated:
        yield Part("negation", cast.page.cut(words[found.start].start, words[found.end - 1].end), "denied")
    for at in range(found.on_start, on_end):
        if words[at].lemma.lower() in words_of("hindering") and (at < found.on_start + 2 or found.frame == "verb deny"):
            yield Part("hindering", cast.page.cut(words[at].start, words[at].end), "hinders")
            break
    for at in range(found.on_start, on_end - 1) if found.frame.startswith("verb advocate") else ():
        if (
            words[at].text == "from"
            and words[at - 1].tag.startswith("NN")
            and (
                words[at + 1].tag.startswith("NNP") or clause.word_at(at + 2) in ("country", "ally", "allies", "donors")
            )
        ):
            yield Part("asked", cast.page.cut(words[at].start, words[on_end - 1].end), "asked from")
            break


def _tellers(cast: Cast, clause: Clause, found: Found, holder: Holder) -> Iterator[Part]:
    """Yield who says so, when it is another than the holder, and which source reports it."""
    if found.said_by >= 0:
        said = find_holder(cast, clause, clause.find_subject(found.said_by))
        if said and (said.start, said.end) != (holder.start, holder.end):
            yield Part("speaker", cast.page.cut(said.start, said.end), "verb of speech")
    reported = _REPORTED.search(cast.page.plain, clause.sentence.start, clause.sentence.end)
    if reported:
        yield Part("reported_by", cast.page.cut(*reported.span(1)), "according to")


def _find_in_lists(cast: Cast) -> Iterator[Mention]:
    """Yield what the items of a list recommend or demand, after the sentence that introduces them."""
    page = cast.page
    for block in page.layout.blocks:
        if not block.item or block.lead_in < 0:
            continue
        lead = page.layout.blocks[block.lead_in]
        match = _LISTING.search(page.plain, lead.start, lead.end)
        holder = _find_lister(cast, match.start()) if match else None
        told = match and (not match["advice"].lower().startswith("priorit") if match["advice"] else True)
        if match and holder and (told or _ACTING.match(page.plain, block.start)):
            yield _build_item(cast, block.start, block.end, holder, "recommended" if match["advice"] else "listed")


def _find_lister(cast: Cast, at: int) -> Holder | None:
    """Return who makes the list: the subject of the sentence that introduces it."""
    clause = next((one for one in cast.clauses if one.sentence.start <= at < one.sentence.end), None)
    if clause is None:
        return _find_usual(cast, at)
    verb = next(
        (index for index in range(len(clause)) if clause.is_finite(index) and clause.find_subject(index) >= 0), -1
    )
    holder = find_holder(cast, clause, clause.find_subject(verb)) if verb >= 0 else None
    return holder or _find_usual(cast, at)


def _find_usual(cast: Cast, at: int) -> Holder | None:
    """Return the body that a report has named most before a list: "the suggestions included"."""
    told = [one for one in cast.names_in(0, at) if one.kind in _BODIES]
    counts = Counter(one.span.quote for one in told)
    often = [one for one in told if counts[one.span.quote] > 1]
    best = max(often, key=lambda one: (counts[one.span.quote], -one.span.start), default=None)
    return Holder(best.span.start, best.span.end, "nominal", "party") if best else None


def _build_item(cast: Cast, start: int, end: int, holder: Holder, how: str) -> Mention:
    """Return the mention of one item of a list of recommendations."""
    page = cast.page
    stops = re.search(r"[.;]\s", page.plain[start:end])
    end = start + stops.start() if stops else end
    first = re.match(r"\S+", page.plain[start:end])
    against = _STOPPING.match(page.plain, start) or _FORBIDDING.search(page.plain, start, end)
    rule = "clause discouraged" if against else f"clause {how}"
    span = page.cut(start, end)
    head = page.cut(start, start + (first.end() if first else 1))
    parts = (
        Part("actor", page.cut(holder.start, holder.end), f"list {holder.rule} {holder.sort}"),
        Part("stance", head, rule),
        Part("on", span, "item"),
    )
    identity = mention_id(page.document.id, Kind.POSITION, start, end)
    return Mention(identity, page.document.id, Kind.POSITION, "position", span, span, page.section_at(start), parts)
