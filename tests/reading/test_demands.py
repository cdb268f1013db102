"""What one side wants of another, and what came back: (text, demands) and (text, answers)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomod import Record, read

DEMANDS = [
    ("Serbia insists that Kosovo establish the association.", ["SRB > XKX: Kosovo establish the association"]),
    ("Malta insists that talks are going well.", []),
    ("Peru urged Chile to reopen the pass.", ["PER > CHL: reopen the pass"]),
    ("Peru did not ask Chile to reopen the pass.", []),
    ("Canada hopes that China will free the men.", []),
    ("Ghana asked Togo for help.", []),
    ("Ghana plans to reopen the crossing with Togo.", []),
    ("Chad appealed to Libya to close the border.", ["TCD > LBY: close the border"]),
    ("Ottawa pressed New Delhi for access to the suspects.", ["CAN > IND: access to the suspects"]),
    ("Turkey wants Sweden to extradite 30 men.", ["TUR > SWE: extradite 30 men"]),
    ("Kabul wants the crossing reopened first.", ["AFG > : the crossing reopened first"]),
    ("Moscow demands that Riga vet the lists.", ["RUS > LVA: Riga vet the lists"]),
    (
        "Spain has demanded that Morocco limit its catch, accept inspectors and release the boats by 3 May, or face duties.",
        [
            "ESP > MAR: Morocco limit its catch",
            "ESP > MAR: accept inspectors",
            "ESP > MAR: release the boats by 3 May",
        ],
    ),
    (
        "The G7 called on Russia to stop its attacks and on China to stop supplying it.",
        ["G7 > RUS: stop its attacks", "G7 > CHN: stop supplying it"],
    ),
    ("Libya was called upon at the May session to close the camps.", [" > LBY: close the camps"]),
    ("Morocco summoned the Spanish ambassador and demanded an apology.", ["MAR > ESP: an apology"]),
    ("Egypt gave Hamas until Friday to free the crew.", ["EGY > HAMAS: free the crew"]),
    ("Vietnam proposed that inspectors from China be admitted.", ["VNM > : inspectors from China be admitted"]),
    ("The Polish side asked that the lists be shared.", ["POL > : the lists be shared"]),
    # said by one side of the other
    ("Norway must stop whaling, Australia's environment minister said.", ["AUS > NOR: stop whaling"]),
    ("North Korea should abandon its weapons, the Japanese foreign minister said.", ["JPN > PRK: abandon its weapons"]),
    ("Norway should know better, Australia's environment minister said.", []),
    ("It is imperative that Syria comply, the ambassador of France said.", ["FRA > SYR: Syria comply"]),
    # conditions
    ("Lebanon will not talk unless Israel withdraws its patrols.", ["LBN > ISR: Israel withdraws its patrols"]),
    ("Iran would do so only if Iraq reopened the port.", ["IRN > IRQ: Iraq reopened the port"]),
    (
        "Peru expects both sides to re-engage in talks and to implement the accord.",
        ["PER > : re-engage in talks", "PER > : implement the accord"],
    ),
    ("Peru expects both sides to meet in May.", []),
    (
        "Joint Statement by the G7 on Russia\n\nWe call on Russia to stop its assault at once.",
        ["G7 > RUS: stop its assault at once"],
    ),
    (
        "Peru urged Chile to free the crew and the Houthis to stop their raids.",
        ["PER > CHL: free the crew", "PER > HOUTHIS: stop their raids"],
    ),
    ("Chile and Peru were invited to join the bloc.", []),
    ("Mali would agree, provided that Niger lifts the ban.", ["MLI > NER: Niger lifts the ban"]),
    ("Sudan made its approval conditional on Ethiopia sharing its data.", ["SDN > ETH: Ethiopia sharing its data"]),
    ("France conditioned its support on Mali holding elections.", ["FRA > MLI: Mali holding elections"]),
    ("Cyprus says its consent depends on Turkey opening the ports.", ["CYP > TUR: Turkey opening the ports"]),
    ("Israel will strike if Iran attacks.", []),
    (
        "Peru had urged Chile to pay. Chile offered half, subject to the lifting of the ban.",
        ["PER > CHL: pay", "CHL > PER: the lifting of the ban"],
    ),
    (
        "Peru had urged Chile to pay. Chile was willing to do so “the day its sailors walk free”.",
        ["PER > CHL: pay", "CHL > PER: its sailors walk free"],
    ),
    ("The commission was instructed by Peru to draw up a plan.", []),
    ("Lima has been asking for months for a list of the dead.", ["PER > : a list of the dead"]),
    ("Lima wants Chile out of the valley.", ["PER > CHL: Chile out of the valley"]),
    ("Lima expects the Red Cross to be admitted.", ["PER > : the Red Cross to be admitted"]),
    ("Lima's minister said Chile had to open its ports.", ["PER > CHL: open its ports"]),
    ("Lima's minister said Chile had yet to open its ports.", []),
    ("Malta suggested that both countries free their captives.", ["MLT > : both countries free their captives"]),
    ("Malta suggested that talks were over.", []),
    ("Peru called on Chile to free the crew “as a gesture”.", ["PER > CHL: free the crew “as a gesture”"]),
    ("Oslo demanded the withdrawal of Danish troops.", ["NOR > DNK: the withdrawal of Danish troops"]),
    ("Peru's envoy called on the prime minister of Chile to discuss trade.", []),
    ("Peru called for sanctions against Chile.", ["PER > : sanctions against Chile"]),
    ("Oslo told Riga that any attempt to seize the ship would be met with force.", []),
    ("Peru's envoy said that the request for access would be passed to Lima.", []),
    (
        "Oslo urged Riga to free the crew and to return the ship.",
        ["NOR > LVA: free the crew", "NOR > LVA: return the ship"],
    ),
    ("Oslo urged Riga to free the crew and return the ship.", ["NOR > LVA: free the crew and return the ship"]),
    ("Oslo's demand that Riga return the ship had not changed.", ["NOR > LVA: Riga return the ship"]),
    ("Other countries should refrain from comment, Peru's president said.", ["PER > : refrain from comment"]),
    ("Lima's minister said that the Chilean bombing had to stop.", ["PER > CHL: stop"]),
    ("Fiji wants visa-free travel to Tonga included.", ["FJI > : visa-free travel to Tonga included"]),
    ("Lima would like the post to be reopened.", ["PER > : the post to be reopened"]),
    ("Lima invited Quito to submit a list of names.", ["PER > ECU: submit a list of names"]),
    ("Peru expects Chile to pay, and Bolivia not to leave.", ["PER > CHL: pay", "PER > BOL: not to leave"]),
    (
        "Peru put forward a plan whereby Chile would reopen the pass and Bolivia would pay.",
        ["PER > BOL CHL: Chile would reopen the pass and Bolivia would pay"],
    ),
    ("“Our only condition is that Chile reopen the pass,” Peru said.", ["PER > CHL: Chile reopen the pass"]),
    ("“Withdraw your boats from the bay,” Lima told Quito.", ["PER > ECU: Withdraw your boats from the bay"]),
    ("Peru voiced the expectation that Chile would pay.", ["PER > CHL: Chile would pay"]),
    (
        "Peru sought the release of the men in Chilean custody.",
        ["PER > CHL: the release of the men in Chilean custody"],
    ),
    # nouns
    ("Kyiv's demand that Russia return the ships was rejected by Moscow.", ["UKR > RUS: Russia return the ships"]),
    ("Fiji repeated its call on Japan, first made in May, to halt the discharge.", ["FJI > JPN: halt the discharge"]),
    ("The request of Ghana that Togo reopen the crossing was granted.", ["GHA > TGO: Togo reopen the crossing"]),
    ("Its own condition, Lima said, is that Quito pay.", []),
    ("Kenya gave the Somalis an ultimatum to answer by Monday.", ["KEN > SOM: answer by Monday"]),
    (
        "Venezuela set three conditions: the lifting of the ban, the release of its envoy and the return of its gold.",
        ["VEN > : the lifting of the ban", "VEN > : the release of its envoy", "VEN > : the return of its gold"],
    ),
    ("A call between Ghana and Togo took place.", []),
    ("Ghana did not respond to a request for comment.", []),
    ("The request was groundless, Togo said.", []),
    ("Togo's demand for gas has grown.", []),
    ("Ghana described the conditions for peace.", []),
    ("The leaders instructed their teams to meet.", []),
    ("Peru's president asked his secretary to call Chile.", []),
    ("Peru's leaders and Chile's agreed on equipment required to share data.", []),
    ("Finland's minister said Norway cannot leave when the fighting ends.", []),
    ("Kenya called for an end to Somali strikes on the coast.", ["KEN > SOM: an end to Somali strikes on the coast"]),
    (
        "Ghana set two conditions for a truce: that Togo return the boats, grant access to the port and release Ama Owu.",
        ["GHA > TGO: Togo return the boats", "GHA > TGO: grant access to the port", "GHA > TGO: release Ama Owu"],
    ),
    (
        "Norway reiterated its request that Malta pay, and called for the release of the ship.",
        ["NOR > MLT: Malta pay", "NOR > MLT: the release of the ship"],
    ),
    # what one side gives and what it wants for it
    (
        "Hamas is ready to free them in return for an end to the siege by Israel.",
        ["HAMAS > ISR: an end to the siege by Israel"],
    ),
    (
        "Malta demanded guarantees from Libya that the truce would last.",
        ["MLT > LBY: guarantees from Libya that the truce would last"],
    ),
]

ANSWERS = [
    ("Peru urged Chile to reopen the pass. {}", "Chile refused.", "CHL rejected"),
    ("Peru urged Chile to reopen the pass. {}", "Chile has yet to reply.", "CHL deferred"),
    ("Peru urged Chile to reopen the pass. {}", "No answer had been received from Santiago.", "CHL deferred"),
    ("Peru urged Chile to reopen the pass. {}", "Santiago brushed the call aside.", "CHL rejected"),
    ("Peru urged Chile to reopen the pass. {}", "Chile agreed.", "CHL accepted"),
    ("Peru wants the pass to be opened for ten years, {}", "while Chile has proposed two.", "CHL countered"),
    (
        "Peru urged Chile to free 30 men, {}",
        "and the Chilean side consented to free 15 of them.",
        "CHL partly_accepted",
    ),
    ("Peru and Chile met. Peru asked that the pass be opened; {}", "Santiago was opposed.", "CHL rejected"),
    ("Peru urged Chile to reopen the pass. {}", "Santiago has made this dependent on payment.", "CHL conditional"),
    ("Peru urged Chile to reopen the pass. {}", "Chile agreed in principle but asked for time.", "CHL partly_accepted"),
    ("Peru urged Chile to reopen the pass. {}", "Chile undertook to do so once the snow had gone.", "CHL conditional"),
    ("Peru urged Chile to reopen the pass. {}", "Santiago said it would look into it.", "CHL deferred"),
    ("Peru urged Chile to reopen the pass. {}", "Chile offered a ferry instead.", "CHL countered"),
    ("Peru urged Chile to reopen the pass. {}", "Chile responded that the pass would be reopened.", "CHL accepted"),
    ("Peru urged Chile to reopen the pass. {}", "Chile maintains that there is no such pass.", "CHL rejected"),
    ("Peru urged Chile to reopen the pass. {}", "Chile said there could be no talk of that.", "CHL rejected"),
    (
        "Peru urged Chile to reopen the pass. {}",
        "“Out of the question,” Chile’s foreign minister said.",
        "CHL rejected",
    ),
    ("Peru urged Chile to reopen the pass. {}", "“Not one metre,” Chile’s foreign minister said.", "CHL rejected"),
    ("Peru urged Chile to reopen the pass. {}", "Chile would not comment.", ""),
    ("Peru urged Chile to reopen the pass. {}", "Bolivia refused a loan.", ""),
    ("Peru urged Chile to reopen the pass. {}", "Chile's minister agreed that it was cold.", ""),
    ("Peru urged Chile to reopen the pass. {}", "Chile promised to look into the matter.", "CHL deferred"),
    ("Peru urged Chile to reopen the pass. {}", "Chile has not yet decided.", "CHL deferred"),
    (
        "Peru urged Chile to reopen the pass. {}",
        "Chile said it would consider it only if Peru paid.",
        "CHL conditional",
    ),
    ("Peru urged Chile to reopen the pass. {}", "Chile said it would not reopen it.", "CHL rejected"),
    ("Peru urged Chile to reopen the pass. {}", "Chile said it would not raise taxes.", ""),
    ("Peru urged Chile to reopen the pass, {}", "something it has declined to do.", "CHL rejected"),
    ("Oslo told Riga to release the crew. {}", "Riga said they would be freed on Monday.", "LVA accepted"),
    ("Peru urged Chile to reopen the pass. {}", "Santiago ruled that out.", "CHL rejected"),
    ("Peru urged Chile to reopen the pass. {}", "Peru is still waiting for Chile's reply.", "CHL deferred"),
    (
        "Peru urged Chile to reopen the pass. {}",
        "The request is under active consideration, Chile said.",
        "CHL deferred",
    ),
    ("Peru asked Chile for lists. {}", "Santiago provided partial ones.", "CHL partly_accepted"),
    ("Peru urged Chile to reopen the pass. {}", "Chile welcomed the proposal.", "CHL accepted"),
    ("Peru urged Chile to reopen the pass. {}", "Chile said it was a matter for the courts.", "CHL deferred"),
    ("Peru urged Chile to reopen the pass. {}", "Peru and Chile agreed to hold talks on trade.", ""),
    ("Peru urged Chile to reopen the pass. {}", "Chile and Bolivia stand ready to help.", ""),
    ("Peru urged Chile to reopen the pass. {}", "Whether Chile will accept is not known.", ""),
    ("Oslo told Riga to release the ship, {}", "but Riga said the ship would stay.", "LVA rejected"),
    ("Oslo told Riga to release the 20 sailors. {}", "Riga said 12 of the 20 would be freed.", "LVA partly_accepted"),
    ("Oslo wants Riga to send daily figures. {}", "Riga agreed to weekly ones.", "LVA partly_accepted"),
    ("Oslo asked Riga to lift its veto, {}", "which Riga ruled out.", "LVA rejected"),
    ("Oslo asked Riga to lift its veto, {}", "a step that Riga has resisted.", "LVA rejected"),
    ("Oslo insists that Riga vet the lists. {}", "“It has been agreed to in full,” Oslo's envoy said.", "LVA accepted"),
    ("Oslo demanded that Riga pay. {}", "The request would be studied, Riga said.", "LVA deferred"),
    ("Oslo demanded that Riga pay. {}", "Riga wants more time.", "LVA deferred"),
    ("Oslo demanded that Riga pay. {}", "Riga's answer was no.", "LVA rejected"),
    ("Oslo demanded that Riga pay. {}", "Riga called the demand a non-starter.", "LVA rejected"),
    ("Oslo demanded that Riga pay. {}", "Denmark rejected that demand as well.", "DNK rejected"),
]


def demands_of(record: Record) -> list[str]:
    return [
        f"{demand.by.code if demand.by else ''} > {' '.join(party.code for party in demand.to)}: {demand.content.text}"
        for demand in record.demands
    ]


@pytest.mark.parametrize(("text", "expected"), DEMANDS)
def test_demands(text: str, expected: list[str]) -> None:
    assert demands_of(read(text, published="2025-06-10")) == expected


@pytest.mark.parametrize(("text", "answer", "expected"), ANSWERS)
def test_answers(text: str, answer: str, expected: str) -> None:
    record = read(text.format(answer), published="2025-06-10")
    found = [f"{one.by.code if one.by else ''} {one.stance}" for one in record.responses]
    assert ", ".join(found) == expected


def test_what_a_title_tells_and_the_text_again_is_one_demand() -> None:
    record = read(
        "Peru urges Chile to reopen pass\n\nLIMA (Reuters) - Peru urged Chile on Monday to reopen the pass at once."
    )
    assert demands_of(record) == ["PER > CHL: reopen the pass at once"]


def test_what_they_want_of_us() -> None:
    text = "Peru met Chile. Chile left Peru. Peru was sad. Chile was not. “They are asking us to surrender,” Chile's envoy said."
    assert demands_of(read(text)) == ["PER > CHL: surrender"]


def test_each_of_several_demands_is_answered_by_its_number() -> None:
    text = (
        "Spain has demanded that Morocco limit its catch, accept inspectors and release the boats. "
        "Rabat accepted the first, said the second was a matter of sovereignty and rejected the third."
    )
    record = read(text)
    stances = [[str(answer.stance) for answer in record.responses_to(demand)] for demand in record.demands]
    assert stances == [["accepted"], ["rejected"], ["rejected"]]


SIDES = [
    # whom the words do not name, the text around them tells
    ("Peru urged Chile to reopen the pass. Chile wants the embargo lifted.", ["CHL", "PER"]),
    (
        "Fiji fired on Peru. Peru hit Fiji. Fijian and Peruvian troops fled. Malta told both sides to stop.",
        ["FJI PER"],
    ),
    ("Peru spoke with Chile's president and asked him to reopen the Peruvian pass.", ["CHL"]),
    ("Iran is seeking the lifting of U.N. sanctions.", [""]),
    ("Kenya called on the international community to act.", [""]),
    ("Kenya met Somalia's envoy. He asked the envoy of Somalia to act.", ["SOM"]),
]
FIRST_MADE = [
    ("Baku has insisted since 1994 that Yerevan leave.", "1994"),
    ("Sudan had demanded on 4 August 2020 that Ethiopia share its data.", "2020-08-04"),
    ("Ethiopia urged Egypt last month to stop.", "2025-05"),
    ("Fiji repeated its call on Japan, first made in January, to halt the discharge.", "2025-01"),
    ("Peru urged Chile on Monday to reopen the pass.", None),
]


@pytest.mark.parametrize(("text", "expected"), SIDES)
def test_of_whom_it_is_demanded(text: str, expected: list[str]) -> None:
    record = read(text, published="2025-06-10")
    assert [" ".join(party.code for party in demand.to) for demand in record.demands] == expected


@pytest.mark.parametrize(("text", "expected"), FIRST_MADE)
def test_when_it_was_first_made(text: str, expected: str | None) -> None:
    (demand,) = read(text, published="2025-06-10").demands
    assert (demand.first_made and demand.first_made.edtf) == expected


def test_those_demands_are_all_that_were_made_at_once() -> None:
    record = read(
        "Spain's demands include Morocco limiting its catch and releasing the boats. Rabat rejected those demands."
    )
    assert [len(answer.to) for answer in record.responses] == [2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Egypt gave Hamas until 13 June 2025 to free the crew.", "2025-06-13"),
        ("Egypt told Hamas to free the crew by 13 June 2025.", "2025-06-13"),
        ("Egypt told Hamas to free the crew.", None),
    ],
)
def test_deadlines(text: str, expected: str | None) -> None:
    (demand,) = read(text, published="2025-06-10").demands
    assert (demand.deadline and demand.deadline.edtf) == expected


@given(st.lists(st.sampled_from([text for text, _ in DEMANDS] + [answer for _, answer, _ in ANSWERS]), max_size=8))
def test_answers_are_to_demands_that_there_are(parts: list[str]) -> None:
    record = read(" ".join(parts))
    known = {demand.id for demand in record.demands}
    assert all(set(answer.to) <= known for answer in record.responses)
    for demand in record.demands:
        assert demand.content.stands_in(" ".join(parts))
        assert demand.by is None or demand.by.code not in {party.code for party in demand.to}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lebanon will not talk unless Israel withdraws its patrols.", "Lebanon will not talk"),
        ("Mali would agree, provided that Niger lifts the ban.", "Mali would agree"),
        ("Peru refuses to sign until Chile pays.", "Peru refuses to sign"),
        ("Peru urged Chile to free the men if the court agrees.", "if the court agrees"),
        ("Peru urged Chile to free the men.", None),
    ],
)
def test_what_a_demand_is_tied_to(text: str, expected: str | None) -> None:
    (demand,) = read(text).demands
    assert (demand.condition.text if demand.condition is not None else None) == expected
