"""The grammar of times: one pattern for each way of saying when, shared by those who find times and who read them."""

import re
from functools import cache

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tue", "tues"),
            ("wednesday", "wed"),
            ("thursday", "thu", "thur", "thurs"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        )
    )
    for name in names
}
# first and last month; winter runs into the next year
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
COUNTS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "fifteen": 15,
    "eighteen": 18,
    "twenty": 20,
    "thirty": 30,
    "several": 3,
    "few": 3,
    "couple": 2,
}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}

LONG_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
"""The alternatives of a pattern for a month by its whole name."""

LONG_DAY = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
"""The alternatives of a pattern for a weekday by its whole name."""

MONTH_NAMES = tuple(LONG_MONTH.split("|"))
DAY_NAMES = tuple(LONG_DAY.split("|"))
_MONTH = rf"(?:(?:{LONG_MONTH})\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
_SHORT_DAY = rf"(?:{LONG_DAY}|Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_YEAR = r"(?:19|20)\d\d"
_TH = r"(?:st|nd|rd|th)?"
_COUNT = r"(?:\d{1,3}|" + "|".join(COUNTS) + ")"
_DASH = r"\s*(?:-|\u2013|\u2014|to|and|until|through|till)\s*"
_PART = (
    r"(?:early|mid|late|the\s+end\s+of|end\s+of|the\s+beginning\s+of|the\s+start\s+of|beginning\s+of|the\s+middle\s+of)"
)
_UNIT = r"(?:week|month|year|quarter|decade|summer|spring|autumn|fall|winter)"
_WHICH = r"(?:last|past|previous|this|current|next|coming|following|the\s+same|same)"


_SOURCES: tuple[tuple[str, str], ...] = (
    (
        "iso_day",
        (rf"\b(?P<year>{_YEAR})-(?P<month>0[1-9]|1[0-2])-(?P<day>{_DAY})\b"),
    ),
    (
        "numeric_day",
        (rf"\b(?P<first>[0-3]?[0-9])(?P<mark>[./])(?P<second>[0-3]?[0-9])(?P=mark)(?P<year>{_YEAR})\b"),
    ),
    (
        "days_of_month",
        (
            rf"\b(?:from\s+|between\s+)?(?P<month>{_MONTH})\s+(?P<day>{_DAY}){_TH}{_DASH}"
            rf"(?P<last>{_DAY}){_TH}(?!\d)(?:,?\s+(?P<year>{_YEAR}))?(?!\s*(?:million|billion|per\s?cent|%))"
        ),
    ),
    (
        "days_before_month",
        (
            rf"\b(?:from\s+|between\s+)?(?P<day>{_DAY}){_TH}{_DASH}(?P<last>{_DAY}){_TH}(?:\s+of)?\s+"
            rf"(?P<month>{_MONTH})(?:,?\s+(?P<year>{_YEAR}))?"
        ),
    ),
    (
        "month_day",
        (
            rf"\b(?:(?P<weekday>{_SHORT_DAY})\.?,?\s+)?(?P<month>{_MONTH})\s+(?:the\s+)?"
            rf"(?P<day>{_DAY}){_TH}(?![\d:])(?!\s*(?:million|billion|per\s?cent|%))(?:\s*,?\s+(?P<year>{_YEAR})\b)?"
        ),
    ),
    (
        "day_month",
        (
            rf"\b(?:(?P<weekday>{_SHORT_DAY})\.?,?\s+)?(?:the\s+)?(?P<day>{_DAY}){_TH}(?:\s+day)?(?:\s+of)?\s+"
            rf"(?P<month>{_MONTH})(?:,?\s+(?:of\s+)?(?P<year>{_YEAR})\b)?"
        ),
    ),
    (
        "month_year",
        (rf"\b(?:(?P<part>{_PART})[\s-]+)?(?P<month>{_MONTH})(?:\s+of)?,?\s+(?P<year>{_YEAR})\b"),
    ),
    (
        "fiscal_year",
        (
            rf"\b(?i:(?P<fiscal>fiscal year|financial year|FY|fiscal|budget year))\s*(?P<year>{_YEAR}"
            rf"|[0-3][0-9])(?:\s*[-/\u2013]\s*(?P<last>{_YEAR}|[0-9][0-9]))?\b"
        ),
    ),
    (
        "quarter",
        (
            r"\b(?:Q(?P<digit>[1-4])|(?i:(?:the\s+)?(?P<ordinal>first|second|third|fourth|last)\s+"
            rf"(?P<piece>quarter|half)))(?:\s+of)?\s+(?:(?P<year>{_YEAR})|(?P<which>this|next|last|the)\s+year)\b"
        ),
    ),
    (
        "season",
        (
            rf"\b(?:(?P<which>{_WHICH})\s+)?(?:(?P<part>{_PART})[\s-]+)?(?P<season>spring|summer|autumn|winter"
            rf"|fall|Spring|Summer|Autumn|Winter|Fall)(?:\s+of)?\s+(?P<year>{_YEAR})\b"
        ),
    ),
    (
        "years",
        (
            rf"\b(?:from\s+|between\s+|over\s+)?(?P<year>{_YEAR})(?:\s*[-\u2013/]\s*(?P<short>[0-9][0-9](?![0-9]))"
            rf"|{_DASH}(?P<last>{_YEAR}))\b"
        ),
    ),
    (
        "span_of_time",
        (
            r"\b(?i:(?P<how>over|in|within|during|for|across|throughout)\s+(?:a\s+period\s+of\s+|the\s+course"
            r"\s+of\s+)?(?:the\s+)?(?:(?P<which>next|coming|following|past|last|subsequent|first)\s+)?"
            rf"(?P<count>{_COUNT})(?:\s*(?:-|\u2013|to|or)\s*(?P<last>{_COUNT}))?[\s-]+(?P<unit>day|week|month"
            r"|year|decade|quarter)s?)\b"
        ),
    ),
    (
        "coming_times",
        (
            r"\b(?i:(?:in|over|within|during)\s+the\s+(?P<which>coming|next|following|past|last|recent)\s+"
            r"(?:few\s+)?(?P<unit>day|week|month|year)s?)\b"
        ),
    ),
    (
        "ago",
        (
            rf"\b(?i:(?:(?:some|about|almost|nearly|over|more\s+than|just)\s+)?(?P<count>{_COUNT})(?:\s+of)?\s+"
            r"(?P<unit>day|week|month|year|decade)s?\s+(?P<way>ago|earlier|before|later|from\s+now))\b"
        ),
    ),
    (
        "weekday",
        (
            rf"\b(?:(?i:(?P<which>{_WHICH}))\s+)?(?P<weekday>{LONG_DAY})\b(?:\s+(?:morning|afternoon|evening"
            r"|night))?(?:\s+(?i:(?P<week>last|next|this)\s+week))?"
        ),
    ),
    (
        "near_day",
        (
            r"\b(?i:(?P<near>the day before yesterday|yesterday|today|tonight|tomorrow|overnight|this morning"
            r"|this afternoon|this evening|last night|earlier in the day))\b"
        ),
    ),
    (
        "near_month",
        (rf"\b(?i:(?P<which>{_WHICH}))\s+(?P<month>{LONG_MONTH})\b"),
    ),
    (
        "part_of_unit",
        (
            r"\b(?i:(?:(?:by|at|before|until|from|since|towards?)\s+)?(?P<part>the end of|end of|the start of"
            r"|the beginning of|the middle of|the rest of|the remainder of|earlier|later|late|early|mid)[\s-]+"
            r"(?:(?P<which>this|the|last|next|the same|the current|the coming)\s+)?(?P<unit>week|month|year"
            rf"|quarter|decade|{_YEAR}))\b"
        ),
    ),
    (
        "year_end",
        (r"\b(?i:(?:the\s+)?(?P<edge>year[-\s]end|year's\s+end|month[-\s]end|year\u2019s\s+end))\b"),
    ),
    (
        "near_unit",
        (rf"\b(?i:(?:(?P<which>{_WHICH}))\s+(?:fiscal\s+|financial\s+|calendar\s+)?(?P<unit>{_UNIT}|weekend))\b"),
    ),
    (
        "bare_month",
        (
            r"\b(?:(?i:in|since|by|until|till|during|from|of|for|through|before|after|this|throughout|starting"
            rf"|beginning)\s+)(?:(?i:(?P<part>{_PART}))[\s-]+)?(?P<month>{LONG_MONTH})\b(?!\s+\d)"
        ),
    ),
    (
        "part_of_month",
        (rf"\b(?i:(?P<part>{_PART}))[\s-]+(?P<month>{LONG_MONTH})\b(?!\s+\d)"),
    ),
    (
        "bare_year",
        (
            r"\b(?:(?i:(?P<how>in|by|since|until|till|during|from|for|through|before|after|throughout|of|end"
            r"|early|late|mid|to|the|and|starting))[\s-]+)(?:the\s+year\s+)?"
            rf"(?P<year>{_YEAR})\b(?![-/\u2013]\d)(?!\s+(?:million|billion|people|euros|dollars|tonnes|tons))"
        ),
    ),
    (
        "holiday",
        (
            r"\b(?P<holiday>(?:[A-Z][a-z]+(?:'s|\u2019s|s')?\s+){1,3}Day(?!s\b)|Christmas(?:\s+(?:Eve|Day))?"
            r"|Easter(?:\s+(?:Sunday|Monday))?|Thanksgiving|Hanukkah|Passover|Diwali|Nowruz|Eid\s+al-(?:Fitr"
            r"|Adha)|Good\s+Friday|New\s+Year(?:'s|\u2019s)?\s+Eve)\b"
        ),
    ),
)


# what a text must hold before a pattern is worth a search; a pattern without a line here needs a year
NEEDS: dict[str, tuple[str, ...]] = {
    "days_of_month": ("month",),
    "days_before_month": ("month",),
    "month_day": ("month",),
    "day_month": ("month",),
    "near_month": ("month",),
    "bare_month": ("month",),
    "part_of_month": ("month",),
    "weekday": ("weekday",),
    "span_of_time": ("unit",),
    "coming_times": ("unit",),
    "ago": ("unit",),
    "near_unit": ("unit", "season"),
    "part_of_unit": ("unit", "year"),
    "year_end": ("unit",),
    "near_day": ("near",),
    "holiday": ("holiday",),
    "fiscal_year": ("fiscal",),
    "quarter": ("unit", "year"),
}
_WORDS = {
    **dict.fromkeys(MONTHS, "month"),
    **dict.fromkeys(WEEKDAYS, "weekday"),
    **dict.fromkeys(("day", "week", "weekend", "month", "year", "quarter", "decade", "half"), "unit"),
    **dict.fromkeys(("days", "weeks", "months", "years", "quarters", "decades"), "unit"),
    **dict.fromkeys(SEASONS, "season"),
    **dict.fromkeys(("yesterday", "today", "tonight", "tomorrow", "overnight", "morning", "afternoon"), "near"),
    **dict.fromkeys(("evening", "night", "earlier"), "near"),
    **dict.fromkeys(("fiscal", "financial", "budget", "fy"), "fiscal"),
    **dict.fromkeys(("christmas", "easter", "thanksgiving", "hanukkah", "passover", "diwali", "nowruz"), "holiday"),
    **dict.fromkeys(("eid", "new"), "holiday"),
}
_WORD = re.compile(r"[a-z]+|(?:19|20)\d\d")


def kinds_of_time(lowered: str) -> set[str]:
    """Return which kinds of time words a lower-case text holds: the keys that `NEEDS` names."""
    kinds = {_WORDS.get(word) or ("year" if word[0].isdigit() else "") for word in set(_WORD.findall(lowered))}
    if "day" in lowered:
        kinds.add("holiday")
    return kinds - {""}


@cache
def time_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the name and pattern of each way of saying when; where two meet, the longer and then the earlier wins."""
    return tuple((name, re.compile(source)) for name, source in _SOURCES)
