"""The table of writers: every way a ledger leaves the book."""

from collections.abc import Callable
from typing import Final, NamedTuple

from pledgebook.export.material import Material


class Writer(NamedTuple):
    """One way out: its name on the command line, the suffix of its files, and what writes the text."""

    name: str
    suffix: str
    write: Callable[[Material], str]

    @property
    def told(self) -> str:
        """What a user is shown about it."""
        return (self.write.__doc__ or "").strip()


def write_json(material: Material) -> str:
    """The whole ledger with documents, words and derivations as one JSON file (docs/format.md)."""
    from pledgebook.export.ledger_json import write_json as write  # noqa: PLC0415 - loaded only when it is wanted

    return write(material)


def write_terminal(material: Material) -> str:
    """The brief for a terminal, with ANSI colours where they are wanted."""
    from pledgebook.export.terminal import write_terminal as write  # noqa: PLC0415 - Rich is loaded only here

    return write(material)


def write_html(material: Material) -> str:
    """The brief as one HTML file that needs nothing else; every figure opens the sentence it stands in."""
    from pledgebook.export.html import write_html as write  # noqa: PLC0415 - Jinja is loaded only here

    return write(material)


def write_markdown(material: Material) -> str:
    """The brief in Markdown, with the evidence as footnotes."""
    from pledgebook.export.markdown import write_markdown as write  # noqa: PLC0415 - loaded only when it is wanted

    return write(material)


EXPORTS: Final = (Writer("json", ".json", write_json),)
BRIEFS: Final = (
    Writer("terminal", ".txt", write_terminal),
    Writer("html", ".html", write_html),
    Writer("markdown", ".md", write_markdown),
)
WRITERS: Final = EXPORTS + BRIEFS
