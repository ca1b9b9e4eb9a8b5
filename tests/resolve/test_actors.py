from pledgebook.model.naming import Named, Surface
from pledgebook.model.records import Document, cut, make_document
from pledgebook.model.values import PartyKind
from pledgebook.resolve.actors import Known, name_actor, name_government, name_party

TEXT = "Danish Foreign Minister Anders Holm met the Harbour Trust (HT). Later the HT thanked Holm and three charities."


def known(document: Document) -> Known:
    """Return what a report knows when it names one minister, once with his country and once without."""
    first = Named(cut(TEXT, 0, 35), Surface.HOLDER, "Anders Holm", "DNK", "DNK", "foreign minister", cut(TEXT, 24, 35))
    at = TEXT.index("Holm and")
    again = Named(cut(TEXT, at, at + 4), Surface.HOLDER, "Holm", "", "", "foreign minister", cut(TEXT, at, at + 4))
    return Known(document, {(one.span.start, one.span.end): one for one in (first, again)})


DOCUMENT = make_document("report.txt", TEXT)


def span_of(words: str) -> tuple[int, int]:
    """Return where words stand last in the report."""
    start = TEXT.rindex(words)
    return start, start + len(words)


def test_a_person_stays_a_person_in_a_position() -> None:
    actor = name_actor(cut(TEXT, 24, 35), known(DOCUMENT))
    assert (actor.name, actor.kind, actor.of) == ("Anders Holm", PartyKind.PERSON, "DNK")


def test_a_person_signs_for_the_country() -> None:
    assert name_party(cut(TEXT, 0, 35), known(DOCUMENT)).name == "Denmark"


def test_a_surname_alone_speaks_for_the_country_told_before() -> None:
    government = name_government(cut(TEXT, *span_of("Holm")), known(DOCUMENT))
    assert government is not None
    assert government.name == "Denmark"


def test_an_abbreviation_is_spelt_out_as_the_report_does() -> None:
    assert name_actor(cut(TEXT, *span_of("HT")), known(DOCUMENT)).name == "Harbour Trust"


def test_a_group_is_called_by_its_own_words() -> None:
    actor = name_actor(cut(TEXT, *span_of("three charities")), known(DOCUMENT))
    assert (actor.name, actor.kind) == ("three charities", PartyKind.GROUP)


def test_a_name_of_the_tables_is_known_by_its_words_alone() -> None:
    text = "a pact with the European UnionWhich binds"
    assert name_party(cut(text, 16, 30), Known(make_document("a.txt", text), {})).code == "EU"
