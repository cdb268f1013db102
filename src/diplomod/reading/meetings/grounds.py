"""Which rule and which words made each value of a meeting."""

from __future__ import annotations

from collections.abc import Iterator

from diplomod.model import Meeting, MeetingFormat, Span
from diplomod.reading.meetings.circumstances import INDIRECT, PHONE, VIDEO, format_of, place, when
from diplomod.reading.meetings.clusters import Cluster
from diplomod.reading.meetings.context import HERE, Context, Sighting
from diplomod.reading.meetings.merging import merge
from diplomod.reading.meetings.topics import find_topics
from diplomod.reading.parts import Form, Ground, Presence

Range = tuple[int, int]

DIRECT = frozenset(("direct", "face-to-face"))
FORMATS = {
    MeetingFormat.VIDEO: VIDEO,
    MeetingFormat.PHONE: PHONE,
    MeetingFormat.INDIRECT: INDIRECT,
    MeetingFormat.DIRECT: DIRECT,
}


def grounds_of(context: Context, cluster: Cluster, meeting: Meeting) -> Iterator[Ground]:
    """The grounds of a meeting as the sightings of `cluster` tell it, in the order of its fields.

    Of ``Vik met Luna in Oslo.`` the status has the rule `status_of` and the word ``met``, the place the rule `place` and
    the word ``Oslo``.
    """
    for sighting in cluster.sightings:
        if sighting.kind is meeting.kind or sighting is cluster.main:
            token = cluster.kind_at if sighting is cluster.main else sighting.token
            yield Ground(field="kind", rule=sighting.rule, words=(_word(context, token),))
    for sighting in _tellers(cluster):
        yield Ground(field="status", rule=sighting.decided[0], words=_status_words(context, sighting))
    if meeting.when is not None:
        rule = cluster.when_by or when
        yield Ground(field="when", rule=rule, words=_spans(meeting.when.span) or _evidence(meeting))
    if meeting.place is not None:
        yield Ground(field="place", rule=place, words=_spans(meeting.place.span) or _evidence(meeting))
    yield from _parties(context, cluster, meeting)
    yield from _people(context, cluster, meeting)
    yield from _format(context, cluster, meeting)
    yield from _others(context, cluster, meeting)
    for topic in meeting.topics:
        yield Ground(field="topics", rule=find_topics, words=_spans(topic), value=topic.text)
    for number, span in enumerate(meeting.evidence):
        told = [s for s in cluster.sightings if span.start <= context.tokens.starts[s.token] < span.end]
        rule = told[0].rule if told else cluster.main.rule
        yield Ground(field="evidence", rule=rule, words=_spans(span), value=str(number + 1))


def _tellers(cluster: Cluster) -> list[Sighting]:
    """The sightings that tell the status of the encounter: those that are instances, else the main one."""
    told = [s for s in cluster.sightings if s.status is cluster.status and s.strong and not s.in_title]
    return told or [s for s in cluster.sightings if s.status is cluster.status] or [cluster.main]


def _status_words(context: Context, sighting: Sighting) -> tuple[Range, ...]:
    """The verbs that decide, from the word itself up to the first finite one; without any the phrase."""
    number = sighting.decided[1]
    found = []
    for _ in range(8):
        if number is None:
            break
        clause = context.clauses[number]
        found.append(_characters(context, clause.verb.first, clause.verb.last))
        number = None if clause.verb.form is Form.FINITE else clause.governor
    if not found:
        phrase = context.phrases.noun_at[sighting.token]
        nouns = context.phrases.nouns
        found = [
            _word(context, sighting.token)
            if phrase < 0
            else _characters(context, nouns[phrase].first, nouns[phrase].last)
        ]
    return tuple(found)


def _parties(context: Context, cluster: Cluster, meeting: Meeting) -> Iterator[Ground]:
    """Each side: the words that name it where the meeting is told; else the talks that the text is about, or the place."""
    for party in meeting.parties:
        told = False
        for sighting in cluster.sightings:
            for presence in sighting.sides:
                mention = context.mention(presence.mention)
                own = next((one for one in mention.parties if one.code == party.code), None)
                if own is not None:
                    told = True
                    words = _mentioned(context, presence)
                    yield Ground(
                        field="parties", rule=sighting.rule, words=(words, *_apart(own.span, words)), value=party.code
                    )
            if party.code in sighting.hosts and sighting.place is not None:
                told = True
                yield Ground(field="parties", rule=place, words=_place_words(context, sighting.place), value=party.code)
        if not told:
            yield Ground(field="parties", rule=merge, words=_spans(party.span) or _evidence(meeting), value=party.code)


def _place_words(context: Context, number: int) -> tuple[Range, ...]:
    if number == HERE:
        return () if context.here is None else _spans(context.here.span)
    mention = context.mention(number)
    return (_characters(context, mention.first, mention.last),)


def _people(context: Context, cluster: Cluster, meeting: Meeting) -> Iterator[Ground]:
    for person in meeting.people:
        for sighting in cluster.sightings:
            for presence in (*sighting.sides, *sighting.others):
                mention = context.mention(presence.mention)
                if mention.person is not None and mention.person.name == person.name:
                    words = _mentioned(context, presence)
                    yield Ground(field="people", rule=sighting.rule, words=(words,), value=person.name)


def _format(context: Context, cluster: Cluster, meeting: Meeting) -> Iterator[Ground]:
    if meeting.format is None:
        return
    words = FORMATS[meeting.format]
    for sighting in cluster.sightings:
        if sighting.format is meeting.format:
            first, last = context.tokens.sentences[sighting.sentence]
            at = [token for token in range(first, last) if context.tokens.lowers[token] in words]
            near = min(at, key=lambda token: abs(token - sighting.token), default=sighting.token)
            yield Ground(field="format", rule=format_of, words=(_word(context, near),))


def _others(context: Context, cluster: Cluster, meeting: Meeting) -> Iterator[Ground]:
    """Host and mediators: who stands at the encounter and is no side of it."""
    wanted = [("mediators", party.code) for party in meeting.mediators]
    if meeting.host is not None:
        wanted.insert(0, ("host", meeting.host.code))
    for field, code in wanted:
        for sighting in cluster.sightings:
            for presence in sighting.others:
                if any(party.code == code for party in context.mention(presence.mention).parties):
                    words = _mentioned(context, presence)
                    yield Ground(field=field, rule=sighting.rule, words=(words,), value=code)


def _mentioned(context: Context, presence: Presence) -> Range:
    mention = context.mention(presence.mention)
    return _characters(context, mention.first, mention.last)


def _apart(span: Span | None, words: Range) -> tuple[Range, ...]:
    """The words that tell a party, where they stand outside the mention (``he``, and ``Russian`` long before)."""
    return () if span is None or (words[0] <= span.start < words[1]) else ((span.start, span.end),)


def _word(context: Context, token: int) -> Range:
    return context.tokens.starts[token], context.tokens.ends[token]


def _characters(context: Context, first: int, last: int) -> Range:
    return context.tokens.starts[first], context.tokens.ends[last - 1]


def _spans(span: Span | None) -> tuple[Range, ...]:
    return () if span is None else ((span.start, span.end),)


def _evidence(meeting: Meeting) -> tuple[Range, ...]:
    return ((meeting.evidence[0].start, meeting.evidence[0].end),)
