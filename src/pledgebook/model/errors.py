"""The errors a user can meet; each says the value at fault and the next step."""


class PledgebookError(Exception):
    """Anything pledgebook refuses, told in one line a user can act on."""


class SpanMismatch(PledgebookError):
    """A span whose quote is not what its text holds there."""


class UnreadableDocument(PledgebookError):
    """Bytes that hold no report we can read."""


class UnreadableBook(PledgebookError):
    """A file or URL that is no book, or a book this version cannot open."""


class UnknownId(PledgebookError):
    """An id that names nothing in the book."""


class BadDecision(PledgebookError):
    """A decision that cannot be carried out as worded."""


class RateMissing(PledgebookError):
    """No exchange rate stands near enough to the day asked for."""


class PipelineMissing(PledgebookError):
    """The trained language pipeline is not installed with the package."""


class UnknownFormat(PledgebookError):
    """A format that nothing here writes."""


class UnwritableFile(PledgebookError):
    """A place where nothing can be written."""
