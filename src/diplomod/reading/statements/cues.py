"""Clauses -> cues: the words that tell of speech, with those that tell whose speech it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from diplomod.reading.parts import Cast, Clause, Form, MentionKind, NounPhrase, Phrases, Relation, Rule, Tokens

Range = tuple[int, int]

SPEECH_NOUNS = frozenset(
    """claim claims assertion assertions statement statements warning warnings suggestion suggestions allegation
    vow vows promise promises pledge pledges threat threats denial denials complaint complaints reminder hint message
    allegations accusation accusations announcement insistence contention assurance assurances admission declaration
    remark remarks comment comments report reports confirmation prediction revelation argument acknowledgement""".split()
)
SAYING = frozenset("say say_np say_as say_of say_for say_name quote".split())
GOING_ON = frozenset("continue go proceed begin start rush hasten be quote go on".split())
BY = frozenset("by after before while without as when upon".split())
FINITE = frozenset("VBD VBZ VBP MD".split())
DAYS = frozenset("day week month year evening morning night".split())
TELLING = frozenset("report reports".split())
ACCOUNTS = frozenset("account count reckoning estimate admission telling assessment words view opinion".split())
KNOWN = frozenset("clear plain known explicit".split())
VOICES = frozenset((MentionKind.PERSON, MentionKind.OFFICE, MentionKind.SOURCE, MentionKind.GROUP))
FIRST_PERSON = frozenset("i we you".split())
TITLE_MARKS = frozenset(("—", "–", "-", "--", ":"))
DENYING = frozenset(("deny", "dispute", "rule out"))
QUOTING = frozenset(("quote", "cite"))


@attrs.frozen(slots=True, kw_only=True)
class Cue:
    """Words that tell of speech at tokens `first` to `last`, and the tokens of who speaks (None if the text leaves it open).

    `frame` tells what the words can introduce: a clause, a noun phrase, what stands after *as* or *of*. `clause` is the
    number of the cue's clause, None for ``according to``. `region` is what belongs to the cue: subject, verb, addressee;
    `rule` the one that found it.
    """

    first: int
    last: int
    sentence: int
    frame: frozenset[str]
    speaker: Range | None
    clause: int | None = None
    region: Range
    lemma: str = ""
    in_title: bool = False
    rule: Rule

    @property
    def inverted(self) -> bool:
        """Whether who speaks stands right behind the verb: ``said the envoy``."""
        return self.speaker is not None and self.last <= self.speaker[0] <= self.last + 1


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
    cues += _nouns(tokens, phrases, cast)
    cues += _made_clear(tokens, clauses)
    cues += _titles(tokens, phrases, cast, titles)
    cues.sort(key=lambda cue: cue.first)
    return cues


def _of_clause(
    tokens: Tokens, phrases: Phrases, cast: Cast, clauses: Sequence[Clause], clause: Clause
) -> Iterator[Cue]:
    """``Vik told reporters that``, ``as the envoy put it``: a verb of speech, whose subject speaks."""
    verb = clause.verb
    if verb.form is Form.INFINITIVE and not _comes_about(clauses, clause):
        return
    if verb.form is Form.GERUND and verb.first and tokens.tags[verb.first - 1] == "IN":
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
    elif verb.passive:
        speaker = _agent(tokens, phrases, verb.last)
        if speaker is None and verb.lemma in QUOTING:
            speaker = clause.subject
    elif verb.form is not Form.FINITE and clause.governor is not None:
        above = clauses[clause.governor]
        if above.verb.lemma in QUOTING and _quotes_somebody(tokens, cast, above):
            speaker, introduced = above.objects[0], above.subject
    if speaker is not None and speaker[1] - speaker[0] == 1 and tokens.lowers[speaker[0]] in FIRST_PERSON:
        return  # "I can tell you that": whoever speaks is quoted already
    if "mind" in verb.senses and not _is_voice(tokens, phrases, cast, speaker):
        return
    if "say_np" in verb.senses and clause.objects and not _is_voice(tokens, phrases, cast, speaker):
        return
    first = verb.first
    if speaker is not None and speaker[1] <= verb.first and speaker[0] >= tokens.sentences[clause.sentence][0]:
        first = min(speaker[0], verb.first)
        if clause.relation is not Relation.COMPLEMENT:
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
    yield Cue(
        first=verb.first,
        last=verb.last,
        sentence=clause.sentence,
        frame=verb.senses,
        speaker=speaker,
        clause=clause.number,
        region=(min(first, verb.first), last),
        rule=_of_clause,
        lemma=verb.lemma,
    )


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
    if clause.relation is not Relation.COMPLEMENT or clause.governor is None:
        return False
    return "say" in clauses[clause.governor].verb.senses


def _goes_on(clauses: Sequence[Clause], clause: Clause) -> bool:
    following = clauses[clause.number + 1 : clause.number + 2]
    return any(other.governor == clause.number and other.verb.form is Form.GERUND for other in following)


def _quotes_somebody(tokens: Tokens, cast: Cast, clause: Clause) -> bool:
    """Whether the object of quoting is who said it, not what: ``quoted him as saying``, ``cited “a lack of trust”``."""
    if not clause.objects or clause.verb.passive:
        return False
    last = clause.objects[0][1]
    known = cast.at[last - 1] >= 0 or tokens.tags[last - 1] == "NNP"
    return known and last < len(tokens.lowers) and tokens.lowers[last] == "as"


def _comes_about(clauses: Sequence[Clause], clause: Clause) -> bool:
    """Whether an infinitive of speech is spoken: ``went on to say``, ``continue to warn``; not ``declined to say``."""
    return clause.governor is not None and clauses[clause.governor].verb.lemma in GOING_ON


def _is_plain(tokens: Tokens, first: int, last: int) -> bool:
    """Whether there are only words, no pauses, between."""
    return not any(tokens.tags[token] in (",", "``", "''", ":") for token in range(first, last))


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


def _by_account(tokens: Tokens) -> Iterator[Cue]:
    """``By their own count they have agreed on half``, ``In her telling, …``: what is vouched for by whose account it is."""
    if tokens.vocabulary.isdisjoint(ACCOUNTS):
        return
    lowers, tags = tokens.lowers, tokens.tags
    parted = ";" in tokens.vocabulary
    for sentence, (begin, end) in enumerate(tokens.sentences):
        first = _behind_semicolon(tokens, begin, end - 6) if parted else begin
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


def _behind_semicolon(tokens: Tokens, begin: int, end: int) -> int:
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


def _made_clear(tokens: Tokens, clauses: Sequence[Clause]) -> Iterator[Cue]:
    """``The envoy made it clear that …``, ``Oslo let it be known that …``."""
    lowers = tokens.lowers
    for clause in () if tokens.vocabulary.isdisjoint(KNOWN) else clauses:
        verb = clause.verb
        if verb.lemma not in ("make", "let") or clause.subject is None or lowers[verb.last : verb.last + 1] != ["it"]:
            continue
        that = next(
            (token for token in range(verb.last + 2, min(verb.last + 6, len(lowers))) if lowers[token] == "that"), -1
        )
        if that > 0 and lowers[that - 1] in KNOWN and not verb.negated:
            yield Cue(
                first=verb.first,
                last=that,
                sentence=clause.sentence,
                frame=frozenset(["noun"]),
                speaker=clause.subject,
                region=(min(clause.subject[0], verb.first), that + 1),
                rule=_made_clear,
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


def _nouns(tokens: Tokens, phrases: Phrases, cast: Cast) -> Iterator[Cue]:
    """``claims by some officials that …``, ``Iran's assertion that …``, ``reports that …``."""
    lowers = tokens.lowers
    for phrase in () if tokens.vocabulary.isdisjoint(SPEECH_NOUNS) else phrases.nouns:
        if lowers[phrase.head] not in SPEECH_NOUNS or phrase.head + 1 != phrase.last:
            continue
        speaker: Range | None = None
        at = phrase.last
        end = tokens.sentences[tokens.sentence_of[phrase.head]][1]
        if at + 1 < end and lowers[at] in ("by", "from", "of") and phrases.noun_at[at + 1] >= 0:
            agent = phrases.nouns[phrases.noun_at[at + 1]]
            speaker, at = (agent.first, agent.last), agent.last
        elif (owner := _owner(tokens, phrase)) is not None:
            number = cast.at[owner]
            if number >= 0:
                speaker = (cast.mentions[number].first, cast.mentions[number].last)
        elif lowers[phrase.head] in TELLING:
            speaker = (phrase.first, phrase.last)
        if speaker is None or at + 1 >= end or lowers[at] != "that":
            continue
        if tokens.tags[at + 1] in FINITE or lowers[at + 1] in DAYS:
            continue  # "reports that shook Oslo", "in its statement that day"
        yield Cue(
            first=phrase.head,
            last=phrase.last,
            sentence=tokens.sentence_of[phrase.head],
            frame=frozenset(["noun"]),
            speaker=speaker,
            region=(phrase.first, at + 1),
            rule=_nouns,
            lemma=lowers[phrase.head],
        )


def _owner(tokens: Tokens, phrase: NounPhrase) -> int | None:
    """The token of whose claim it is: ``her earlier comment``, ``the ministry's written statement``."""
    for token in range(phrase.head - 1, phrase.first - 1, -1):
        if tokens.tags[token] == "PRP$":
            return token
        if tokens.tags[token] == "POS":
            return token - 1
    return None


def _titles(tokens: Tokens, phrases: Phrases, cast: Cast, titles: Sequence[int]) -> Iterator[Cue]:
    """The source that a title ends or begins with: ``Talks to resume in May — foreign minister``, ``Envoy: no deal yet``."""
    for sentence in titles:
        first, last = tokens.sentences[sentence]
        for token in range(last - 2, first, -1):
            if tokens.words[token] in TITLE_MARKS:
                begins = tokens.words[token] == ":"
                where = (first, token) if begins else (token + 1, last)
                if 0 < where[1] - where[0] < 9 and not any(t[:2] == "VB" for t in tokens.tags[where[0] : where[1]]):
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
