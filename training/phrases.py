"""Make up sentences of the field with their trees, from the grammar in `phrases.txt`."""

import itertools
import random
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from training.treebanks import Node, Tree
from training.variants import COUNTRIES, GLUED

GRAMMAR = Path(__file__).with_name("phrases.txt")

LEFT_OUT = 0.6
"""How often a part marked with `?` is left out."""

_CLOSING = frozenset({",", ".", ";", ")", "'s", "''"})
_OPENING = frozenset({"(", "$", "€", "£", "US$", "-"})
_START = ("B", "Br", "D", "F", "G", "Gr", "H", "K", "Kl", "L", "M", "N", "P", "R", "S", "St", "T", "V", "Z")
_MIDDLE = ("a", "e", "i", "o", "u", "ei", "aa")
_END = ("rn", "nd", "l", "k", "ss", "rsen", "va", "ta", "lov", "ski", "nko", "m", "ng", "rt", "mura", "ni")
_FEW = ("two", "three", "four", "five", "six", "ten")
_YEARS = range(2015, 2031)

Item = tuple[str, str, int]
Grammar = Mapping[str, Sequence[Sequence[Item]]]


def read_grammar(path: Path = GRAMMAR) -> Grammar:
    """Return the lines of the grammar by name.

    Raises:
        ValueError: If an item names a governor that its line does not have, or a name no line tells of.
    """
    grammar: dict[str, list[list[Item]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            name, _, told = line.partition(":")
            items = [_read_item(item) for item in told.split()]
            if any(not 0 <= head <= len(items) for *_, head in items) or sum(not head for *_, head in items) != 1:
                raise ValueError(f"{path.name}: {line!r} needs one head, and governors among its own items")
            grammar.setdefault(name, []).append(items)
    used = {
        what[1:].rstrip("?") for lines in grammar.values() for items in lines for what, *_ in items if what[0] == "@"
    }
    if missing := sorted(used - grammar.keys()):
        raise ValueError(f"{path.name} tells nothing of {', '.join(missing)}")
    return grammar


def _read_item(item: str) -> Item:
    what, relation, head = item.rsplit("|", 2)
    return what, relation, int(head)


def make_sentence(grammar: Grammar, chance: random.Random) -> Tree:
    """Return one made-up sentence."""
    while True:
        nodes, _ = _expand(grammar, "sentence", chance)
        forms = [node.form for node in nodes]
        if not any(left == "," and right in _CLOSING for left, right in itertools.pairwise(forms)):
            return _finish(nodes, chance)


def _expand(grammar: Grammar, name: str, chance: random.Random) -> tuple[list[Node], int]:
    """Return the words of one choice for a name, heads counted within it, and the index of its own head."""
    items = chance.choice(grammar[name])
    parts: list[tuple[list[Node], int]] = []
    for what, *_ in items:
        if not what.startswith("@"):
            parts.append(([_make_word(what, chance)], 0))
        elif what.endswith("?") and chance.random() < LEFT_OUT:
            parts.append(([], 0))
        else:
            parts.append(_expand(grammar, what[1:].rstrip("?"), chance))
    starts = [sum(len(nodes) for nodes, _ in parts[:at]) for at in range(len(parts))]
    heads = [start + head for start, (_, head) in zip(starts, parts, strict=True)]
    told: list[Node] = []
    for start, (nodes, head), (_, relation, governor) in zip(starts, parts, items, strict=True):
        for at, node in enumerate(nodes):
            if at != head:
                told.append(replace(node, head=start + node.head))
            elif governor:
                told.append(replace(node, head=heads[governor - 1], dep=relation))
            else:
                told.append(replace(node, head=start + at, dep="ROOT"))
    return told, heads[next(at for at, item in enumerate(items) if not item[2])]


def _make_word(what: str, chance: random.Random) -> Node:
    """Return the word an item tells of, with figures and invented names filled in."""
    form, pos, tag = what.split("/")
    if form == "#":
        form = chance.choice(
            (str(chance.randint(1, 99)), f"{chance.randint(1, 20)}.{chance.randint(1, 9)}", f"{chance.randint(1, 9)}00")
        )
    elif form.startswith("~"):
        form = _invent(form[1:], chance)
    return Node(form, form, pos, tag, 0, "ROOT")


def _invent(kind: str, chance: random.Random) -> str:
    """Return a name or figure of a kind."""
    if kind == "country":
        return str(chance.choice(COUNTRIES))
    if kind == "short":
        return "".join(chance.choice("ABCDEFHIMNOPRSTUW") for _ in range(chance.randint(3, 5)))
    if kind == "few":
        return chance.choice(_FEW)
    if kind in {"date", "year", "thousands"}:
        figures = {"date": range(1, 32), "year": _YEARS, "thousands": range(5, 900)}[kind]
        return f"{chance.choice(figures)}{',000' if kind == 'thousands' else ''}"
    return chance.choice(_START) + "".join(
        chance.choice(_MIDDLE) + chance.choice(_END) for _ in range(chance.randint(1, 2))
    )


def _finish(nodes: Sequence[Node], chance: random.Random) -> Tree:
    """Raise the first letter and set the blanks."""
    told = []
    for at, node in enumerate(nodes):
        following = nodes[at + 1].form if at + 1 < len(nodes) else ""
        opening = node.form in _OPENING or node.tag == "``"
        closing = following in _CLOSING or (at + 1 < len(nodes) and nodes[at + 1].tag in {"''", "HYPH"})
        closing |= node.tag == "$" and chance.random() < GLUED
        form = node.form if at else node.form[0].upper() + node.form[1:]
        if at == 1 and nodes[0].tag == "``":
            form = form[0].upper() + form[1:]
        told.append(replace(node, form=form, space=not (opening or closing)))
    return tuple(told)
