"""Find the nouns that name goods or people in kind, with the words that describe them."""

from collections.abc import Sequence
from functools import cache, lru_cache

from msgspec import Struct

from pledgebook.extract.quantities.counting import MEASURES, METRIC, count_before
from pledgebook.extract.quantities.goods_forms import Scene, first_words, form_at
from pledgebook.extract.quantities.goods_meant import is_meant
from pledgebook.extract.quantities.numbers import NUMBER_STARTS, Token, read_quantity
from pledgebook.model.currencies import load_forms
from pledgebook.model.equipment import Equipment, load_counting, singular_of
from pledgebook.model.naming import Surface
from pledgebook.model.numerals import scale_of
from pledgebook.model.reference import aliases
from pledgebook.model.timewords import MONTHS

_MODIFYING = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "X"})
_LONGEST_MODIFIER = 8
_LONGEST_FORM = 5
_TYPE_DIGITS, _TYPE_LETTERS = 3, 4
_TRAIN = frozenset({"train", "trains", "trained", "training"})
_TRAIN_REACH = 8
_HANDED_REACH = 6  # words between a verb of handing over and a count
_WEIGHTS = frozenset({"tonne", "ton", "mt", "dose", "litre", "liter"})
_AROUND = frozenset(
    {"across", "in", "for", "at", "among", "through", "throughout", "during", "within", "on", "by", "into", "from"}
    | {"between", "under", "to", "against", "per", "after", "before", "since"}
)
_TYING = frozenset(
    {
        "of",
        "and",
        "or",
        "to",
        "for",
        "with",
        "the",
        "in",
        "on",
        "from",
        "by",
        "at",
        "including",
        "plus",
        "as",
        ",",
        ";",
        ":",
    }
)
"""What ends a run of words that describe goods, where nothing was parsed."""
_BATCHES = frozenset({"batch", "consignment", "shipment", "tranche", "load", "delivery", "instalment"})
_CREWED = frozenset({"team", "teams", "crew", "contingent", "brigade", "unit"})
_CREWS = frozenset({"member", "strong", "person", "man"})
_PIECES = frozenset({"unit", "piece", "model", "variant"})
_NO_GOODS = frozenset(
    {
        "co",
        "co2",
        "carbon",
        "emission",
        "money",
        "greenhouse",
        "waste",
        "people",
    }
)


class Phrase(Struct, frozen=True, gc=False):
    """Token range of a goods noun with its modifiers; `group` is its class, "" where only a unit shows it."""

    begin: int
    end: int
    group: str
    rule: str


def find_phrases(scene: Scene) -> list[Phrase]:
    """Return the goods nouns of a sentence in order: known ones, people to be trained, measured ones."""
    phrases = list[Phrase]()
    index = 0
    while index < len(scene.tokens):
        if not _may_open(scene.tokens[index]):
            index += 1
            continue
        floor = phrases[-1].end if phrases else 0
        phrase = next((found for rule in _RULES if (found := rule(scene, index, floor)) is not None), None)
        if phrase is None:
            index = _past_form(scene.tokens, index)
        else:
            phrases.append(phrase)
            index = phrase.end
    return phrases


def _may_open(token: Token) -> bool:
    """Tell whether any rule can start at a token: most words start none."""
    return token.kind == "num" or (token.kind == "word" and _opens(token.lower))


@lru_cache(maxsize=20_000)
def _opens(word: str) -> bool:
    noun = singular_of(word)
    return word in _TRAIN or word == "of" or word in NUMBER_STARTS or noun in _WEIGHTS or noun in first_words()


def _past_form(tokens: Sequence[Token], index: int) -> int:
    """Return the index behind words that are no goods together ("round of talks"), else the next index."""
    row, end = form_at(tokens, index)
    return end if row is not None and row.group == "-" else index + 1


def people_trained(scene: Scene, index: int, floor: int) -> Phrase | None:
    """People to be trained, with the verb: "train 1,500 Ukrainian soldiers", "training for pilots"."""
    del floor
    tokens = scene.tokens
    if tokens[index].lower not in _TRAIN:
        return None
    for at in range(index + 1, min(index + _TRAIN_REACH, len(tokens))):
        if tokens[at].kind == "mark" and tokens[at].text not in "-'":
            return None
        if singular_of(tokens[at].lower) in load_counting()["trainee"]:
            return Phrase(index, _past_trainees(tokens, at), "training", "people_trained")
    return None


def _past_trainees(tokens: Sequence[Token], index: int) -> int:
    """Return the index behind the last of the people to be trained that stand in a row."""
    while index < len(tokens) and singular_of(tokens[index].lower) in load_counting()["trainee"]:
        index += 1
    return index


def known_goods(scene: Scene, index: int, floor: int) -> Phrase | None:
    """Goods of the table, with type and modifiers ("14 Leopard 2 A4 tanks"); common words need a count."""
    row, end = form_at(scene.tokens, index)
    if row is None or row.group == "-" or not (end - index > 1 or _is_noun(scene, index)):
        return None
    if _is_unit_of_goods(scene.tokens, index, end):
        return None
    row, end = _run_on(scene.tokens, row, end)
    begin = _modified_from(scene, index, floor)
    if _leads_on(scene, end) or not is_meant(scene, index, begin, end, floor):
        return None
    return Phrase(begin, end, row.group, "known_goods")


def measured_goods(scene: Scene, index: int, floor: int) -> Phrase | None:
    """Goods behind a count and a unit of measure, also those that no table knows ("50,000 packets of oral saline")."""
    tokens = scene.tokens
    unit = singular_of(tokens[index - 1].lower) if index else ""
    if tokens[index].lower != "of" or unit not in load_counting()["measure"]:
        return None
    if count_before(tokens, index + 1, floor) is None:
        return None
    end, group = _past_nouns(scene, index + 1)
    words = {singular_of(token.lower) for token in tokens[index + 1 : end]}
    return Phrase(index + 1, end, group, "measured_goods") if end > index + 1 and not words & _NO_GOODS else None


def handed_goods(scene: Scene, index: int, floor: int) -> Phrase | None:
    """Counted things behind a verb of handing over, also those that no table knows ("donated 18 boat engines")."""
    quantity = read_quantity(scene.tokens, index) if scene.speech else None
    if quantity is None or quantity.value is None or not _is_handed(scene.tokens, index, floor):
        return None
    end, group = _past_nouns(scene, quantity.end)
    if group or end == quantity.end or end - quantity.end > _LONGEST_FORM:
        return None
    head = scene.tokens[end - 1]
    noun = singular_of(head.lower)
    counting = load_counting()
    plural = noun != head.lower and scene.speech.get(head.start) == "NOUN"
    barred = (
        noun in counting["ungiven"]
        or noun in counting["unit"]
        or noun in load_forms().names
        or head.lower in load_forms().names
    )
    goes_on = end < len(scene.tokens) and scene.tokens[end].text in ("-", "/")
    return Phrase(quantity.end, end, "", "handed_goods") if plural and not barred and not goes_on else None


def _is_handed(tokens: Sequence[Token], index: int, floor: int) -> bool:
    """Tell whether a verb of handing over stands a few words before, in the same clause; a paragraph is no count."""
    before = tokens[index - 1] if index else None
    if before is not None and before.kind == "word" and before.text[0].isupper() and not _is_land(before.lower):
        return False  # "Section 232"
    if before is not None and before.lower in _AROUND:
        return False  # "provides seeds across nine regions"
    for at in range(index - 1, max(floor, index - _HANDED_REACH) - 1, -1):
        if tokens[at].kind == "mark" and tokens[at].text not in "-'\u2019.":
            return False
        if tokens[at].lower in load_counting()["handed"]:
            return True
    return False


def elided_goods(scene: Scene, index: int, floor: int) -> Phrase | None:
    """A count and a unit whose goods were said before: "8,000 tonnes for Mali", "the first batch of 300 tonnes"."""
    tokens = scene.tokens
    if singular_of(tokens[index].lower) not in _WEIGHTS:
        return None
    if index + 1 < len(tokens) and tokens[index + 1].lower in ("of", "-"):
        return None
    counted = count_before(tokens, index, floor)
    if counted is None:
        return None
    at = counted[0][0]
    batch = at > 1 and tokens[at - 1].lower == "of" and singular_of(tokens[at - 2].lower) in _BATCHES
    if not batch and not any(singular_of(token.lower) in _WEIGHTS for token in tokens[:floor]):
        return None
    return Phrase(index, index + 1, "", "elided_goods")


def _past_nouns(scene: Scene, index: int) -> tuple[int, str]:
    """Return the index behind a run of nouns and adjectives and the class of its goods; known goods end the run."""
    for end in range(index, len(scene.tokens)):
        row, reached = form_at(scene.tokens, end)
        if row is not None and row.group != "-":
            row, reached = _run_on(scene.tokens, row, reached)
            return reached, row.group
        if not (
            scene.speech.get(scene.tokens[end].start) in ("NOUN", "PROPN", "ADJ")
            or _ties(scene.tokens, end)
            or _ties(scene.tokens, end - 1)
        ):
            return end, ""
    return len(scene.tokens), ""


def _ties(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a hyphen ties two words ("high-quality")."""
    tied = 0 < index < len(tokens) - 1 and tokens[index].text == "-"
    return tied and tokens[index - 1].end == tokens[index].start and tokens[index + 1].start == tokens[index].end


def counted_crews(scene: Scene, index: int, floor: int) -> Phrase | None:
    """A team that only its size tells of ("an 85-member team"); a delegation comes to talk."""
    del floor
    tokens = scene.tokens
    if tokens[index].kind != "num" or [token.lower for token in tokens[index + 1 : index + 2]] != ["-"]:
        return None
    begin = index + 3
    if begin > len(tokens) or tokens[begin - 1].lower not in _CREWS:
        return None
    for at in range(begin, min(begin + _LONGEST_FORM, len(tokens))):
        row, _ = form_at(tokens, at)
        if row is not None or (tokens[at].kind == "mark" and tokens[at].text != "-"):
            return None
        if tokens[at].lower in _CREWED:
            of_others = at + 1 < len(tokens) and tokens[at + 1].lower == "of"
            return None if of_others else Phrase(begin, at + 1, "people", "counted_crews")
    return None


_RULES = (people_trained, known_goods, measured_goods, elided_goods, counted_crews, handed_goods)


def _is_unit_of_goods(tokens: Sequence[Token], index: int, end: int) -> bool:
    """Tell whether a goods word only counts other goods ("rounds of small arms ammunition", "doses of vaccine")."""
    if end - index > 1 or singular_of(tokens[index].lower) not in load_counting()["unit"] or end >= len(tokens):
        return False
    ahead = range(end + 1, min(end + _LONGEST_FORM + 1, len(tokens)))
    return tokens[end].lower == "of" and any(form_at(tokens, at)[0] is not None for at in ahead)


def _run_on(tokens: Sequence[Token], row: Equipment, end: int) -> tuple[Equipment, int]:
    """Return the last row and end of goods words in a row, type numbers between them ("Leopard 2 A4 tanks")."""
    at = end
    while at < len(tokens) and at < end + _LONGEST_FORM:
        token = tokens[at]
        following, reached = form_at(tokens, at)
        if following is not None and following.group != "-":
            row, end = following, reached
            at = end
        elif token.text == "s" and token.start == tokens[at - 1].end:
            at = end = at + 1
        elif _is_type(token):
            at += 1
        else:
            break
    return row, _past_type(tokens, end)


def _is_type(token: Token) -> bool:
    """Tell whether a token can be a piece of a type name ("2", "A4", "SLM", "-")."""
    if token.kind == "num":
        return len(token.text) <= _TYPE_DIGITS
    return token.text in "-/" or (token.kind == "word" and len(token.text) <= _TYPE_LETTERS and token.text.isupper())


def _past_type(tokens: Sequence[Token], end: int) -> int:
    """Return the index behind a type number at the end of a name ("Leopard 2A6", "Leopard 2s")."""
    number = tokens[end] if end < len(tokens) else None
    if number is None or number.kind != "num" or len(number.text) >= _TYPE_DIGITS:
        return end
    if not tokens[end - 1].text[0].isupper():
        return end
    end += 1
    while end < len(tokens) and tokens[end].start == tokens[end - 1].end and tokens[end].text.isalnum():
        end += 1
    return end


def _is_noun(scene: Scene, index: int) -> bool:
    """Tell whether a token is a noun, or may be one where nothing was parsed."""
    pos = scene.speech.get(scene.tokens[index].start)
    counted = index > 0 and scene.tokens[index - 1].kind == "num"
    is_verbal = singular_of(scene.tokens[index].lower) in load_counting()["verbal"]
    return counted or not is_verbal or pos in (None, "NOUN", "PROPN", "ADJ", "NUM", "X")


def _leads_on(scene: Scene, end: int) -> bool:
    """Tell whether another noun follows at once, so that the goods only describe it ("missile strikes")."""
    if end >= len(scene.tokens):
        return False
    token = scene.tokens[end]
    if not scene.speech and _past_opening_count(scene.tokens, 0) and _goes_on(scene.tokens, end):
        return True
    if token.text == "-":
        return end + 1 < len(scene.tokens) and scene.tokens[end + 1].start == token.end
    if token.kind != "word" or singular_of(token.lower) in _PIECES:
        return False
    before = scene.tokens[end - 1].lower
    if token.text[0].isupper() and singular_of(before) != before:
        return False  # "four ships INS Example"
    return scene.speech.get(token.start) in ("NOUN", "PROPN") and form_at(scene.tokens, end)[0] is None


def _goes_on(tokens: Sequence[Token], end: int) -> bool:
    """Tell whether goods follow that the words before an index only describe ("GEPARD self-propelled systems")."""
    for at in range(end, min(end + _LONGEST_MODIFIER, len(tokens))):
        if tokens[at].lower in _TYING:
            return False
        row, _ = form_at(tokens, at)
        if row is not None and row.group != "-":
            return True
    return False


def _modified_from(scene: Scene, head: int, floor: int) -> int:
    """Return where the modifiers of a goods noun begin ("155 mm", "Leopard 2 A6", "light armoured")."""
    opened = 0 if scene.speech else _past_opening_count(scene.tokens, floor)
    if 0 < opened <= head and not any(token.lower in _TYING for token in scene.tokens[opened:head]):
        return opened
    begin = head
    lowest = max(floor, head - _LONGEST_MODIFIER)
    while begin > lowest and (_modifies(scene, begin - 1, begin) or _joins_counted(scene, begin - 1, lowest)):
        begin -= 1
    while begin < head and (scene.tokens[begin].text in "-/" or scene.tokens[begin].lower == "and"):
        begin += 1
    return begin


def _past_opening_count(tokens: Sequence[Token], floor: int) -> int:
    """Return the index behind the count that opens a row of a list, 0 where none does: "five tracked vehicles"."""
    first = next((at for at in range(floor, min(floor + 3, len(tokens))) if tokens[at].kind != "mark"), 0)
    quantity = read_quantity(tokens, first) if floor == 0 and tokens else None
    return quantity.end if quantity is not None and quantity.value is not None else 0


def _modifies(scene: Scene, index: int, begin: int) -> bool:
    """Tell whether a token belongs to the goods noun behind it."""
    token = scene.tokens[index]
    if token.text in ("-", "/"):
        return index > 0
    if token.kind == "num":
        return _designates(scene, index, begin)
    return token.kind == "word" and token.lower != "s" and not _counts(token) and _describes(scene, index)


def _joins_counted(scene: Scene, index: int, lowest: int) -> bool:
    """Tell whether "and" joins two words that describe counted goods ("1,200 winter and fireproof tents")."""
    tokens = scene.tokens
    counted = index - 2 >= lowest and tokens[index].lower == "and" and tokens[index - 2].kind == "num"
    return (
        counted
        and form_at(tokens, index - 1)[0] is None
        and scene.speech.get(tokens[index - 1].start) in ("ADJ", "NOUN")
    )


def _describes(scene: Scene, index: int) -> bool:
    """Tell whether a word describes the goods behind it: an adjective or noun, a participle, a piece of a type name."""
    tokens, token = scene.tokens, scene.tokens[index]
    before = tokens[index - 1] if index else None
    if (before is not None and before.end == token.start) or _is_hyphened(tokens, index):
        return True
    if read_quantity(tokens, index) is not None:
        return False
    pos = scene.speech.get(token.start)
    if token.text[0].isupper() and _is_land(token.lower):
        return False
    if pos == "VERB":
        return token.lower.endswith(("ed", "ing")) and _is_counted(scene, index)
    if pos == "ADV":
        return token.lower.endswith("ly") and _is_counted(scene, index)  # "20 fully equipped ambulances"
    return pos in _MODIFYING


def _is_counted(scene: Scene, index: int) -> bool:
    """Tell whether a count stands right before a word, an adverb passed over."""
    at = index - 1
    if at > 0 and scene.speech.get(scene.tokens[at].start) == "ADV" and scene.tokens[at].lower.endswith("ly"):
        at -= 1
    return at >= 0 and (scene.tokens[at].kind == "num" or scene.tokens[at].lower in _CREWS)


def _is_hyphened(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a hyphen ties a word to the next ("well-trained")."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    return following is not None and following.text == "-" and following.start == tokens[index].end


def _counts(token: Token) -> bool:
    """Tell whether a word counts or sets apart goods instead of describing them ("tonnes", "first", "further")."""
    counting = load_counting()
    if token.lower in counting["apart"] or token.lower in METRIC:
        return True
    if len(token.text) > _TYPE_DIGITS and scale_of(token.lower) is not None:
        return True
    return singular_of(token.lower) in counting["unit"]


def _designates(scene: Scene, index: int, begin: int) -> bool:
    """Tell whether a number is part of a type or measure ("Leopard 2", "M1", "155 mm", "500-bed") and no count."""
    tokens = scene.tokens
    following = tokens[index + 1].text if index + 1 < len(tokens) else ""
    if (following in MEASURES and index + 1 <= begin) or (following == "-" and index + 1 == begin):
        return True
    before = tokens[index - 1] if index else None
    if before is None or before.kind != "word":
        return before is not None and before.text == "-" and before.end == tokens[index].start
    glued = before.end == tokens[index].start
    named = before.text[:1].isupper() and scene.speech.get(before.start) == "PROPN" and not _is_land(before.lower)
    return glued or (named and len(tokens[index].text) <= _TYPE_DIGITS)


def _is_land(word: str) -> bool:
    """Tell whether a word ends the name of a land or month, behind which a number counts ("give Chad 18 tents")."""
    return word in _lands() or word in MONTHS


@cache
def _lands() -> frozenset[str]:
    """Return the last words of the names of lands, lower case."""
    return frozenset(alias.words.split()[-1].lower() for alias in aliases() if alias.surface is Surface.COUNTRY)
