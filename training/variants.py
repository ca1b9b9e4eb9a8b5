"""Changed copies of training sentences, so that the pipeline meets what news holds and the treebanks do not."""

import random
from collections.abc import Callable

from babel import Locale
from msgspec.structs import replace

from training.treebanks import Node, Tree

LONGER_WORD = 4
"""Letters from which a headline raises a word and a slip can spoil it."""

MISSPELT = 0.1
"""Share of the longer words spoilt in a sentence that is misspelt at all."""

GLUED = 0.5
"""How often a currency's code stands at its figure without a blank, as in "EUR16 million"."""

MONEY_SIGNS = ("$", "€", "£", "US$", "C$", "A$", "¥", "EUR", "USD", "GBP", "SEK", "NOK", "CHF", "DKK")
MONEY_NAMES = ("dollars", "euros", "pounds", "kroner", "kronor", "francs", "yen", "hryvnias", "rupees", "won", "zloty")
COUNTRIES = tuple(sorted(name for code, name in Locale("en").territories.items() if len(code) == 2 and name.isalpha()))  # noqa: PLR2004 - longer codes are continents
"""Countries and territories of one word."""


def vary(tree: Tree, chance: random.Random) -> Tree:
    """Return the sentence with some of the variants applied, often none; its tree stays as it was."""
    for variant, share in VARIANTS:
        if chance.random() < share:
            tree = variant(tree, chance)
    return tree


def curl_quotes(tree: Tree, _: random.Random) -> Tree:
    """Turn straight quotes and apostrophes into curly ones."""
    nodes = []
    for node in tree:
        form = node.form.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")
        if form == '"':
            form = "\N{LEFT DOUBLE QUOTATION MARK}" if node.tag == "``" else "\N{RIGHT DOUBLE QUOTATION MARK}"
        nodes.append(replace(node, form=form))
    return tuple(nodes)


def lower_all(tree: Tree, _: random.Random) -> Tree:
    """Write everything in small letters, as careless and machine-made text does."""
    return tuple(replace(node, form=node.form.lower()) for node in tree)


def raise_words(tree: Tree, _: random.Random) -> Tree:
    """Write As A Headline Does: a capital on every longer word."""
    return tuple(
        replace(node, form=node.form[:1].upper() + node.form[1:] if len(node.form) >= LONGER_WORD else node.form)
        for node in tree
    )


def raise_all(tree: Tree, _: random.Random) -> Tree:
    """Write everything in capitals."""
    return tuple(replace(node, form=node.form.upper()) for node in tree)


def misspell(tree: Tree, chance: random.Random) -> Tree:
    """Swap, drop or double a letter in about every tenth longer word."""
    return tuple(_misspell_word(node, chance) if chance.random() < MISSPELT else node for node in tree)


def _misspell_word(node: Node, chance: random.Random) -> Node:
    """Return the word with one letter amiss; short words and figures stay."""
    form = node.form
    if len(form) < LONGER_WORD or not form.isalpha():
        return node
    at = chance.randrange(1, len(form) - 1)
    slip = chance.choice((form[at + 1] + form[at] + form[at + 2 :], form[at + 1 :], form[at] + form[at:]))
    return replace(node, form=form[:at] + slip)


def drop_stop(tree: Tree, _: random.Random) -> Tree:
    """Leave out the final full stop, as titles and list items do."""
    last = len(tree) - 1
    if last < 1 or tree[last].tag != "." or any(node.head == last for node in tree):
        return tree
    return tree[:last]


def change_money(tree: Tree, chance: random.Random) -> Tree:
    """Put another currency for the one the sentence names."""
    sign, name = chance.choice(MONEY_SIGNS), chance.choice(MONEY_NAMES)
    nodes = []
    for node in tree:
        if node.form in {"$", "US$"}:
            nodes.append(replace(node, form=sign, space=sign.isalpha() and chance.random() < GLUED))
        elif node.form in {"dollars", "euros", "pounds"}:
            nodes.append(replace(node, form=name))
        else:
            nodes.append(node)
    return tuple(nodes)


def change_countries(tree: Tree, chance: random.Random) -> Tree:
    """Put other countries for those the sentence names."""
    return tuple(replace(node, form=chance.choice(COUNTRIES)) if node.form in COUNTRIES else node for node in tree)


Variant = Callable[[Tree, random.Random], Tree]

VARIANTS: tuple[tuple[Variant, float], ...] = (
    (change_money, 0.7),
    (change_countries, 0.5),
    (curl_quotes, 0.4),
    (misspell, 0.04),
    (drop_stop, 0.1),
    (raise_words, 0.04),
    (lower_all, 0.05),
    (raise_all, 0.01),
)
