"""Clauses -> cues: the words that tell of speech, with those that tell whose speech it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from diplomod.model import PartyKind
from diplomod.reading.parts import Cast, Clause, Form, MentionKind, Phrases, Relation, Tokens
from diplomod.reading.statements.cue import Cue
from diplomod.reading.statements.nouns import has_thought, made_clear, of_denials, of_nouns, of_thoughts

# Looked up once: of an enumeration a member takes as long to find as a function to be called.
INFINITIVE, GERUND, FINITE = Form.INFINITIVE, Form.GERUND, Form.FINITE
RELATIVE, COMPLEMENT = Relation.RELATIVE, Relation.COMPLEMENT

Range = tuple[int, int]

SAYING = frozenset("say say_np say_as say_of say_for say_name quote".split())
GOING_ON = frozenset(("continue", "go", "proceed", "begin", "start", "rush", "hasten", "be", "quote", "go on", "seem"))
IN_READOUTS = frozenset("underscore underline stress emphasize emphasise reiterate reaffirm".split())
ENCOUNTERS = frozenset("meet call visit travel receive".split())
ASKING = frozenset(("ask", "demand"))
TODAY = frozenset("today yesterday tonight tomorrow later earlier".split())
APPOSED = 8  # tokens of a post behind its noun and before the name
POST_REACH = 18  # tokens of a post behind a name
MEANS = frozenset("phone telephone email e-mail text letter fax video videolink link message".split())
TELLING = frozenset("tell brief inform advise warn assure remind".split())
BY = frozenset("by after before while without as when upon".split())
ERRAND = frozenset(("say_to",))
ACCOUNTS = frozenset("account count reckoning estimate admission telling assessment words view opinion".split())
VOICES = frozenset((MentionKind.PERSON, MentionKind.OFFICE, MentionKind.SOURCE, MentionKind.GROUP))
VOWS = frozenset("no not never we our us ready time nothing n't wo ca".split())
FIRST_PERSON = frozenset("i we you".split())
LABELS = frozenset(
    """analysis explainer opinion transcript briefing update factbox timeline profile readout statement communique communiqué
    interview comment editorial news feature remarks report watch live exclusive breaking""".split()
)  # of texts, not of those who speak in them
TITLE_MARKS = frozenset(("—", "–", "-", "--", ":"))
LANDS = frozenset((PartyKind.STATE, PartyKind.REGION))
DENYING = frozenset(("deny", "dispute", "rule out"))
QUOTING = frozenset(("quote", "cite"))


def find_cues(
    tokens: Tokens, phrases: Phrases, cast: Cast, clauses: Sequence[Clause], titles: Sequence[int]
) -> list[Cue]:
    """All cues in the order of the text; `titles` are the numbers of the sentences of titles."""
    cues = [
        cue
        for clause in clauses
        if not SAYING.isdisjoint(clause.verb.senses)
        for cue in _of_clause(tokens, phrases, cast, clauses, clause)
    ]
    heads = frozenset(titles)
    cues = [attrs.evolve(cue, in_title=True) if cue.sentence in heads else cue for cue in cues]
    cues += _according_to(tokens, phrases, cast)
    cues += _by_account(tokens)
    cues += _colons(tokens, cast, clauses)
    denials = list(of_denials(tokens, clauses))
    cues += denials
    cues += of_nouns(tokens, phrases, cast, {cue.region[1] - 1 for cue in denials})
    cues += of_thoughts(tokens, clauses)
    cues += made_clear(tokens, clauses)
    cues += _titles(tokens, phrases, cast, titles)
    cues += _parts(tokens, phrases, cast, clauses)
    cues.sort(key=lambda cue: cue.first)
    return cues


def _of_clause(
    tokens: Tokens, phrases: Phrases, cast: Cast, clauses: Sequence[Clause], clause: Clause
) -> Iterator[Cue]:
    """``Vik told reporters that``, ``as the envoy put it``: a verb of speech, whose subject speaks."""
    verb = clause.verb
    if verb.form is INFINITIVE and not _comes_about(clauses, clause):
        return
    if has_thought(tokens, clause) or _tells_of_whom(tokens, clauses, clause):
        return
    if verb.form is GERUND and verb.first and tokens.tags[verb.first - 1] == "IN":
        if tokens.lowers[verb.first - 1] not in BY:
            return  # "negotiations on sharing the waters"
    if (verb.negated and verb.lemma not in DENYING) or tokens.lowers[verb.first - 1 : verb.first] == ["nor"]:
        return  # "did not say when"
    if _is_wished(tokens, clause):
        return  # "on condition that Oslo disclose the toll"
    if "mind" in verb.senses and _is_said(clauses, clause):
        return  # "said he hoped that": one statement
    speaker = clause.subject
    introduced: Range | None = None
    if verb.lemma in QUOTING and _quotes_somebody(tokens, cast, clause):
        if _goes_on(clauses, clause):
            return  # "the agency quoted him as saying": the cue is "saying"
        speaker = clause.objects[0]
    elif _is_means(tokens, verb.last):
        speaker = _voice_before(tokens, cast, verb.first) or speaker
    elif verb.passive:
        quoted = verb.lemma in QUOTING and _is_voice(tokens, phrases, cast, clause.subject)
        if quoted and _goes_on(clauses, clause):
            return  # "was quoted by the agency as saying"
        speaker = clause.subject if quoted else _agent(tokens, phrases, verb.last)
    elif verb.form is not FINITE and clause.governor is not None:
        above = clauses[clause.governor]
        if above.verb.lemma in QUOTING and _quotes_somebody(tokens, cast, above):
            speaker, introduced = above.objects[0], above.subject
    if clause.relation is COMPLEMENT and clause.governor is not None:
        above = clauses[clause.governor]
        if _tells_of_whom(tokens, clauses, above):
            speaker = above.subject  # "the official who briefed reporters said"
    if speaker is not None and speaker[1] - speaker[0] == 1 and tokens.lowers[speaker[0]] in FIRST_PERSON:
        if tokens.lowers[speaker[0]] != "we" or verb.lemma not in IN_READOUTS or tokens.quoted[verb.first] >= 0:
            return  # "I can tell you that": whoever speaks is quoted already
    if speaker is not None and speaker[1] - speaker[0] == 1 and tokens.lowers[speaker[0]] in TODAY:
        speaker = _voice_before(tokens, cast, speaker[0]) or speaker  # "Ruiz, who was in Oslo, today promised"
    if speaker is not None and tokens.tags[speaker[1] : speaker[1] + 1] == ["POS"] and speaker[1] == verb.first - 1:
        return  # "our countries' shared goals"
    if verb.lemma == "brief" and speaker is not None and speaker[0] >= verb.last:
        return  # "The envoy briefed the council": who is told stands behind
    if "mind" in verb.senses and not _is_voice(tokens, phrases, cast, speaker):
        return
    if "say_np" in verb.senses and clause.objects and not _is_voice(tokens, phrases, cast, speaker):
        return
    first = verb.first
    if speaker is not None and speaker[1] <= verb.first and speaker[0] >= tokens.sentences[clause.sentence][0]:
        first = min(speaker[0], verb.first)
        if clause.relation is not COMPLEMENT:
            first = min(first, clause.first)
        if first < speaker[0] and not _is_plain(tokens, first, speaker[0]):
            first = speaker[0]
    last = verb.last
    if speaker is not None and speaker[0] >= verb.last:
        last = speaker[1]
        if clause.subject is not None and clause.subject[0] < verb.first:
            first = min(first, clause.subject[0])
    if introduced is not None:
        first = min(first, introduced[0])
    frame = verb.senses
    if "say_to" in frame and not _is_one_person(tokens, cast, speaker):
        frame -= ERRAND  # "Lima and Oslo have promised to return": a deed of theirs
    yield Cue(
        first=verb.first,
        last=verb.last,
        sentence=clause.sentence,
        frame=frame,
        speaker=speaker,
        clause=clause.number,
        region=(min(first, verb.first), last),
        rule=_of_clause,
        lemma=verb.lemma,
    )


def _is_one_person(tokens: Tokens, cast: Cast, speaker: Range | None) -> bool:
    """Whether one person may be speaking: ``Ruiz pledged to return``, not ``Peru threatened to return``."""
    number = -1 if speaker is None else cast.at[speaker[1] - 1]
    if number < 0:
        return speaker is None or tokens.tags[speaker[1] - 1] != "NN"  # "The row threatened to split the region"
    mention = cast.mentions[number]
    if mention.plural:
        return mention.kind is MentionKind.SOURCE and not mention.parties
    return mention.kind in (MentionKind.PERSON, MentionKind.OFFICE, MentionKind.SOURCE)


def _tells_of_whom(tokens: Tokens, clauses: Sequence[Clause], clause: Clause) -> bool:
    """Whether those told are taken for who speaks: ``An official who briefed [reporters said] Tokyo would wait``."""
    if clause.relation is not RELATIVE or clause.verb.lemma not in TELLING or clause.objects:
        return False
    below = clauses[clause.number + 1] if clause.number + 1 < len(clauses) else None
    if below is None or below.governor != clause.number or below.subject is None or "say" not in below.verb.senses:
        return False
    return below.subject[0] == clause.verb.last and below.verb.first == below.subject[1]


def _is_wished(tokens: Tokens, clause: Clause) -> bool:
    """Whether a base form stands behind that and one who would need an ending."""
    verb, subject = clause.verb, clause.subject
    if verb.first != verb.head or tokens.tags[verb.head] not in ("VB", "VBP") or subject is None or subject[0] < 1:
        return False
    return tokens.lowers[subject[0] - 1] == "that" and tokens.tags[subject[1] - 1] in ("NN", "NNP")


def _is_said(clauses: Sequence[Clause], clause: Clause) -> bool:
    """Whether a verb of thought stands in a reported clause, and thinks what is said."""
    while clause.relation is Relation.COORDINATE and clause.governor is not None and clause.governor < clause.number:
        clause = clauses[clause.governor]
    if clause.relation is not COMPLEMENT or clause.governor is None:
        return False
    return "say" in clauses[clause.governor].verb.senses


def _goes_on(clauses: Sequence[Clause], clause: Clause) -> bool:
    following = clauses[clause.number + 1 : clause.number + 2]
    return any(other.governor == clause.number and other.verb.form is GERUND for other in following)


def _quotes_somebody(tokens: Tokens, cast: Cast, clause: Clause) -> bool:
    """Whether the object of quoting is who said it, not what: ``quoted him as saying``, ``cited “a lack of trust”``."""
    if not clause.objects or clause.verb.passive:
        return False
    last = clause.objects[0][1]
    known = cast.at[last - 1] >= 0 or tokens.tags[last - 1] == "NNP"
    return known and last < len(tokens.lowers) and tokens.lowers[last] == "as"


def _comes_about(clauses: Sequence[Clause], clause: Clause) -> bool:
    """Whether an infinitive of speech is spoken: ``went on to say``, ``continue to warn``; not ``declined to say``."""
    if clause.governor is None:
        return False
    above = clauses[clause.governor].verb
    return above.lemma in GOING_ON or (clause.verb.lemma in IN_READOUTS and not above.senses.isdisjoint(ENCOUNTERS))


def _is_plain(tokens: Tokens, first: int, last: int) -> bool:
    """Whether there are only words, no pauses, between."""
    return not any(tokens.tags[token] in (",", "``", "''", ":") for token in range(first, last))


def _is_means(tokens: Tokens, at: int) -> bool:
    """Whether *by* tells how something was said: ``said by phone``."""
    return tokens.lowers[at : at + 1] == ["by"] and not MEANS.isdisjoint(tokens.lowers[at + 1 : at + 3])


def _voice_before(tokens: Tokens, cast: Cast, verb: int) -> Range | None:
    """Who stands before a verb, past a post: ``It is late, Ana Lima, a deputy minister for trade, said by phone``."""
    begin = tokens.sentences[tokens.sentence_of[verb]][0]
    past = tokens.tags[verb - 1] == ","
    for token in range(verb - 1, max(begin, verb - POST_REACH) - 1, -1):
        number = cast.at[token]
        if (
            number >= 0
            and cast.mentions[number].kind in VOICES
            and (not past or cast.mentions[number].person is not None)
        ):
            return cast.mentions[number].first, cast.mentions[number].last
    return None


def _agent(tokens: Tokens, phrases: Phrases, at: int) -> Range | None:
    """The one who does it, after a passive: ``was told by the envoy``."""
    if at + 1 < len(tokens.words) and tokens.lowers[at] == "by" and phrases.noun_at[at + 1] >= 0:
        phrase = phrases.nouns[phrases.noun_at[at + 1]]
        return phrase.first, phrase.last
    return None


def _according_to(tokens: Tokens, phrases: Phrases, cast: Cast) -> Iterator[Cue]:
    """``According to the ministry, …`` and ``…, according to two diplomats``."""
    lowers, at = tokens.lowers, -1
    while True:
        try:
            at = lowers.index("according", at + 1)
        except ValueError:
            return
        if at + 2 >= len(lowers) or lowers[at + 1] != "to":
            continue
        first, phrase = at + 2, phrases.noun_at[at + 2]
        last = _until_pause(tokens, first) if phrase < 0 else phrases.nouns[phrase].last
        if first == last:
            continue
        number = cast.at[at + 2]
        if number >= 0:
            last = max(last, cast.mentions[number].last)
        last = _behind_name(tokens, cast, first, last)
        if last + 1 < len(lowers) and tokens.tags[last] == "CC" and phrases.noun_at[last + 1] >= 0:
            last = phrases.nouns[phrases.noun_at[last + 1]].last  # "according to Egypt and Jordan"
        yield Cue(
            first=at,
            last=at + 2,
            sentence=tokens.sentence_of[at],
            frame=frozenset(["according"]),
            speaker=(first, last),
            region=(at, last),
            rule=_according_to,
            lemma="according to",
        )


def _behind_name(tokens: Tokens, cast: Cast, first: int, last: int) -> int:
    """`last`, or the end of the name whose post the words from `first` on are: ``the UN envoy for Chad, [Ana Lima]``."""
    begin = tokens.starts[first]
    for token in range(last, min(len(tokens.lowers), last + APPOSED)):
        number = cast.at[token]
        role = cast.mentions[number].role if number >= 0 else None
        if role is not None and role.start - begin < 12 and role.start >= begin:
            return cast.mentions[number].last
    return last


def _by_account(tokens: Tokens) -> Iterator[Cue]:
    """``By their own count they have agreed on half``, ``In her telling, …``: what is vouched for by whose account it is."""
    if tokens.vocabulary.isdisjoint(ACCOUNTS):
        return
    lowers, tags = tokens.lowers, tokens.tags
    parted = ";" in tokens.vocabulary
    for sentence, (begin, end) in enumerate(tokens.sentences):
        first = _behind_first_semicolon(tokens, begin, end - 6) if parted else begin
        if end - first < 6 or lowers[first] not in ("by", "in"):
            continue
        last = next((token + 1 for token in range(first + 2, min(end, first + 6)) if lowers[token] in ACCOUNTS), first)
        owned = [token for token in range(first + 1, last) if tags[token] in ("PRP$", "POS")]
        if owned:
            yield Cue(
                first=first,
                last=first + 1,
                sentence=sentence,
                frame=frozenset(["according"]),
                speaker=(first + 1, last),
                region=(first, last),
                rule=_by_account,
                lemma="according to",
            )


def _behind_first_semicolon(tokens: Tokens, begin: int, end: int) -> int:
    """The token behind the first semicolon of a sentence, else its first."""
    return next((token + 1 for token in range(begin, end) if tokens.lowers[token] == ";"), begin)


def _colons(tokens: Tokens, cast: Cast, clauses: Sequence[Clause]) -> Iterator[Cue]:
    """A colon that leads words in quotation marks: ``An aide is less polite: “…”``, ``Ana Ruiz, a judge: “…”``."""
    tags = tokens.tags
    opened = {clause.sentence: clause for clause in reversed(clauses)}
    for token in tokens.places_of((":",)):
        if not 1 < token < len(tags) - 2 or tags[token] != ":" or tags[token + 1] != "``" or tokens.quoted[token] >= 0:
            continue
        sentence = tokens.sentence_of[token]
        begin = tokens.sentences[sentence][0]
        clause = opened.get(sentence)
        if clause is not None and clause.verb.first < token:
            speaker = clause.subject if clause.verb.lemma == "be" else None  # verbs of speech are cues of their own
        else:
            speaker = (begin, token)
        if speaker is not None and any(
            cast.at[at] >= 0 and cast.mentions[cast.at[at]].kind in VOICES for at in range(*speaker)
        ):
            yield Cue(
                first=token,
                last=token + 1,
                sentence=sentence,
                frame=frozenset(["colon"]),
                speaker=speaker,
                region=(begin, token + 1),
                rule=_colons,
            )


def _parts(tokens: Tokens, phrases: Phrases, cast: Cast, clauses: Sequence[Clause]) -> Iterator[Cue]:
    """Words in marks in what is asked for: ``urged both to “show restraint”``."""
    if "``" not in tokens.tags:
        return
    for clause in clauses:
        verb = clause.verb
        if verb.senses.isdisjoint(ASKING):
            continue
        if not SAYING.isdisjoint(verb.senses) or verb.passive or verb.negated or tokens.quoted[verb.first] >= 0:
            continue
        marked = "``" in tokens.tags[verb.last : clause.last]
        if marked and clause.subject is not None and _is_voice(tokens, phrases, cast, clause.subject):
            yield Cue(
                first=verb.first,
                last=verb.last,
                sentence=clause.sentence,
                frame=frozenset(["colon", "part"]),
                speaker=clause.subject,
                region=(min(clause.subject[0], verb.first), verb.last),
                rule=_parts,
                lemma=verb.lemma,
            )


def _until_pause(tokens: Tokens, first: int) -> int:
    """The end of a source that is no noun phrase: ``according to complete but unofficial returns``."""
    end = min(tokens.sentences[tokens.sentence_of[first]][1], first + 10)
    return next((token for token in range(first, end) if tokens.tags[token] in (",", ".", ":", "IN", "''")), end)


def _is_voice(tokens: Tokens, phrases: Phrases, cast: Cast, speaker: Range | None) -> bool:
    """Whether the subject is somebody who can speak, and no thing that shows something (``the talks highlight``)."""
    if speaker is None:
        return False
    number = cast.at[speaker[1] - 1]
    if number < 0:
        phrase = phrases.noun_at[speaker[0]]
        number = cast.at[phrases.nouns[phrase].head] if phrase >= 0 else -1
    return number >= 0


def _is_topic(tokens: Tokens, cast: Cast, where: Range, last: int) -> bool:
    """Whether a title only tells what country it is about: ``Chad: envoys arrive``; not ``Chad: envoys must leave``."""
    number = cast.at[where[0]]
    mention = cast.mentions[number] if number >= 0 else None
    if mention is None or (mention.first, mention.last) != where:
        return False
    state = mention.kind is MentionKind.PARTY and [party.kind in LANDS for party in mention.parties] == [True]
    if not state and mention.kind is not MentionKind.PLACE:
        return False
    behind = range(where[1] + 1, last)
    return not any(tokens.tags[at] == "MD" or tokens.lowers[at] in VOWS for at in behind)


def _to_whom(tokens: Tokens, first: int, end: int) -> int:
    """The end of who speaks before a colon: ``[Oman] to Peru: talks first``."""
    return next((at for at in range(first + 1, end - 1) if tokens.lowers[at] == "to"), end)


def _titles(tokens: Tokens, phrases: Phrases, cast: Cast, titles: Sequence[int]) -> Iterator[Cue]:
    """The source that a title ends or begins with: ``Talks to resume in May — foreign minister``, ``Envoy: no deal yet``."""
    for sentence in titles:
        first, last = tokens.sentences[sentence]
        for token in range(last - 2, first, -1):
            if tokens.words[token] in TITLE_MARKS:
                begins = tokens.words[token] == ":"
                where = (first, _to_whom(tokens, first, token)) if begins else (token + 1, last)
                spoken = not begins or tokens.lowers[where[0]] not in LABELS
                if begins and spoken and ("and" in tokens.lowers[slice(*where)] or cast.at[where[1] - 1] < 0):
                    break  # "Peru and Chile: a border that divides"; "Chad crisis: five things to know"
                if begins and spoken and _is_topic(tokens, cast, where, last):
                    break
                if (
                    0 < where[1] - where[0] < 9
                    and spoken
                    and not any(t[:2] == "VB" for t in tokens.tags[where[0] : where[1]])
                ):
                    if any(cast.at[t] >= 0 for t in range(*where)):
                        yield Cue(
                            first=token,
                            last=token + 1,
                            sentence=sentence,
                            frame=frozenset(["title"]),
                            speaker=where,
                            region=(first, token + 1) if begins else (token, last),
                            rule=_titles,
                            lemma="",
                        )
                break
