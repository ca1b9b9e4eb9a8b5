"""The tables of a book, as the newest migration leaves them; rows hold JSON payloads and what is searched by."""

from sqlalchemy import Column, Date, Integer, MetaData, Table, Text

TABLES = MetaData()

META = Table(
    "pledgebook",
    TABLES,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
    comment="schema: number of the newest migration; kept: how often the kept half changed; settled: that number when "
    "the derived half was last built; rules: the version that built it",
)

DOCUMENT = Table(
    "document",
    TABLES,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("outlet", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("published", Date),
    Column("text", Text, nullable=False),
)

READING = Table(
    "reading",
    TABLES,
    Column("document", Text, primary_key=True),
    Column("made_by", Text, nullable=False),
    Column("mentions", Integer, nullable=False),
    Column("payload", Text, nullable=False),
)

DECISION = Table(
    "decision",
    TABLES,
    Column("id", Text, primary_key=True),
    Column("ordinal", Integer, nullable=False, unique=True),
    Column("payload", Text, nullable=False),
)

ENTRY = Table(
    "entry",
    TABLES,
    Column("kind", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("payload", Text, nullable=False),
    comment="the derived half: kind is a field of the ledger (commitments, findings …), rebuilt at will",
)
