"""Who takes part, told in many ways: by posts, by what others say of it, by what the talks before were."""

from __future__ import annotations

import pytest

import diplomod

SIDES = [
    (
        "The foreign ministers of Bolivia and Chile met in Lima on Monday. Bolivia's Ruben Quisbert and his Chilean counterpart, "
        "Marcela Donoso, told reporters they had agreed on a ferry line.",
        "held BOL CHL: Marcela Donoso, Ruben Quisbert",
    ),
    (
        "The defence ministers of Togo and Benin met in Accra on Tuesday. Togo's Kossi Amedjro said the meeting had been useful. "
        "Benin's Paul Hounsou called it a first step.",
        "held BEN TGO: Kossi Amedjro, Paul Hounsou",
    ),
    (
        "The presidents of Kenya and Uganda held talks in Nairobi on Friday. Presidents Peter Mwangi of Kenya and Moses Okello "
        "of Uganda agreed to reopen the border.",
        "held KEN UGA: Moses Okello, Peter Mwangi",
    ),
    (
        "The Norwegian and Finnish prime ministers met in Oslo on Sunday. Norway's Kari Dahl said she and Finland's Matti Salo "
        "had discussed fisheries.",
        "held FIN NOR: Kari Dahl, Matti Salo",
    ),
    (
        "Peru and Ecuador held talks in Lima on Monday. The head of the Ecuadorean team, former foreign minister Galo Teran, "
        "said the gesture was a protest.",
        "held ECU PER: Galo Teran",
    ),
    (
        "Peru and Ecuador held talks in Lima on Monday. Rosa Quispe, the leader of the Peruvian team, said no. Her opposite "
        "number, Luis Paz, agreed.",
        "held ECU PER: Luis Paz, Rosa Quispe",
    ),
    (
        "Peru and Ecuador will hold talks in Lima on Monday. Deng Rojas, the Peruvian undersecretary for petroleum, who is to "
        "lead his country’s negotiators, agreed.",
        "planned ECU PER: Deng Rojas",
    ),
    (
        "Somali President Yusuf Abdi and Ethiopian Prime Minister Dawit Alemu met in Ankara on Wednesday. Technical talks will "
        "start by the end of February, with Turkey as facilitator.",
        "held ETH SOM: Dawit Alemu, Yusuf Abdi; planned ETH SOM:",
    ),
    (
        "Egypt, Ethiopia and Sudan will hold talks on the Nile dam on Friday, South Africa said. A summit of the three leaders, "
        "scheduled for August 21, has been postponed.",
        "planned EGY ETH SDN:; postponed EGY ETH SDN:",
    ),
    ("The visit of the President of Indonesia to London was put off to May 5.", "postponed GBR IDN:"),
    (
        "The slated visit of U.S. Commerce Secretary William Daley to Kenya in September will go ahead.",
        "planned KEN USA: William Daley",
    ),
    (
        "In a phone call on Saturday, Brazil's President Otavio Moura warned Venezuela's Anselmo Braca against unilateral "
        "measures.",
        "held BRA VEN: Anselmo Braca, Otavio Moura",
    ),
    ("Ethiopian officials and Tigrayan rebels held talks in Pretoria on Monday.", "held ETH TIGRAYAN REBELS:"),
    ("Mali's government will meet Tuareg separatists in Algiers on Friday.", "planned MLI TUAREG SEPARATISTS:"),
    ("Myanmar's army chief met Karen fighters in Hpa-an on Monday.", "held KAREN FIGHTERS MMR:"),
    (
        "Prime Minister Anwar Salleh of Malaysia, who received both ministers at his office in Putrajaya on Wednesday evening, "
        "urged restraint. Foreign ministers Sok Dara of Cambodia and Chai Wong of Thailand had met earlier that day.",
        "held KHM MYS THA: Anwar Salleh; held KHM THA: Chai Wong, Sok Dara",
    ),
    (
        "President Luis Vega of Peru and Chilean President Ana Toro met in Lima on Monday. The leaders agreed to meet again in "
        "June.",
        "held CHL PER: Ana Toro, Luis Vega; planned CHL PER: Ana Toro, Luis Vega",
    ),
    (
        "Whether Kosovo's Prime Minister Gent Berisha and Serbian President Milorad Tesanovic will come together before the "
        "elections in June is uncertain. Their last encounter, in September, ended in recriminations.",
        "possible SRB XKX: Gent Berisha, Milorad Tesanovic; held SRB XKX: Gent Berisha, Milorad Tesanovic",
    ),
    (
        "Kosovo and Serbia held EU-mediated talks in Brussels on Tuesday.\n\nA further meeting at the level of chief negotiators "
        "is planned for March 24, an EU official said.",
        "held SRB XKX:; planned SRB XKX:",
    ),
    ("Norwegian and Faroese officials met in Torshavn on Monday.", "held FRO NOR:"),
    (
        "China is sending its special envoy, Shen Guowei, to Khartoum and Juba next week.",
        "planned CHN SDN: Shen Guowei; planned CHN SSD: Shen Guowei",
    ),
    ("The United States sent Assistant Secretary Tom Frost to Colombo on Monday.", "held LKA USA: Tom Frost"),
    ("India sent rescue teams to Nepal on Monday.", ""),
    (
        "Officials from Iran and three European powers — Britain, France and Germany — met in Geneva on Monday.",
        "held DEU FRA GBR IRN:",
    ),
    (
        "Serbia and Kosovo held talks in Ohrid on Saturday. EU envoy Jorge Perez met Kosovo Prime Minister Arben Krasni on "
        "Sunday. Serbia and Kosovo want a deal. Another meeting is due in May.",
        "held SRB XKX:; held EU XKX: Arben Krasni, Jorge Perez; planned SRB XKX:",
    ),
    (
        "Speaking at a joint news conference with his Ethiopian and Somali counterparts in Ankara, Turkish minister Kemal Altin "
        "said the second round of talks between Ethiopia and Somalia, which began on Sunday, had yielded progress.",
        "held ETH SOM:",
    ),
    ("Pope Leo will visit Lebanon in November.", "planned LBN VAT: Leo"),
    (
        "The spokesman was asked about the foreign minister of Azerbaijan. U.S. Secretary of State Adrian Colter spoke this "
        "morning by phone with Foreign Minister Jamil Bahramli.",
        "held AZE USA: Adrian Colter, Jamil Bahramli",
    ),
    (
        "The EU, Britain, Norway and the Faroe Islands failed to agree on quotas on Friday. The four sides will speak by video "
        "link on Dec. 2. Ireland was unhappy.",
        "planned EU FRO GBR NOR:",
    ),
    (
        "A ceasefire took effect on July 28 after Cambodian and Thai leaders met in Putrajaya, Malaysia.",
        "held KHM THA:",
    ),
    (
        "The Greek Cypriot leader, Petros Christou, and the Turkish Cypriot leader, Ersan Talat, met in Nicosia on Monday.",
        "held GREEK CYPRIOTS TURKISH CYPRIOTS: Ersan Talat, Petros Christou",
    ),
]


@pytest.mark.parametrize(("text", "expected"), SIDES)
def test_sides(text: str, expected: str) -> None:
    told = (
        f"{meeting.status} {' '.join(sorted(party.code for party in meeting.parties))}: "
        + ", ".join(sorted(person.name for person in meeting.people))
        for meeting in diplomod.read(text, published="2025-03-20").meetings
    )
    assert "; ".join(one.strip() for one in told) == expected


def test_whoever_is_found_by_the_post_leads_alone() -> None:
    (meeting,) = diplomod.read(SIDES[0][0], published="2025-03-20").meetings
    heads = [(one.party.code, one.head.name if one.head is not None else None) for one in meeting.delegations]
    assert heads == [("BOL", "Ruben Quisbert"), ("CHL", "Marcela Donoso")]


MEMBERS = [
    (
        "The Peruvian president, Luis Vega, received the Chilean foreign minister, Pedro Soto, in Lima on Monday. Also present "
        "was Peruvian Foreign Minister Rosa Quispe.",
        "CHL: Pedro Soto; PER: Luis Vega, Rosa Quispe",
    ),
    (
        "President Luis Vega of Peru met Chile's President Ana Toro in Lima on Monday. Alongside him were Foreign Minister Rosa "
        "Quispe and trade minister Jorge Lam.",
        "CHL: Ana Toro; PER: Luis Vega, Rosa Quispe, Jorge Lam",
    ),
    (
        "Luis Vega of Peru, flanked by Foreign Minister Rosa Quispe, met Chilean President Ana Toro in Lima on Monday.",
        "CHL: Ana Toro; PER: Luis Vega, Rosa Quispe",
    ),
    (
        "President Luis Vega of Peru met Chile's President Ana Toro in Lima on Monday. He was joined by Foreign Minister Rosa "
        "Quispe.",
        "CHL: Ana Toro; PER: Luis Vega, Rosa Quispe",
    ),
    (
        "The meeting in Lima on Monday between Peru and Chile was attended on the Peruvian side by Foreign Minister Rosa Quispe "
        "and on the Chilean side by Ambassador Pedro Soto.",
        "CHL: Pedro Soto; PER: Rosa Quispe",
    ),
    (
        "A five-member Peruvian team led by Rosa Quispe held talks with Chilean officials in Santiago on Monday. Its members "
        "included Jorge Lam, the trade chief.",
        "PER: Rosa Quispe, Jorge Lam",
    ),
    (
        "Peru and Chile held talks in Lima on Monday. Heading the Peruvian delegation was Rosa Quispe.",
        "PER: Rosa Quispe",
    ),
    (
        "A delegation from the International Monetary Fund arrived in Islamabad on Monday for talks with Finance Minister Asad "
        "Qureshi. The IMF team, headed by Nathan Porter, will stay for two weeks.",
        "IMF: Nathan Porter; PAK: Asad Qureshi",
    ),
    (
        "Polish Prime Minister Jan Nowak met Ihor Vovk, the deputy head of the presidential office, in Kyiv on Monday.",
        "POL: Jan Nowak; UKR: Ihor Vovk",
    ),
]


@pytest.mark.parametrize(("text", "expected"), MEMBERS)
def test_members(text: str, expected: str) -> None:
    (meeting,) = diplomod.read(text, published="2025-03-20").meetings
    told = (
        f"{one.party.code}: {', '.join(member.person.name for member in one.members)}" for one in meeting.delegations
    )
    assert "; ".join(told) == expected
