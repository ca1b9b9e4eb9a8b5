"""The words that say how firmly a number is meant: about, over, at least, up to."""

from pledgebook.model.values import Qualifier

# before the amount, lower case
BEFORE: dict[str, Qualifier] = {
    **dict.fromkeys(
        (
            "about", "around", "approximately", "approx", "approx.", "roughly", "some", "circa", "ca", "ca.", "c.", "an estimated",
            "estimated", "estimated at", "in the region of", "in the order of", "on the order of", "somewhere around",
            "something like", "an approximate", "~", "≈", "more or less", "equivalent of about", "broadly", "an average of",
            "around about", "in the neighborhood of", "in the neighbourhood of", "reportedly about", "a reported",
        ),
        Qualifier.ABOUT,
    ),
    **dict.fromkeys(
        (
            "over", "more than", "in excess of", "exceeding", "exceeds", "exceed", "exceeded", "above", "upwards of", "upward of",
            "just over", "slightly over", "slightly more than", "well over", "just above", "just more than", "a little over",
            "a little more than", "much more than", "greater than", "north of", "well above", "far more than", ">",
            "surpassing", "topping", "better than", "way over",
        ),
        Qualifier.OVER,
    ),
    **dict.fromkeys(
        (
            "at least", "no less than", "not less than", "a minimum of", "minimum of", "as least", "no fewer than", "≥",
            "a floor of", "not fewer than",
        ),
        Qualifier.AT_LEAST,
    ),
    **dict.fromkeys(
        (
            "nearly", "almost", "close to", "just under", "just short of", "close on", "approaching", "just below", "nearing",
            "slightly less than", "slightly under", "a little under", "near", "little short of", "a little less than",
            "not quite", "virtually", "practically", "just shy of", "shy of",
        ),
        Qualifier.NEARLY,
    ),
    **dict.fromkeys(
        (
            "up to", "as much as", "as many as", "a maximum of", "maximum of", "no more than", "not more than", "not exceeding",
            "not to exceed", "at most", "less than", "under", "below", "fewer than", "capped at", "a ceiling of", "up to about",
            "potentially up to", "as high as", "limited to", "a cap of", "<", "≤", "upto", "to a maximum of",
        ),
        Qualifier.UP_TO,
    ),
    "between": Qualifier.BETWEEN,
    "anywhere between": Qualifier.BETWEEN,
    "ranging from": Qualifier.BETWEEN,
    "anywhere from": Qualifier.BETWEEN,
}  # fmt: skip

# behind the amount, lower case
BEHIND: dict[str, Qualifier] = {
    "or more": Qualifier.AT_LEAST,
    "or so": Qualifier.ABOUT,
    "or thereabouts": Qualifier.ABOUT,
    "or less": Qualifier.UP_TO,
    "at least": Qualifier.AT_LEAST,
    "at most": Qualifier.UP_TO,
    "and above": Qualifier.AT_LEAST,
    "and more": Qualifier.AT_LEAST,
    "+": Qualifier.OVER,
    "plus": Qualifier.OVER,
    "- plus": Qualifier.OVER,
}

# words a qualifier may stand apart from its number by
FILLERS = (
    ("an", "additional"),
    ("a", "further"),
    ("another",),
    ("additional",),
    ("further",),
    ("an", "extra"),
    ("extra",),
    ("a", "total", "of"),
    ("a", "combined"),
    ("a", "total"),
    ("a", "whopping"),
    ("a", "cumulative"),
    ("new",),
    ("a", "new"),
    ("the", "equivalent", "of"),
    ("its",),
)


def read_qualifier(words: str) -> Qualifier:
    """Return what qualifying words say; EXACT for none, for "" and for words that are no qualifier."""
    key = " ".join(words.lower().replace("-", " - ").split())
    return BEFORE.get(key) or BEHIND.get(key) or Qualifier.EXACT
