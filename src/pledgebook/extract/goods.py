"""Find goods and people in kind: what is given, how many, in which unit; alone, counted or in lists."""

from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from pledgebook.extract.numbers import Quantity, Token, read_quantity, tokens_of
from pledgebook.extract.surroundings import qualifier_before
from pledgebook.model.currencies import load_forms
from pledgebook.model.equipment import Equipment, equipment_by_form, forms_with_count, load_counting, singular_of
from pledgebook.model.numerals import scale_of
from pledgebook.model.records import Part, Sentence, Span, cut

_METRIC = frozenset({"metric", "short", "long", "cubic", "more", "additional", "further", "extra", "new", "square"})
_MEASURES = frozenset(
    {"mm", "millimetre", "millimeter", "cm", "kVA", "kW", "MW", "caliber", "calibre", "inch", "foot", "hp", "m"}
)
_MODIFYING = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "X"})
_DETERMINERS = frozenset({"a", "an", "one"})
_LONGEST_MODIFIER = 6
_LONGEST_FORM = 5
_TYPE_DIGITS = 3
_TRAIN = frozenset({"train", "trains", "trained", "training"})


class Goods(Struct, frozen=True):
    """Goods told of in one phrase: `span` runs from the count to the noun; parts are item, count, unit and qualifier.

    `group` is the class of `reference/equipment.csv`, "" where only the unit shows that goods are meant.
    """

    span: Span
    parts: tuple[Part, ...]
    group: str


class _Phrase(Struct, frozen=True, gc=False):
    """Token range of a goods noun with its modifiers, and its row."""

    begin: int
    head: int
    end: int
    group: str
    rule: str


class _Scene(Struct, frozen=True):
    """The tokens of a sentence and the part of speech at each token's offset, where the sentence was parsed."""

    text: str
    tokens: list[Token]
    speech: dict[int, str]


def find_goods(text: str, plain: str, start: int, end: int, sentence: Sentence | None = None) -> tuple[Goods, ...]:
    """Return every goods phrase of a sentence, in order, none overlapping.

    Args:
        text: The document's text, from which spans are cut.
        plain: The same text with markup blanked out, of the same length.
        start: Where the sentence begins, in code points.
        end: Where it ends.
        sentence: Its parse, which tells modifiers from other words; without it only known forms are taken.
    """
    tokens = tokens_of(plain, start, end)
    speech = {word.start: word.pos for word in sentence.words} if sentence is not None else {}
    scene = _Scene(text, tokens, speech)
    found = list[Goods]()
    reached = 0
    for phrase in _phrases(scene):
        if phrase.begin < reached:
            continue
        goods = _goods_of(scene, phrase, reached)
        found.append(goods)
        reached = phrase.end
    return tuple(found)


@cache
def _first_words() -> dict[str, int]:
    """Return the longest form for each first word of a form."""
    longest = dict[str, int]()
    for key in equipment_by_form():
        longest[key[0]] = max(longest.get(key[0], 0), len(key))
    return longest


def _phrases(scene: _Scene) -> list[_Phrase]:
    """Return the goods nouns of a sentence with their modifiers, and people who are to be trained."""
    phrases = list[_Phrase]()
    index = 0
    while index < len(scene.tokens):
        trained = _trained_at(scene, index)
        if trained is not None:
            phrases.append(trained)
            index = trained.end
            continue
        row, end = _form_at(scene.tokens, index)
        if row is None:
            index += 1
            continue
        if row.group != "-" and (end - index > 1 or _is_noun(scene, index)):
            if _is_unit_of_goods(scene.tokens, index, end):
                index = end
                continue
            row, end = _run_on(scene.tokens, row, end)
            floor = phrases[-1].end if phrases else 0
            begin = _modified_from(scene, index, floor)
            if _leads_on(scene, end) or not _is_meant(scene, index, begin, end, floor):
                index = end
                continue
            phrases.append(_Phrase(begin, index, end, row.group, "known_goods"))
        index = end
    return phrases


def _is_unit_of_goods(tokens: Sequence[Token], index: int, end: int) -> bool:
    """Tell whether a goods word only counts other goods ("rounds of small arms ammunition", "doses of vaccine")."""
    if end - index > 1 or singular_of(tokens[index].lower) not in load_counting()["unit"] or end >= len(tokens):
        return False
    ahead = range(end + 1, min(end + 6, len(tokens)))
    return tokens[end].lower == "of" and any(_form_at(tokens, at)[0] is not None for at in ahead)


def _run_on(tokens: Sequence[Token], row: Equipment, end: int) -> tuple[Equipment, int]:
    """Return the last row and end of goods words in a row, type numbers between them ("Leopard 2 A4 tanks")."""
    at = end
    while at < len(tokens) and at < end + _LONGEST_FORM:
        token = tokens[at]
        following, reached = _form_at(tokens, at)
        if following is not None and following.group != "-":
            row, end = following, reached
            at = end
        elif token.text == "s" and token.start == tokens[at - 1].end:
            at = end = at + 1
        elif (token.kind == "num" and len(token.text) <= _TYPE_DIGITS) or token.text in "-/" or _is_type_letter(token):
            at += 1
        else:
            break
    return row, _past_type(tokens, end)


def _past_type(tokens: Sequence[Token], end: int) -> int:
    """Return the index behind a type number at the end of a name ("Leopard 2A6", "Leopard 2s")."""
    number = tokens[end] if end < len(tokens) else None
    if (
        number is None
        or number.kind != "num"
        or len(number.text) >= _TYPE_DIGITS
        or not tokens[end - 1].text[0].isupper()
    ):
        return end
    end += 1
    while end < len(tokens) and tokens[end].start == tokens[end - 1].end and tokens[end].text.isalnum():
        end += 1
    return end


def _is_type_letter(token: Token) -> bool:
    """Tell whether a token is a letter or two of a type name ("A4", "HE")."""
    return token.kind == "word" and len(token.text) <= 2 and token.text.isupper()  # noqa: PLR2004 - "A", "HE"


def _form_at(tokens: Sequence[Token], index: int) -> tuple[Equipment | None, int]:
    """Return the row of the longest form that starts at a token, and where it ends."""
    if tokens[index].kind != "word":
        return None, index
    first = singular_of(tokens[index].lower)
    longest = _first_words().get(first, 0)
    if not longest:
        return None, index
    words, taken = list[str](), list[int]()
    for at in range(index, len(tokens)):
        if tokens[at].text in "-/":
            continue
        if tokens[at].kind == "mark" or len(words) == longest:
            break
        words.append(singular_of(tokens[at].lower))
        taken.append(at)
    for length in range(len(words), 0, -1):
        row = equipment_by_form().get(tuple(words[:length]))
        if row is not None:
            return row, taken[length - 1] + 1
    return None, index


def _is_meant(scene: _Scene, index: int, begin: int, end: int, floor: int) -> bool:
    """Tell whether common words and names are goods here: they need a count before them."""
    meant = [token for token in scene.tokens[index:end] if token.text not in "-/"]
    words = tuple(singular_of(token.lower) for token in meant if token.text.isalpha() or len(meant) == 1)
    if words not in forms_with_count():
        return True
    counted = _count_before(scene, begin, floor)
    return counted is not None and scene.tokens[counted[0][0]].lower not in ("a", "an")


def _is_noun(scene: _Scene, index: int) -> bool:
    """Tell whether a token is a noun, or may be one where nothing was parsed."""
    pos = scene.speech.get(scene.tokens[index].start)
    counted = index > 0 and scene.tokens[index - 1].kind == "num"
    return counted or pos in (None, "NOUN", "PROPN", "ADJ", "NUM", "X")


def _leads_on(scene: _Scene, end: int) -> bool:
    """Tell whether another noun follows at once, so that the goods only describe it ("missile strikes")."""
    if end >= len(scene.tokens):
        return False
    token = scene.tokens[end]
    if token.text == "-":
        return end + 1 < len(scene.tokens) and scene.tokens[end + 1].start == token.end
    if token.kind != "word":
        return False
    return scene.speech.get(token.start) in ("NOUN", "PROPN") and _form_at(scene.tokens, end)[0] is None


def _modified_from(scene: _Scene, head: int, floor: int) -> int:
    """Return where the modifiers of a goods noun begin ("155 mm", "Leopard 2 A6", "light armoured")."""
    begin = head
    while begin > max(floor, head - _LONGEST_MODIFIER) and _modifies(scene, begin - 1, begin):
        begin -= 1
    while begin < head and scene.tokens[begin].text in "-/":
        begin += 1
    return begin


def _modifies(scene: _Scene, index: int, begin: int) -> bool:
    """Tell whether a token belongs to the goods noun behind it."""
    token = scene.tokens[index]
    if token.text in ("-", "/"):
        return index > 0
    if token.kind == "num":
        return _designates(scene, index, begin)
    pos = scene.speech.get(token.start)
    if token.kind != "word" or _counts(token) or read_quantity(scene.tokens, index) is not None:
        return False
    if pos == "VERB":
        return token.lower.endswith(("ed", "ing")) and index > 0 and scene.tokens[index - 1].kind == "num"
    return pos in _MODIFYING


def _counts(token: Token) -> bool:
    """Tell whether a word counts or sets apart goods instead of describing them ("tonnes", "first", "further")."""
    counting = load_counting()
    if token.lower in counting["apart"] or token.lower in _METRIC:
        return True
    if token.text not in _MEASURES and scale_of(token.lower) is not None:
        return True
    return singular_of(token.lower) in counting["unit"]


def _designates(scene: _Scene, index: int, begin: int) -> bool:
    """Tell whether a number is part of a type or measure ("Leopard 2", "M1", "155 mm") and no count."""
    following = scene.tokens[index + 1].text if index + 1 < len(scene.tokens) else ""
    if following in _MEASURES and index + 1 <= begin + 1:
        return True
    before = scene.tokens[index - 1] if index else None
    if before is None or before.kind != "word":
        return before is not None and before.text == "-" and before.end == scene.tokens[index].start
    glued = before.end == scene.tokens[index].start
    named = before.text[:1].isupper() and scene.speech.get(before.start) == "PROPN"
    return glued or (named and len(scene.tokens[index].text) <= _TYPE_DIGITS)


def _trained_at(scene: _Scene, index: int) -> _Phrase | None:
    """Return the phrase of people to be trained: "train 1,500 Ukrainian soldiers", "training for pilots"."""
    tokens = scene.tokens
    if tokens[index].lower not in _TRAIN:
        return None
    for at in range(index + 1, min(index + 8, len(tokens))):
        if tokens[at].kind == "mark" and tokens[at].text not in "-'":
            return None
        if singular_of(tokens[at].lower) in load_counting()["trainee"]:
            end = at + 1
            while end < len(tokens) and singular_of(tokens[end].lower) in load_counting()["trainee"]:
                end += 1
            return _Phrase(index, index, end, "training", "people_trained")
    return None


def _goods_of(scene: _Scene, phrase: _Phrase, floor: int) -> Goods:
    """Return the goods of a phrase with the count, unit and qualifier before it."""
    parts = [Part("item", _cut(scene, phrase.begin, phrase.end), phrase.rule)]
    if phrase.rule == "people_trained":
        counted = _count_within(scene, phrase)
    else:
        counted = _count_before(scene, phrase.begin, floor)
    begin = phrase.begin
    if counted is not None:
        count, unit = counted
        begin = min(begin, count[0])
        parts.append(Part("count", _cut(scene, *count), "count_before"))
        if unit is not None:
            parts.append(Part("unit", _cut(scene, *unit), "unit_of"))
        qualifier = qualifier_before(scene.tokens, count[0])
        if qualifier is not None and qualifier[0] >= floor:
            parts.append(Part("qualifier", _cut(scene, *qualifier), "qualifier_before"))
    return Goods(_cut(scene, begin, phrase.end), tuple(parts), phrase.group)


_Range = tuple[int, int]


def _count_before(scene: _Scene, begin: int, floor: int) -> tuple[_Range, _Range | None] | None:
    """Return the token ranges of count and unit that stand before a phrase."""
    at, unit = begin, None
    tokens = scene.tokens
    if (
        at - 2 >= floor
        and tokens[at - 1].lower == "of"
        and singular_of(tokens[at - 2].lower) in load_counting()["unit"]
    ):
        first = at - 3 if at - 3 >= floor and tokens[at - 3].lower in ("metric", "cubic", "short", "square") else at - 2
        unit, at = (first, at - 1), first
    while at - 1 >= floor and tokens[at - 1].lower in _METRIC:
        at -= 1
    quantity = _quantity_ending(tokens, at, floor)
    if quantity is not None:
        return (quantity.begin, quantity.end), unit
    if at - 1 >= floor and tokens[at - 1].lower in _DETERMINERS:
        plural = unit is None and singular_of(tokens[begin].lower) != tokens[begin].lower
        return None if plural else ((at - 1, at), unit)
    return None


def _quantity_ending(tokens: Sequence[Token], end: int, floor: int) -> Quantity | None:
    """Return the longest quantity that ends right before a token."""
    skipped = end - 1 if end - 1 >= floor and tokens[end - 1].lower == "of" else end
    for first in range(max(floor, skipped - 6), skipped):
        quantity = read_quantity(tokens, first)
        if quantity is not None and quantity.end in (end, skipped) and _counts_goods(tokens, quantity):
            return quantity
    return None


def _counts_goods(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Tell whether a quantity counts goods: no calibre ("155mm"), no money ("€5 million of fuel"), no type number."""
    first = quantity.begin
    if _continues_number(tokens, first) or (quantity.is_scaled and tokens[quantity.end - 1].text in _MEASURES):
        return False
    return first == 0 or tokens[first - 1].text not in load_forms().signs


def _continues_number(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether a number is glued to what stands before it ("F-16", "M777")."""
    return first > 0 and tokens[first - 1].end == tokens[first].start and tokens[first - 1].text not in "(“\"'"


def _count_within(scene: _Scene, phrase: _Phrase) -> tuple[_Range, _Range | None] | None:
    """Return the token range of the count inside a phrase of people to be trained."""
    for at in range(phrase.begin + 1, phrase.end):
        quantity = read_quantity(scene.tokens, at)
        if quantity is not None and quantity.end < phrase.end + 1:
            return (quantity.begin, quantity.end), None
    return None


def _cut(scene: _Scene, first: int, last: int) -> Span:
    """Return the span of the document from a token up to another."""
    return cut(scene.text, scene.tokens[first].start, scene.tokens[last - 1].end)
