"""Makes any number of varied reports in our own words: donors, currencies, causes, styles and plain other news.

The reports are for timing, not for measuring quality: sentences are set from frames, so that any machine can make the
same thousand again from the same seed.
"""

import datetime as dt
import json
import random
from collections.abc import Callable
from pathlib import Path

DONORS = (
    ("Norway", "Norwegian", "NOK ", "Oslo"),
    ("Japan", "Japanese", "JPY ", "Tokyo"),
    ("Canada", "Canadian", "C$", "Ottawa"),
    ("Germany", "German", "€", "Berlin"),
    ("Qatar", "Qatari", "$", "Doha"),
    ("South Korea", "South Korean", "US$", "Seoul"),
    ("Switzerland", "Swiss", "CHF ", "Bern"),
    ("Australia", "Australian", "A$", "Canberra"),
    ("Denmark", "Danish", "DKK ", "Copenhagen"),
    ("the United Kingdom", "British", "£", "London"),
    ("India", "Indian", "Rs ", "New Delhi"),
    ("Poland", "Polish", "PLN ", "Warsaw"),
)
RECIPIENTS = (
    "Ukraine",
    "Sudan",
    "Yemen",
    "Somalia",
    "Bangladesh",
    "Haiti",
    "Moldova",
    "Fiji",
    "Mozambique",
    "Lebanon",
    "Nepal",
    "Ghana",
)
CAUSES = (
    "emergency food",
    "air defence",
    "flood relief",
    "school meals",
    "power repairs",
    "vaccines",
    "mine clearance",
    "budget support",
)
CHANNELS = ("the World Food Programme", "UNICEF", "the Red Cross", "the World Bank", "the Green Climate Fund", "UNHCR")
GIVING = (
    "{donor} will give {money} to {recipient} for {cause}, the government said on {day}.",
    "{capital} has approved {money} in {cause} for {recipient}, to be paid through {channel}.",
    "The {adjective} foreign minister announced a further {money} for {recipient} on {day}, most of it for {cause}.",
    "Of that sum, {money} goes to {channel} and the rest to {cause}.",
    "The pledge brings {adjective} help for {recipient} to more than {money} since last spring.",
    "{recipient} is to receive {money} from {donor}, which had promised the sum at a meeting in June.",
)
DEALS = (
    "{donor} and {recipient} signed a memorandum of understanding on {cause}.",
    "The {adjective} prime minister said he would not rule out sending engineers to {recipient}.",
    "Officials in {capital} called for a ceasefire and urged others to follow.",
)
OTHER = (
    "The {town} council met late into the evening and put off the question of the {adj} {thing} until the {season}.",
    "Shares in the {trade} fell by {small} percent after {person} said that sales would grow more slowly than hoped.",
    "Ticket prices rose to {price} this {season}, and {adj} families in {town} say they can no longer afford a match.",
    "Rain is expected over the {adj} hills of {town}, while the coast should stay dry until {day}.",
    "The orchestra of {town} returns in the {season} with a {adj} programme that {person} chose for it.",
    "Her {adj} novel, set in {town} where nobody locks a {thing}, took {person} {small} years to write.",
    "The {trade} in {town} reported a profit of {price} million for the quarter, less than {person} had forecast.",
    "Police asked anyone who was near the {adj} {thing} in {town} on {day} night to come forward.",
    "Teachers in {town} say that classes are too large, and {person} agrees, but first wants to see the {adj} figures.",
    "A goal by {person} in the last minute kept {town} in the cup, though the {adj} captain limped off before the end.",
    "Doctors advise older people in {town} to drink more water during the {adj} {season} and to rest at noon.",
    "The museum of {town} has lent its {adj} {thing} to a gallery abroad and will show {small} maps in its place.",
    "Farmers around {town} began the harvest {small} days early because a {adj} wind had ripened the wheat.",
    "Engineers found a crack in the {adj} {thing} near {town}, and the road below it stays closed, {person} said.",
    "Voters in {town} go to the polls in the {season}, and {person} stands {small} points behind in every survey.",
    "A {adj} {thing} that {person} lost in {town} turned up {small} years later in the window of a {trade}.",
    "The {trade} wants to hire {small} people in {town} by the {season}, most of them for its {adj} {thing}.",
    "Visitors to {town} will find the {adj} {thing} closed on {day} while {person} has it cleaned.",
)
TOWNS = (
    "Ashford", "Bellmoor", "Carrick", "Dunholm", "Eastmere", "Farrow", "Glenside", "Harwell", "Inverley",
    "Kestrel Bay", "Langdon", "Marlow", "Northgate", "Oakridge", "Penrose", "Quarry Hill", "Redcliff",
    "Stanmore", "Thornbury", "Westhaven",
)  # fmt: skip
PEOPLE = (
    "Anna Brook", "Peter Lund", "Grace Moyo", "Tom Avery", "Lena Hart", "Omar Said", "Ruth Kline", "Sam Okoro",
    "Ida Berg", "Paul Mason", "Nora Quist", "Eli Stone", "Maya Rao", "Hugo Vale", "Zoe Marsh", "Carl Finch",
)  # fmt: skip
THINGS = (
    "bridge",
    "library",
    "stadium",
    "harbour",
    "tower",
    "clock",
    "market hall",
    "mill",
    "piano",
    "canal",
    "garden",
    "tram",
)
ADJECTIVES = (
    "old",
    "new",
    "quiet",
    "northern",
    "famous",
    "wooden",
    "hot",
    "second",
    "narrow",
    "modern",
    "small",
    "late",
)
TRADES = ("brewer", "bakery", "shipyard", "airline", "publisher", "carmaker", "retailer", "tailor", "bookshop", "dairy")
SEASONS = ("spring", "summer", "autumn", "winter")
FIRST_DAY = dt.date(2023, 1, 2)
DAYS_SPANNED = 700
"""The reports are spread over two years, as an archive is."""

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def make_report(number: int, *, giving_share: float) -> str:
    """Return one report; `giving_share` is the chance that it speaks of a commitment at all."""
    draw = random.Random(number)  # noqa: S311 - varied, not secret
    told = draw.random() < giving_share
    donor, adjective, sign, capital = draw.choice(DONORS)
    recipient = draw.choice(RECIPIENTS)

    def fill(frame: str) -> str:
        return frame.format(
            donor=donor, adjective=adjective, capital=capital, recipient=recipient, cause=draw.choice(CAUSES),
            channel=draw.choice(CHANNELS), day=draw.choice(DAYS), price=f"${draw.randint(3, 90)}",
            town=draw.choice(TOWNS), person=draw.choice(PEOPLE), thing=draw.choice(THINGS), adj=draw.choice(ADJECTIVES),
            trade=draw.choice(TRADES), season=draw.choice(SEASONS), small=draw.randint(3, 48),
            money=f"{sign}{draw.choice((1.5, 2, 12, 25, 40, 75, 120, 350, 680))} {draw.choice(('million', 'billion'))}",
        )  # fmt: skip

    paragraphs = [" ".join(draw.choices(OTHER, k=draw.randint(2, 5))) for _ in range(draw.randint(4, 12))]
    if told:
        paragraphs.insert(0, " ".join(fill(frame) for frame in draw.sample(GIVING, draw.randint(1, 3))))
        paragraphs.insert(draw.randint(1, len(paragraphs)), fill(draw.choice(DEALS)))
    title = (
        f"{donor[:1].upper()}{donor[1:]} and {recipient}: what was said"
        if told
        else f"Notes of the day, number {number}"
    )
    return "\n\n".join([title, *(_fill_each(paragraph, fill) for paragraph in paragraphs)]) + "\n"


def _fill_each(paragraph: str, fill: Callable[[str], str]) -> str:
    """Fill each sentence of a paragraph by itself, so that no two share their words by chance of one draw."""
    return " ".join(fill(frame + ".") for frame in paragraph.removesuffix(".").split(". "))


def write_reports(path: Path, count: int, *, giving_share: float) -> int:
    """Write `count` reports to a JSONL file; return the number of characters."""
    characters = 0
    with path.open("w", encoding="utf-8") as lines:
        for number in range(count):
            text = make_report(number, giving_share=giving_share)
            characters += len(text)
            day = FIRST_DAY + dt.timedelta(days=number * DAYS_SPANNED // count)
            record = {"name": f"r{number:06}", "published": day.isoformat(), "text": text}
            lines.write(json.dumps(record, ensure_ascii=False) + "\n")
    return characters
