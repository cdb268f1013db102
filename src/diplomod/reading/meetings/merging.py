"""Sightings -> encounters: those that tell of the same one are joined."""

from __future__ import annotations

from collections.abc import Iterable

from diplomod.model import MeetingFormat, MeetingKind, MeetingStatus, Precision, When
from diplomod.reading.meetings.clusters import Cluster, people_of
from diplomod.reading.meetings.completion import LAST, SEATS, SIDES, TALKS, completed, main_pair
from diplomod.reading.meetings.context import Context, Sighting
from diplomod.reading.meetings.doubles import give_back, without_doubles
from diplomod.reading.meetings.nouns import is_enough
from diplomod.reading.meetings.partners import MEALS
from diplomod.reading.meetings.sides import (
    is_borrowed,
    parties_of,
)
from diplomod.reading.meetings.status import agreed, status_of_subject
from diplomod.reading.meetings.turning import lies_ahead, lies_behind
from diplomod.reading.parts import Clause, Form, Tense

# Looked up once: of an enumeration a member takes as long to find as a function to be called.
BRIEFING, CALL, MEETING, VISIT = MeetingKind.BRIEFING, MeetingKind.CALL, MeetingKind.MEETING, MeetingKind.VISIT
SUMMIT = MeetingKind.SUMMIT
CONFERRED = frozenset((SUMMIT, MeetingKind.CONFERENCE))
ONGOING, HELD = MeetingStatus.ONGOING, MeetingStatus.HELD

PAST = frozenset((MeetingStatus.HELD, MeetingStatus.ONGOING))
CONTINENT, THREE_OF_IT = "EUROPE", frozenset("DEU FRA GBR".split())
ISO_DAY = len("2024-05-01")
AHEAD = frozenset((MeetingStatus.PLANNED, MeetingStatus.POSSIBLE, MeetingStatus.CANCELLED, MeetingStatus.POSTPONED))
ATTENDS = frozenset(("attend", "join", "take part", "participate", "participate in", "sit in"))
OFF = frozenset((MeetingStatus.CANCELLED, MeetingStatus.POSTPONED, MeetingStatus.RULED_OUT))
OBSERVERS = frozenset("observer observers mediator mediators witness facilitator guest guests".split())
EARLY, LATE = 15, 16  # the last day of a month that is early in it, and the first that is late
OLD = 45  # days after which the news is another
CLOSE = 4  # sentences within which an encounter told before is the one that somebody attended
NEAR = 2  # sentences within which one encounter is told on without its sides
NAMED = frozenset("talks summit negotiations consultations".split())


def merge(context: Context, sightings: Iterable[Sighting]) -> list[Cluster]:
    """The encounters in the order of the text; titles are joined to what the body tells."""
    ordered = sorted(sightings, key=lambda one: (one.in_title, one.token))
    give_back(context, ordered)
    ordered = without_doubles(context, ordered)
    pair = main_pair(context, ordered)
    clusters: list[Cluster] = []
    for sighting in ordered:
        parties = parties_of(context, (presence.mention for presence in sighting.sides)) | sighting.hosts
        parties = parties & sighting.only if sighting.only else _at_home(context, sighting, parties)
        if CONTINENT in parties and len(parties & THREE_OF_IT) > 1:
            parties = parties - {CONTINENT}  # "the three European countries of Britain, France and Germany"
        if clusters and _looks_on(context, sighting):
            parties = set()
        home = None if sighting.apart and not sighting.in_title else _best(context, clusters, sighting, parties)
        home = home or _attended(context, clusters, sighting)
        if sighting.apart and sighting.when is None and sighting.status is HELD:
            sighting.when = _day_before(clusters)
        if home is None and _is_content(context, clusters, sighting):
            continue
        if home is None and (_ends_it(context, clusters, sighting) or _began_it(context, clusters, sighting)):
            continue
        if home is not None:
            _join(context, home, sighting, parties)
        elif is_enough(context, sighting) or (pair and _is_spoken_for(sighting)):
            parties = completed(context, clusters, sighting, parties, pair)
            clusters.append(
                Cluster(
                    main=sighting,
                    sightings=[sighting],
                    parties=parties,
                    people=people_of(context, sighting),
                    when=sighting.when,
                    place=sighting.place,
                    status=sighting.status,
                    kind_at=sighting.token if sighting.kind_at is None else sighting.kind_at,
                )
            )
    clusters = [one for one in clusters if not _sums_up(one, clusters) and not _goes_to_talks(context, one, clusters)]
    for cluster in clusters:
        lasting = cluster.main.kind is not CALL
        if lasting and cluster.status is HELD and _goes_on(context, cluster.when):
            cluster.status = ONGOING
        if cluster.status is ONGOING and cluster.when is None and context.today is not None:
            cluster.when, cluster.when_by = When(edtf=context.today.isoformat()), merge  # "are holding talks"
    return sorted(clusters, key=lambda one: one.main.token)


def _attended(context: Context, clusters: list[Cluster], sighting: Sighting) -> Cluster | None:
    """The encounter told last, where one more is said to have been there: ``Haiti's ambassador attended the meeting.``"""
    number = sighting.decided[1]
    if number is None or not sighting.definite or sighting.when is not None:
        return None
    clause = context.clauses[number]
    if clause.verb.lemma not in ATTENDS or sighting.in_title or not clusters:
        return None
    last = clusters[-1]
    near = sighting.sentence - last.sightings[-1].sentence <= CLOSE and not last.main.in_title
    near = near and _same_place(context, last.place, sighting.place)
    return last if near and last.main.kind in TALKS and (last.status in PAST) == (sighting.status in PAST) else None


def _looks_on(context: Context, sighting: Sighting) -> bool:
    """Whether the words behind an encounter make somebody an onlooker: ``attended the talks as an observer``."""
    words = context.tokens.lowers[sighting.token : sighting.token + 5]
    return not OBSERVERS.isdisjoint(words) and words[1:2] not in (["mediators"], ["observers"])  # "met mediators from"


def _goes_to_talks(context: Context, visit: Cluster, clusters: list[Cluster]) -> bool:
    """Whether somebody only goes to where others hold talks that the state of the place has no part in: ``A delegation of the
    rebels arrived in Geneva on Tuesday.``"""
    hosts = visit.main.hosts
    if visit.main.kind is not VISIT or not hosts or visit.place is None:
        return False
    return any(
        other.main.kind in TALKS
        and other.place is not None
        and hosts.isdisjoint(other.parties)
        and bool(other.parties & (visit.parties - hosts))
        and _same_place(context, visit.place, other.place)
        for other in clusters
    )


def _is_content(context: Context, clusters: list[Cluster], sighting: Sighting) -> bool:
    """Whether somebody only briefed the other at an encounter told before: ``The president briefed him on his talks.``"""
    if sighting.kind is not BRIEFING or sighting.when is not None or sighting.place is not None:
        return False
    people = people_of(context, sighting)
    return len(people) > 1 and any(one.status in PAST and people <= one.people for one in clusters[-LAST:])


def _ends_it(context: Context, clusters: list[Cluster], sighting: Sighting) -> bool:
    """Whether a sighting only tells when the encounter told before will end: ``The round is due to end on June 8``."""
    number = sighting.decided[1]
    if number is None or not sighting.definite or sighting.when is None or not lies_ahead(context, sighting.when):
        return False
    ends = any(
        "end" in one.verb.senses for one in context.clauses[number : number + 2] if one.sentence == sighting.sentence
    )
    begun = [
        one
        for one in clusters[-LAST:]
        if one.status in PAST
        and one.main.kind in TALKS
        and one.when is not None
        and len(one.when.edtf) == ISO_DAY
        and (one.main.kind is not MEETING or sighting.kind is MEETING)
    ]
    if not ends or not begun:
        return False
    cluster = max(begun, key=lambda one: "" if one.when is None else one.when.edtf)
    if cluster.when is None or len(sighting.when.edtf) != ISO_DAY:
        return False
    cluster.when = When(edtf=f"{cluster.when.edtf}/{sighting.when.edtf}", span=cluster.when.span)
    cluster.sightings.append(sighting)
    return True


def _began_it(context: Context, clusters: list[Cluster], sighting: Sighting) -> bool:
    """Whether a sighting only tells when the talks told before began: ``closed on Friday. The round, which began on May 3,``."""
    day = sighting.when
    if day is None or not sighting.definite or sighting.kind is not MeetingKind.TALKS or len(day.edtf) != ISO_DAY:
        return False
    clauses = context.clauses_from(sighting.sentence)
    starts = any("start" in one.verb.senses and not one.verb.negated for one in clauses)
    for cluster in reversed(clusters[-LAST:]) if starts else ():
        end = cluster.when
        near = sighting.sentence - cluster.main.sentence <= CLOSE and cluster.main.kind is MeetingKind.TALKS
        if not near or cluster.status not in PAST or end is None or len(end.edtf) != ISO_DAY:
            continue
        if end.latest is None or day.earliest is None or not 0 < (end.latest - day.earliest).days <= OLD:
            continue
        cluster.when = When(edtf=f"{day.edtf}/{end.edtf}", span=end.span)
        cluster.sightings.append(sighting)
        return True
    return False


def _at_home(context: Context, sighting: Sighting, parties: set[str]) -> set[str]:
    """The sides, with the state of the place for somebody met there whose party is only borrowed from who meets him: ``Baker flew
    to Riyadh to consult with King Fahd``."""
    place = None if sighting.place is None else context.place_of(sighting.place)
    if place is None or place.country is None or place.name in SEATS or place.country in parties:
        return parties
    lent = [p.mention for p in sighting.sides if is_borrowed(context, p.mention)]
    own = parties_of(context, (p.mention for p in sighting.sides if p.mention not in lent))
    goes = sighting.clause is not None and _goes_there(context, context.clauses[sighting.clause])
    if not lent or len(own) != 1 or not (goes or parties_of(context, lent) <= own):
        return parties
    return own | ({place.country} & context.lexicon.names.parties.keys())


def _goes_there(context: Context, clause: Clause) -> bool:
    above = None if clause.governor is None else context.clauses[clause.governor]
    return clause.verb.form is Form.INFINITIVE and above is not None and "travel" in above.verb.senses


def _is_spoken_for(sighting: Sighting) -> bool:
    """Whether a clause tells what is to become of an encounter, whose sides go without saying: ``A summit is not excluded``."""
    ahead = sighting.status in AHEAD or sighting.status is MeetingStatus.RULED_OUT
    if sighting.strong and sighting.counted and sighting.kind is MeetingKind.TALKS and sighting.status is HELD:
        return True  # "after 13 rounds of negotiations"
    told = ahead or sighting.definite  # "The talks broke down"
    return sighting.strong and told and sighting.kind in TALKS and sighting.decided[0] is status_of_subject


def _day_before(clusters: list[Cluster]) -> When | None:
    """The day of the encounter told last: ``Earlier in the day she met`` was on that."""
    for cluster in reversed(clusters[-LAST:]):
        when = cluster.when
        if cluster.status in PAST and when is not None and not when.is_interval and when.precision is Precision.DAY:
            return when
    return None


def _goes_on(context: Context, when: When | None) -> bool:
    """Whether what has begun by the day of publication ends on a later one."""
    if when is None or not when.is_interval or context.today is None:
        return False
    first, last = when.earliest, when.latest
    exact = len(when.edtf) == len("2024-05-01/2024-05-02")
    return exact and first is not None and last is not None and first <= context.today < last


def _best(context: Context, clusters: list[Cluster], sighting: Sighting, parties: set[str]) -> Cluster | None:
    """The encounter that a sighting tells of again, None if it is another."""
    best: Cluster | None = None
    best_rank: tuple[int, ...] | None = None
    for cluster in reversed(clusters[-LAST:]):
        if not _compatible(context, cluster, sighting, parties):
            continue
        rank = (
            int(cluster.when is not None and sighting.when is not None),
            int(bool(parties) and parties == cluster.parties),
            int(cluster.status == sighting.status),
            cluster.main.token if not sighting.in_title else -cluster.main.token,
        )
        if best_rank is None or rank > best_rank:
            best, best_rank = cluster, rank
    return best


def _compatible(context: Context, cluster: Cluster, sighting: Sighting, parties: set[str]) -> bool:
    main = cluster.main
    own = (sighting.own_place and cluster.place is None) or (sighting.own_when and cluster.when is None)
    vague = not sighting.strong or (sighting.definite and not own) or sighting.in_title
    if (sighting.aside or main.aside) and sighting.sentence == main.sentence:
        return False
    if {main.kind, sighting.kind} == {CALL, MeetingKind.TALKS} and not vague:
        if MeetingFormat.PHONE in (main.format, sighting.format):
            return False
    known = _heads(cluster, sighting, parties) or _was_off(context, cluster, sighting, parties)
    if not _same_kind(main.kind, sighting.kind) and not known:
        return False
    if main.ordinal and sighting.ordinal and main.ordinal != sighting.ordinal:
        return False
    if CONFERRED & {main.kind, sighting.kind} and _is_meal(context, main) != _is_meal(context, sighting):
        return False  # "a conference in London. He made the request over lunch"
    if not _same_time(cluster.when, sighting.when):
        return False
    if not _same_place(context, cluster.place, sighting.place):
        return False
    if cluster.status in PAST and not sighting.in_title:
        if sighting.when is not None and lies_ahead(context, sighting.when):
            return False  # "after talks with Lima. Leaders are to gather in Oslo on May 3"
    if (
        sighting.strong
        and not sighting.definite
        and len(parties) == 2
        and len(cluster.parties) > 2
        and not sighting.in_title
    ):
        if parties < cluster.parties and sighting.kind is not MeetingKind.TALKS:
            return False  # "She held a bilateral meeting with Raab": beside the conference
    if (
        sighting.sentence == main.sentence
        and not parties
        and _is_new(context, sighting)
        and _is_there(context, sighting)
    ):
        return False  # "may confer in Lima, where a summit is to take place"
    listed = main.counted or sighting.ordinal or sighting.in_title
    if cluster.when is None and cluster.status in PAST and not listed and _is_old(context, sighting):
        return False  # "sat down for talks": not those "last held in 2013"
    dated = _are_dated(cluster.when, sighting.when)
    if (
        not vague
        and (cluster.status in PAST) != (sighting.status in PAST)
        and (OFF & {cluster.status, sighting.status})
    ):
        return False  # "She met her guest on Sunday. The session, set for last week, has been put off"
    if not dated and not _same_status(cluster.status, sighting):
        return False
    gone = cluster.status is MeetingStatus.CANCELLED and sighting.status in AHEAD - OFF
    if not dated and not vague and gone and lies_behind(context, cluster.when):
        return False  # "cancelled a tour in January. He is to visit Lima in May"
    if not dated and not vague and (cluster.status in OFF) != (sighting.status in OFF) and _is_new(context, sighting):
        return False  # "is ready to host a meeting. Lima called off a round set for June"
    if parties and cluster.parties:
        if not (parties <= cluster.parties or (cluster.parties <= parties and len(cluster.parties) > 0)):
            return False
        if parties != cluster.parties and not (vague or dated or sighting.sentence - main.sentence < 3):
            return False
    elif parties or cluster.parties:
        told = sighting.when is not None or sighting.place is not None
        if not vague and not dated and not (told and sighting.sentence - main.sentence <= NEAR):
            return False
    elif not vague:
        return False
    people = people_of(context, sighting)
    if len(people) > 1 and vague and cluster.people and not people & cluster.people and not sighting.in_title:
        return False  # "They met in March. The envoy spoke of her contacts with Petrou and Tezel"
    strangers = people and cluster.people and not people & cluster.people and not vague
    if strangers and not _face(context, cluster, sighting, parties):
        return cluster.status is not HELD and not dated
    if not vague and people - cluster.people and _is_courtesy(context, sighting):
        return False  # "The two sides held consultations. The secretary called on the premier"
    if not vague and main.strong and _differ(context, cluster, sighting):
        return False
    if (
        not vague
        and len(people) > 1
        and len(cluster.people) > 1
        and people - cluster.people
        and cluster.people - people
    ):
        return False
    return not (sighting.counted and not vague)


def _face(context: Context, cluster: Cluster, sighting: Sighting, parties: set[str]) -> bool:
    """Whether those named in each are of one side each: ``Lima met her Chilean counterpart. The meeting with Minister Paz``."""
    if len(cluster.parties) != SIDES or not parties or not parties <= cluster.parties or not sighting.definite:
        return False
    mine, theirs = _by_party(context, [sighting]), _by_party(context, cluster.sightings[-LAST:])
    return len(mine) == len(theirs) == 1 and mine.keys() != theirs.keys()


def _is_courtesy(context: Context, sighting: Sighting) -> bool:
    """Whether a verb tells of a call on somebody, beside what the two sides hold."""
    return sighting.clause is not None and context.clauses[sighting.clause].verb.lemma == "call on"


def _is_old(context: Context, sighting: Sighting) -> bool:
    """Whether what is told was months before the day of publication."""
    end = None if sighting.when is None else sighting.when.latest
    return end is not None and context.today is not None and (context.today - end).days > OLD


def _is_new(context: Context, sighting: Sighting) -> bool:
    """Whether an article shows that what is told was not told before: ``a round``."""
    number = context.phrases.noun_at[sighting.token]
    if context.tokens.lowers[sighting.token] == "one":
        return True
    return number >= 0 and context.tokens.lowers[context.phrases.nouns[number].first] in ("a", "an", "another")


def _is_meal(context: Context, sighting: Sighting) -> bool:
    return context.tokens.lowers[sighting.token] in MEALS


def _is_there(context: Context, sighting: Sighting) -> bool:
    """Whether a clause with ``where`` tells of it: what takes place where the others meet."""
    clause = None if sighting.clause is None else context.clauses[sighting.clause]
    return clause is not None and context.tokens.lowers[clause.first] == "where"


def _heads(cluster: Cluster, sighting: Sighting, parties: set[str]) -> bool:
    """Whether a title calls a visit what the text calls talks of the same sides: ``Lima to visit Oslo``."""
    visit = sighting.in_title and sighting.kind is MeetingKind.VISIT and cluster.main.kind in TALKS
    ahead = sighting.status in AHEAD and cluster.status in AHEAD
    return visit and ahead and len(parties) == 2 and parties == cluster.parties


def _was_off(context: Context, cluster: Cluster, sighting: Sighting, parties: set[str]) -> bool:
    """Whether a visit called off before is the meeting that had been planned: ``scrapped a trip to Lima. She had been due to meet
    the president``."""
    number = sighting.decided[1]
    if cluster.status not in OFF or cluster.main.kind is not VISIT or sighting.status is not MeetingStatus.PLANNED:
        return False
    if number is None or sighting.kind is not MEETING or len(parties) != SIDES or parties != cluster.parties:
        return False
    above = context.clauses[number]
    if above.verb.form is not Form.FINITE and above.governor is not None:
        above = context.clauses[above.governor]
    return (
        above.verb.tense is Tense.PAST
        and above.verb.form is Form.FINITE
        and sighting.sentence - cluster.main.sentence <= CLOSE
    )


def _differ(context: Context, cluster: Cluster, sighting: Sighting) -> bool:
    """Whether one side sent other people: the president met the guest, and the premier met him too."""
    mine, theirs = _by_party(context, [sighting]), _by_party(context, cluster.sightings[-LAST:])
    shared = [code for code in mine if code in theirs]
    return len(shared) > 1 and any(not mine[code] & theirs[code] for code in shared)


def _by_party(context: Context, sightings: list[Sighting]) -> dict[str, set[str]]:
    people: dict[str, set[str]] = {}
    for sighting in sightings:
        for presence in sighting.sides:
            mention = context.mention(presence.mention)
            if mention.person is not None and len(mention.parties) == 1:
                people.setdefault(mention.parties[0].code, set()).add(mention.person.name)
    return people


def _same_kind(one: MeetingKind, other: MeetingKind) -> bool:
    if one is other or (one in TALKS and other in TALKS):
        return True
    return {one, other} == {CALL, MeetingKind.TALKS}


def _same_status(status: MeetingStatus, sighting: Sighting) -> bool:
    other = sighting.status
    if status is other or sighting.in_title or not sighting.strong:
        return True
    if status in PAST and other in PAST:
        return True
    return status in AHEAD and other in AHEAD


def _are_dated(one: When | None, other: When | None) -> bool:
    """Whether both dates are by day, or the same: a year alone ties nothing together."""
    if one is None or other is None:
        return False
    return one.edtf == other.edtf or min(len(one.edtf), len(other.edtf)) >= ISO_DAY


def _same_time(one: When | None, other: When | None) -> bool:
    if one is None or other is None or one.edtf == other.edtf:
        return True
    if _in_other_part(one, other) or _in_other_part(other, one):
        return False
    mine, theirs = one.edtf, other.edtf
    if mine.startswith(theirs) or theirs.startswith(mine):
        return True
    return _covers(mine, theirs) or _covers(theirs, mine)


def _in_other_part(month: When, day: When) -> bool:
    """Whether a day lies in another part of its month than words tell: ``late April`` and the 2nd of April."""
    if month.precision is not Precision.MONTH or month.span is None or day.earliest is None:
        return False
    words = month.span.text.lower()
    exact = day.precision is Precision.DAY
    return exact and (
        ("late " in words and day.earliest.day < LATE) or ("early " in words and day.earliest.day > EARLY)
    )


def _covers(interval: str, other: str) -> bool:
    start, slash, end = interval.partition("/")
    first, _, last = other.partition("/")
    if last:
        return bool(slash) and len(first) == len(last) == ISO_DAY and start <= first and last <= end
    return bool(slash) and start[: len(other)] <= other <= end


def _same_place(context: Context, one: int | None, other: int | None) -> bool:
    if one is None or other is None:
        return True
    here, there = context.place_of(one), context.place_of(other)
    if here is None or there is None:
        return True
    names = {here.name.casefold(), (here.within or "").casefold()}
    if there.name.casefold() in names or here.name.casefold() == (there.within or "").casefold():
        return True
    if here.name.casefold() in there.name.casefold() or there.name.casefold() in here.name.casefold():
        return True
    seat = context.lexicon.names.at_seat_of(here)  # "in the Ugandan capital", "at the White House"
    return seat is not None and seat == context.lexicon.names.at_seat_of(there)


def _join(context: Context, cluster: Cluster, sighting: Sighting, parties: set[str]) -> None:
    cluster.sightings.append(sighting)
    if not sighting.in_title and (sighting.strong or (sighting.definite and not cluster.parties)):
        cluster.parties |= parties
    cluster.people |= people_of(context, sighting)
    if sighting.when is not None and (
        cluster.when is None
        or (len(sighting.when.edtf) > len(cluster.when.edtf) and "/" not in sighting.when.edtf)
        or (
            sighting.own_when and cluster.when.precision is Precision.MONTH and sighting.when.precision is Precision.DAY
        )
    ):
        cluster.when = sighting.when
    if cluster.place is None:
        cluster.place = sighting.place
    if sighting.strong and not sighting.in_title:
        cluster.status = agreed((cluster.status, sighting.status))
    said = sighting.strong or context.tokens.lowers[sighting.token] in NAMED
    if cluster.main.kind is MEETING and sighting.kind in (SUMMIT, MeetingKind.TALKS) and said:
        cluster.main.kind, cluster.kind_at = sighting.kind, sighting.token


def _sums_up(one: Cluster, clusters: list[Cluster]) -> bool:
    """Whether an encounter only counts others that the text tells one by one: ``four rounds. The first …``."""
    if not one.main.counted or (one.when is not None and "/" not in one.when.edtf):
        return False
    return sum(bool(other.main.ordinal) and other.status is one.status for other in clusters if other is not one) > 1
