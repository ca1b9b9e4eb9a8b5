"""What reading has to tell beside the documents: what was lost, and what was read with a reservation."""

from collections.abc import Iterator

from msgspec import Struct

from pledgebook.model.records import Document


class Remark(Struct, frozen=True):
    """One line for the reader: the place (a path, with a line number where there is one) and what is the matter.

    `lost` tells that a report could not be read; otherwise it was read, and the words say with which reservation.
    """

    place: str
    words: str
    lost: bool = True


Yield = Iterator[Document | Remark]
