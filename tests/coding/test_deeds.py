"""Sentences and the code of what is done in them."""

from __future__ import annotations

import pytest

from diplomod.coding import find_deeds

CASES = [
    # REJECT
    ("Bolivia has refused to reopen the talks.", "REJECT"),
    ("The ministry turned down a request from Lagos for an extension.", "REJECT"),
    ("Norway will not lift the embargo.", "REJECT"),
    ("The president called off a trip to Lima after the remarks.", "REJECT"),
    ("Officials denied the aid convoy permission to cross.", "REJECT"),
    ("The two sides failed to reach an agreement on fishing rights.", "REJECT"),
    # YIELD
    ("Ghana released twelve fishermen on Monday.", "YIELD"),
    ("The activists were freed by the authorities.", "YIELD"),
    ("The council eased its curfew in the north.", "YIELD"),
    ("Peru announced a ceasefire in the border district.", "YIELD"),
    ("Chad has begun withdrawing its troops from the valley.", "YIELD"),
    ("The government gave in to the strikers.", "YIELD"),
    # AGREE
    ("Kenya agreed to send nurses to the islands.", "AGREE"),
    ("Chile is willing to withdraw its claim.", "AGREE"),
    ("The Danish foreign minister will visit Accra on Friday.", "AGREE"),
    ("The rebels said they would release the engineers.", "AGREE"),
    # SUPPORT
    ("Oslo welcomed the decision of the court.", "SUPPORT"),
    ("Fiji and Tonga signed an agreement on air traffic.", "SUPPORT"),
    ("The envoy expressed his country's solidarity with Malta.", "SUPPORT"),
    ("Nepal has established diplomatic relations with Samoa.", "SUPPORT"),
    # CONSULT
    ("The envoys of Oman and Qatar met in Muscat.", "CONSULT"),
    ("Finland's president held talks with her Estonian counterpart.", "CONSULT"),
    ("They discussed the price of gas by phone.", "CONSULT"),
    # REQUEST
    ("Angola demanded an apology from the company.", "REQUEST"),
    ("The union called on Lisbon to pay the nurses.", "REQUEST"),
    ("The ambassador said Sofia must open its archives.", "REQUEST"),
    # ACCUSE
    ("Togo accused Benin of moving the fence.", "ACCUSE"),
    ("The bishop condemned the raid.", "ACCUSE"),
    ("Police in Bern have opened an investigation into the bank.", "ACCUSE"),
    ("A charity filed a lawsuit against the port.", "ACCUSE"),
    # THREATEN
    ("Lima threatened to expel the consul.", "THREATEN"),
    ("The general issued an ultimatum to the garrison.", "THREATEN"),
    ("The party said it would boycott the vote.", "THREATEN"),
    # what stands in the object counts before what stands elsewhere
    ("The minister held talks on the vote at her office in Accra.", "CONSULT"),
    ("Lagos called for sanctions against the port.", "ACCUSE"),
    ("The museum returned two drums to the chiefs of the valley.", "YIELD"),
    ("The envoys returned to Bamako.", None),
    ("The fleet arrived in Dakar.", None),
    ("Samoa agreed with Tonga to share its patrol boats.", "AGREE"),
    ("Samoa and Tonga agreed to a trade deal.", "SUPPORT"),
    ("Chad said Niger must be ready to mediate.", "REQUEST"),
    # deeds that are no talk
    ("Gunmen attacked a camp near the river, killing six soldiers.", "ASSAULT"),
    ("Police arrested the editor.", "COERCE"),
    ("Sweden provided tents and medicine.", "AID"),
    # what only sounds like one
    ("The bank released its yearly report.", None),
    ("The river rose after the rain.", None),
    ("", None),
]


@pytest.mark.parametrize(("sentence", "code"), CASES)
def test_codes(sentence: str, code: str | None) -> None:
    assert [deed.code for deed in find_deeds(sentence)] == ([] if code is None else [code])


def test_one_deed_a_sentence_and_who_does_it_to_whom() -> None:
    text = "Togo accused Benin of moving the fence. Benin rejected the charge, which it called absurd."
    first, second = find_deeds(text)
    assert (first.code, str(first.source), str(first.target)) == ("ACCUSE", "Togo", "Benin")
    assert (second.code, str(second.source), second.words.stands_in(text)) == ("REJECT", "Benin", True)


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("The attack came after Lima released four captains.", "YIELD"),
        ("The minister, who had criticised Quito, met his Ecuadorian counterpart.", "CONSULT"),
    ],
)
def test_main_clauses_count_first(sentence: str, code: str) -> None:
    assert [deed.code for deed in find_deeds(sentence)] == [code]
