"""Find the people a report names, by office or by an earlier full name, however their names are spelt."""

from collections.abc import Iterator

from pledgebook.extract.page.enclosing import sentence_span
from pledgebook.extract.page.page import Page
from pledgebook.model.naming import Named, Surface
from pledgebook.model.records import Kind, Mention, Part, Span, mention_id


def find_people(page: Page) -> tuple[Mention, ...]:
    """Return a mention for each place where a report names a person, in order.

    Parts: "name"; "office" and "of" where the report says them, there or where it introduced the person.
    """
    return tuple(_find(page))


def _find(page: Page) -> Iterator[Mention]:
    for named in page.names:
        if named.kind is Surface.HOLDER and named.person:
            start, end = named.person.start, named.person.end
            yield Mention(
                mention_id(page.document.id, Kind.PERSON, start, end),
                page.document.id,
                Kind.PERSON,
                "person",
                named.person,
                sentence_span(page, start),
                page.section_at(start),
                tuple(_parts(named, named.person)),
            )


def _parts(named: Named, person: Span) -> Iterator[Part]:
    yield Part("name", person, "find_people")
    if named.title:
        yield Part("office", named.title, "find_people")
    if named.owner:
        yield Part("of", named.owner, "find_people")
