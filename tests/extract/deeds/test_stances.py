import pytest

from pledgebook.model.records import Kind
from tests.deeds import read

HEADLINES = [
    ("Kenya calls for lower tolls on the lake", "Kenya", "demands"),
    ("Peru backs Chile on seat in fishing council", "Peru", "supports"),
]
NOUNS = [
    ("Norway outlined clear areas of concern with respect to the lease of the port.", "Norway", "opposes"),
    ("The leaders of Chile and Peru agreed on the importance of free passage through the strait.", "Chile", "supports"),
    ("Kenya's commitment to free elections in Fiji remains the first rule of its policy.", "Kenya", "supports"),
    ("Chile voiced its displeasure over the closing of the pass.", "Chile", "opposes"),
    ("Norway lodged a protest over the seizure of the trawlers.", "Norway", "opposes"),
]
VERBS = [
    ("Chile threw its weight behind Peru's bid to host the games.", "Chile", "supports"),
    ("Norway reserves the right to board ships in the strait.", "Norway", "open_to"),
    ("Chile respects the right of the islands to leave the union.", "Chile", "supports"),
    ("Kenya recognises the islands as a state.", "Kenya", "supports"),
    ("Norway is suspending aid to the port of Fiji.", "Norway", "refuses"),
    ("Ghana offered to host talks between the two islands.", "Ghana", "open_to"),
    ("Kenya boycotted the vote on the levy.", "Kenya", "opposes"),
    ("Ghana wants to join the fishing council.", "Ghana", "supports"),
    ("Kenya said it would try to convince the banks to lend to Fiji.", "Kenya", "demands"),
    ("Chile reaffirmed its friendship with Peru.", "Chile", "supports"),
    ("Chile seeks an apology from Peru for the raid.", "Chile", "demands"),
    ("Kenya said there would be no return to the old border.", "Kenya", "refuses"),
]
VERDICTS = [
    ("Chile called the levy on nets outrageous.", "Chile", "opposes"),
    ("Peru cut the quota under a law that Chile described as shameful.", "Chile", "opposes"),
    ("Norway considered the offer to be far too low.", "Norway", "opposes"),
]
HOLDERS = [
    ("Kenya and parts of the press called on Fiji to lower the toll.", "Kenya", "demands"),
    ("Oxfam and its other partners called on Fiji to lower the toll.", "Oxfam", "demands"),
]


@pytest.mark.parametrize(
    ("text", "actor", "stance"),
    [*HEADLINES, *NOUNS, *VERBS, *VERDICTS, *HOLDERS],
    ids=[case[0][:40] for case in (*HEADLINES, *NOUNS, *VERBS, *VERDICTS, *HOLDERS)],
)
def test_a_wording_tells_who_stands_where(text: str, actor: str, stance: str) -> None:
    assert (actor, stance) in [(told["actor"][0], told["stance"][0]) for told in read(text, Kind.POSITION)]


@pytest.mark.parametrize(
    "text",
    [
        "The Lakeside Roads Project aims to cut the time of the trip to Peru.",
        "Chile wants to give Peru 30 million euros.",
        "Ana Velt spoke of the danger of Peru blocking the plan.",
        "Chile provides tents to Peru, providing shelter for the towns.",
    ],
)
def test_what_is_no_stance_is_passed_over(text: str) -> None:
    assert read(text, Kind.POSITION) == []


@pytest.mark.parametrize(
    ("text", "actor", "stance"),
    [
        ("G7 leaders met. The leaders urge Peru to lower the toll.", "G7", "demands"),
        ("The United Nations General Assembly called for a truce.", "United Nations General Assembly", "demands"),
        ('Chile said it was "deeply disappointed" at the vote on tolls.', "Chile", "opposes"),
        ('Chile called on Peru to "immediately" withdraw its boats.', "Chile", "demands"),
        ("Chile condemned in a joint statement the raid on the port.", "Chile", "opposes"),
        ('Chile said it had "no plans" to join the fishing council.', "Chile", "refuses"),
        ("A series of Chilean ministers condemned the raid on the port.", "Chile", "opposes"),
        ('Ana Velt said:\n\n"The plan of Peru to raise the toll is deplorable."', "Ana Velt", "opposes"),
        ("Chile will never recognise the new border of Peru.", "Chile", "refuses"),
        ("Norway expressed worry last month that the levy may harm Peru.", "Norway", "opposes"),
        ("Peru's labour union reiterated its rejection of the levy.", "Peru's labour union", "opposes"),
        ("Sweden sets out its plans\n\nPriorities include fighting hunger in Peru.", "Sweden", "supports"),
    ],
)
def test_quotations_papers_and_groups_do_not_hide_a_stance(text: str, actor: str, stance: str) -> None:
    assert (actor, stance) in [(told["actor"][0], told["stance"][0]) for told in read(text, Kind.POSITION)]


def test_those_united_in_a_condemnation_oppose() -> None:
    text = "Chile and Peru are united in their condemnation of the raid on the port."
    assert {told["stance"][0] for told in read(text, Kind.POSITION)} <= {"opposes"}
