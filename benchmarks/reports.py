"""Makes any number of varied reports in our own words: donors, currencies, causes, styles and plain other news.

The reports are for timing, not for measuring quality: sentences are set from frames, so that any machine can make the
same thousand again from the same seed.
"""

import json
import random
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
    "The town council met late into the evening and put off the question of the new bridge until the autumn.",
    "Shares in the brewer fell by four percent after it said that sales would grow more slowly than it had hoped.",
    "Ticket prices rose to {price} this season, and supporters say that families can no longer afford a match.",
    "Rain is expected over the northern hills, while the coast should stay dry until the weekend.",
    "The orchestra returns in the spring with a programme of dances that the players chose themselves.",
    "Her third novel, set in a harbour town where nobody locks a door, took nine years to write.",
    "The company reported a profit of {price} million for the quarter, slightly below what analysts expected.",
    "Police asked anyone who was near the station on the night of the fire to come forward.",
    "Teachers say that classes are too large, and parents agree, but the ministry wants to see the figures first.",
    "A goal in the last minute kept the visitors in the cup, though their captain limped off before the end.",
    "Doctors advise older people to drink more water during the heat and to stay indoors at noon.",
    "The museum has lent two paintings to a gallery abroad and will show a collection of maps in their place.",
    "Farmers along the river began the harvest a week early because the wheat ripened under a dry wind.",
    "Engineers found a crack in the dam during a routine check, and the road below it stays closed for now.",
    "Voters go to the polls next month, and the two largest parties stand close together in every survey.",
)
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
            money=f"{sign}{draw.choice((1.5, 2, 12, 25, 40, 75, 120, 350, 680))} {draw.choice(('million', 'billion'))}",
        )  # fmt: skip

    paragraphs = [" ".join(draw.sample(OTHER, draw.randint(2, 4))) for _ in range(draw.randint(3, 9))]
    if told:
        paragraphs.insert(0, " ".join(fill(frame) for frame in draw.sample(GIVING, draw.randint(1, 3))))
        paragraphs.insert(draw.randint(1, len(paragraphs)), fill(draw.choice(DEALS)))
    title = (
        f"{donor[:1].upper()}{donor[1:]} and {recipient}: what was said"
        if told
        else f"Notes of the day, number {number}"
    )
    body = "\n\n".join(fill(paragraph) if "{" in paragraph else paragraph for paragraph in paragraphs)
    return f"{title}\n\n{body}\n"


def write_reports(path: Path, count: int, *, giving_share: float) -> int:
    """Write `count` reports to a JSONL file; return the number of characters."""
    characters = 0
    with path.open("w", encoding="utf-8") as lines:
        for number in range(count):
            text = make_report(number, giving_share=giving_share)
            characters += len(text)
            lines.write(json.dumps({"name": f"r{number:06}", "text": text}, ensure_ascii=False) + "\n")
    return characters
