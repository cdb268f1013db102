"""Date expressions -> EDTF: each rule of the grammar with what its words stand for on the day of publication."""

from __future__ import annotations

import datetime as dt

from diplomod.reading.dates import calendars
from diplomod.reading.dates.clock import Clock, Reader
from diplomod.reading.dates.grammar import Expression
from diplomod.reading.dates.spans import half_of_month, last_quarter, weekday_beside, within
from diplomod.reading.dates.tense import FUTURE, PAST, PLANNED_THEN
from diplomod.reading.dates.words import HOLIDAYS, pieces

_ELEVEN_MONTHS = 330
_NO_DAY = frozenset("every each any most many some".split())
_DAY_NAMES = frozenset("black bloody super ash fat holy cyber maundy shrove palm easter good".split())
_PAPERS = frozenset("times telegraph express mirror post mail herald star tribune".split())
_MONTH_LEADS = frozenset(
    "in of since by until till from to through during for before after between last this next early late mid "
    "earlier and".split()
)
_ON_A_DAY = frozenset("on by until till from since".split())
_NEAR = 45  # days between publication and a date that those after it may be reckoned from
_PREFIXES = frozenset("pre post".split())
_NO_YEAR_BEFORE = frozenset(
    "$ £ € ¥ # no. no number nos. resolution resolutions flight article section room route highway channel boeing "
    "airbus page law decree over than nearly some only least most exactly × model".split()
)
_NO_YEAR_AFTER = frozenset(
    "percent % km kilometers kilometres miles meters metres feet ft m kg tons tonnes gmt utc hours hrs people men women "
    "troops soldiers dollars euros yen pounds points shares times barrels a.m. p.m. et local million billion km/h".split()
)
NEXT_DAYS = 3  # what was planned for a day of the week lies no further ahead, else behind
_ROOT_OF_DURATION = frozenset("over for during within in throughout".split())


def _day(year: int | None, number: int | None, day: int | None) -> str | None:
    if year is None or number is None or day is None:
        return None
    found = calendars.exists(year, number, day)
    return found.isoformat() if found else None


def _iso(found: Expression, clock: Clock) -> str | None:
    """``2024-05-03`` is that day."""
    month, day = found.all("d")
    return _day(found.year, month, day)


def _figures(found: Expression, clock: Clock) -> str | None:
    """``03/05/2024`` is 3 May or 5 March, by what other dates of the text allow and by its points; ``3.5.24`` is 3 May."""
    numbers = [
        int(word) for code, word in zip(found.codes, found.words, strict=True) if code in "dnY" and word.isdecimal()
    ]
    if len(numbers) != 3:  # "3-5 - ninety-six"
        return None
    one, two, year = numbers
    if year < 100:
        if len(found.words[-1]) != 2:
            return None
        year += 2000 if year < 50 else 1900
    if "." in found.codes or one > 12 or (two <= 12 and not clock.month_first):
        one, two = two, one
    return _day(year, one, two)


def _attacks(found: Expression, clock: Clock) -> str | None:
    """``since 9/11`` is 2001-09-11; no other two figures make a date."""
    return "2001-09-11" if found.numbers("d") == [9, 11] else None


def _named_day(found: Expression, clock: Clock) -> str | None:
    """``3 May``, ``Friday, May 3, 2024``: that day, of the year that is told or else the one that fits."""
    month, day = found.get("M"), found.get("do")
    if month is None or day is None or not _is_month(found, clock, bare=False):
        return None
    year = found.year
    if year is None and found.has("A") and clock.today:
        year = clock.today.year + _step(found)
    if year is None:
        year = _year_for(found, clock, month, day)
    return _day(year, month, day)


def _days(found: Expression, clock: Clock) -> str | None:
    """``May 3-5``, ``between 3 and 5 May``: from the one day to the other."""
    month, days = found.get("M"), found.numbers("do")
    if month is None or not _is_month(found, clock, bare=False) or days[0] >= days[1]:
        return None
    if found.has("w") and days[1] != days[0] + 1 and not _between(found, clock):
        return None
    year = found.year or _year_for(found, clock, month, days[0])
    first, last = _day(year, month, days[0]), _day(year, month, days[1])
    return f"{first}/{last}" if first and last else None


def _between(found: Expression, clock: Clock) -> bool:
    return "between" in clock.tokens.lowers[max(0, found.first - 2) : found.first]


def _day_of_month(found: Expression, clock: Clock) -> str | None:
    """``the 15th of this month``: that day of the month of publication."""
    if not clock.today:
        return None
    month = calendars.month(clock.today.year, clock.today.month + _step(found))
    return _day(int(month[:4]), int(month[5:]), found.get("o"))


def _day_alone(found: Expression, clock: Clock) -> str | None:
    """``on the 21st``, ``on the 14th and 15th``: of the month told last, if it is near, else of the one that fits the verb."""
    tokens, days = clock.tokens, found.all("o")
    after = tokens.tags[found.last] if found.last < len(tokens.tags) else "."
    led = found.first > 0 and tokens.lowers[found.first - 1] in _ON_A_DAY
    figures = all(word[0].isdecimal() for code, word in zip(found.codes, found.words, strict=True) if code == "o")
    if not led or not figures or after[0] in "JNV" or clock.today is None or days != sorted(days):
        return None
    told, today = clock.day, clock.today
    number = today.month
    if told is not None and abs((told - today).days) < _NEAR:
        today, number = told, told.month
    else:
        way = clock.way(found)
        number += (way == FUTURE and days[0] < today.day) - (way == PAST and days[0] > today.day)
    month = calendars.month(today.year, number)
    first, last = (_day(int(month[:4]), int(month[5:]), day) for day in (days[0], days[-1]))
    return f"{first}/{last}" if first and last and first < last else first


def _week_of(found: Expression, clock: Clock) -> str | None:
    """``the week of May 3``: from Monday to Sunday around that day."""
    day = _named_day(found, clock)
    if not day:
        return None
    return (calendars.weekend if found.has("E") else calendars.week)(dt.date.fromisoformat(day))


def _year_for(found: Expression, clock: Clock, month: int, day: int) -> int | None:
    """The year of a day that is told without one: by the weekday beside it, then by tense and closeness."""
    today, weekday = clock.today, found.get("W")
    if today is None:
        if clock.year is not None and _agrees(clock.year, month, day, weekday):
            return clock.year
        fitting = [year for year in clock.years if _agrees(year, month, day, weekday)]
        return fitting[0] if len(fitting) == 1 else None
    years = (today.year - 1, today.year, today.year + 1)
    near = [there for year in years if (there := calendars.exists(year, month, day)) is not None]
    if weekday is not None:
        near = [day for day in near if day.weekday() == weekday] or near
    if not near:
        return today.year
    past = [day for day in near if day <= today]
    ahead = [day for day in near if day >= today]
    if not past or not ahead:
        return min(near, key=lambda day: abs(day - today)).year
    back, forth = (today - past[-1]).days, (ahead[0] - today).days
    way = _lean(found, clock)
    if way == PAST:
        return past[-1].year if back <= _ELEVEN_MONTHS else ahead[0].year
    if way == FUTURE:
        return ahead[0].year if forth <= _ELEVEN_MONTHS else past[-1].year
    return past[-1].year if back <= forth else ahead[0].year


def _agrees(year: int, month: int, day: int, weekday: int | None) -> bool:
    found = calendars.exists(year, month, day)
    return found is not None and (weekday is None or found.weekday() == weekday)


def _lean(found: Expression, clock: Clock) -> int:
    """The way that words of the expression itself or else the verb tell."""
    if found.has("L"):
        return PAST
    if found.has("NC"):
        return FUTURE
    before = clock.tokens.lowers[found.first - 1] if found.first else ""
    return PAST if before == "since" else clock.way(found)


def _step(found: Expression) -> int:
    """Of last -1, of next 1, of this 0."""
    return -1 if found.has("LPR") else 1 if found.has("NCF") else 0


def _is_month(found: Expression, clock: Clock, *, bare: bool) -> bool:
    """Whether a month's name is meant for the month: capital ``May`` of a date, not ``may``, nor Mrs May or April."""
    at = found.codes.index("M")
    place = next(
        (i for i in range(found.first, found.last) if clock.tokens.lowers[i].endswith(found.words[at])), found.first
    )
    word, lower = clock.tokens.words[place], clock.tokens.lowers[place]
    plain = lower.rstrip(".")
    if "-" in lower and any(code == "_" and piece not in _PREFIXES for code, piece in pieces(lower)):
        return False  # "Seo Min-jun"
    if not any(c.isupper() for c in word):
        return plain not in ("may", "march", "mar", "august", "dec", "sep", "jan") and "-" in lower
    if not bare or plain not in ("may", "march", "april", "june", "august", "mar", "jan", "dec"):
        return True
    if found.codes[:-1].strip("t-"):
        return True
    tokens = clock.tokens
    begin = tokens.sentences[tokens.sentence_of[place]][0]
    before = tokens.lowers[place - 1] if place > begin else ""
    if before in _MONTH_LEADS:
        return True
    after = tokens.lowers[found.last : found.last + 1]
    return plain == "june" and after != ["'s"] and not (place > begin and tokens.tags[place - 1] == "NNP")


def _month(found: Expression, clock: Clock) -> str | None:
    """``in June``, ``June 2024``, ``last June``: that month, of the year that is told or else the one that fits."""
    month = found.get("M")
    if month is None or not _is_month(found, clock, bare=True):
        return None
    year, today = found.year, clock.today
    if year is None and found.has("A"):
        if today:
            year = today.year + _step(found)
        elif clock.told:
            year = clock.told[0]
    elif year is None and today is None:
        year = clock.year
    elif year is None and found.has("G") and clock.told:
        year = clock.told[0]  # "They met in May 2022; a visit planned for that September failed"
    elif year is None and today is not None:
        year = today.year
        way = _lean(found, clock)
        if found.has("L"):
            year -= month >= today.month
        elif found.has("N"):
            year += month <= today.month
        elif not found.has("T"):
            if way == PAST:
                year -= month > today.month
            elif way == FUTURE:
                year += month < today.month
            elif month - today.month > 6 or (way == PLANNED_THEN and month - today.month > 5):
                year -= 1
            elif today.month - month > 9:
                year += 1
    return None if year is None else f"{year:04}-{month:02}{_about(found)}"


def _about(found: Expression) -> str:
    return "~" if found.has("m") else ""


def _year(found: Expression, clock: Clock) -> str | None:
    """``in 2019``, ``last year``: that year, unless the number counts something else."""
    year = found.year
    if year is None or not _is_year(found, clock, year):
        return None
    return f"{year:04}{_about(found)}"


def _is_year(found: Expression, clock: Clock, year: int) -> bool:
    """Whether four figures are a year: not an amount, the number of a resolution, a time of the day."""
    if found.codes.strip("mY") or found.has("y"):
        return not found.has("y") or found.first > 0
    tokens = clock.tokens
    begin, end = tokens.sentences[tokens.sentence_of[found.first]]
    before = tokens.lowers[found.first - 1] if found.first > begin else ""
    after = tokens.lowers[found.last] if found.last < end else ""
    if before in _NO_YEAR_BEFORE or after in _NO_YEAR_AFTER or not 1500 <= year <= 2150:
        return False
    if before in ("at", "-", "/", ".", "/") or after in ("/", "°"):
        return False
    if before in ("in", "since", "by", "until", "during", "of", "the", "through", "from", "till", "("):
        return not (before in ("of", "by", "from", "through") and tokens.tags[found.last : found.last + 1] == ["NNS"])
    if before in ("and", "or", ",", "to"):
        return 1800 <= year <= 2100 and not (found.last < end and tokens.tags[found.last] == "NNS")
    return 1900 <= year <= 2100 and not (found.last < end and tokens.tags[found.last] == "NNS" and _counted(before))


def _counted(before: str) -> bool:
    return before not in ("the", "'s", "his", "her", "its", "their", "our", "my", "your", "'")


def _years(found: Expression, clock: Clock) -> str | None:
    """``1995-99``, ``from 1995 to 1999``: from the one year to the other."""
    first, last = found.numbers("Ydn")
    short = len(found.words[-1]) == 2
    if short and "-" in found.codes and last <= 12 and last != (first + 1) % 100:
        return f"{first:04}-{last:02}"
    if short:
        last += first - first % 100 + (100 if last < first % 100 else 0)
    return f"{first:04}/{last:04}" if first < last < first + 200 and 1500 < first < 2150 else None


def _spoken(found: Expression, clock: Clock) -> str | None:
    """``nineteen eighty-nine`` is 1989."""
    numbers = found.numbers("@n")
    if found.has("0"):
        return "2000" if numbers == [2] and found.has("A") else None
    head, tail = numbers[0], sum(numbers[1:])
    if head not in (18, 19, 20) or not 10 <= tail <= 99 or (len(numbers) == 3 and (numbers[1] < 20 or numbers[2] > 9)):
        return None
    return f"{100 * head + tail}"


def _decade(found: Expression, clock: Clock) -> str | None:
    """``the 1990s``, ``the nineties``: that decade."""
    if found.has("Z"):
        tens = found.get("Z")
    else:
        year = found.year
        tens = year // 10 if year and not year % 10 else None
    return None if tens is None else calendars.decade(tens)


def _century(found: Expression, clock: Clock) -> str | None:
    """``the 19th century``: that century."""
    number = found.get("o")
    return calendars.century(number) if number and 10 <= number <= 22 else None


def _quarter(found: Expression, clock: Clock) -> str | None:
    """``the first quarter of 2024``: those three months."""
    number = found.get("oq")
    if number is None or number > 4:
        return None
    year, today = found.year, clock.today
    before = found.has("rg")
    if year is None and today is not None:
        year = today.year
        if found.has("A") and not before:
            year += _step(found)
        elif clock.period and clock.period[1] == number and clock.period[0] in (year - 1, year):
            year = clock.period[0]
        else:
            now = (today.month + 2) // 3
            year -= number > now and clock.way(found) != FUTURE and number - now > 1
            year += number < now - 2 and clock.way(found) == FUTURE
        year -= before
    if year is None:
        return None
    clock.whole_years = False
    if not before and (today is None or (today.year - 1, 0) < (year, number) <= (today.year, (today.month + 2) // 3)):
        clock.period = year, number
    return calendars.quarter(year, number)


def _quarter_now(found: Expression, clock: Clock) -> str | None:
    """``this quarter``: the three months around publication."""
    today = clock.today
    if found.has("TLN") and today:
        now = (today.month + 2) // 3
        if found.has("A"):
            return calendars.quarter(*clock.period) if clock.period else None
        return calendars.quarter(today.year, now + _step(found))
    if found.has("A"):
        return f"{today.year - 1}" if today else None
    if clock.period is None:
        return None
    return calendars.quarter(*clock.period)


def _quarter_before(found: Expression, clock: Clock) -> str | None:
    """``the year-earlier quarter``: the one a year before that told last."""
    if clock.whole_years or clock.period is None:
        return f"{clock.today.year - 1}" if clock.today else None
    return calendars.quarter(clock.period[0] - 1, clock.period[1])


def _months(found: Expression, clock: Clock) -> str | None:
    """``the first nine months``: no date, but the years that follow are whole ones."""
    clock.whole_years = True
    return None


def _half(found: Expression, clock: Clock) -> str | None:
    """``the second half of 2024``: those six months."""
    number = 2 if found.has("L") and not found.has("o") else found.get("o")
    year = found.year
    if year is None and clock.today:
        year = clock.today.year + (_step(found) if found.codes[-1] == "A" and found.codes[-2] in "LN" else 0)
    return calendars.half(year, number) if year is not None and number in (1, 2) else None


def _season(found: Expression, clock: Clock) -> str | None:
    """``last winter``, ``in the spring of 2024``: that season."""
    season, year, today = found.get("S"), found.year, clock.today
    tokens = clock.tokens
    if season is None:
        return None
    before = tokens.lowers[found.first - 1] if found.first else ""
    if year is None and not found.has("LNTPCFRerb"):
        word = tokens.lowers[found.last - 1]
        if before not in ("in", "by", "since", "until", "during", "through", "for", "over") and not found.has("A"):
            return None
        if word in ("fall", "spring") and not found.has("t") and tokens.tags[found.last - 1][:1] == "V":
            return None
    if year is None and today is not None:
        year = today.year
        now = 24 if today.month in (12, 1, 2) else 21 + (today.month - 3) // 3
        over = season < now or (now == 24 and today.month < 3)
        if found.has("A"):
            year += _step(found)
        elif found.has("LP"):
            year -= 0 if season < now and today.month > 2 else 1
        elif found.has("N"):
            year += over and today.month > 2
        elif not found.has("T") and (before == "since" or clock.way(found) == PAST):
            behind = season < now and today.month > 2
            year -= not behind and season != now
    elif year is None and found.has("A") and clock.told:
        year = clock.told[0]
    return None if year is None else f"{year:04}-{season}"


def _holiday(found: Expression, clock: Clock) -> str | None:
    """``on Christmas Day``, ``at Easter``: the day on which it fell in that year."""
    today, year = clock.today, found.year
    code = next((c for c in "V9" if c in found.codes), "V")
    names = [word for c, word in zip(found.codes, found.words, strict=True) if c in "V9AsDW8"]
    name = ("new year's " + names[-1]) if code == "9" else " ".join(names).replace(" 's", "'s")
    if name.removesuffix(" day") in HOLIDAYS:
        name = name.removesuffix(" day")
    if name == "easter week" or calendars.holiday(name, 2000) is None:
        return None
    if year is None and today is not None:
        days = [day for y in (-1, 0, 1) if (day := calendars.holiday(name, today.year + y))]
        past, ahead = [day for day in days if day <= today], [day for day in days if day >= today]
        way = _lean(found, clock)
        if way == PAST and past:
            return past[-1].isoformat()
        if way == FUTURE and ahead:
            return ahead[0].isoformat()
        return min(days, key=lambda day: abs(day - today)).isoformat() if days else None
    day = calendars.holiday(name, year) if year is not None else None
    return day.isoformat() if day else None


def _weekday(found: Expression, clock: Clock) -> str | None:
    """``on Friday``: the Friday around publication that fits the tense of the verb."""
    weekday, today, tokens = found.get("W"), clock.today, clock.tokens
    if weekday is None or today is None or not _is_weekday(found, clock):
        return None
    if found.has("K"):
        monday = today - today.weekday() * calendars.DAY
        if found.codes[-2] in "FR" and clock.day:
            monday = clock.day - clock.day.weekday() * calendars.DAY
        return (monday + (weekday + 7 * _step(found)) * calendars.DAY).isoformat()
    day: dt.date | None
    before = tokens.lowers[found.first - 1] if found.first else ""
    if found.has("R"):
        day = calendars.weekday_near(clock.day or today, weekday, PAST, strictly=True)
    elif found.has("F") or (found.has("t") and found.has("N")):
        day = calendars.weekday_near(clock.day or today, weekday, FUTURE, strictly=True)
    elif found.has("GB"):
        day = calendars.weekday_near(clock.day or today, weekday, FUTURE if clock.day else PAST)
    elif found.has("LP"):
        day = calendars.weekday_near(today, weekday, PAST, strictly=True)
    elif found.has("N"):
        day = today + (7 - today.weekday() + weekday) * calendars.DAY
    elif found.has("C"):
        day = calendars.weekday_near(today, weekday, FUTURE, strictly=True)
    elif found.has("T"):
        day = today + (weekday - today.weekday()) * calendars.DAY
        if day < today and clock.way(found) == FUTURE:
            day += 7 * calendars.DAY
    else:
        way = PAST if before == "since" else clock.way(found)
        if way == PLANNED_THEN:
            day = calendars.weekday_near(today + NEXT_DAYS * calendars.DAY, weekday, PAST)
        elif way != FUTURE:
            day = calendars.weekday_near(today, weekday, PAST)
        elif weekday == today.weekday() and clock.day and 0 < (clock.day - today).days < 7:
            day = today + 7 * calendars.DAY  # "leaves on Sunday …; on Thursday she will be received"
        else:
            day = calendars.weekday_near(today, weekday, FUTURE, strictly=before in ("until", "till", "by"))
    return day.isoformat() if day else None


def _is_weekday(found: Expression, clock: Clock) -> bool:
    """Whether one Friday is meant: not every one, no newspaper's name, no ``sat`` or ``wed``."""
    tokens = clock.tokens
    at = found.first
    while at < found.last - 1 and tokens.lowers[at] not in found.words[found.codes.index("W")]:
        at += 1
    word = tokens.words[at]
    if not word[0].isupper():
        return False
    if len(word.rstrip(".")) < 6 and not word.endswith("."):
        after = tokens.lowers[at + 1 : at + 2]
        if after != ["."] and not (at and tokens.lowers[at - 1] == "on"):
            return False
    if "mornings" in found.words or "nights" in found.words:
        return False
    before = tokens.lowers[found.first - 1] if found.first else ""
    after_word = tokens.words[found.last] if found.last < len(tokens.words) else ""
    if before in _NO_DAY or before in _DAY_NAMES:
        return False
    return not (after_word[:1].isupper() and after_word.lower() in _PAPERS)


def _deictic(found: Expression, clock: Clock) -> str | None:
    """``yesterday``, ``today``, ``tomorrow night``: that day, reckoned from publication."""
    today = clock.today
    if today is None:
        return None
    word = next((w for c, w in zip(found.codes, found.words, strict=True) if c == "z"), "")
    step = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    if found.has("jJ"):
        step *= 2
    if found.has("L"):
        step = -1 if found.words[-1] in ("night", "evening") else 0
        if not step:
            return None
    return (today + step * calendars.DAY).isoformat()


def _weekend(found: Expression, clock: Clock) -> str | None:
    """``this weekend``, ``last weekend``: Saturday and Sunday, reckoned from publication."""
    today = clock.today
    if today is None:
        return None
    if found.has("L"):
        return calendars.weekend(today - 7 * calendars.DAY)
    if found.has("N") and not found.has("t"):
        return calendars.weekend(today + 7 * calendars.DAY)
    if found.has("FR"):
        if clock.day is None:
            return None
        return calendars.weekend(clock.day + 7 * _step(found) * calendars.DAY)
    if found.has("GB"):
        return calendars.weekend(clock.day) if clock.day else None
    before = clock.tokens.lowers[found.first - 1] if found.first else ""
    ahead = before in ("for", "by", "until", "before") or clock.way(found) == FUTURE
    if today.weekday() >= 5 or (ahead and not found.has("P")):
        return calendars.weekend(today)
    if found.has("TC") and not found.has("P") and (today.weekday() > 1 or clock.way(found) != PAST):
        return calendars.weekend(today)
    return calendars.weekend(today - 7 * calendars.DAY)


def _counted_from(day: dt.date | None, found: Expression, sign: int) -> str | None:
    """So many units before or after `day`, as exact as the unit: years give a year, months a month."""
    unit = found.unit
    if day is None or unit is None:
        return None
    there = calendars.shifted(day, sign * found.count, unit)
    if there is None:
        return None
    loose = "~" if found.has("m<") else ""
    if unit == "century":
        return f"{there.year // 100:02}XX"
    if unit == "decade" or (unit == "year" and found.count % 10 == 0 and found.count > 90):
        return f"{there.year:04}{loose or '~'}"
    if unit == "year":
        return f"{there.year:04}{loose}"
    if unit in ("month", "quarter"):
        return f"{there.year:04}-{there.month:02}{loose}"
    return there.isoformat() + (loose or ("~" if unit == "week" else ""))


def _ago(found: Expression, clock: Clock) -> str | None:
    """``two weeks ago``: that long before publication."""
    if found.unit == "year" and found.count == 1 and clock.period and not found.has("m"):
        return _quarter_before(found, clock)
    return _counted_from(clock.today, found, PAST)


def _from_now(found: Expression, clock: Clock) -> str | None:
    """``in two weeks’ time``: that long after publication."""
    return _counted_from(clock.today, found, FUTURE)


def _later(found: Expression, clock: Clock) -> str | None:
    """``two days later``: that long after the day told last."""
    sign = PAST if found.words[-1] == "earlier" else FUTURE
    unit = found.unit
    if unit == "year" and found.count == 1 and sign == PAST:
        if clock.period or clock.whole_years:
            return _quarter_before(found, clock)
        if clock.told is None:
            return f"{clock.today.year - 1}" if clock.today else None
    return _counted_from(_running(clock, unit), found, sign)


def _running(clock: Clock, unit: str | None) -> dt.date | None:
    """The day that a count of units starts from: the last day told, for months and years also a month or year alone."""
    if unit in ("year", "decade", "century") and clock.told:
        return dt.date(clock.told[0], 1, 1)
    if unit in ("month", "quarter") and clock.told and clock.told[1]:
        return dt.date(clock.told[0], clock.told[1], 1)
    return clock.day


def _shift(found: Expression, clock: Clock) -> str | None:
    """``They had met the day before.``: so long before, or after, the day told last."""
    if found.has("p"):
        there = clock.day and calendars.shifted(clock.day, PAST, "day")
        return there.isoformat() if there else None
    return _counted_from(_running(clock, found.unit), found, PAST if found.codes[-1] == "J" else FUTURE)


def _within(found: Expression, clock: Clock) -> str | None:
    """``in two days``, ``within three weeks``: that long after publication; looking back it is a duration, and no date."""
    tokens = clock.tokens
    after = tokens.lowers[found.last] if found.last < len(tokens.lowers) else ""
    before = tokens.lowers[max(0, found.first - 2) : found.first]
    if after in ("of", "or", "-", "and") or any(w in ("time", "first", "once", "twice", "only") for w in before):
        return None
    if clock.way(found) != FUTURE or found.unit in ("day", "quarter"):
        return None if clock.way(found) != FUTURE else _counted_from(clock.today, found, FUTURE)
    return _counted_from(clock.today, found, FUTURE)


def _day_again(found: Expression, clock: Clock) -> str | None:
    """``the same day``, ``the following day``: reckoned from the day told last."""
    step = -1 if found.has("R") else 1 if found.has("NF") else 0
    day = clock.day
    if day is None and not step:
        day = clock.today if found.has("i") else None
    there = day and calendars.shifted(day, step, "day")
    return there.isoformat() if there else None


def _year_end(found: Expression, clock: Clock) -> str | None:
    """``the end of the year``, ``by year-end``: that year."""
    if clock.today is None or found.words[-1] not in ("end", "close", "start", "beginning", "middle"):
        return None
    back = found.first and clock.tokens.lowers[found.first - 1] == "since"
    return f"{clock.today.year - bool(back) + _step(found)}"


def _unit(found: Expression, clock: Clock) -> str | None:
    """``next week``, ``this month``, ``last year``: that one, reckoned from publication."""
    unit, today = found.unit, clock.today
    codes = found.codes
    before = clock.tokens.lowers[found.first - 1] if found.first else ""
    relative = found.has("FRGB") or (found.has("N") and "tN" in codes)
    if ("P" in codes and "T" not in codes) or "tL" in codes or ("C" in codes and "T" not in codes):
        return None
    if relative and before in _ROOT_OF_DURATION and "G" not in codes and "B" not in codes and "F" not in codes:
        return None
    if "l" in codes and "c" not in codes:
        return f"{today.year - 1}" if today and unit == "year" else None
    day = today
    if relative:
        day = _running(clock, unit) or (clock.day if unit != "year" else None)
        if day is None and clock.told and unit == "year":
            day = dt.date(clock.told[0], 1, 1)
    if day is None or unit is None:
        return None
    step = -1 if found.has("LPR") else 1 if found.has("NCF") else 0
    there = calendars.shifted(day, step, unit)
    if there is None:
        return None
    if unit == "week":
        return _in_week(found, there, today)
    if unit == "month":
        return f"{there.year:04}-{there.month:02}"
    if unit == "year":
        return f"{there.year:04}"
    if unit == "decade":
        return calendars.decade(there.year // 10)
    return calendars.century(there.year // 100 + 1)


def _in_week(found: Expression, day: dt.date, today: dt.date | None) -> str:
    """``earlier this week`` ends the day before publication, ``later this week`` begins with that day."""
    if found.has("T") and found.has("r") and day == today:
        monday, sunday = day - day.weekday() * calendars.DAY, day + (6 - day.weekday()) * calendars.DAY
        if "later" in found.words:
            return calendars.interval(day, sunday) if day < sunday else day.isoformat()
        if day > monday + calendars.DAY:
            return calendars.interval(monday, day - calendars.DAY)
        return monday.isoformat()
    return calendars.week(day)


READERS: dict[str, Reader] = {
    "iso": _iso,
    "figures": _figures,
    "attacks": _attacks,
    "days": _days,
    "days_before": _days,
    "date": _named_day,
    "date_before": _named_day,
    "day_of_month": _day_of_month,
    "day_alone": _day_alone,
    "week_of": _week_of,
    "quarter": _quarter,
    "last_quarter": last_quarter,
    "quarter_now": _quarter_now,
    "quarter_before": _quarter_before,
    "half": _half,
    "half_of_month": half_of_month,
    "weekday_beside": weekday_beside,
    "until_within": within,
    "months": _months,
    "decade": _decade,
    "century": _century,
    "month": _month,
    "weekday": _weekday,
    "season": _season,
    "holiday": _holiday,
    "deictic": _deictic,
    "weekend": _weekend,
    "ago": _ago,
    "from_now": _from_now,
    "later": _later,
    "shift": _shift,
    "within": _within,
    "day_again": _day_again,
    "year_end": _year_end,
    "unit": _unit,
    "spoken": _spoken,
    "years": _years,
    "year": _year,
}
