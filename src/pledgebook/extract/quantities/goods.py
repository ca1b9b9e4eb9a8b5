"""Find goods and people in kind: what is given, how many, in which unit; alone, counted or in lists."""

from msgspec import Struct

from pledgebook.extract.quantities.counting import count_before, count_within
from pledgebook.extract.quantities.goods_forms import Scene
from pledgebook.extract.quantities.goods_nouns import Phrase, find_phrases
from pledgebook.extract.quantities.numbers import tokens_of
from pledgebook.extract.quantities.surroundings import qualifier_before
from pledgebook.model.currencies import load_forms
from pledgebook.model.records import Part, Sentence, Span, cut


class Goods(Struct, frozen=True):
    """Goods told of in one phrase: `span` runs from the count to the noun; parts are item, count, unit and qualifier.

    `group` is the class of `reference/equipment.csv`, "" where only the unit shows that goods are meant.
    """

    span: Span
    parts: tuple[Part, ...]
    group: str


def find_goods(text: str, plain: str, start: int, end: int, sentence: Sentence | None = None) -> tuple[Goods, ...]:
    """Return every goods phrase of a sentence, in order, none overlapping.

    Args:
        text: The document's text, from which spans are cut.
        plain: The same text with markup blanked out, of the same length.
        start: Where the sentence begins, in code points.
        end: Where it ends.
        sentence: Its parse, which tells modifiers from other words; without it only known forms are taken.
    """
    speech = {word.start: word.pos for word in sentence.words} if sentence is not None else {}
    scene = Scene(text, tokens_of(plain, start, end), speech)
    found = list[Goods]()
    reached = 0
    for phrase in find_phrases(scene):
        if _is_money(scene, phrase) or _is_tally(scene, phrase):
            continue
        found.append(_goods_of(scene, phrase, reached))
        reached = phrase.end
    return tuple(found)


def _is_money(scene: Scene, phrase: Phrase) -> bool:
    """Tell whether a phrase opens with the name of a currency: a "9 million euro package" is money, never goods."""
    if not phrase.begin or scene.tokens[phrase.begin].lower not in load_forms().names:
        return False
    behind = scene.tokens[phrase.begin + 1] if phrase.begin + 1 < len(scene.tokens) else None
    return behind is None or behind.kind != "num"  # "Euro 5 buses"


def _is_tally(scene: Scene, phrase: Phrase) -> bool:
    """Tell whether a phrase only says what is counted: "the total number of vaccines"."""
    at = phrase.begin - 2
    if at < 1 or scene.tokens[at].lower != "number" or scene.tokens[at + 1].lower != "of":
        return False
    return scene.tokens[at - 1].lower in ("the", "total", "overall", "this", "that")


def _goods_of(scene: Scene, phrase: Phrase, floor: int) -> Goods:
    """Return the goods of a phrase with the count, unit and qualifier before it."""
    parts = [Part("item", _cut(scene, phrase.begin, phrase.end), phrase.rule)]
    if phrase.rule == "people_trained":
        counted = count_within(scene.tokens, phrase.begin, phrase.end)
    else:
        counted = count_before(scene.tokens, phrase.begin, floor)
    begin = phrase.begin
    if counted is not None:
        count, unit = counted
        begin = min(begin, count[0])
        parts.append(Part("count", _cut(scene, *count), "count_before"))
        parts += [Part("unit", _cut(scene, *unit), "unit_before")] if unit is not None else []
        qualifier = qualifier_before(scene.tokens, count[0])
        if qualifier is not None and qualifier[0] >= floor:
            parts.append(Part("qualifier", _cut(scene, *qualifier), "qualifier_before"))
    return Goods(_cut(scene, begin, phrase.end), tuple(parts), phrase.group)


def _cut(scene: Scene, first: int, last: int) -> Span:
    """Return the span of the document from a token up to another."""
    return cut(scene.text, scene.tokens[first].start, scene.tokens[last - 1].end)
