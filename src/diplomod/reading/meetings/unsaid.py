"""Days that go without saying: that of the news, that of the night before, that of which the text tells."""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from datetime import timedelta

from diplomod.model import MeetingStatus, Precision, When
from diplomod.reading.meetings.clusters import Cluster
from diplomod.reading.meetings.context import Context
from diplomod.reading.meetings.turning import lies_ahead, lies_behind
from diplomod.reading.parts import Form, Relation, Tense, Time

HELD, PLANNED = MeetingStatus.HELD, MeetingStatus.PLANNED
TIMES_BACK = 4  # dates told before that are looked at for the day of the news
OVERNIGHT = frozenset(("overnight",))
PARTS = frozenset("morning afternoon evening earlier".split())
NEAR = 2  # sentences back in which the day of "in the afternoon" is told


def date_by_news(context: Context, clusters: Iterable[Cluster]) -> None:
    """Give encounters of the day of the news, told in the simple past without a date, that day."""
    day: When | None = None  # of the encounter told last that has one
    for cluster in clusters:
        if cluster.status is PLANNED and cluster.when is None:
            when = _part_of_day(context, cluster, day)
            if when is not None and not lies_behind(context, when):  # "and was to see him in the evening"
                cluster.when, cluster.when_by = when, date_by_news
        if cluster.status is HELD and cluster.when is None:
            cluster.when = (
                _night(context, cluster) or _part_of_day(context, cluster, day) or _day_of_news(context, cluster)
            )
            cluster.when_by = None if cluster.when is None else date_by_news
        if cluster.status is HELD and _is_day(cluster.when) and not cluster.main.in_title:
            day = cluster.when


def _is_day(when: When | None) -> bool:
    return when is not None and not when.is_interval and when.precision is Precision.DAY


def _night(context: Context, cluster: Cluster) -> When | None:
    """The day before that of publication and that day, for what was done ``overnight``."""
    if context.today is None or OVERNIGHT.isdisjoint(context.tokens.vocabulary) or cluster.main.in_title:
        return None
    begin, end = context.tokens.sentences[cluster.main.sentence]
    at = next((at for at in range(begin, end) if context.tokens.lowers[at] == "overnight"), -1)
    number = cluster.main.clause
    if at < 0 or number is None or context.home[at] not in (-1, number):
        return None
    before = context.today - timedelta(days=1)
    return When(edtf=f"{before.isoformat()}/{context.today.isoformat()}", span=context.tokens.span(at, at + 1))


def _day_of_news(context: Context, cluster: Cluster) -> When | None:
    """The day told last before an encounter in the simple past, if that is the day of the news: ``Lim was in Oslo on Monday. He
    called on the premier.``"""
    number = cluster.main.clause if cluster.main.decided[1] is None else cluster.main.decided[1]
    if number is None or context.today is None or cluster.main.in_title:
        return None
    verb = context.clauses[number].verb
    if verb.tense is not Tense.PAST or verb.perfect or verb.form is not Form.FINITE:
        return None
    at = bisect.bisect_left(context.times, cluster.main.token, key=lambda time: time.first)
    told = [
        time
        for time in reversed(context.times[max(0, at - TIMES_BACK) : at])
        if not time.when.is_interval and time.when.precision is Precision.DAY and time.when.earliest is not None
    ]
    if not told:
        return None
    main = next(
        (time for time in told if not _is_aside(context, time)), told[0]
    )  # not in "Lim, who flew in on Thursday"
    return _as_news(context, main.when) or _as_news(context, told[0].when)


def _as_news(context: Context, day: When) -> When | None:
    """The day, if it is that of publication or the one before."""
    if context.today is None or day.earliest is None:
        return None
    return day if 0 <= (context.today - day.earliest).days <= 1 else None


def _is_aside(context: Context, time: Time) -> bool:
    home = context.home[time.first]
    return home >= 0 and context.clauses[home].relation is Relation.RELATIVE


def _part_of_day(context: Context, cluster: Cluster, day: When | None) -> When | None:
    """The day told last, for what was done in a part of it: ``She met him on Monday. In the evening she saw his rival.``"""
    number = cluster.main.clause
    if number is None or PARTS.isdisjoint(context.tokens.vocabulary) or cluster.main.in_title:
        return None
    clause, lowers = context.clauses[number], context.tokens.lowers
    begin, end = context.tokens.sentences[clause.sentence]
    told = any(
        (lowers[at] in PARTS and lowers[at - 1] == "the" and lowers[at - 2] in ("in", "during"))
        or (lowers[at] == "earlier" and clause.verb.perfect and clause.verb.tense is Tense.PAST)
        for at in range(begin + 2, end)
        if context.home[at] in (-1, number, clause.governor)
    )
    if not told:
        return None
    at = bisect.bisect_left(context.times, cluster.main.token, key=lambda time: time.first)
    for time in reversed(context.times[max(0, at - TIMES_BACK) : at]):
        away, ahead = clause.sentence - context.tokens.sentence_of[time.first], lies_ahead(context, time.when)
        near = away <= NEAR and not (ahead and (cluster.status is HELD or away > 1))
        if near and _is_day(time.when) and not _is_aside(context, time):
            return time.when
    return day
