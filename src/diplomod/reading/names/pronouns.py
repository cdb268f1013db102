"""What pronouns stand for."""

from __future__ import annotations

from collections.abc import Iterator

from diplomod.lexicon.people import Class
from diplomod.model import Party, Speaker
from diplomod.reading.names.draft import GROUP, OFFICE, PARTY, PERSON, PLACE, SOURCE, Draft, Scene
from diplomod.reading.names.memory import OBLIQUE, Memory, begin_of
from diplomod.reading.names.persons import Human
from diplomod.reading.parts import Paragraph, ParagraphKind

# Looked up once: of an enumeration a member takes as long to find as a function to be called.
ANSWER, BODY = ParagraphKind.ANSWER, ParagraphKind.BODY

MALE, FEMALE = Class.MALE.value, Class.FEMALE.value
NEUTRAL = frozenset("it its itself".split())
PLURAL = frozenset("they them their theirs themselves".split())
SPEAKING = frozenset("i me my mine myself we us our ours ourselves".split())
HEARSAY = frozenset("expected reported hoped understood said believed thought known agreed decided feared".split())
EMPTY_IT = frozenset(
    "is was 's ’s would will remains remained seems seemed appears appeared takes took became becomes has".split()
)
CONTRASTS = frozenset("but while whereas although though".split())
AGED = "-year-old"
CLOSE = 5  # tokens between a subject and the object of its verb
SPOKE = 8  # persons named before among whom the last speaker is looked for
NEAR = 3  # sentences that a pronoun looks back over


def pronouns_of(scene: Scene) -> list[Draft]:
    """Drafts for the pronouns, in their order; one inside a group's phrase is no mention of its own."""
    tokens = scene.tokens
    out: list[Draft] = []
    for token in tokens.places_of(scene.lexicon.people.pronouns):
        lower = tokens.lowers[token]
        if scene.at[token] is not None or lower in ("who", "you", "your") or tokens.words[token] == "US":
            continue
        kind = PERSON if scene.bits[token] & (MALE | FEMALE) else PARTY
        if lower in PLURAL or lower in SPEAKING:
            kind = GROUP
        draft = Draft(token, token + 1, token, kind, tokens.sentence_of[token], pronoun=True, plural=lower in PLURAL)
        draft.sex = "m" if scene.bits[token] & MALE else "f" if scene.bits[token] & FEMALE else ""
        out.append(scene.add(draft))
    if AGED in tokens.text.lower():
        out.extend(_aged(scene))
    return out


def _aged(scene: Scene) -> Iterator[Draft]:
    """``The 45-year-old said``, ``The 52-year-old former general said``: whoever is spoken of, as *he* or *she* is."""
    tokens = scene.tokens
    for token in tokens.places_of([word for word in tokens.vocabulary if word.endswith(AGED)]):
        first, last = token - 1, scene.phrase(token)[1]
        if token == 0 or tokens.lowers[first] != "the" or scene.at[first] is not scene.at[last - 1]:
            continue
        old = scene.at[last - 1]
        if old is not None and (old.kind is PERSON or old.evidence):
            continue
        if old is not None:
            old.dropped = True
            for one in range(old.first, old.last):
                scene.at[one] = None
        draft = Draft(first, last, last - 1, PERSON, tokens.sentence_of[token], pronoun=True)
        yield scene.add(draft)


def resolve(scene: Scene, draft: Draft, memory: Memory, humans: list[Human]) -> None:
    """Give a pronoun its antecedent where one fits; those of a speaker in quotation marks stay open."""
    tokens = scene.tokens
    lower = tokens.lowers[draft.first]
    if lower in SPEAKING:
        _speaker(scene, draft)
        return
    quote = tokens.quoted[draft.first]
    known: Draft | None
    if lower in NEUTRAL:
        if lower == "it" and _empty(scene, draft.first + 1):
            return
        known = nearest(memory, memory.actors, draft)
        if lower == "it" and _says(scene, draft):
            known = _said_here(scene, memory, draft) or _told_last(scene, memory, draft, known) or known
    elif lower in PLURAL:
        known = nearest(memory, memory.plurals, draft)
        if lower == "they" and _says(scene, draft):
            known = _spoke_together(scene, draft, memory) or _speakers(draft, memory) or known
    else:
        known = person_meant(scene, memory, draft, draft.sex, humans)
        if lower == "him" or (lower == "her" and tokens.tags[draft.first] == "PRP"):
            known = _object(memory, draft, known, humans)
        if known is not None and tokens.lowers[draft.first - 1] == "whom":
            known = _not_whom(draft, memory, known, humans)
        says = _says(scene, draft)
        last = _spoke_last(scene, memory, draft) if says and quote < 0 else None
        if last is not None and (known is None or known.sentence <= last.sentence or not memory.leads(known)):
            known = last
        known = or_unnamed(draft, memory, known, says)
        speaker = _who_answers(scene, draft)
        if speaker is not None and known is not None and known.person >= 0:
            if humans[known.person].name == speaker.name:  # nobody is *he* to himself: it is whom he speaks for
                draft.parties = () if speaker.party is None else (speaker.party,)
                return
    if known is None or (quote >= 0 and tokens.quoted[known.first] != quote):
        return
    whom = known.antecedent if known.pronoun and known.antecedent is not None and known.person < 0 else known
    draft.antecedent, draft.person, draft.parties = whom, known.person, known.parties
    if known.kind is not PERSON:
        draft.kind = PARTY if known.kind is PLACE else known.kind


def _not_whom(draft: Draft, memory: Memory, known: Draft, humans: list[Human]) -> Draft | None:
    """Another than the one whom *whom* stands for: ``Lima praised Paz, whom [he] met in Oslo``."""
    whom = memory.persons[-1].person
    if known.person != whom:
        return known
    for other in reversed(memory.persons[-12:]):
        if draft.sentence - other.sentence > NEAR:
            break
        if other.person != whom and _fits(other, draft.sex, humans):
            return other
    return None


def _speaker(scene: Scene, draft: Draft) -> None:
    """Let ``we`` stand for whose words they are."""
    party = own_party(scene, draft)
    if party is not None:
        draft.parties = (party,)


def own_party(scene: Scene, draft: Draft) -> Party | None:
    """``We`` in an answer is the party of who answers; in what an office publishes, outside quotation marks, its own."""
    if scene.tokens.quoted[draft.first] >= 0:
        return None
    speaker = _who_answers(scene, draft)
    if speaker is not None:
        return speaker.party
    return scene.issuer if _paragraph(scene, draft).kind is BODY else None


def _paragraph(scene: Scene, draft: Draft) -> Paragraph:
    return scene.document.paragraphs[scene.document.sentence_paragraphs[draft.sentence]]


def _who_answers(scene: Scene, draft: Draft) -> Speaker | None:
    """Whose answer the words stand in, who never speaks of himself as *he*."""
    paragraph = _paragraph(scene, draft)
    if paragraph.kind is not ANSWER or paragraph.label is None:
        return None
    return scene.labelled.get(paragraph.label.start)


def _says(scene: Scene, draft: Draft) -> bool:
    """Whether a pronoun is the subject of a verb of saying: ``he added``, ``said he``."""
    tokens, at = scene.tokens, draft.last
    if tokens.tags[at : at + 1] == ["RB"]:
        at += 1  # "They also said"
    if at < len(tokens.tags) and tokens.tags[at] in ("VBD", "VBZ"):
        verbs = scene.lexicon.verbs
        return "say" in verbs.senses(verbs.lemma(tokens.lowers[at], tokens.tags[at]))
    return tokens.lowers[at - 2] in ("said", "says") or tokens.lowers[draft.first - 2 : draft.first] == [
        "according",
        "to",
    ]


def _said_here(scene: Scene, memory: Memory, draft: Draft) -> Draft | None:
    """For *it* that says, who says something in the same sentence: ``Oman said a team was to bring a note, which it said``.

    Of the sentence before, the subject behind a contrast: ``Lima wants a court, but Quito does not. It says``.
    """
    lowers = scene.tokens.lowers
    for other in reversed(memory.actors[-6:]):
        if other.sentence == draft.sentence:
            if _says(scene, other) and memory.leads(other):
                return other
        elif other.sentence < draft.sentence - 1:
            break
        elif lowers[other.first - 1] in CONTRASTS and memory.leads(other):
            return other
    return None


def _told_last(scene: Scene, memory: Memory, draft: Draft, known: Draft | None) -> Draft | None:
    """For *it* that says, the body or agency whose words were told last: ``…, the agency SUNA said. … it added``."""
    told = [
        other
        for other in (*memory.actors[-6:], *memory.unnamed[-6:])
        if draft.sentence - NEAR < other.sentence < draft.sentence
        and not (other.pronoun or other.plural or other.kind is OFFICE or _are_people(scene, other))
        and scene.tokens.quoted[other.first] < 0
        and _says(scene, other)
        and memory.leads(other)
    ]
    last = max(told, key=lambda one: one.first, default=None)
    if last is None or known is None or known.sentence <= last.sentence:
        return last
    here = known.sentence == draft.sentence  # then it stands in what is told: "… would help Chad, it added"
    return last if here and (scene.tokens.quoted[known.first] >= 0 or not memory.leads(known)) else None


def _are_people(scene: Scene, draft: Draft) -> bool:
    """Whether a source without a name is people, and no agency, paper or office: ``a diplomat``, not ``KCNA``."""
    return draft.kind is SOURCE and scene.tokens.tags[draft.head] not in ("NNP", "NNPS")


def _spoke_last(scene: Scene, memory: Memory, draft: Draft) -> Draft | None:
    """For *he* that says, the person whose words were told last: ``Lima will pay, aide Luis Paz told reporters. … he added``."""
    for other in reversed(memory.persons[-SPOKE:]):
        if draft.sentence - other.sentence > NEAR:
            break
        if other.pronoun or other.sentence == draft.sentence or scene.tokens.quoted[other.first] >= 0:
            continue
        if other.sex in ("", draft.sex) and other.parties and _says(scene, other):
            begin = scene.tokens.sentences[other.sentence][0]
            return other if other.first > begin and "," in scene.tokens.words[begin : other.first] else None
    return None


def _speakers(draft: Draft, memory: Memory) -> Draft | None:
    """Several without a name who spoke last: ``according to two people familiar with the talks. They said``."""
    for other in reversed(memory.unnamed[-4:]):
        if other.plural and draft.sentence - other.sentence < NEAR and memory.leads(other):
            return other
    return None


def _spoke_together(scene: Scene, draft: Draft, memory: Memory) -> Draft | None:
    """Several who spoke last: ``Omani officials said the talks would go on. An aide briefed reporters. … they said``."""
    for other in reversed(memory.plurals[-6:]):
        if draft.sentence - NEAR < other.sentence < draft.sentence and not other.pronoun and _says(scene, other):
            return other
    return None


def or_unnamed(draft: Draft, memory: Memory, known: Draft | None, says: bool) -> Draft | None:
    """Whoever has no name and spoke last, for a pronoun that speaks: ``A diplomat called it half true. … he added``."""
    if known is None or known.sentence != draft.sentence:
        for other in reversed(memory.unnamed[-3:]):  # "who met the Omani king and thanked him"
            if (
                other.kind is OFFICE
                and other.sentence == draft.sentence
                and (memory.leads(other) if says else other.parties)
            ):  # "The envoy was content, although he said"
                return other if other.sex in ("", draft.sex) else known
    for other in reversed(memory.unnamed[-6:]):
        if other.plural or other.sex not in ("", draft.sex) or not memory.leads(other):
            continue
        if other.kind is SOURCE and not _are_people(memory.scene, other):
            continue  # "the agency KCNA said. He"
        quoted = memory.scene.tokens.quoted
        if quoted[other.first] >= 0 and quoted[draft.first] != quoted[other.first]:
            continue  # whom a speaker speaks of is not who goes on speaking
        if draft.sentence - other.sentence > NEAR or (known is not None and other.sentence == draft.sentence):
            break
        if known is None or (says and (other.sentence > known.sentence or not memory.leads(known))):
            return other
        if says and other.sentence == known.sentence and _says(memory.scene, other) and not _says(memory.scene, known):
            return other  # "The envoy, Luis Paz, will attend, the minister told reporters. … he said"
        later = other.sentence > known.sentence or (other.sentence == known.sentence and not memory.leads(known))
        if other.kind is OFFICE and other.definite and later:
            return other  # "The Secretary-General met King Omar. He"
        break
    return known


def _empty(scene: Scene, at: int) -> bool:
    """Whether *it* stands for nobody: ``it is clear``, ``it would be wrong``; not in ``it is weighing``."""
    tokens = scene.tokens
    if at + 1 >= len(tokens.lowers) or tokens.lowers[at] not in EMPTY_IT:
        return False
    after, tag = tokens.lowers[at + 1], tokens.tags[at + 1]
    if tokens.lowers[at] in ("would", "will", "has"):
        return after in ("be", "been", "take")
    return not (tag == "VBG" or (tag == "VBN" and after not in HEARSAY))


def person_meant(scene: Scene, memory: Memory, draft: Draft, sex: str, humans: list[Human]) -> Draft | None:
    """The person that he or she stands for: the subject of this sentence, else of the last, else the nearest.

    Whoever is led to by a preposition gives way to whom the paragraph speaks of: ``The envoy left. The team was received
    by Ana Lima. …``
    """
    fitting = [
        known
        for known in reversed(memory.persons[-12:])
        if draft.sentence - known.sentence <= NEAR and _fits(known, sex, humans)
    ]
    if not fitting:
        return None
    here = [known for known in fitting if known.sentence == fitting[0].sentence]
    if sex == "f" and humans:
        here = [known for known in here if humans[known.person].sex == sex] or here
    subjects = [known for known in here if memory.leads(known)]
    if subjects:
        return subjects[0] if here[0].sentence == draft.sentence else subjects[-1]
    if here[0].sentence != draft.sentence and _led_to(scene, here[-1]):
        paragraphs = scene.document.sentence_paragraphs
        for known in fitting:
            if paragraphs[known.sentence] == paragraphs[draft.sentence] and memory.leads(known):
                return known
    return here[-1]


def _led_to(scene: Scene, draft: Draft) -> bool:
    """Whether a preposition stands before a name and what belongs to it: ``by Foreign Minister Ana Lima``."""
    begin = begin_of(scene, draft)
    return begin > 0 and scene.tokens.lowers[begin - 1] in OBLIQUE


def _object(memory: Memory, draft: Draft, known: Draft | None, humans: list[Human]) -> Draft | None:
    """``Petro thanked him``, ``Lima called Paz and urged him``: not the subject, but whoever fits besides."""
    if known is None or known.sentence != draft.sentence or not memory.leads(known):
        return known
    for other in reversed(memory.persons[-12:]):
        if draft.sentence - other.sentence > NEAR:
            break
        if other.person != known.person and _fits(other, draft.sex, humans):
            if other.sentence == draft.sentence or draft.first - known.last < CLOSE:
                return other
            break
    return None if draft.first - known.last < CLOSE else known


def _fits(known: Draft, sex: str, humans: list[Human]) -> bool:
    if not humans or known.person < 0:
        return known.sex in ("", sex)
    return not sex or humans[known.person].sex in ("", sex)


def nearest(memory: Memory, known: list[Draft], draft: Draft) -> Draft | None:
    """The first of this sentence, else the first of the last sentence that has one."""
    near = [other for other in known[-8:] if draft.sentence - other.sentence <= NEAR - 1]
    if not near:
        return None
    here = [other for other in near if other.sentence == near[-1].sentence]
    subjects = [other for other in here if memory.leads(other)]
    if subjects:
        return subjects[-1] if here[0].sentence == draft.sentence else subjects[0]
    return here[0]
