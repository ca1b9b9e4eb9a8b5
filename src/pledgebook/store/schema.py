"""The tables of a book, as the newest migration leaves them; rows hold JSON payloads and what is searched by."""

from sqlalchemy import Column, Date, Index, Integer, MetaData, Table, Text

TABLES = MetaData()

META = Table(
    "pledgebook",
    TABLES,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
    comment="schema: number of the newest migration; kept: how often the kept half changed; settled: that number when "
    "the derived half was last built; rules: the versions that built it; keyed: those that laid out the blocks",
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

NEWS = Table(
    "news",
    TABLES,
    Column("sort", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    comment="what changed since the derived half was last built: documents (sort changed or gone), and mentions that a "
    "decision speaks of (sort decided)",
)

BLOCK = Table(
    "block",
    TABLES,
    Column("key", Text, primary_key=True),
    Column("document", Text, primary_key=True, index=True),
    comment="the keys a document falls under; two that share one may tell of the same",
    sqlite_with_rowid=False,
)

TOUCH = Table(
    "touch",
    TABLES,
    Column("document", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("entry", Text, primary_key=True),
    Index("touch_entry", "kind", "entry"),
    comment="which entries rest on or speak of a document",
    sqlite_with_rowid=False,
)
