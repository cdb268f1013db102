"""Meetings, as a table of texts and of what each tells; all are published on Thursday, 14 March 2024."""

from __future__ import annotations

import time

import pytest

import diplomod

PUBLISHED = "2024-03-14"

Told = tuple[str, str, str, str | None, str | None]


def told(text: str) -> list[Told]:
    """Status, kind, parties, date and place of each meeting."""
    record = diplomod.read(text, published=PUBLISHED)
    return [
        (
            str(meeting.status),
            str(meeting.kind),
            " ".join(party.code for party in meeting.parties),
            None if meeting.when is None else meeting.when.edtf,
            None if meeting.place is None else meeting.place.name,
        )
        for meeting in record.meetings
    ]


MEETINGS: list[tuple[str, list[Told]]] = [
    (
        "Secretary Whitley met today with Foreign Minister Amina Njoroge of Kenya in Washington.",
        [("held", "meeting", "KEN USA", "2024-03-14", "Washington")],
    ),
    (
        "Secretary of State Ann M. Whitley spoke yesterday with Moldovan Foreign Minister Ion Munteanu.",
        [("held", "call", "MDA USA", "2024-03-13", None)],
    ),
    (
        "Deputy Secretary of State Paul Greer met with European Union High Representative Marta "
        "Olsen on March 12 in Brussels to discuss sanctions.",
        [("held", "meeting", "EU USA", "2024-03-12", "Brussels")],
    ),
    (
        "President Marat Iskakov received the credentials of the new ambassador of Japan, Kenji Mori, on Monday.",
        [("held", "meeting", "JPN", "2024-03-11", None)],
    ),
    (
        "Supreme Leader Pak Chol met Wu Tao, special envoy of China, in Pyongyang on March 10.",
        [("held", "meeting", "CHN PRK", "2024-03-10", "Pyongyang")],
    ),
    (
        "Iran's Deputy Foreign Minister Reza Karimi met and held talks with his Armenian opposite number in Yerevan on Sunday.",
        [("held", "talks", "ARM IRN", "2024-03-10", "Yerevan")],
    ),
    (
        "External Affairs Minister R. Menon on Wednesday held a telephonic conversation with his "
        "Bangladeshi counterpart Shafiqul Islam.",
        [("held", "call", "BGD IND", "2024-03-13", None)],
    ),
    (
        "Japan's Foreign Minister Kenta Ito and Philippine Defense Secretary Jose Cruz agreed on "
        "Friday in Tokyo to share radar data.",
        [("held", "meeting", "JPN PHL", "2024-03-08", "Tokyo")],
    ),
    (
        "Russian Deputy Foreign Minister Gleb Markov discussed the situation in Libya with "
        "Egyptian Ambassador Hany Said on Tuesday.",
        [("held", "meeting", "EGY RUS", "2024-03-12", None)],
    ),
    (
        "The Prime Minister is scheduled to leave for Dhaka on Friday for a two-day visit.",
        [("planned", "visit", "BGD", "2024-03-15", "Dhaka")],
    ),
    (
        "A Pakistani delegation led by Commerce Secretary Imran Shah arrived in Kabul on Monday.",
        [("held", "visit", "AFG PAK", "2024-03-11", "Kabul")],
    ),
    (
        "Talks in Kampala between the government and the M23 broke down on Sunday.",
        [("held", "talks", "M23", "2024-03-10", "Kampala")],
    ),
    (
        "Representatives of Israel and Hamas are in Cairo for indirect talks mediated by Egypt and Qatar.",
        [("ongoing", "talks", "HAMAS ISR", "2024-03-14", "Cairo")],
    ),
    (
        "Hamas leaders left Cairo on Thursday after talks with Egyptian intelligence officials.",
        [("held", "talks", "EGY HAMAS", "2024-03-14", "Cairo")],
    ),
    (
        "U.S. envoy Mark Dunn will return to Beirut next week to meet Prime Minister Salim Haddad.",
        [("planned", "meeting", "LBN USA", "2024-03-18/2024-03-24", "Beirut")],
    ),
    (
        "The Turkish foreign minister, Selim Aksoy, is to travel to Baghdad on March 20, where he "
        "will meet Iraqi Prime Minister Karim Jaber.",
        [("planned", "meeting", "IRQ TUR", "2024-03-20", "Baghdad")],
    ),
    (
        "The fifth round of nuclear talks between Iran and the United States will be held in Rome on Saturday.",
        [("planned", "talks", "IRN USA", "2024-03-16", "Rome")],
    ),
    ("The ministers last met in Doha in November.", [("held", "meeting", "", "2023-11", "Doha")]),
    (
        "A summit between the leaders of Serbia and Kosovo, originally planned for February, will "
        "now be held on 28 March in Ohrid.",
        [("planned", "summit", "SRB XKX", "2024-03-28", "Ohrid")],
    ),
    (
        "South Korea and Japan postponed a vice-ministerial meeting scheduled for Friday in Busan.",
        [("postponed", "meeting", "JPN KOR", "2024-03-15", "Busan")],
    ),
    (
        "Berlin called off Foreign Minister Karl Brandt's trip to Beijing.",
        [("cancelled", "visit", "CHN DEU", None, "Beijing")],
    ),
    (
        "Foreign Minister Karl Brandt of Germany cut short a visit to Israel on Monday.",
        [("held", "visit", "DEU ISR", "2024-03-11", "Israel")],
    ),
    (
        "Mali's junta leader will skip Sunday's ECOWAS summit in Abuja.",
        [("planned", "summit", "ECOWAS", "2024-03-17", "Abuja")],
    ),
    (
        "Poland and Ukraine could hold a joint government session in Lviv before the end of March.",
        [("possible", "talks", "POL UKR", "2024-03", "Lviv")],
    ),
    (
        '"I will receive President Orlov in Ankara in April," Turkish President Selim Aksoy told reporters.',
        [("planned", "meeting", "TUR", "2024-04", "Ankara")],
    ),
    (
        "President Viktor Orlov of Russia plans to visit North Korea in the coming weeks.",
        [("planned", "visit", "PRK RUS", None, "North Korea")],
    ),
    (
        "Syrian Foreign Minister Hasan Darwish held separate meetings with the foreign ministers "
        "of Oman and Algeria in New York on Monday.",
        [
            ("held", "meeting", "OMN SYR", "2024-03-11", "New York"),
            ("held", "meeting", "DZA SYR", "2024-03-11", "New York"),
        ],
    ),
    ("Foreign ministers of the G7 gathered on Capri on Wednesday.", [("held", "meeting", "G7", "2024-03-13", None)]),
    (
        "Ministers from Uganda, Kenya and Tanzania met in Arusha on Monday to discuss the pipeline.",
        [("held", "meeting", "KEN TZA UGA", "2024-03-11", "Arusha")],
    ),
    (
        "Turkey, Russia and Iran will hold the next Astana-format meeting in May.",
        [("planned", "meeting", "IRN RUS TUR", "2024-05", None)],
    ),
    (
        "The trilateral summit of the United States, Japan and the Philippines takes place in Washington on April 11.",
        [("planned", "summit", "JPN PHL USA", "2024-04-11", "Washington")],
    ),
    (
        "The Special Envoy arrived in Sana'a yesterday and held consultations with Houthi leaders.",
        [("held", "talks", "HOUTHIS", "2024-03-13", "Sana'a")],
    ),
    ("Contrary to reports, the two presidents did not meet in Baku.", [("ruled_out", "meeting", "", None, "Baku")]),
    ("Neither side has confirmed that a meeting will take place.", []),
    ("The press conference began at noon.", []),
    ("The ministers met the demands of the union.", []),
    ("Talks have long been stalled.", []),
    ("The parliament met on Monday to elect a speaker.", []),
    ("The French cabinet meets on Wednesday.", []),
    ("The team met Portugal in Lisbon on Friday and lost 2-1.", []),
    ("He called for talks with the rebels.", []),
    (
        "Israeli Defence Minister Yoav Bar flew to Washington on Sunday to see his U.S. counterpart.",
        [("held", "meeting", "ISR USA", "2024-03-10", "Washington")],
    ),
    (
        "On the sidelines of the conference, Aksoy met bilaterally with Greek Foreign Minister Nikos Pavlou.",
        [("held", "meeting", "GRC", None, None)],
    ),
    (
        "Turkish President Selim Aksoy had dinner with Greek Prime Minister Nikos Pavlou in Izmir on Monday.",
        [("held", "meeting", "GRC TUR", "2024-03-11", "Izmir")],
    ),
    (
        "Chinese Premier Li Wen held phone talks with German Chancellor Anna Weiss on Monday.",
        [("held", "call", "CHN DEU", "2024-03-11", None)],
    ),
    (
        "Chinese Premier Li Wen talked over phone with German Chancellor Anna Weiss on Monday.",
        [("held", "call", "CHN DEU", "2024-03-11", None)],
    ),
    (
        "Chinese Premier Li Wen and German Chancellor Anna Weiss exchanged views by video link on Monday.",
        [("held", "call", "CHN DEU", "2024-03-11", None)],
    ),
    (
        "Ukraine's chief negotiator, Taras Bondar, handed the text to his Russian counterpart in Istanbul on Tuesday.",
        [("held", "meeting", "RUS UKR", "2024-03-12", "Istanbul")],
    ),
    ("Algeria has recalled its ambassador from Mali.", []),
    (
        "Hamas met Egyptian mediators in Cairo on Monday. The Palestinian group will meet Qatari envoys in Doha on Friday.",
        [
            ("held", "meeting", "EGY HAMAS", "2024-03-11", "Cairo"),
            ("planned", "meeting", "HAMAS QAT", "2024-03-15", "Doha"),
        ],
    ),
    ("The U.S.-North Korea summit in Singapore failed.", [("held", "summit", "PRK USA", None, "Singapore")]),
    ("The Chile-Sri Lanka talks took place in Quito on Monday.", [("held", "talks", "CHL LKA", "2024-03-11", "Quito")]),
    (
        "Chile met the E3 of Britain, France and Germany in Geneva on Monday.",
        [("held", "meeting", "CHL DEU FRA GBR", "2024-03-11", "Geneva")],
    ),
    ("Chile met the E3 in Geneva on Monday.", [("held", "meeting", "CHL E3", "2024-03-11", "Geneva")]),
    (
        "The Feb. 23 accord was signed by Chilean minister Ana Soto and Peruvian minister Luis Paz.",
        [("held", "signing", "CHL PER", "2024-02-23", None)],
    ),
    ("Chile offered support in meeting the challenges Peru faces.", []),
    (
        "Chilean President Ana Soto is due at the White House on April 2.",
        [("planned", "visit", "CHL USA", "2024-04-02", "White House")],
    ),
    (
        "President Ana Soto of Chile and President Luis Paz of Peru spoke today about the ASEAN Summit, which will be held in "
        "Manila on June 2-3.",
        [
            ("held", "call", "CHL PER", "2024-03-14", None),
            ("planned", "summit", "ASEAN", "2024-06-02/2024-06-03", "Manila"),
        ],
    ),
    ("The ministers said Chile saw NATO membership as an assurance.", []),
    (
        "Chilean minister Ana Soto and Peruvian minister Luis Paz met separately with Omani minister Adil Haran on Monday.",
        [("held", "meeting", "CHL OMN", "2024-03-11", None), ("held", "meeting", "OMN PER", "2024-03-11", None)],
    ),
    (
        "LIMA (AP) - Peru can wait, Chilean minister Ana Soto said on Monday, ending a two-day visit.",
        [("held", "visit", "CHL PER", "2024-03-10/2024-03-11", None)],
    ),
    (
        "Chile and Peru met in Quito on Monday for the first time since 2019.",
        [("held", "meeting", "CHL PER", "2024-03-11", "Quito"), ("held", "meeting", "CHL PER", "2019", None)],
    ),
    (
        "The leaders of Chile and Peru will attend a dinner in Quito on 15 May. It will be their first meeting since July 2023.",
        [("planned", "meeting", "CHL PER", "2024-05-15", "Quito"), ("held", "meeting", "CHL PER", "2023-07", None)],
    ),
    (
        "Peruvian minister Luis Paz visited Chile on Monday. It was the first visit by a Peruvian minister since 1990.",
        [("held", "visit", "CHL PER", "2024-03-11", "Chile")],
    ),
    ("The boy's father, Juan Soto, has offered to travel to Peru today.", []),
    (
        "Chilean Foreign Minister Juan Soto will travel to Peru today.",
        [("planned", "visit", "CHL PER", "2024-03-14", "Peru")],
    ),
    (
        "Chilean and Peruvian leaders met in Putrajaya, Malaysia, in July.",
        [("held", "meeting", "CHL PER", "2023-07", "Putrajaya")],
    ),
    (
        "A meeting of the Chile-Peru Commission scheduled for 30 January in Quito had not taken place.",
        [("cancelled", "meeting", "CHL PER", "2024-01-30", "Quito")],
    ),
    (
        "The presidents of Chile and Peru agreed to speak again soon.",
        [("planned", "call", "CHL PER", None, None)],
    ),
    (
        "Talks between Chile and Peru over next year's mackerel quotas ended in Quito on Monday.",
        [("held", "talks", "CHL PER", "2024-03-11", "Quito")],
    ),
    (
        "Chilean minister Ana Soto left Lima without meeting Peru's foreign minister.",
        [("cancelled", "meeting", "CHL PER", None, "Lima")],
    ),
    (
        "Chilean President Ana Soto and Peruvian President Luis Paz met in the capital of the United Arab Emirates on Monday.",
        [("held", "meeting", "CHL PER", "2024-03-11", "the capital")],
    ),
    (
        "Peruvian Foreign Minister Luis Paz and US Secretary of State Ana Lim spoke by phone on March 2.",
        [("held", "call", "PER USA", "2024-03-02", None)],
    ),
    (
        "Chilean minister Ana Soto said she was pleased to visit Peru for the first time.",
        [("held", "visit", "CHL PER", None, "Peru")],
    ),
    (
        "Chilean and Peruvian experts will meet in La Paz in April, followed by a second session in Quito in June.",
        [("planned", "meeting", "CHL PER", "2024-04", "La Paz"), ("planned", "talks", "CHL PER", "2024-06", "Quito")],
    ),
    (
        "Chile and Peru opened talks in Geneva on Monday. A Chilean delegation arrived in Geneva on Sunday.",
        [("held", "talks", "CHL PER", "2024-03-11", "Geneva")],
    ),
    (
        "Qatari-sponsored talks aimed at ending 16 months of war between Chile and Peru opened in Quito on Monday.",
        [("held", "talks", "CHL PER", "2024-03-11", "Quito")],
    ),
    ("Chile is in contact with the government of Peru.", []),
    (
        "A trade mission to Peru led by Chilean minister Ana Soto, planned for April, was postponed.",
        [("postponed", "visit", "CHL PER", "2024-04", "Peru")],
    ),
    ("The minister told the daily briefing that Peru had paid.", []),
    (
        "The first meeting of Chile and Peru was held in Lima on January 14 and the second in Quito on February 2.",
        [
            ("held", "meeting", "CHL PER", "2024-01-14", "Lima"),
            ("held", "meeting", "CHL PER", "2024-02-02", "Quito"),
        ],
    ),
    ("Chile on Monday ruled out talks with Peru.", [("ruled_out", "talks", "CHL PER", None, None)]),
    ("Chile cancelled Monday's talks with Peru.", [("cancelled", "talks", "CHL PER", "2024-03-11", None)]),
    (
        "The talks between Chile and Peru, on Saturday in Quito, were announced by the minister.",
        [("planned", "talks", "CHL PER", "2024-03-16", "Quito")],
    ),
    (
        "The presidents of Chile and Peru will meet face-to-face this week.",
        [("planned", "meeting", "CHL PER", "2024-03-11/2024-03-17", None)],
    ),
    (
        "Chilean minister Ana Soto met a Peruvian envoy in Quito on Monday. Their meeting followed up on the March 2 call "
        "between the two presidents.",
        [("held", "meeting", "CHL PER", "2024-03-11", "Quito"), ("held", "call", "CHL PER", "2024-03-02", None)],
    ),
    (
        "Talks between Chile and Peru were to open in Quito in May. They will now take place in the first quarter of 2025.",
        [("planned", "talks", "CHL PER", "2024-05", "Quito"), ("planned", "talks", "CHL PER", "2025-01/2025-03", None)],
    ),
    (
        "Chilean envoy Ana Soto spent two hours at the palace with Peruvian minister Luis Paz on Monday.",
        [("held", "meeting", "CHL PER", "2024-03-11", None)],
    ),
    (
        "Chilean minister Ana Soto is no longer expected to travel to Lima in April.",
        [("cancelled", "visit", "CHL PER", "2024-04", "Lima")],
    ),
    (
        "A Chilean delegation led by Ana Soto is expected in Lima next week.",
        [("planned", "visit", "CHL PER", "2024-03-18/2024-03-24", "Lima")],
    ),
    (
        "Chile denied reports of a meeting with Peruvian officials in Quito.",
        [("ruled_out", "meeting", "CHL PER", None, "Quito")],
    ),
    (
        "Peruvian minister Luis Paz is paying a visit to Chile this week. He co-chaired the Commission Meeting with Chilean "
        "minister Ana Soto in Santiago today.",
        [
            ("ongoing", "visit", "CHL PER", "2024-03-11/2024-03-17", "Chile"),
            ("held", "meeting", "CHL PER", "2024-03-14", "Santiago"),
        ],
    ),
    (
        "Norwegian minister Per Vik received today a phone call from Chilean minister Ana Soto.",
        [("held", "call", "CHL NOR", "2024-03-14", None)],
    ),
    (
        "A summit of the presidents of Chile and Peru in Lima, discussed for weeks, has been quietly dropped.",
        [("cancelled", "summit", "CHL PER", None, "Lima")],
    ),
    (
        "Norwegian minister Per Vik came home without seeing Chilean minister Ana Soto.",
        [("cancelled", "meeting", "CHL NOR", None, None)],
    ),
    (
        "The envoy might bring the Chilean and Peruvian foreign ministers together in Quito in September.",
        [("possible", "talks", "CHL PER", "2024-09", "Quito")],
    ),
    (
        "At the last round, held in Hakone, Japan, in January, Chile and Peru agreed on aid.",
        [("held", "talks", "CHL PER", "2024-01", "Hakone")],
    ),
    (
        "Preparations for a visit to Lima by the President of Chile should be accelerated, the ministers said.",
        [("planned", "visit", "CHL PER", None, "Lima")],
    ),
    (
        "The last formal contact between Chile and Peru took place in Geneva in May 2022.",
        [("held", "meeting", "CHL PER", "2022-05", "Geneva")],
    ),
    (
        "A planned trip by Chilean envoy Ana Soto to Lima did not go ahead.",
        [("cancelled", "visit", "CHL PER", None, "Lima")],
    ),
    (
        "UN envoy Ana Soto is scheduled to brief the Security Council on 20 May.",
        [("planned", "briefing", "UN", "2024-05-20", None)],
    ),
    (
        "Chile and Peru agreed on Tuesday to reopen a port closed in 2021, after more than four hours of talks in Quito.",
        [("held", "talks", "CHL PER", "2024-03-12", "Quito")],
    ),
    (
        "Chilean President Ana Soto will be received by President Luis Paz of Peru in Lima on the 21st.",
        [("planned", "meeting", "CHL PER", "2024-03-21", "Lima")],
    ),
    (
        "No summit of Chile and Peru is planned, but one could be held in Lima later in April.",
        [("ruled_out", "summit", "CHL PER", None, None), ("possible", "summit", "CHL PER", "2024-04", "Lima")],
    ),
    (
        "Chile and Peru held talks in Lima on Monday, and another round was mooted. An envoy said one would be held in May.",
        [("held", "talks", "CHL PER", "2024-03-11", "Lima"), ("planned", "talks", "CHL PER", "2024-05", None)],
    ),
    (
        "Envoys from Chile and Peru met in Lima on Monday. A treaty is to be signed in May.",
        [("held", "meeting", "CHL PER", "2024-03-11", "Lima"), ("planned", "signing", "CHL PER", "2024-05", None)],
    ),
    (
        "Chilean Finance Minister Ana Soto had called on the visiting Peruvian minister the previous evening.",
        [("held", "meeting", "CHL PER", None, None)],
    ),
    ("Chile called on the Peruvian minister for help.", []),
    (
        "Poland announced new aid on Tuesday after hosting Lithuanian Prime Minister Rasa Petraite in Warsaw.",
        [("held", "meeting", "LTU POL", None, "Warsaw")],
    ),
    (
        "Libya's rival governments agreed to meet again in Tunis on 2 April.",
        [("planned", "meeting", "LBY", "2024-04-02", "Tunis")],
    ),
    (
        "Envoys from Chile and Bolivia sat down on Wednesday in Lima.",
        [("held", "meeting", "BOL CHL", "2024-03-13", "Lima")],
    ),
    (
        "Polish President Adam Zalewski received Lithuanian Prime Minister Rasa Petraite in Warsaw on Monday.",
        [("held", "meeting", "LTU POL", "2024-03-11", "Warsaw")],
    ),
    (
        "Swedish Foreign Minister Eva Lund was received in Ankara on Wednesday by President Selim Aksoy of Turkey.",
        [("held", "meeting", "SWE TUR", "2024-03-13", "Ankara")],
    ),
    (
        "The Turkish minister will receive in Ankara a delegation of the European Union on Friday.",
        [("planned", "meeting", "EU TUR", "2024-03-15", "Ankara")],
    ),
    (
        "Finland's ambassador was summoned to the Foreign Ministry in Moscow on Tuesday.",
        [("held", "meeting", "FIN RUS", "2024-03-12", "Moscow")],
    ),
    (
        "Egyptian President Omar Hafez rang King Talal of Jordan on Monday.",
        [("held", "call", "EGY JOR", "2024-03-11", None)],
    ),
    (
        "Foreign ministers Hrvoje Tolic of Croatia and Milan Dravic of Serbia, who met in Geneva "
        "last month and spoke by telephone on Monday, are old rivals.",
        [("held", "meeting", "HRV SRB", "2024-02", "Geneva"), ("held", "call", "HRV SRB", "2024-03-11", None)],
    ),
    (
        "Italian Defence Minister Paolo Neri visited Tunis on Monday.",
        [("held", "visit", "ITA TUN", "2024-03-11", "Tunis")],
    ),
    (
        "Colombian Vice President Rosa Duarte was in Caracas on Saturday.",
        [("held", "visit", "COL VEN", "2024-03-09", "Caracas")],
    ),
    ("Saudi envoy Fahd al-Qasim is in Khartoum today.", [("ongoing", "visit", "SAU SDN", "2024-03-14", "Khartoum")]),
    (
        "The UN envoy for Syria, Lars Dahl, briefed the Security Council on Wednesday.",
        [("held", "briefing", "UN", "2024-03-13", None)],
    ),
    (
        "Turkish officials brought together delegations from Somalia and Ethiopia in Ankara on Monday.",
        [("held", "talks", "ETH SOM", "2024-03-11", "Ankara")],
    ),
    (
        "Omani mediators shuttled between the Yemeni government and Houthi delegations in Muscat on Sunday.",
        [("held", "talks", "HOUTHIS YEM", "2024-03-10", "Muscat")],
    ),
    (
        "Talks between Armenia and Azerbaijan got under way in Tirana on Wednesday.",
        [("held", "talks", "ARM AZE", "2024-03-13", "Tirana")],
    ),
    (
        "Talks between Armenia and Azerbaijan are under way in Tirana.",
        [("ongoing", "talks", "ARM AZE", "2024-03-14", "Tirana")],
    ),
    (
        "Latvia has cancelled a visit by Belarusian Foreign Minister Ivan Sokol planned for Friday.",
        [("cancelled", "visit", "BLR LVA", "2024-03-15", None)],
    ),
    (
        "The Malian and Algerian foreign ministers were to have met in Algiers on Wednesday, but the meeting fell through.",
        [("cancelled", "meeting", "DZA MLI", "2024-03-13", "Algiers")],
    ),
    (
        "The two ministers of Peru and Chile were to have met in Lima on Wednesday. It was put off.",
        [("postponed", "meeting", "CHL PER", "2024-03-13", "Lima")],
    ),
    (
        "The Kremlin denied that President Viktor Orlov would meet Ukrainian President Taras Bondar in Istanbul.",
        [("ruled_out", "meeting", "RUS UKR", None, "Istanbul")],
    ),
    (
        "There are no plans for a meeting between Algeria and Morocco.",
        [("ruled_out", "meeting", "DZA MAR", None, None)],
    ),
    ("No meeting with envoys of Morocco is planned, Algeria said.", [("ruled_out", "meeting", "DZA MAR", None, None)]),
    ("A summit of Algeria and Morocco is not on the agenda.", [("ruled_out", "summit", "DZA MAR", None, None)]),
    (
        "A summit between India and China cannot be excluded, Beijing said.",
        [("possible", "summit", "CHN IND", None, None)],
    ),
    (
        "The fourth round of talks between Cuba and the United States, due in Havana in June, has been called off.",
        [("cancelled", "talks", "CUB USA", "2024-06", "Havana")],
    ),
    (
        "At the Oslo talks of 12 February, Colombia and the ELN agreed on a truce.",
        [("held", "talks", "COL ELN", "2024-02-12", "Oslo")],
    ),
    (
        "The communique issued after the 2019 summit of Russia and North Korea in Vladivostok said little.",
        [("held", "summit", "PRK RUS", "2019", "Vladivostok")],
    ),
    (
        "Ethiopia and Egypt signed no paper at their last round of talks, in Cairo in December.",
        [("held", "talks", "EGY ETH", "2023-12", "Cairo")],
    ),
    (
        "The NATO summit in Washington in July will take up the matter.",
        [("planned", "summit", "NATO", "2024-07", "Washington")],
    ),
    (
        "French and German leaders wrapped up two days of talks in Paris on Wednesday.",
        [("held", "talks", "DEU FRA", "2024-03-12/2024-03-13", "Paris")],
    ),
    (
        "Spain's visit to Rabat by Foreign Minister Luis Ortega, planned for 3 April, was brought forward to 27 March.",
        [("planned", "visit", "ESP MAR", "2024-03-27", "Rabat")],
    ),
    (
        "Ecuador and Peru have held three rounds of talks. The first took place in Quito in May "
        "2023, the second in Lima in September 2023 and the third in Brasília last month.",
        [
            ("held", "talks", "ECU PER", "2023-05", "Quito"),
            ("held", "talks", "ECU PER", "2023-09", "Lima"),
            ("held", "talks", "ECU PER", "2024-02", "Brasília"),
        ],
    ),
    (
        "Chad and Sudan met in Tripoli in January and in Cairo in February.",
        [("held", "meeting", "SDN TCD", "2024-01", "Tripoli"), ("held", "meeting", "SDN TCD", "2024-02", "Cairo")],
    ),
    (
        "The river commission of India and Nepal met in Delhi on Monday. It shall meet again in Pokhara in May.",
        [
            ("held", "meeting", "IND NPL", "2024-03-11", "Delhi"),
            ("planned", "meeting", "IND NPL", "2024-05", "Pokhara"),
        ],
    ),
    (
        "The envoy of the European Union, Peter Novak, will travel to Pristina on 20 March and to Belgrade on 21 March.",
        [
            ("planned", "visit", "EU XKX", "2024-03-20", "Pristina"),
            ("planned", "visit", "EU SRB", "2024-03-21", "Belgrade"),
        ],
    ),
    (
        "After visiting Cairo on Monday, US Secretary of State Peter Novak met the Saudi king.",
        [("held", "visit", "EGY USA", "2024-03-11", "Cairo"), ("held", "meeting", "SAU USA", None, None)],
    ),
    (
        "Chinese Foreign Minister Li Wen will visit Cairo, and Saudi Arabia said it would send an envoy.",
        [("planned", "visit", "CHN EGY", None, "Cairo")],
    ),
    (
        "In Geneva on Monday, Greek Foreign Minister Nikos Pavlou and Jordanian Foreign Minister Omar Hafez met for hours.",
        [("held", "meeting", "GRC JOR", "2024-03-11", "Geneva")],
    ),
    (
        "Days after his trip to Iran on 3 March, Iraqi Prime Minister Omar Hafez met the Saudi king.",
        [("held", "visit", "IRN IRQ", "2024-03-03", "Iran"), ("held", "meeting", "IRQ SAU", None, None)],
    ),
    (
        "Kenyan President Peter Novak landed in Doha on Monday on an official visit to Qatar.",
        [("held", "visit", "KEN QAT", "2024-03-11", "Doha")],
    ),
    (
        "The Security Council held closed consultations on Yemen on Tuesday.",
        [("held", "talks", "UN", "2024-03-12", None)],
    ),
    (
        "Greek President Nikos Pavlou spoke by phone on Monday with King Talal of Jordan and then "
        "with President Omar Hafez of Egypt.",
        [("held", "call", "GRC JOR", "2024-03-11", None), ("held", "call", "EGY GRC", "2024-03-11", None)],
    ),
    (
        "A treaty between Australia and Papua New Guinea was signed in Canberra on Thursday.",
        [("held", "signing", "AUS PNG", "2024-03-14", "Canberra")],
    ),
    (
        "Malaysia's prime minister has accepted an invitation to visit Turkey in June.",
        [("planned", "visit", "MYS TUR", "2024-06", "Turkey")],
    ),
    (
        "Azerbaijan pulled out of talks with Armenia due to be held in Brussels on Friday.",
        [("cancelled", "talks", "ARM AZE", "2024-03-15", "Brussels")],
    ),
    (
        "Russia and Ukraine held two rounds of talks in Istanbul on January 16 and February 2.",
        [
            ("held", "talks", "RUS UKR", "2024-01-16", "Istanbul"),
            ("held", "talks", "RUS UKR", "2024-02-02", "Istanbul"),
        ],
    ),
    (
        "A visit by the Croatian president to Ljubljana, originally foreseen for 20 March, has been postponed to May.",
        [("postponed", "visit", "HRV SVN", "2024-03-20", "Ljubljana")],
    ),
    (
        "Negotiators of Chad and Sudan are holding talks in Tunis.",
        [("ongoing", "talks", "SDN TCD", "2024-03-14", "Tunis")],
    ),
    (
        "The Kenyan foreign minister told the Security Council on Wednesday that the mission was ready.",
        [("held", "briefing", "KEN UN", "2024-03-13", None)],
    ),
    (
        "Nigerian President Musa Bello congratulated President Kofi Mensah of Ghana by phone on Tuesday.",
        [("held", "call", "GHA NGA", "2024-03-12", None)],
    ),
    (
        "U.S. Secretary of State Ann Whitley invited the Iraqi prime minister to Washington.",
        [("possible", "visit", "IRQ USA", None, "Washington")],
    ),
    (
        "The preparations for the next round of talks between Cuba and Mexico are complete.",
        [("planned", "talks", "CUB MEX", None, None)],
    ),
    (
        "Foreign ministers of Kenya and Uganda met in the Red Sea city of Jeddah on Monday.",
        [("held", "meeting", "KEN UGA", "2024-03-11", "Jeddah")],
    ),
    (
        "Kenya discussed the situation in Sudan with Uganda's ambassador on Monday.",
        [("held", "meeting", "KEN UGA", "2024-03-11", None)],
    ),
    (
        "Ahead of his talks with Polish Foreign Minister Jan Kowal in Warsaw on Friday, Hungary's "
        "foreign minister Peter Nagy struck a softer tone.",
        [("planned", "talks", "HUN POL", "2024-03-15", "Warsaw")],
    ),
    (
        "Zambian President Joseph Banda hosted a banquet in honour of Chinese President Li Wen in Lusaka on Monday.",
        [("held", "meeting", "CHN ZMB", "2024-03-11", "Lusaka")],
    ),
    # what is told is denied
    (
        "Iran's spokesman rejected reports that Deputy Minister Ali Rahmani had met U.S. envoy Brian Holt in Muscat.",
        [("ruled_out", "meeting", "IRN USA", None, "Muscat")],
    ),
    # oppositions are parties of their own
    (
        "Syrian government and opposition negotiators met in Geneva on Tuesday.",
        [("held", "meeting", "SYR", "2024-03-12", "Geneva")],
    ),
    (
        "The Syrian opposition met Russian officials in Moscow on Tuesday.",
        [("held", "meeting", "RUS SYRIAN OPPOSITION", "2024-03-12", "Moscow")],
    ),
    (
        "U.N. envoy Hans Gruber is due in Sanaa on Monday to meet Houthi leaders.",
        [("planned", "meeting", "HOUTHIS UN", "2024-03-18", "Sanaa")],
    ),
    (
        "A Hamas delegation left Cairo on Tuesday after talks with Egyptian officials on a ceasefire in Gaza.",
        [("held", "talks", "EGY HAMAS", "2024-03-12", "Cairo")],
    ),
    (
        "Chad and Mali held talks in Egypt's Red Sea resort of Sharm el-Sheikh on Monday.",
        [("held", "talks", "MLI TCD", "2024-03-11", "Sharm el-Sheikh")],
    ),
    (
        "Uganda cancelled a meeting with Kenya scheduled for February.",
        [("cancelled", "meeting", "KEN UGA", "2024-02", None)],
    ),
    (
        "Kenya had refused to meet Ugandan officials in February.",
        [("ruled_out", "meeting", "KEN UGA", "2024-02", None)],
    ),
    # meeting somebody is a verb
    (
        "Ecuadorean minister Lucia Andrade said after meeting her Colombian counterpart, Felipe Duarte, that it would open.",
        [("held", "meeting", "COL ECU", None, None)],
    ),
    (
        "Ecuador and Colombia held talks in the border town of Tulcan on Monday.",
        [("held", "talks", "COL ECU", "2024-03-11", "Tulcan")],
    ),
    # we and I are whoever says it
    (
        "Kenya and Uganda held talks. “We will meet again in Nairobi on 20 March,” Ugandan minister Peter Okello said.",
        [("held", "talks", "KEN UGA", None, None), ("planned", "meeting", "KEN UGA", "2024-03-20", "Nairobi")],
    ),
    (
        "Kenya held talks with Uganda. “I am going to Nairobi on 20 March,” Ugandan President Peter Okello said.",
        [("held", "talks", "KEN UGA", None, None), ("planned", "visit", "KEN UGA", "2024-03-20", "Nairobi")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), MEETINGS)
def test_meetings(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


def test_rounds_are_of_those_whose_rounds_were_told() -> None:
    text = (
        "Kenyan and Chadian envoys are due to meet in Oslo on Thursday for a second round of talks, a day after Swiss diplomats "
        "held consultations with Mali.\n\nThe first round took place in Lima in January."
    )
    assert ("held", "talks", "KEN TCD", "2024-01", "Lima") in told(text)


def test_whoever_is_the_matter_is_not_met() -> None:
    text = "The UN chief and the president of Peru discussed the border dispute with Chile by telephone."
    assert [parties for _, _, parties, _, _ in told(text)] == ["PER UN"]


def test_seats_of_government_are_places() -> None:
    assert told("The U.S. and Georgian defence ministers met at the Pentagon on Monday.")[0][4] == "Pentagon"


@pytest.mark.parametrize("asked", ["for a month-long truce", "to stop the raids", "that they stop"])
def test_a_call_that_asks_for_something_is_none_by_telephone(asked: str) -> None:
    assert told(f"Chad brushed aside a call by Peruvian President Ana Lima {asked}.") == []


def test_a_briefing_of_the_press_is_none() -> None:
    assert told("Kari Vik, a spokeswoman of Peru, told a briefing on Wednesday that the pass was shut.") == []


def test_here_is_the_place_of_the_dateline() -> None:
    text = "OSLO, March 13 (Agencies) - Kenyan and Ugandan ministers met here on Wednesday."
    assert told(text) == [("held", "meeting", "KEN UGA", "2024-03-13", "OSLO")]


def test_the_search_is_linear() -> None:
    sentence = (
        "The first, held in Oslo in May 2023, failed; the second was put off. They met in Bonn on Monday and in Rome. "
    )
    diplomod.read(sentence * 20)
    took = []
    for times in (200, 800):
        start = time.perf_counter()
        diplomod.read(sentence * times)
        took.append(time.perf_counter() - start)
    assert took[1] < 12 * took[0]


TEXTS: list[tuple[str, list[Told]]] = [
    (
        "MOSCOW, March 14. /TASS/. Russian Foreign Minister Gleb Markov will hold talks with his Algerian counterpart Ahmed "
        "Bouzid in Moscow on March 18, the Foreign Ministry said.\n\nThey last met in New York in September 2023. A visit by "
        "Russian President Viktor Orlov to Algeria is being worked out.\n\nOn Thursday, Deputy Foreign Minister Igor Belov "
        "received Cuban Ambassador Raul Soto. Talks with Washington on visas, scheduled for March 20 in Vienna, have been "
        "postponed.",
        [
            ("planned", "talks", "DZA RUS", "2024-03-18", "Moscow"),
            ("held", "meeting", "DZA RUS", "2023-09", "New York"),
            ("planned", "visit", "DZA RUS", None, "Algeria"),
            ("held", "meeting", "CUB RUS", "2024-03-14", None),
            ("postponed", "talks", "RUS USA", "2024-03-20", "Vienna"),
        ],
    ),
    (
        "Brussels, 14 March 2024\n\nThe European Union and Uzbekistan held the 8th meeting of their Cooperation Council today. "
        "In the margins of the Council, Commissioner Marta Olsen of the European Union had a bilateral meeting with Uzbek "
        "Minister Bakhtiyor Karimov. The next meeting will take place in Tashkent in 2025.",
        [
            ("held", "meeting", "EU UZB", "2024-03-14", None),
            ("held", "meeting", "EU UZB", "2024-03-14", None),
            ("planned", "meeting", "EU UZB", "2025", "Tashkent"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_texts(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "host", "mediators"),
    [
        ("Peace talks between Greece and Jordan, hosted by Norway, collapsed in Oslo on 3 March.", "NOR", []),
        ("Peace talks between Greece and Jordan, mediated by Norway, collapsed in Oslo on 3 March.", None, ["NOR"]),
        ("Officials from Mali and Niger met in Niamey on Wednesday, with Togo mediating.", None, ["TGO"]),
        ("Mali and Niger held talks in Doha on Wednesday, with Qatari officials mediating.", None, ["QAT"]),
    ],
)
def test_who_stands_above_the_sides(text: str, host: str | None, mediators: list[str]) -> None:
    (meeting,) = diplomod.read(text, published=PUBLISHED).meetings
    assert (None if meeting.host is None else meeting.host.code) == host
    assert [party.code for party in meeting.mediators] == mediators
    assert len(meeting.parties) == 2
