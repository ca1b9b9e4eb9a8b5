"""Random books in which the new money is known: every way in which reports tell of one sum more than once."""

import datetime as dt
import random
from collections.abc import Callable, Iterator

from msgspec import Struct

from pledgebook.model.records import Kind, Reading
from pledgebook.model.values import Party, PartyKind, Text
from tests.tellers import Report

FIRST: dt.date = dt.date(2021, 1, 5)
APART: int = 40
GETTERS: tuple[str, ...] = ("Nepal", "Chad", "Mali", "Ukraine")
GIVERS: tuple[str, ...] = ("Canada", "Japan", "Norway", "United States")


class Promises(Struct, frozen=True):
    """The readings of a book, and how many millions of Canadian dollars of new money they really tell of."""

    readings: tuple[Reading, ...]
    millions: int


class Promiser:
    """Writes one book; every choice comes from one seeded source, and no two sums are alike by chance."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311 - a book to test with, no secret
        self._made = 0
        self._day = FIRST
        self.reports: list[Report] = []
        self.millions = 0

    def add_event(self) -> None:
        """Add the reports of one event, weeks after the last, and what later reports say of it."""
        self._day += dt.timedelta(days=APART + self._chance.randrange(9))
        told: tuple[Callable[[], None], ...] = (
            self._package, self._restated, self._drawn, self._total, self._conference, self._joint,
            self._handed_over,
        )  # fmt: skip
        self._chance.choice(told)()

    def _sum(self) -> int:
        """Return a sum in millions that no other of the book comes near."""
        self._made += 1
        return 1000 + 173 * self._made

    def _outlets(self, day: dt.date, least: int = 1) -> Iterator[Report]:
        """Yield some reports of one event: each knows its place and people, and shares words with the others."""
        shared = [f"s{number:02d} t{self._made:02d}" for number in range(12)]
        for _ in range(self._chance.randint(least, 3)):
            own = [f"o{number:02d} r{len(self.reports):03d}" for number in range(40)]
            report = Report(f"r{len(self.reports)}", day, facts=(*shared, *own))
            host = Party(f"Host {self._made}", "", PartyKind.ORGANISATION)
            report.say(Kind.EVENT, "talks", type=Text("summit"), where=Text(f"Hall {self._made}"), who=host)
            self.reports.append(report)
            yield report

    def _new(self) -> tuple[str, str, int, str]:
        giver, getter = self._chance.choice(GIVERS), self._chance.choice(GETTERS)
        return giver, getter, self._sum(), f"Plan {self._made}"

    def _announce(self) -> tuple[str, str, int, str]:
        """Tell of a new package in some reports, with a few of its parts, and count it."""
        giver, getter, value, plan = self._new()
        self.millions += value
        for report in self._outlets(self._day):
            whole = report.tell(f"CAD {value}m", by=giver, to=getter, novelty="new", mechanism=plan)
            for share in range(self._chance.randrange(3)):
                part = f"CAD {value // 5 + 7 * share}m"
                report.tell(part, by=giver, to=getter, novelty="new", part_of=whole, mechanism=plan)
        return giver, getter, value, plan

    def _package(self) -> None:
        self._announce()

    def _later(self) -> dt.date:
        return self._day + dt.timedelta(days=self._chance.randint(60, 300))

    def _restated(self) -> None:
        giver, getter, value, plan = self._announce()
        for report in self._outlets(self._later()):
            report.tell(
                f"CAD {value}m", by=giver, to=self._chance.choice((getter, "")), novelty="restated", mechanism=plan
            )

    def _drawn(self) -> None:
        giver, getter, value, plan = self._announce()
        for report in self._outlets(self._later()):
            report.tell(f"CAD {value // 3}m", by=giver, to=getter, novelty="drawn_down", mechanism=plan)

    def _handed_over(self) -> None:
        giver, getter, value, plan = self._new()
        self.millions += value
        for day, stage in ((self._day, "pledged"), (self._later(), "delivered")):
            for report in self._outlets(day):
                told = f"CAD {value}m"
                report.tell(told, by=giver, to=getter, mechanism=plan, stage=stage, purpose="harbour radars and crews")

    def _total(self) -> None:
        giver, getter, value, _ = self._announce()
        for report in self._outlets(self._later()):
            report.tell(f"CAD {value * 4}m", by=giver, to=getter, novelty="cumulative")

    def _conference(self) -> None:
        """Tell of what all pledge in one report, and of what single givers pledge in the others."""
        _, getter, value, _ = self._new()
        self.millions += value
        first, *others = self._outlets(self._day, least=2)
        self._tell_total(first, value, getter)
        for report in others:
            for place, giver in enumerate(GIVERS):
                report.tell(f"CAD {value // 6 + 11 * place}m", by=giver, to=getter, novelty="new")

    def _tell_total(self, report: Report, value: int, getter: str) -> None:
        mention = report.tell(f"CAD {value}m", by="", to=getter, novelty="new")
        report.state(mention, "provider", Party("donors", "", PartyKind.GROUP))

    def _joint(self) -> None:
        """Tell of what some give together in one report, and of the share of each in the others."""
        _, getter, value, plan = self._new()
        self.millions += value
        first, *others = self._outlets(self._day, least=2)
        together = self._chance.sample(GIVERS, 3)
        first.tell(f"CAD {value}m", by=";".join(together), to=getter, novelty="new", mechanism=plan)
        for report in others:
            for place, giver in enumerate(together):
                report.tell(f"CAD {value // 4 + 11 * place}m", by=giver, to=getter, novelty="new", mechanism=plan)


def promise(seed: int, events: int = 6) -> Promises:
    """Return a random book of some events with what is really new in it."""
    promiser = Promiser(seed)
    for _ in range(events):
        promiser.add_event()
    return Promises(tuple(report.read() for report in promiser.reports), promiser.millions)
