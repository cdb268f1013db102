"""Whether two stretches of words are about the same: by the beginnings of their words, and by words of one meaning."""

from __future__ import annotations

from collections.abc import Set

from diplomod.reading.demands.drafts import View

STEM = 5  # letters by which "released" is known from "release"
LOOSE = frozenset(
    "official officials "
    "have been were will would shall could does made make take taken said that this they country countries government "
    "side sides minister president party parties year years month months week weeks time times also any all".split()
)
# Words that diplomacy uses for the same, one line a meaning.
MEANINGS = (
    "leave withdraw withdrawal pullback pullout vacate quit depart departure evacuate retreat pull recall abandon",
    "release pardon free freed freedom liberate liberation hand return handover repatriate repatriation extradite extradition",
    "lift lifting scrap drop easing ease relax abolish repeal revoke rescind waive",
    "stop halt cease end ending suspend suspension interrupt pause discontinue freeze refrain continue resume postpone "
    "postponement delay",
    "troops forces soldiers army military contingent units police",
    "talks negotiations dialogue table discussions consultations negotiate negotiation",
    "prisoners detainees captives hostages inmates commanders sailors fishermen nationals jailed detained",
    "ceasefire truce cease-fire armistice calm hostilities",
    "sanctions embargo restrictions measures curbs blockade ban",
    "weapons arms rifle rifles guns missiles disarm disarmament weaponry",
    "open reopen opening access entry admit allow permit",
    "tariffs duties levies levy quota quotas",
    "data figures information records details documents list lists names",
    "apology apologise apologize regret regrets sorry",
    "pay payment compensation compensate reparations debt money",
    "share circulate submit send transmit publish distribute",
    "recognise recognize recognition sovereignty independence",
    "inspectors inspections inspection monitors verification verify",
    "protect protection safety security secure safeguard",
    "investigate investigation inquiry probe inquire",
    "remove removal dismantle dismantling demolish demolition raze tear",
    "bar block prevent prohibit deny",
    "extend extension prolong prolongation renew renewal",
    "ambassador envoy diplomat diplomats consul",
    "sign signature ratify ratification adopt adoption approve",
    "election elections vote polls",
    "ship ships vessel vessels boat boats trawler trawlers tanker tankers freighter",
)
MEANING_OF = {word: f"={number}" for number, words in enumerate(MEANINGS) for word in words.split()}


# Verbs of deeds that do the contrary of what the words of a meaning ask for, by the first of these words.
CONTRARY = {
    "release": "try,prosecute,jail,imprison,sentence,charge,convict,execute,deport,detain",
    "leave": "stay,remain,deploy,reinforce",
    "stop": "continue,proceed,resume,persist,intensify,expand,keep,go on,carry on,press on,go ahead,press ahead,push ahead",
    "lift": "keep,maintain,extend,tighten,uphold",
    "open": "close,shut,seal",
    "bar": "allow,permit,let,welcome",
}
CONTRARY_TO: dict[str, frozenset[str]] = {}
for word, verbs in CONTRARY.items():
    for verb in verbs.split(","):
        CONTRARY_TO[verb] = CONTRARY_TO.get(verb, frozenset()) | {MEANING_OF[word]}


def contrary_to(lemma: str) -> frozenset[str]:
    """What a verb is the contrary of, as stems.

    >>> contrary_to("go on") == contrary_to("continue")
    True
    """
    head = lemma.partition(" ")[0]
    return CONTRARY_TO.get(lemma) or CONTRARY_TO.get(head) or CONTRARY_TO.get(f"{head}e") or frozenset()


def stems(view: View, first: int, last: int, without: Set[str] = frozenset()) -> frozenset[str]:
    """The beginnings of the words of content from token `first` to `last`, or what they mean; the names of the parties with
    codes in `without` are left out.

    >>> MEANING_OF["pullout"] == MEANING_OF["withdraw"]
    True
    """
    tags, lowers = view.tokens.tags, view.tokens.lowers
    found: set[str] = set()
    for token in range(first, last):
        word = lowers[token]
        if without and _names(view, token, without):
            continue
        if len(word) < 4 or word in LOOSE or tags[token][:2] not in KINDS:
            if word not in MEANING_OF:
                continue
        lemma = next((lemma for lemma, _ in view.lexicon.verbs.forms.get(word, ())), word)  # "withdrew"
        found.add(_meaning(lemma) or _meaning(word) or lemma[:STEM])
    return frozenset(found)


def _names(view: View, token: int, codes: Set[str]) -> bool:
    """Whether a word is part of the name of one of some parties."""
    number = view.cast.at[token]
    if number < 0 or not view.tokens.words[token][:1].isupper():
        return False
    return any(party.code in codes for party in view.mention(number).parties)


KINDS = frozenset(("NN", "VB", "JJ", "CD"))


def _meaning(word: str) -> str | None:
    """The meaning of a word in any of its forms."""
    for ending, put in ENDINGS:
        if word.endswith(ending):
            found = MEANING_OF.get(word[: len(word) - len(ending)] + put)
            if found is not None:
                return found
    return None


ENDINGS = (("", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""), ("ing", "e"), ("es", ""), ("n", ""))
