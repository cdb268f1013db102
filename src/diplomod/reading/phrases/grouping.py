"""Tokens -> base noun phrases and verb groups, in one pass over the parts of speech."""

from __future__ import annotations

import itertools

from diplomod.lexicon import Lexicon
from diplomod.lexicon.verbs import Verbs
from diplomod.reading.parts import Form, NounPhrase, Phrases, Tense, Tokens, VerbGroup
from diplomod.reading.phrases.fronts import WEEKDAYS, WHICH, front_of, time_at

NOUNS = frozenset("NN NNS NNP NNPS".split())
HEADS = NOUNS | {"CD", "FW"}
LEADS = frozenset("VB VBD VBG VBN VBP VBZ MD TO".split())  # what a verb group begins with
OPENS = frozenset("DT PDT PRP$ JJ JJR JJS CD NN NNS NNP NNPS $ WP$ FW #".split())
ALONE = frozenset("PRP EX".split())
OBJECT = OPENS | ALONE
ADVERBS = frozenset("RB RBR RBS".split())
BASES = frozenset("VB VBP".split())
PARTICIPLES = frozenset("VBN VBG".split())
STARTS = OPENS | ALONE | ADVERBS | BASES | PARTICIPLES  # what a noun phrase can begin with
BEGINS = LEADS | STARTS
INSIDE = OPENS | PARTICIPLES | ADVERBS
DETERMINERS = frozenset("DT PDT PRP$ WP$".split())
WITHIN = PARTICIPLES | ADVERBS | DETERMINERS | frozenset("POS CC , JJ JJR JJS $ #".split())  # what may stand inside one
BEFORE_MODIFIER = frozenset("DT JJ PRP$ POS CD RB RBR RBS JJR JJS".split())
SHARING = frozenset("JJ NNP".split())  # what can be listed before one head
DATES = frozenset("NNP CD JJ".split())  # what a time behind a preposition begins with
FINITE = frozenset("MD VBD VBZ VBP".split())
BE = frozenset("be am is are was were been being 's 're 'm".split())
HAVE = frozenset("have has had having 've 'd".split())
DO = frozenset("do does did".split())
AHEAD = frozenset("be go".split())
DAYS = frozenset("today yesterday tomorrow tonight".split())
TITLED = frozenset(
    """minister president secretary chancellor premier king queen ambassador envoy spokesman spokeswoman general senator mr mrs
    ms mr. mrs. ms. gen. sen.""".split()
)
NAMED = 4  # tokens before the last word of a name in which the title stands
NAMED_DAYS = frozenset("ash black bloody cyber easter giving good holy maundy palm shrove super".split())
PARTS_OF_DAYS = frozenset("morning afternoon evening night".split())
WHEN = frozenset("last earlier this today yesterday".split())
LATELY = frozenset("last next earlier late early".split())
GET = frozenset("get gets got getting".split())
AUXILIARIES = BE | HAVE | GET
PASSIVE = BE | GET
CHAINED = AUXILIARIES | DO  # other verbs lead none, modal verbs but
FUTURE = frozenset("will would shall 'll 'd wo".split())
MODALS = {"ca": "can", "wo": "will", "'ll": "will", "'d": "would", "sha": "shall"}
NEGATIONS = frozenset("not n't never neither nor hardly scarcely".split())
# Adverbs that stand before an adjective; others before one belong to the verb: "meet again next week".
DEGREES = frozenset("very more most less least too so as far well long newly ever quite rather".split())
QUANTITIES = frozenset("many most few several others more".split())
FLOATING = frozenset("both all each also last first next since".split())
# Participles that lead a noun phrase as prepositions do, or stand in a title.
PREPOSITIONS = frozenset(
    "regarding concerning including involving following according pending excluding barring acting given".split()
)
CLAUSE_OPENERS = frozenset("that after before since as because until till while if though although".split())
# Looked up once: of an enumeration a member takes as long to find as a function to be called.
TO_DO, DOES, DID = (Form.INFINITIVE, Tense.PRESENT), (Form.FINITE, Tense.PRESENT), (Form.FINITE, Tense.PAST)
DOING, DONE = (Form.GERUND, Tense.PRESENT), (Form.PARTICIPLE, Tense.PRESENT)
FINITES = (DOES, DID)
REDUCED_REACH = 12  # tokens behind a participle in which the verb of its noun must come
SHARED_REACH = 14  # tokens in which modifiers that are listed must come to their noun
SPELLS = frozenset("times hours days weeks months minutes years".split())
AGAIN = frozenset(
    "again repeatedly only publicly also jointly urgently instead formally explicitly once twice directly".split()
)
PARTICLE_REACH = 5  # tokens behind a verb in which its particle may stand: "called the summit off"


def find_phrases(tokens: Tokens, lexicon: Lexicon) -> Phrases:
    """The noun phrases and verb groups of all sentences; no token belongs to two.

    ``The U.S. envoy had not yet been told`` is the phrase ``The U.S. envoy`` and the group ``had not yet been told``.
    """
    tags, lowers, known = tokens.tags, tokens.lowers, lexicon.verbs
    nouns: list[NounPhrase] = []
    verbs: list[VerbGroup] = []
    fronts: set[int] = set()
    noun_at, verb_at = [-1] * len(tags), [-1] * len(tags)
    for begin, last in tokens.sentences:
        done = begin
        front = front_of(tokens, lexicon, begin, last)
        if front > begin:
            fronts.add(front)
        for at in itertools.compress(range(begin, last), map(BEGINS.__contains__, tags[begin:last])):
            if at < done:
                continue
            tag = tags[at]
            if tag in LEADS and not (tag in BASES and _is_noun(tokens, at, last)):
                group = _verb_group(tokens, known, at, begin, last)
                if group is not None:
                    done = group.last
                    verb_at[at:done] = [len(verbs)] * (done - at)
                    verbs.append(group)
                    continue
            dated = tag in DATES and at and tags[at - 1] == "IN"
            if at >= front and (dated or lowers[at] in WHICH) and (further := time_at(tokens, at, last)) > at:
                front = further
                fronts.add(front)
            phrase = _noun_phrase(tokens, at, begin, front if at < front else last) if tag in STARTS else None
            if phrase is not None:
                done = phrase.last
                noun_at[at:done] = [len(nouns)] * (done - at)
                nouns.append(phrase)
    return Phrases(nouns=tuple(nouns), verbs=tuple(verbs), noun_at=noun_at, verb_at=verb_at, fronts=frozenset(fronts))


def _noun_phrase(tokens: Tokens, at: int, begin: int, last: int) -> NounPhrase | None:
    """The base noun phrase that begins at `at`: ``Trump’s son-in-law``, ``senior U.S. and Russian officials``."""
    tags, lowers = tokens.tags, tokens.lowers
    if tags[at] in ALONE:
        return NounPhrase(at, at + 1, at)
    if tags[at] not in OPENS and not _opens(tokens, at, begin, last):
        return None
    end, head = at, -1
    while end < last:
        tag = tags[end]
        if tag == "CD" and end > at and tags[end - 1] == "NNP" and "".join(lowers[end + 1 : end + 2]) in SPELLS:
            break  # "met Premier Luna three times"
        if tag in HEADS:
            head = end
        elif tag == "JJ":
            if lowers[end] in LATELY and end > at and tags[end - 1] in NOUNS:
                break  # "President Luna last night"
        elif tag not in WITHIN:
            if tag not in BASES or not _is_noun(tokens, end, last):
                break
            head = end
        elif tag == "POS":
            if end + 1 >= last or tags[end + 1] not in INSIDE:
                break
        elif tag in PARTICIPLES:
            if not _stands_inside(tokens, at, end, begin, last):
                break
            if not _modifies(tokens, end, begin, last):
                head = end  # a gerund as a noun: "the signing"
        elif tag in ADVERBS:
            if not _modifies(tokens, end, begin, last) or (
                end + 1 < last and tags[end + 1] not in ("JJ", "VBN", "CD", "RB")
            ):
                break
        elif tag in DETERMINERS:
            if end > at and tags[end - 1] not in ("PDT", "DT"):
                break
        elif tag == "CC" or tag == ",":
            if tags[end - 1] not in SHARING or not _shares_head(tokens, end, last):
                break
        if end > at and tags[end - 1] in NOUNS and (lowers[end] in DAYS or _is_day(tokens, end, last)):
            head = end - 1 if head == end else head
            break  # "a telephone call today with", "held talks Friday with"
        end += 1
    if at <= head < end:
        end = head + 1  # an adjective behind the noun belongs to the verb: "called the outcome regrettable"
    while end > at and tags[end - 1] in ("CC", ",", "RB", "POS"):
        end -= 1
    if end <= at or (end == at + 1 and tags[at] in ("JJ", "RB") and not _stands_for_people(tokens, at, last)):
        return None
    return NounPhrase(at, end, head if at <= head < end else end - 1)


def _is_day(tokens: Tokens, at: int, last: int) -> bool:
    """Whether a weekday behind a noun only tells when: ``talks [Friday] with Oslo``; not ``the cabinet’s Friday session``."""
    lowers = tokens.lowers
    if lowers[at] not in WEEKDAYS or lowers[at - 1] in NAMED_DAYS:
        return False
    return at + 1 >= last or tokens.tags[at + 1] not in INSIDE or lowers[at + 1] in PARTS_OF_DAYS


def _opens(tokens: Tokens, at: int, begin: int, last: int) -> bool:
    """Whether an adverb, a participle or a base form begins a noun phrase: ``newly won``, ``renewed talks``."""
    tag, lower = tokens.tags[at], tokens.lowers[at]
    if tag in BASES:
        return _is_noun(tokens, at, last)
    if tag in ADVERBS and lower not in DEGREES and not lower.endswith("ly"):
        return False
    return _modifies(tokens, at, begin, last)


def _stands_for_people(tokens: Tokens, at: int, last: int) -> bool:
    """Whether a quantity is a subject: ``many argue``."""
    return tokens.lowers[at] in QUANTITIES and at + 1 < last and tokens.tags[at + 1] in ("VBP", "VBD", "MD")


def _is_noun(tokens: Tokens, at: int, last: int) -> bool:
    """Whether what is tagged as a base form must be a noun: ``Will the minister``, ``Trump’s envoy``."""
    tags = tokens.tags
    if tags[at] not in BASES:
        return False
    return (at + 1 < last and tags[at + 1] == "POS") or (at > 0 and tokens.lowers[at - 1] in ("the", "a", "an"))


def _stands_inside(tokens: Tokens, first: int, at: int, begin: int, last: int) -> bool:
    """Whether a participle belongs to the noun phrase that began at `first`."""
    before = tokens.tags[at - 1] if at > first else ""
    if _modifies(tokens, at, begin, last) and (at == first or before in BEFORE_MODIFIER):
        return True
    return tokens.tags[at] == "VBG" and before in ("DT", "PRP$", "JJ", "POS")


def _modifies(tokens: Tokens, at: int, begin: int, last: int) -> bool:
    """Whether a participle or adverb stands before a noun that it modifies: ``renewed talks``, ``newly won``."""
    tags = tokens.tags
    position = at + 1
    while position < last and position < at + 4 and tags[position] in ("JJ", "VBN", "CD", "RB", "JJR", "JJS", "VBG"):
        position += 1
    if position >= last or tags[position] not in NOUNS:
        return False
    before = tags[at - 1] if at > begin else ""
    if tags[at] == "VBN" and before == "," and _is_name(tokens, position, last):
        return False  # ", visited Moscow"
    return tags[at] != "VBG" or (before in ("DT", "PRP$", "JJ", "POS", "IN") and position == at + 1)


def _is_name(tokens: Tokens, at: int, last: int) -> bool:
    """Whether the nouns from `at` on are a name and nothing else."""
    while at < last and tokens.tags[at] in ("NNP", "NNPS"):
        at += 1
    return tokens.tags[at - 1] in ("NNP", "NNPS") and (at >= last or tokens.tags[at] not in NOUNS)


def _shares_head(tokens: Tokens, at: int, last: int) -> bool:
    """Whether a conjunction or comma joins modifiers of one head: ``U.S., Ukrainian, and European officials``."""
    tags = tokens.tags
    joined = tags[at] == "CC" and tokens.lowers[at] in ("and", "or")
    if tags[at - 1] == "NNP" and not TITLED.isdisjoint(tokens.lowers[max(0, at - NAMED) : at - 1]):
        return False  # "Foreign Minister Ana Lima and Peruvian officials"
    for position in range(at, min(last, at + SHARED_REACH)):
        tag = tags[position]
        if tag == "CC":
            joined = tokens.lowers[position] in ("and", "or")
        elif tag == "NNS" or (tag == "NN" and tags[at - 1] == "JJ" and tags[at + 1] == "JJ"):
            return position > at + 1 and (joined or (tag == "NN" and position == at + 2))
        elif tag not in ("JJ", "NNP", ",", "VBN", "VBG", "JJR"):
            return False
    return False


def _verb_group(tokens: Tokens, verbs: Verbs, at: int, begin: int, last: int) -> VerbGroup | None:
    """The verb group that begins at `at`, None where the word is no verb of its own."""
    tags, lowers = tokens.tags, tokens.lowers
    first = at
    if tags[at] == "TO":
        at += 1
        while at < last and tags[at] == "RB":
            at += 1
        if at >= last or tags[at] not in ("VB", "VBP"):
            return None
    elif tags[at] in PARTICIPLES and (_is_preposition(tokens, at, begin) or _is_modifier(tokens, at, begin, last)):
        return None
    leads = tags[at] == "MD" or lowers[at] in CHAINED
    chain = _chain(tokens, at, last) if leads else [at]
    end = chain[-1] + 1
    if end < last and lowers[end] in ("not", "n't") and not _negates_infinitive(tokens, chain[-1], end, last):
        end += 1
    elif end < last and lowers[end] == "no" and _no_longer(tokens, end):
        end += 2
    return _group(tokens, verbs, first, chain, end, begin, last)


def _negates_infinitive(tokens: Tokens, head: int, at: int, last: int) -> bool:
    """Whether not belongs to the infinitive behind it: ``vowed not to return``; it is the verb's own in ``is not to return``."""
    if at + 1 >= last or tokens.tags[at + 1] != "TO":
        return False
    return tokens.lowers[head] not in AUXILIARIES and tokens.lowers[head] not in DO


def _is_preposition(tokens: Tokens, at: int, begin: int) -> bool:
    """Whether a participle leads what follows as a preposition does: ``differences regarding the border``."""
    return (
        tokens.tags[at] == "VBG"
        and tokens.lowers[at] in PREPOSITIONS
        and (at == begin or tokens.lowers[at - 1] not in BE)
    )


def _chain(tokens: Tokens, at: int, last: int) -> list[int]:
    """The auxiliaries and the main verb from `at` on, adverbs between them passed over."""
    tags, lowers = tokens.tags, tokens.lowers
    chain = [at]
    position = at + 1
    while position < last:
        tag = tags[position]
        if tag == "MD" or tag[:2] == "VB":
            if not _continues(tokens, chain[-1], position):
                break
            chain.append(position)
        elif not (
            (
                tag in ADVERBS
                or lowers[position] in FLOATING
                or (lowers[position] == "no" and _no_longer(tokens, position))
            )
            and _verb_follows(tokens, position, last, chain[-1])
        ):
            break
        position += 1
    return chain


def _no_longer(tokens: Tokens, at: int) -> bool:
    return tokens.lowers[at : at + 2] == ["no", "longer"]


def _continues(tokens: Tokens, before: int, at: int) -> bool:
    """Whether a verb goes on the group of the auxiliary `before` it."""
    word, tag = tokens.lowers[before], tokens.tags[at]
    if tokens.tags[before] == "MD":
        return tag in ("VB", "VBP", "VBN")
    if word in DO:
        return tag in ("VB", "VBP")
    if word in BE:
        return tag in ("VBN", "VBG", "VBD")
    if word in GET:
        return tag == "VBN"
    return word in HAVE and tag in ("VBN", "VBD")


def _verb_follows(tokens: Tokens, at: int, last: int, before: int) -> bool:
    position = at + 1
    while (
        position < last
        and position < at + 3
        and (tokens.tags[position] in ADVERBS or tokens.lowers[position] in FLOATING)
    ):
        position += 1
    return position < last and tokens.tags[position][:2] == "VB" and _continues(tokens, before, position)


def _is_modifier(tokens: Tokens, at: int, begin: int, last: int) -> bool:
    """Whether a participle belongs to the noun behind it and is no verb."""
    tags = tokens.tags
    before = tags[at - 1] if at > begin else ""
    if before in ("DT", "PRP$", "POS", "JJ", "CD"):
        return True
    if before == "," and tags[at] == "VBN" and _is_name(tokens, at + 1, last):
        return False
    if tags[at] != "VBN" or at + 1 >= last or tags[at + 1] not in NOUNS:
        return False
    return before in ("IN", "CC", "", ",") or (before[:2] == "VB" and tokens.lowers[at - 1] not in AUXILIARIES)


def _group(tokens: Tokens, verbs: Verbs, first: int, chain: list[int], end: int, begin: int, last: int) -> VerbGroup:
    """The verb group of a chain of verbs, with its particle."""
    tags, lowers = tokens.tags, tokens.lowers
    lead, head = chain[0], chain[-1]
    auxiliaries = [lowers[token] for token in chain[:-1]] if lead < head else []
    modal = MODALS.get(lowers[lead], lowers[lead]) if tags[lead] == "MD" else None
    shape = form, tense = _form(tokens, verbs, first, chain, end, begin, last)
    if modal is not None and lowers[lead] in FUTURE:
        tense = Tense.FUTURE
    lemma = "be" if lowers[head] in BE else verbs.lemma(lowers[head], tags[head])
    progressive = tags[head] == "VBG" and not BE.isdisjoint(auxiliaries)
    ahead = _looks_ahead(tokens, lemma, progressive, end, last) if lemma in AHEAD and shape in FINITES else None
    unreal = False
    if ahead is not None:
        modal, head, tense, progressive = ahead, end + 1, Tense.FUTURE, False
        unreal = lowers[head] == "have" and head + 1 < last and tags[head + 1] in ("VBN", "VBD")
        head += unreal  # "was to have met"
        been = unreal and lowers[head] == "been" and head + 1 < last and tags[head + 1] in ("VBN", "VBD")
        head += been
        if unreal:
            chain = [*chain, *([head - 1] if been else []), head]
            auxiliaries += ["have", *(["been"] if been else [])]
        lemma, end = verbs.lemma(lowers[head], "VBN" if unreal else "VB"), head + 1
    if lemma in verbs.particles:
        lemma, end = _with_particle(tokens, verbs.particles[lemma], lemma, end, last)
    words = lowers[first:end] if end > first + 1 else ()
    before = lowers[first - 1] if first > begin else ""
    passive, perfect = shape is DONE, False
    if auxiliaries:
        passive = passive or (tags[chain[-1]] in ("VBN", "VBD") and auxiliaries[-1] in PASSIVE)
        perfect = not HAVE.isdisjoint(auxiliaries) and tags[chain[-1]] in ("VBN", "VBD", "VBG")
    negated = (
        not NEGATIONS.isdisjoint(words)
        or ("no" in words and "longer" in words)
        or before == "never"
        or (before == "not" and shape not in FINITES)
    )
    senses = verbs.senses(lemma)
    return VerbGroup(first, end, head, lemma, senses, form, tense, passive, negated, perfect, progressive, modal)


def _form(
    tokens: Tokens, verbs: Verbs, first: int, chain: list[int], end: int, begin: int, last: int
) -> tuple[Form, Tense]:
    """Form and tense by the first verb of the chain; a participle with a subject and no auxiliary is a past tense."""
    tags, lead = tokens.tags, chain[0]
    if tags[first] == "TO":
        return TO_DO
    tag = tags[lead]
    before = tags[lead - 1] if lead > begin else ""
    if tag == "VBD":
        reduced = len(chain) == 1 and before in NOUNS and _is_reduced(tokens, verbs, lead, end, last)
        return DONE if reduced else DID
    if tag in ("VB", "VBP") and _is_bare_infinitive(tokens, verbs, lead, begin):
        return TO_DO
    if tag in FINITE or tag == "VB":
        return DOES
    if tag == "VBG":
        return DOING
    if len(chain) == 1 and before == "," and _closes_relative(tokens, lead, begin):
        return DID  # "The minister, who was in Rome, conferred there with"
    if len(chain) == 1 and before == "," and end < last and _comes_at_last(tokens, lead, end):
        return DID  # "The minister, a former judge, visited Oslo"
    if len(chain) == 1 and (before in NOUNS or before == "PRP") and _is_past(tokens, verbs, lead, end, last, before):
        return DID
    return DONE


def _closes_relative(tokens: Tokens, lead: int, begin: int) -> bool:
    """Whether the comma before `lead` closes a relative clause right behind the subject, no verb before it being the main one."""
    tags = tokens.tags
    for at in range(lead - 2, max(begin, lead - REDUCED_REACH), -1):
        if tags[at] == ",":
            opens = tags[at + 1] in ("WP", "WDT") and any(tag in FINITE for tag in tags[at + 2 : lead - 1])
            return opens and not any(tag in FINITE for tag in tags[max(begin, at - REDUCED_REACH) : at])
    return False


def _comes_at_last(tokens: Tokens, lead: int, end: int) -> bool:
    """Whether a verb behind an aside has its object behind it: ``which Lim, an envoy, called “useful”``."""
    if tokens.tags[end] != "``":
        return tokens.tags[end] in ("DT", "NNP", "PRP$", "PRP", "WP")
    at = lead - 1
    while at > 0 and lead - at < REDUCED_REACH and (tokens.tags[at] in OPENS or tokens.tags[at] in (",", "POS")):
        at -= 1
    return tokens.tags[at] in ("WDT", "WP") or tokens.lowers[at] == "that"


def _is_reduced(tokens: Tokens, verbs: Verbs, lead: int, end: int, last: int) -> bool:
    """Whether a past tense is a participle behind its noun: ``a deal brokered by Qatar``, ``the deal signed in Oslo was``."""
    tags, lowers = tokens.tags, tokens.lowers
    if end >= last or tags[end] != "IN" or lowers[end] in CLAUSE_OPENERS or not _can_be_participle(verbs, lowers[lead]):
        return False
    if lowers[end] == "by" and lowers[end + 1 : end + 2] not in (["phone"], ["telephone"], ["video"]):
        return True
    if verbs.senses(verbs.lemma(lowers[lead], "VBD")) & {"say", "mind"}:
        return False
    for token in range(end + 1, min(last, end + REDUCED_REACH)):
        if tags[token] in FINITE:
            return tags[token - 1] in NOUNS
        if (tags[token] not in OPENS and tags[token] != "IN" and tags[token] != "POS") or lowers[
            token
        ] in CLAUSE_OPENERS:
            return False
    return False


def _can_be_participle(verbs: Verbs, form: str) -> bool:
    known = verbs.forms.get(form)
    return form.endswith("ed") if known is None else any(tag == "VBN" for _, tag in known)


def _is_past(tokens: Tokens, verbs: Verbs, lead: int, end: int, last: int, before: str) -> bool:
    """Whether a word tagged as a participle is the past tense of the noun before it: ``one person tweeted.``"""
    if before == "PRP" or not _can_be_participle(verbs, tokens.lowers[lead]):
        return True
    after = tokens.tags[end] if end < last else "."
    if end < last and tokens.lowers[end] in WHEN:
        return False  # "the commanders captured last month"
    if _follows_relative(tokens, verbs, lead):
        return True
    if after in ("IN", "TO", "RB"):
        return end < last and tokens.lowers[end] == "that"
    return after not in (",", ".") or "say" in verbs.senses(verbs.lemma(tokens.lowers[lead], "VBN"))


def _follows_relative(tokens: Tokens, verbs: Verbs, lead: int) -> bool:
    """Whether the noun phrase before `lead` must be its subject: ``demands that an envoy described``, ``said they fled``."""
    at = lead - 1
    while at > 0 and lead - at < 7 and tokens.tags[at] in OPENS:
        at -= 1
    if tokens.tags[at] in ("WDT", "WP") or tokens.lowers[at] == "that":
        return True
    if tokens.tags[at] not in ("VBD", "VBZ", "VBP"):
        return False
    if tokens.tags[at - 1] in (",", "''"):
        return False  # “…,” says a source involved
    senses = verbs.senses(verbs.lemma(tokens.lowers[at], tokens.tags[at]))
    return "say" in senses and "demand" not in senses


def _is_bare_infinitive(tokens: Tokens, verbs: Verbs, lead: int, begin: int) -> bool:
    """Whether a base form hangs on help, let or make: ``helped draft the text``, ``let inspectors enter``."""
    tags = tokens.tags
    at = lead - 1
    while at > begin and lead - at < 7 and tags[at] in OBJECT:
        at -= 1
    return at >= begin and tags[at][:2] == "VB" and verbs.lemma(tokens.lowers[at], tags[at]) in ("help", "let", "make")


def _looks_ahead(tokens: Tokens, lemma: str, progressive: bool, end: int, last: int) -> str | None:
    """What makes a future without will: ``is to meet``, ``are going to meet``."""
    if end + 1 >= last or tokens.tags[end] != "TO" or tokens.tags[end + 1] != "VB":
        return None
    if lemma == "be":
        return "be to"
    return "going to" if lemma == "go" and progressive else None


def _with_particle(tokens: Tokens, particles: frozenset[str], lemma: str, end: int, last: int) -> tuple[str, int]:
    """The lemma with its particle, which may stand behind a short object: ``called the summit off``."""
    for token in range(end, min(last, end + PARTICLE_REACH)):
        lower = tokens.lowers[token]
        if lower in particles and (token == end or tokens.tags[token] == "RP"):
            return f"{lemma} {lower}", end + (token == end)
        if lower in particles and AGAIN.issuperset(tokens.lowers[end:token]):
            return f"{lemma} {lower}", token + 1  # "called repeatedly on"
        if tokens.tags[token] in (",", ".", "TO", "IN", ":"):
            break
    return lemma, end
