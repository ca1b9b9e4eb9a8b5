"""Tell whether a common word means goods where it stands: counted, in a list of goods, or right behind "sent"."""

from collections.abc import Sequence

from pledgebook.extract.quantities.counting import count_before, unit_before
from pledgebook.extract.quantities.goods_forms import Scene, form_at
from pledgebook.extract.quantities.numbers import Token
from pledgebook.model.equipment import equipment_by_form, forms_with_count, singular_of

_LONGEST_MODIFIER = 8
_SENDING = frozenset(
    {"send", "sends", "sent", "sending", "dispatch", "dispatched", "dispatches", "dispatching", "despatched"}
    | {"deploy", "deploys", "deployed", "deploying"}
)
_FLOWN = frozenset({"brought", "bring", "bringing", "flew", "flown", "flying"})
_FEW = frozenset({"its", "their", "some", "several", "more", "additional", "further", "extra", "own"})
_FIGHTERS = frozenset({"troop", "soldier", "marine", "force", "guard", "pilot", "gendarme"})
_TEAMS = frozenset({"team", "crew", "contingent", "brigade", "detachment", "delegation"})
_JOINING = frozenset({",", "and", "or", "as", "well", "also", "plus", "with"})


def is_meant(scene: Scene, index: int, begin: int, end: int, floor: int) -> bool:
    """Tell whether common words and names are goods here: they need a count before them."""
    meant = [token for token in scene.tokens[index:end] if token.text not in "-/"]
    words = tuple(singular_of(token.lower) for token in meant if token.text.isalpha() or len(meant) == 1)
    if words not in forms_with_count() or _is_listed(scene, begin, end, floor):
        return True
    if _is_crew(scene.tokens, begin, floor) or _is_dispatched(scene.tokens, words, begin):
        return True
    counted = count_before(scene.tokens, begin, floor)
    return counted is not None and scene.tokens[counted[0][0]].lower not in ("a", "an")


def _is_dispatched(tokens: Sequence[Token], words: tuple[str, ...], begin: int) -> bool:
    """Tell whether people stand right behind a verb of sending: "sent experts"; troops may be sent to fight."""
    at = begin - 1
    while at > 0 and tokens[at].lower in _FEW:
        at -= 1
    sent = at >= 0 and (
        tokens[at].lower in _SENDING or (at > 0 and tokens[at].lower == "in" and tokens[at - 1].lower in _FLOWN)
    )
    row = equipment_by_form().get(words) if sent else None
    return row is not None and row.group == "people" and words[-1] not in _FIGHTERS


def _is_crew(tokens: Sequence[Token], begin: int, floor: int) -> bool:
    """Tell whether people stand behind what they make up: "a team of engineers", "teams of firefighters"."""
    unit = unit_before(tokens, begin, floor)
    return unit is not None and singular_of(tokens[unit[0]].lower) in _TEAMS


def _is_listed(scene: Scene, begin: int, end: int, floor: int) -> bool:
    """Tell whether a common word stands in one list with goods ("doctors, rescue dogs", "tents and milk")."""
    tokens = scene.tokens
    if 0 < floor < begin and all(token.lower in _JOINING for token in tokens[floor:begin]):
        return True
    if (
        end >= len(tokens)
        or tokens[end].lower not in (",", "and")
        or singular_of(tokens[end - 1].lower) == tokens[end - 1].lower
    ):
        return False
    ahead = end + 1
    while ahead < min(end + _LONGEST_MODIFIER, len(tokens)) and tokens[ahead].kind == "word":
        row, reached = form_at(tokens, ahead)
        if row is not None:
            words = tuple(singular_of(token.lower) for token in tokens[ahead:reached] if token.text not in "-/")
            return row.group != "-" and words not in forms_with_count()
        ahead += 1
    return False
