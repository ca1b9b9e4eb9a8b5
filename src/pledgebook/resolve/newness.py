"""Wordings before and behind a sum that tell how new it is: totals, earlier pledges, wholes, times."""

import re

from pledgebook.model.timewords import LONG_DAY, LONG_MONTH

HELP = (
    r"(?:contributions?|support|assistance|aid|funding|commitments?|pledges?|donations?|grants?|offers?|packages?"
    r"|promises?|allocations?|relief|loans?|help|spending|disbursements?)"
)

OF_TOTAL = re.compile(r"(?:\([^)]{0,60}\)\s*)?of (?:the|this|that) (?:total|whole|overall|amount|sum)\b")
TOTAL = re.compile(r"\b(?:a (?:combined )?total of|in total|altogether|all told)\b", re.IGNORECASE)
SO_FAR = re.compile(
    r"[^.;:$\d]{0,25}(?:\([^)]{0,40}\)\s*)?[^.;:$\d]{0,90}\b(?:has|have|had)\s+(?:already\s+"
    r"|so far\s+)?(?:provided|given|contributed|delivered|donated|sent|committed|allocated)\b"
)
BRINGS = re.compile(
    r"\b(?:(?:brings?|bringing|brought)\b[^.;]{0,70}|(?:takes?|taking|took|raises?|raising"
    r"|lifts?)\b[^.;]{0,40}\btotal\b"
    rf"[^.;]{{0,30}})\b(?:total|overall|{HELP})\b[^.;]{{0,70}}\bto\s+(?:[\w-]+\s+){{0,3}}$",
    re.IGNORECASE,
)
TOTALLED = re.compile(
    rf"\btotal (?:[\w-]+ )?{HELP}\b[^.;]{{0,160}}"
    r"\b(?:reach(?:ed|es)?|amount(?:s|ed) to|stands? at|stood at|comes? to|is)\b[^.;]{0,60}$"
    rf"|\btotal (?:[\w-]+ ){{0,3}}{HELP}\b[^.;$€£]{{0,120}}\b(?:was|will be|has been|is)\s+"
    r"(?:(?:about|around|over|nearly|almost|more|than|an?|some|estimated|expected|at|least|to|be|under|just|worth)\s+)*$",
    re.IGNORECASE,
)
TOTAL_AMOUNT = re.compile(
    r"\b(?:total|aggregate|overall|combined)\s+(?:amount|value|sum|volume)\b[^.;$€£]{0,110}\b(?:amount(?:s|ed)\s+to|reach(?:ed|es)|stands?\s+at|stood\s+at"
    r"|comes?\s+to|came\s+to|exceed(?:s|ed)|is|was)\s+(?:(?:about|around|over|nearly|almost|more|than|an?|some|up|to)\s+)*$",
    re.IGNORECASE,
)
TOTALS = re.compile(
    rf"\b{HELP}\b[^.;$€£]{{0,40}}\b(?:in\s+\d{{4}}|this\s+year|so\s+far)\s+(?:totals?|totall?ed|amounts?\s+to"
    rf"|amounted\s+to|comes?\s+to)\s+"
    r"(?:(?:about|around|over|nearly|almost|more|than|an?|some)\s+)*$",
    re.IGNORECASE,
)
SUPPORT_TOTALS = re.compile(
    rf"\b{HELP}\s+(?:for|to)\s+(?:the\s+)?[A-Z]\w+\s+(?:now\s+|currently\s+)?"
    r"(?:totals|totall?ed|amounts\s+to|stands\s+at|comes\s+to)\s+"
    r"(?:(?:about|around|over|nearly|almost|more|than|an?|some)\s+)*$"
)
SINCE = re.compile(
    rf"\b(?:over|during|in|for)\s+(?:the\s+)?(?:past|last)\s+(?:\w+\s+)?(?:years|months|decade|weeks)\b"
    rf"|\bbetween\s+\d{{4}}\s+and\s+\d{{4}}|\bin the past(?=\W*$|[,.;])"
    rf"|\bsince\s+(?:last\s|the\s+(?:start|beginning|outbreak|onset|launch|invasion|war|crisis)|early|late|mid|its|\d{{4}}|{LONG_MONTH})",
    re.IGNORECASE,
)
RECORD = re.compile(
    r"\b(?:worst|first|largest|biggest|deadliest|strongest|highest|lowest|most)\b[^.;]{0,60}\bsince\b", re.IGNORECASE
)
ALONE = re.compile(r"\b(?:in|for|during) (?:\d{4}|the (?:past|last) year) alone\b")
RAISED_FROM = re.compile(
    r"\b(?:increas\w+|rais\w+|ris(?:e|es|en|ing)|rose|doubl\w+|tripl\w+|expand\w+|up|boost\w+|jump\w*|grew|grow\w*"
    r"|climb\w*|lift\w*|drop\w*|fell|fall\w*|down|cut|reduc\w+|lower\w*)\b[^;]{0,140}"
    r"\bfrom\s+(?:(?:an?|the|its|their|about|around|nearly|almost|just|over|some|only|initial|earlier|previous|original"
    r"|current|annual|contribution|commitment|pledge|level|total|of)\s+)*$",
    re.IGNORECASE,
)
RAISED_TO = re.compile(
    r"\b(?:increas|rais|ris|rose|doubl|tripl|expand|boost|jump|grew|grow|climb|lift|up|drop|fall|fell|cut|reduc)\w*\b"
    r"[^;]{0,120}\bfrom\b[^;]{0,25}?\d[^;]{0,60}\bto\s+(?:(?:an?|the|about|around|nearly|almost|over|some|more|than|up"
    r"|total|of)\s+)*$",
    re.IGNORECASE,
)
"""Words before what help is raised to "from 5 to 8 million": the whole of it, old money and new."""

LATER_RAISED = re.compile(
    r"\s*(?:\([^)]*\)\s*)?[^.;,\d]{0,40},?\s*\b(?:(?:later|since|now|then)\s+)?(?:doubled|tripled|raised|increased|lifted|upped|boosted"
    r"|topped up)\s+(?:(?:now|later|since|further|again|last|yesterday|today|on)\s+(?:[A-Z]\w+\s+)?)?to\s+\D{0,12}\d",
    re.IGNORECASE,
)
SO_INCLUDED = r"(?:[^.;$€£\d]{0,40}|[^.;]{0,60}\bincluded?\s+(?:[A-Z]{2,3}\s+)?)(?<!under the )(?<!under a )"
EARLIER = re.compile(
    rf"\b(?:previous|earlier|original|prior)\s+(?:replenishment|round|cycle|period|conference|summit"
    rf"|tranche)\b[^.;$€£]{{0,60}}$"
    rf"|\b(?:previous|earlier|original|prior|(?:last|that)"
    rf" (?:week|month|year)['\N{{RIGHT SINGLE QUOTATION MARK}}]s)\s+"
    rf"(?:[\w-]+\s+){{0,2}}{HELP}\b{SO_INCLUDED}$"
    rf"|(?:\w['\N{{RIGHT SINGLE QUOTATION MARK}}]s?|its|their|my|our)\s+initial\s+(?:[\w.-]+\s+)?{HELP} of\s+$"
    r"|\b(?:its|their|our|my)\s+(?:current|existing)\s+(?:contribution|commitment|pledge|support|aid|funding)\s+of\s+$"
    r"|(?<!\bnew )\b(?:commitment|pledge|promise)s?\s+(?:made|given)\b[^.;]{0,80}$"
    rf"|\b(?:previous|earlier|prior)\s+{HELP},?\s+(?:such\s+as|including|like)\b[^;]*$"
    r"|\b(?:originally|initially)\s+(?:[\w-]+\s+){0,6}$",
    re.IGNORECASE,
)
TRANCHE_OF = re.compile(
    r"\b(?:tranches?|instal?lments?|disbursement) (?:of|from|under) "
    r"(?:a|an|the|its|their|\w+['\N{RIGHT SINGLE QUOTATION MARK}]s)\s+(?:[\w-]+\s+){0,4}$",
    re.IGNORECASE,
)
INSTALMENT = re.compile(r"[^.;$€£]{0,40}\b(?:tranche|instal?lment) (?:of|from|under)\b", re.IGNORECASE)
SAID = re.compile(
    r"\b(?:said|says|announced|stated|added|confirmed|told)\b[^.;]{0,60}\bhad\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE
)
HAD = re.compile(r"\bhad\s+(?:(?!been\b)[\w-]+\s+){0,2}$", re.IGNORECASE)
NOW = re.compile(rf"\b(?:today|yesterday|this (?:week|morning|afternoon)|{LONG_DAY})\b", re.IGNORECASE)
MONTH_ALONE = re.compile(rf"(?:[Ii]n\s+)?(?:early\s+|late\s+|mid-)?(?:{LONG_MONTH})(?:\s+(?:last year|\d{{4}}))?")


SUPERLATIVE = re.compile(
    r"\b(?:biggest|largest|highest|most|single|first|only|record)\b[^.;]{0,80}\b(?:to date|so far)\b", re.IGNORECASE
)
SUM = re.compile(r"[$€£¥]\s?\d|\d\s?(?:million|billion|m|bn|crore|lakh)\b", re.IGNORECASE)
PAST_DEED = re.compile(
    r"\b(?:recent|last|previous|earlier|prior|(?:yesterday|week|month|year)['\N{RIGHT SINGLE QUOTATION MARK}]s"
    rf"|(?:{LONG_MONTH})(?:\s+\d{{1,2}})?(?:,?\s+\d{{4}})?)\s+(?:[\w-]+\s+)?"
    r"(?:announcement|commitment|pledge|decision|approval|promise|agreement|reinstatement)\b[^.;$€£]{0,70}$"
    r"|\b(?:announcement|pledge|decision|approval)\s+(?:[\w-]+\s+){0,4}(?:ago|last\s+(?:week|month|year)"
    r"|earlier\s+this\s+\w+)\b"
    r"[^.;$€£]{0,40}$",
    re.IGNORECASE,
)
PART_OF = re.compile(
    r"\b(?:is|are|was|were|comes?|came|forms?|falls?|as)\s+(?:an?\s+|one\s+)?(?:part\s+of|under|from|out\s+of"
    r"|drawn\s+from)\s+"
    r"(?:(?:the|its|their|our|his|her)\s+(?!new\b|latest\b|first\b|next\b)"
    r"|[A-Z][\w.]+['\N{RIGHT SINGLE QUOTATION MARK}]s?\s+"
    r"|the\s+[A-Z][\w.]+['\N{RIGHT SINGLE QUOTATION MARK}]s?\s+)[^.;,$€£]{0,110}$",
    re.IGNORECASE,
)
BUILDS = re.compile(
    r"\b(?:comes?|came)\s+(?:[\w-]+\s+){1,5}after\b|\b(?:builds?|built|building)\s+(?:up)?on\b|\b(?:augment|complement|supplement)(?:s|ing)\b|\bfollows\b|\b"
    r"(?:in\s+addition\s+to|on\s+top\s+of"
    r"|additional\s+to|comes?\s+after|separate\s+from)\b",
    re.IGNORECASE,
)
DOING = re.compile(r"\s+\w+ing\b")
RUNNING = re.compile(
    r"[^.;]*?\b(?:since|so far|to date|total|over the (?:past|last|years)|in recent years)\b", re.IGNORECASE
)
INCLUDING = re.compile(
    r"\d[^;]{0,80}?,?\s+including\s+(?:(?:about|over|more|than|nearly|almost|some|up|to|an?|around)\s+)*$",
    re.IGNORECASE,
)
REACHED = re.compile(
    r"\b(?:has|have|had)\s+(?:now\s+|already\s+)?(?:exceeded|reached|total?led|surpassed|topped|amounted\s+to"
    r"|risen\s+to|grown\s+to)\s+"
    r"(?:(?:about|around|some|over|almost|nearly|more|than|an?|the|total|of|close|to)\s+)*$",
    re.IGNORECASE,
)
WITH_THIS = re.compile(
    rf"\bwith\s+(?:this|the|these|today['\N{{RIGHT SINGLE QUOTATION MARK}}]s)\s+"
    rf"(?:[\w-]+\s+){{0,3}}{HELP}\b[^.;$€£]{{0,80}}$",
    re.IGNORECASE,
)
MADE_BY = re.compile(
    r"\b(?:commitments|pledges|contributions|donations)\s+(?:totall?ing|worth|of|amounting\s+to)\s+(?:(?:about|around|over|nearly|almost|more|than)\s+)*$",
    re.IGNORECASE,
)
MADE = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:in\s+\w+\s+)?(?:have|has)\s+been\s+(?:made|received|announced|secured)\b")
SHARE_OF = re.compile(r"^\W*(?:(?:out\s+)?of|from)\s+(?:the|this|that|these|its)\b[^;]{0,200}$", re.IGNORECASE)
RECENTLY = re.compile(
    r"\b(?:recently|previously|earlier|already)\s+(?:\w+ed|gave|sent)\b[^.;$€£]{0,60}$", re.IGNORECASE
)
WHOLE_LOAN = re.compile(
    r"\d[\w.,]*\)?\s+(?:[\w-]+\s+){0,3}of\s+"
    r"(?:the\s+|an?\s+|its\s+|their\s+|\w+['\N{RIGHT SINGLE QUOTATION MARK}]s\s+)?(?:[\w-]+\s+){0,2}\W?$",
    re.IGNORECASE,
)
LOAN = re.compile(
    r"\)?[\s-]*(?:[\w-]+\s+){0,3}(?:loan|programme|program|package|facility|arrangement|plan|bailout|fund|pledge|commitment)\b",
    re.IGNORECASE,
)
YEAR_ONLY = re.compile(
    r"\b(?:in|during|for)\s+(?:FY|fiscal(?:\s+year)?|the\s+fiscal\s+year)?\s*(?:\(FY\)\s*)?"
    r"(?P<year>(?:19|20)\d{2})\b(?!\s*[-\N{EN DASH}])",
    re.IGNORECASE,
)
DAY = re.compile(rf"\b(?:(?:{LONG_MONTH})\s+\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{LONG_MONTH}))\b", re.IGNORECASE)
BRINGING = re.compile(r"\b(?:bring\w*|brought)\b", re.IGNORECASE)
NEXT_DEED = re.compile(
    r"(?:previously|earlier|already|recently)\s+(?:\w+ed|gave|sent)\s+[^.;$€£\d]{0,40}"
    r"(?:[A-Z]{2,3}\s?)?[$€£¥]?\s?\d[\d.,]*\s?(?:million|billion|m\b|bn\b|crore|lakh)",
    re.IGNORECASE,
)
FRIENDSHIP = re.compile(
    r"(?:[\w-]+\s+){0,2}(?:traditions?|partnerships?|relations?(?:hips?)?|friendships?|ties|polic(?:y|ies)|cooperation"
    r"|bonds?|all(?:y|ies|iance)|conflicts?|interests?)\b",
    re.IGNORECASE,
)
SAID_NOW = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:(?:that|which)\s+)?(?:(?:is|was|were|being)\s+)?(?:just\s+)?"
    r"(?:announced|pledged|approved|unveiled|committed|promised|signed)\s+(?:today|now|here|this\s+(?:morning|week))\b",
    re.IGNORECASE,
)
JOINED = re.compile(
    r"[^;]{0,80}(?:\band\s+|\bas\s+well\s+as\s+|\bplus\s+|\bwith\s+(?:the\s+)?[A-Z]\w+\s+\w+ing\s+)"
    r"(?:(?:about|around|over|nearly|almost|more|than|some|up|to|an?|another)\s+)*"
)
PART_OF_SOME = re.compile(
    r"\b(?:is|are|was|were)\s+part\s+of\s+(?:(?:about|around|over|nearly|almost|more|than|some|up|to|the|an?)\s+)*$",
    re.IGNORECASE,
)
SET_ASIDE = re.compile(
    r"\s*(?:\([^)]*\)\s*)?[^.;]{0,60}?\b(?:has|have|had)\s+(?:already\s+)?(?:reserved|earmarked|committed|pledged|set\s+aside|allocated"
    r"|promised|budgeted)\b",
    re.IGNORECASE,
)
NOT_YET = re.compile(r"\b(?:not|never)\s+(?:\w+\s+)?$|n['\N{RIGHT SINGLE QUOTATION MARK}]t\s+$", re.IGNORECASE)

AFTER_DEED = re.compile(
    r"\bafter\s+(?:the\s+)?[A-Z][^.;$\N{EURO SIGN}\N{POUND SIGN}\d]{0,60}?\s"
    r"(?:announced|pledged|approved|promised|committed"
    r"|provided|donated|gave|sent|allocated|agreed|signed|offered|released|disbursed|passed|unveiled)\s+"
    r"(?:[\w-]+\s+){0,4}$"
)
"""Words before what somebody gave "after" which something else happened."""

FROM_THERE = re.compile(r"\bsince\s+(?!then\b)\w", re.IGNORECASE)
BY_YEAR = re.compile(
    rf"\b(?:by|until|through|up to|as of)\s+(?:the\s+)?(?:end\s+of\s+)?(?:(?:early|late|mid)[\s-])?"
    rf"(?:(?:{LONG_MONTH})\s+)?"
    r"(?:\d{1,2},?\s+)?(?:19|20)\d{2}\b",
    re.IGNORECASE,
)
OF_WHICH = re.compile(r",?\s+of\s+(?:which|this|these|that)\b[^.;]{0,70}$", re.IGNORECASE)
LEADING_GIVER = re.compile(
    r"\b(?:largest|biggest|leading|top|major|main|foremost)\b[^.;$]{0,70}\b(?:donor|contributor|supporter|provider|funder"
    r"|backer|benefactor)s?\b[^.;$]{0,70}?(?:,|\band\b|\bwith\b)\s*(?:(?:and|with|having|has|have)\s+)*(?:already\s+)?"
    r"(?:provid|contribut|giv|donat|deliver|disburs)?\w*\s*(?:(?:about|around|over|nearly|almost|more|than|some|up|to|an?"
    r"|total|of|and|\W?\d[\w.]*(?:\s(?:million|billion|bn|m))?)\s+)*$",
    re.IGNORECASE,
)
"""Words before what the "largest donor" has given so far."""

EVENT_YEAR = re.compile(
    r"\b(?:which|that|who|when|where|struck|hit|killed|killing|destroyed|devastated|began|broke out|erupted)\b"
    r"[^.;]{0,60}$",
    re.IGNORECASE,
)
"""Words before a year that an event is told of, not the gift."""

PERIOD = re.compile(
    r"(?:[-\N{EN DASH}\N{EM DASH}]|\b(?:to|until|till|through|by|and|for|of|between|from|next|period))\s*$",
    re.IGNORECASE,
)
"""Words before a month in which a time that is helped for begins or ends."""

BOUNDS = frozenset({"from", "to", "until", "till", "through", "by", "for"})
TIME_BEHIND = re.compile(
    rf"\s*(?:the\s+(?:spring|summer|autumn|winter|fall|past|last|previous|first|second|third|fourth|early|late|run-up|wake)"
    rf"|early|late|mid|spring|summer|autumn|winter|\d{{4}}|FY|fiscal|(?:{LONG_MONTH})\b)",
    re.IGNORECASE,
)
ADJECTIVES = ("additional", "new", "further", "another", "extra", "fresh", "latest")
OF_THE_SUM = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:(?:worth|in|of|as|for)\s+)(?:[\w-]+\s+)?$", re.IGNORECASE)
"""Words between a sum and an adjective that still describes it: "5 million in new aid"."""

OF_THE_LAST = re.compile(
    r"\d[\w.]*(?:\s(?:million|billion|bn|m|mln|crore|cr|lakh))?\s*(?:\([^)]*\)\s*)?,?\s*$", re.IGNORECASE
)
CONJUNCTION = re.compile(r"\b(?:before|when|while|until|because|although|if|but|after|since)\b", re.IGNORECASE)
IS_NOW = re.compile(r"\b(?:is|are|'s)\s+(?:\w+ly\s+|being\s+)?$", re.IGNORECASE)
KNOWN_LOAN = re.compile(r"\w,?\s+the\s+(?:(?:more|than|nearly|about|over)\s+)*$")
LOAN_NAMED = re.compile(
    r"\)?[\s-]*(?:[A-Z]{2,5}\s+)?(?:loan|programme|program|package|facility|bailout|deal|arrangement|agreement|memorandum)\b",
    re.IGNORECASE,
)
STANDS_AT = re.compile(
    rf"\b{HELP}\b[^;$\N{{EURO SIGN}}\N{{POUND SIGN}}\d]{{0,120}}\b(?:now\s+|currently\s+)?(?:stands|stood)\s+at\s+"
    r"(?:(?:about|around|over|nearly|almost|more|than|an?|some|just|under|well)\s+)*$",
    re.IGNORECASE,
)
_AGO = (
    r"\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+|several|many|some|few|couple\s+of)\s+"
    r"(?:year|month|week|decade|fortnight)s?\s+ago\b"
)
AGO_BEFORE = re.compile(rf"{_AGO}[^.;$\N{{EURO SIGN}}\N{{POUND SIGN}}]{{0,70}}$", re.IGNORECASE)
AGO_BEHIND = re.compile(rf"[^.;$\N{{EURO SIGN}}\N{{POUND SIGN}}\d]{{0,60}}?{_AGO}", re.IGNORECASE)
OUTBREAK = re.compile(
    r"\b(?:since|war|invasion|conflict|earthquake|crisis|outbreak|began|begun|started|broke|struck|hit|seized|took|fell)\b",
    re.IGNORECASE,
)
"""Words of what happened long ago where the gift itself is news."""

OPENING_YEAR = re.compile(r"\s*(?:In|During)\s+(?:19|20)\d{2}\b(?!\s*[-\N{EN DASH}])")
OF_EARLIER = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:out\s+)?(?:of|from|under)\s+(?:(?:an?|the|its|their|his|her)\s+)?(?:previous|earlier|existing"
    r"|prior|already)\b",
    re.IGNORECASE,
)
DRAWN_FROM = re.compile(
    r"\b(?:provided|funded|financed|drawn|paid|sourced|taken|delivered|made\s+available|allocated)\s+"
    r"(?:from|under|through|out\s+of)\s+(?:the|its|their|his|her|[\w.]+['\N{RIGHT SINGLE QUOTATION MARK}]s)\s+"
    r"(?:[\w.'\N{RIGHT SINGLE QUOTATION MARK}-]+\s+){0,3}$",
    re.IGNORECASE,
)
PART_OF_A = re.compile(r"\bpart\s+of\s+an?\s+(?:(?!new\b|fresh\b|latest\b)[\w-]+\s+){0,3}$", re.IGNORECASE)
WHOLE_NAMED = re.compile(
    r"\)?[\s-]*(?:\([^)]*\)\s*)?(?:[\w-]+\s+){0,3}(?:package|programme|program|pledge|commitment|plan|initiative|envelope"
    r"|facility|loan|strategy)\b",
    re.IGNORECASE,
)
MADE_THERE = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:pledge|commitment|promise|contribution|announcement|donation|offer)s?\s+(?:\w+\s+)?"
    r"(?:made|announced|given|pledged)\s+(?!today|now|here|this|on\b|yesterday)",
    re.IGNORECASE,
)
RAISING_TO = re.compile(
    r"\d[^;]{0,120}\b(?:doubl|tripl|quadrupl|rais|lift|boost|expand|grow|reach|tak)ing\b"
    r"[^.;$\N{EURO SIGN}\N{POUND SIGN}]{0,90}?(?:\bto|\breaching)\s+"
    r"(?:(?:an?|the|about|around|nearly|almost|over|some|more|than|total|of)\s+)*$",
    re.IGNORECASE,
)
NEXT_SUM = re.compile(r"\s*(?:[A-Z]{2,3}\s?)?[$\N{EURO SIGN}\N{POUND SIGN}]?\s?\d")
SAYING = re.compile(r"\bthat\b")
RAISED_TOTAL = re.compile(
    r"\b(?:rais|tak|lift|push|bring|brought|took)\w*\b[^.;$\N{EURO SIGN}\N{POUND SIGN}]{0,60}\btotal\b"
    r"[^.;$\N{EURO SIGN}\N{POUND SIGN}]{0,30}\b(?:beyond|above|past|over)\s+"
    r"(?:(?:about|nearly|almost|more|than|well)\s+)*$",
    re.IGNORECASE,
)
TROUBLED_SINCE = re.compile(
    r"\b(?:conflicts?|wars?|cris[ie]s|violence|drought|famine|unrest|fighting|occupation|coup|pandemic|power|office"
    r"|independence)\b[^.;,]{0,15}\bsince\b",
    re.IGNORECASE,
)
"""What lasts "since" a time, where a gift does not."""
WHOLE_OPENS = re.compile(r"\W*(?:out\s+)?of\s+(?:the|this|that|these|its)\s+(?:[\w-]+\s+)?", re.IGNORECASE)
BETWEEN_YEARS = re.compile(
    r"\bbetween\s+(?:19|20)\d{2}\s+and\s+(?:19|20)\d{2}\b"
    r"|\bfrom\s+(?:19|20)\d{2}\s+(?:to|through|until)\s+(?:19|20)\d{2}\b"
)
ESTIMATED = re.compile(
    rf"\b{HELP}\s+(?:for|to|from|of)\b[^.;$€£]{{0,60}}\b(?:is|was|are|were)\s+(?:estimated|reckoned)\s+at\s+"
    r"(?:(?:about|around|over|nearly|almost|more|than|an?|some)\s+)*$",
    re.IGNORECASE,
)
TOTAL_OF = re.compile(
    rf"(?:\b(?:its|their|our|his|her)|['\N{{RIGHT SINGLE QUOTATION MARK}}]s?)\s+total\s+(?:[\w-]+\s+)?{HELP}"
    r"\s+(?:of|worth)\s+(?:(?:about|around|over|nearly|almost|close|to|more|than|an?|some)\s+)*$",
    re.IGNORECASE,
)
ADDED_TO = re.compile(r"\b(?:to|on top of|than|over)\s+(?:the|its|their|what|those)\b", re.IGNORECASE)
