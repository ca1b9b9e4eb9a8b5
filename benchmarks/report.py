"""How a benchmark's rows look: what was measured, ours, the peer's, their ratio and the bound it is held to."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True, slots=True)
class Row:
    """One figure beside its peer's; `bound` is the least ratio ("at least") or the most value ("at most") allowed."""

    what: str
    ours: float
    peer: float | None
    unit: str
    bound: float
    at_least: bool

    @property
    def ratio(self) -> float:
        """Ours over the peer's, or ours alone where there is no peer."""
        return self.ours / self.peer if self.peer else self.ours

    @property
    def holds(self) -> bool:
        """Is the bound met?"""
        return self.ratio >= self.bound if self.at_least else self.ratio <= self.bound

    def as_dict(self) -> dict[str, object]:
        """Return the row with its ratio, for JSON."""
        return {**asdict(self), "ratio": round(self.ratio, 2), "holds": self.holds}


def print_rows(rows: Sequence[Row]) -> None:
    """Print the rows as a table."""
    table = Table("what", "ours", "peer", "ratio", "bound", "holds", title="pledgebook beside plain spaCy, same run")
    for row in rows:
        sign = "≥" if row.at_least else "≤"
        peer = f"{row.peer:,.2f} {row.unit}" if row.peer else "-"
        table.add_row(
            row.what,
            f"{row.ours:,.2f} {row.unit}",
            peer,
            f"{row.ratio:,.2f}",
            f"{sign} {row.bound:g}",
            "yes" if row.holds else "NO",
        )
    Console().print(table)
