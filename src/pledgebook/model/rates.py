"""Exchange rates as everyone may ask for them, and a table of daily rates against the euro that answers."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal
from typing import Final, Protocol

from pledgebook.model.errors import RateMissing

DAY_RULE: Final = "ecb-day"
MONTH_RULE: Final = "ecb-month-mean"
OLDEST_DAYS: Final = 7


class Rates(Protocol):
    """Whoever knows what one unit of a currency cost in another on a day."""

    @property
    def version(self) -> str:
        """The name of the table and its last day, to be kept beside every conversion."""

    @property
    def last_day(self) -> dt.date:
        """The newest day the table knows."""

    def rate(self, base: str, target: str, on: dt.date, rule: str) -> tuple[Decimal, dt.date]:
        """Return units of `target` for one unit of `base`, and the day the rate was published.

        Args:
            base: ISO 4217 code to convert from.
            target: ISO 4217 code to convert to.
            on: Day of the report.
            rule: "ecb-day" (the last rate on or before the day) or "ecb-month-mean" (the mean of the day's month).

        Raises:
            RateMissing: If no rate stands within the seven days before `on`, or in its month.
        """


class RateTable:
    """Daily rates in units of each currency for one euro; rows are read only when a day is asked for.

    Args:
        name: What the table is called; its version is the name and its last day.
        currencies: The codes, in the order of the columns.
        rows: One line a day, ascending: `2025-08-22,1.1608,172.3,N/A`; what is no number is no rate.
    """

    def __init__(self, name: str, currencies: Sequence[str], rows: Sequence[str]) -> None:
        self._columns = {code.strip(): place for place, code in enumerate(currencies, start=1)}
        self._rows = rows
        self._days = [row[:10] for row in rows]
        self._known: dict[tuple[str, str, dt.date, str], tuple[Decimal, dt.date]] = {}
        self.version = f"{name} to {self._days[-1] if self._days else 'no day'}"

    @property
    def last_day(self) -> dt.date:
        """The newest day the table knows."""
        if not self._days:
            raise RateMissing("the rate table is empty; give one with at least one day")
        return dt.date.fromisoformat(self._days[-1])

    def rate(self, base: str, target: str, on: dt.date, rule: str = DAY_RULE) -> tuple[Decimal, dt.date]:
        """Return units of `target` for one unit of `base`, and the day of the rate (the month's last one for a mean).

        Raises:
            RateMissing: If no rate stands within the seven days before `on`, or in its month.
        """
        key = (base, target, on, rule)
        if key not in self._known:
            if rule == DAY_RULE:
                self._known[key] = self._day_rate(base, target, on)
            elif rule == MONTH_RULE:
                self._known[key] = self._month_mean(base, target, on)
            else:
                raise RateMissing(f"no rule {rule!r} for rates; take {DAY_RULE} or {MONTH_RULE}")
        return self._known[key]

    def _day_rate(self, base: str, target: str, on: dt.date) -> tuple[Decimal, dt.date]:
        for place in range(bisect_right(self._days, on.isoformat()) - 1, -1, -1):
            day = dt.date.fromisoformat(self._days[place])
            if (on - day).days > OLDEST_DAYS:
                break
            units = self._cross(place, base, target)
            if units is not None:
                return units, day
        raise RateMissing(f"no rate from {base} to {target} within {OLDEST_DAYS} days before {on} ({self.version})")

    def _month_mean(self, base: str, target: str, on: dt.date) -> tuple[Decimal, dt.date]:
        month = on.isoformat()[:7]
        places = range(bisect_right(self._days, month), bisect_right(self._days, f"{month}-99"))
        found = [(units, place) for place in places if (units := self._cross(place, base, target)) is not None]
        if not found:
            raise RateMissing(f"no rate from {base} to {target} in {month} ({self.version})")
        mean = sum((units for units, _ in found), Decimal(0)) / len(found)
        return mean, dt.date.fromisoformat(self._days[found[-1][1]])

    def _cross(self, place: int, base: str, target: str) -> Decimal | None:
        """Return units of `target` for one of `base` in one row, over the euro; None where either is not quoted."""
        cells = self._rows[place].split(",")
        per_euro = [self._cell(cells, code) for code in (base, target)]
        if per_euro[0] is None or per_euro[1] is None:
            return None
        return per_euro[1] / per_euro[0]

    def _cell(self, cells: Sequence[str], code: str) -> Decimal | None:
        if code == "EUR":
            return Decimal(1)
        column = self._columns.get(code)
        said = cells[column].strip() if column is not None and column < len(cells) else ""
        return Decimal(said) if said[:1].isdigit() and Decimal(said) > 0 else None
