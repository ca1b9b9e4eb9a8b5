"""Find money in text: every amount with its currency, qualifier, rate, equivalents, and those a list leaves short."""

from functools import lru_cache

from msgspec import Struct, structs

from pledgebook.extract.quantities.elisions import Loan, find_loans
from pledgebook.extract.quantities.equivalents import find_echoes, find_equivalents
from pledgebook.extract.quantities.figures import Figure, find_figures
from pledgebook.extract.quantities.numbers import Token, tokens_of
from pledgebook.extract.quantities.surroundings import qualifier_before, qualifier_behind, rate_of
from pledgebook.model.records import Part, Span, cut


class Amount(Struct, frozen=True):
    """A money phrase: `span` holds number, scale and currency; qualifier and rate lie beside it.

    Roles of `parts`: number, scale, currency (twice where two are named), qualifier, low and low_scale (the lower end
    of a range), per ("a year", "each"). `elided` amounts take scale or currency from
    words elsewhere in the sentence, which are then parts too. `equivalents` say the same sum in another currency.
    """

    span: Span
    parts: tuple[Part, ...]
    equivalents: tuple["Amount", ...] = ()
    elided: bool = False


class _Stretch(Struct, frozen=True):
    """One range of text, its tokens and the figures in it."""

    text: str
    plain: str
    end: int
    tokens: list[Token]
    figures: list[Figure]


_LOOK_BACK = 1000
_SHORT = 5  # digits of a number that can have lost its scale word


@lru_cache(maxsize=16)
def find_amounts(text: str, plain: str, start: int, end: int) -> tuple[Amount, ...]:
    """Return every money phrase of a range, in order; equivalents hang on the amount that they repeat.

    Kept for the last few ranges, as sums and goods lean on the same sentences.

    Args:
        text: The document's text, from which spans are cut.
        plain: The same text with markup blanked out, of the same length.
        start: Where the range begins, in code points.
        end: Where it ends.
    """
    tokens = tokens_of(plain, start, end)
    figures = find_figures(plain, tokens)
    if not any(figure.has_currency for figure in figures):
        return _carried_on(text, plain, start, tokens, figures)
    stretch = _Stretch(text, plain, end, tokens, figures)
    loans = find_loans(tokens, figures)
    repeats = find_equivalents(tokens, figures)
    echoes = find_echoes(tokens, figures)
    made = {
        index: _amount(stretch, index, loans.get(index))
        for index, figure in enumerate(figures)
        if (figure.has_currency or index in loans) and index not in echoes
    }
    again = dict[int, list[Amount]]()
    for index, main in sorted(repeats.items()):
        again.setdefault(main, []).append(made[index])
    return tuple(
        _with_equivalents(amount, again.get(index, [])) for index, amount in made.items() if index not in repeats
    )


def _with_equivalents(amount: Amount, again: list[Amount]) -> Amount:
    """Return an amount with the amounts that repeat it in other currencies."""
    if not again:
        return amount
    scale = next((part for part in amount.parts if part.role == "scale"), None)
    return structs.replace(amount, equivalents=tuple(_scaled_like(each, scale) for each in again))


def _scaled_like(amount: Amount, scale: Part | None) -> Amount:
    """Return an equivalent that lost its scale word with that of its amount: "EUR787 million (US$846)"."""
    number = next((part for part in amount.parts if part.role == "number"), None)
    is_short = (
        number is not None and len(number.span.quote) <= _SHORT and not any(p.role == "scale" for p in amount.parts)
    )
    if scale is None or not is_short:
        return amount
    return structs.replace(amount, parts=(*amount.parts, structs.replace(scale, rule="scale_of_main")), elided=True)


def _amount(stretch: _Stretch, index: int, loan: Loan | None) -> Amount:
    """Return the amount of one figure, with what it borrows and what stands beside it."""
    figure = stretch.figures[index]
    lender = stretch.figures[loan.lender] if loan is not None else None
    parts = [*_number_parts(stretch, figure), *_currency_parts(stretch, figure)]
    if lender is not None:
        if not figure.has_currency:
            parts += _currency_parts(stretch, lender, rule="currency_of_neighbour")
        if loan is not None and loan.takes_scale:
            parts += _words(stretch, "scale", lender.quantity.scaling, "scale_of_neighbour")
    parts += _side_parts(stretch, index)
    span = _cut(stretch, figure.begin, figure.end)
    return Amount(span, tuple(parts), elided=lender is not None)


def _number_parts(stretch: _Stretch, figure: Figure) -> list[Part]:
    """Return the parts that say how much: number and scale, and those of the lower end of a range."""
    high, low = figure.quantity, figure.low
    parts = [*_words(stretch, "number", high.number, figure.rule), *_words(stretch, "scale", high.scaling, figure.rule)]
    if low is not None:
        parts += _words(stretch, "low", low.number, figure.rule)
        parts += _words(stretch, "low_scale", low.scaling, figure.rule)
    return parts


def _currency_parts(stretch: _Stretch, figure: Figure, *, rule: str = "") -> list[Part]:
    """Return the parts that name the currency."""
    return [part for words in figure.currencies for part in _words(stretch, "currency", words, rule or figure.rule)]


def _side_parts(stretch: _Stretch, index: int) -> list[Part]:
    """Return the parts beside a figure: qualifier and rate."""
    figure, tokens = stretch.figures[index], stretch.tokens
    parts: list[Part] = []
    before, behind = qualifier_before(tokens, figure.begin), qualifier_behind(tokens, figure.end)
    for words, rule in ((before, "qualifier_before"), (behind, "qualifier_behind")):
        parts += _words(stretch, "qualifier", words, rule) if words else []
    rate = rate_of(tokens, figure, behind[1] if behind else figure.end)
    parts += _words(stretch, "per", rate, "rate_of") if rate else []
    return parts


def _words(stretch: _Stretch, role: str, bounds: tuple[int, int], rule: str) -> list[Part]:
    """Return one part for a range of tokens, none for an empty range."""
    return [Part(role, _cut(stretch, *bounds), rule)] if bounds[0] < bounds[1] else []


def _cut(stretch: _Stretch, first: int, last: int) -> Span:
    """Return the span of the document from a token up to another."""
    return cut(stretch.text, stretch.tokens[first].start, stretch.tokens[last - 1].end)


def _carried_on(text: str, plain: str, start: int, tokens: list[Token], figures: list[Figure]) -> tuple[Amount, ...]:
    """Return sums like "a further 500m" in a sentence without any currency, in that of the sentences before."""
    short = [index for index, figure in enumerate(figures) if figure.quantity.is_scaled]
    if not short:
        return ()
    back = max(0, start - _LOOK_BACK)
    earlier = tokens_of(plain, back, start)
    before = find_figures(plain, earlier)
    if not any(figure.has_currency for figure in before):
        return ()
    moved = [_moved(figure, len(earlier)) for figure in figures]
    stretch = _Stretch(text, plain, tokens[-1].end, [*earlier, *tokens], [*before, *moved])
    loans = find_loans(stretch.tokens, stretch.figures)
    return tuple(
        _amount(stretch, index, loan)
        for index, loan in sorted(loans.items())
        if index >= len(before) and not loan.takes_scale and _is_digits(stretch, index)
    )


def _is_digits(stretch: _Stretch, index: int) -> bool:
    """Tell whether a figure is written in digits."""
    return stretch.tokens[stretch.figures[index].begin].kind == "num"


def _moved(figure: Figure, shift: int) -> Figure:
    """Return a figure whose token indexes count from an earlier token."""
    quantity = figure.quantity
    number = (quantity.number[0] + shift, quantity.number[1] + shift)
    scaling = (quantity.scaling[0] + shift, quantity.scaling[1] + shift)
    placed = structs.replace(
        quantity, begin=quantity.begin + shift, end=quantity.end + shift, number=number, scaling=scaling
    )
    return structs.replace(figure, begin=figure.begin + shift, end=figure.end + shift, quantity=placed)
