"""The scan for money over one text, as the gate runs it over a report."""

from pledgebook.extract.scan import compile_scanner, money_pattern, to_bytes


def scan_money(plain: str) -> list[tuple[int, int]]:
    """Return where a text probably speaks of money, in order; every amount touches such a place."""
    return [found.span() for found in compile_scanner(money_pattern()).finditer(to_bytes(plain))]
