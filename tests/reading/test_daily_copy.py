"""What daily copy takes for granted: who goes on speaking, whose side somebody is on, which meeting is meant."""

from __future__ import annotations

import pytest

from diplomod import Record, read


def spoken(text: str) -> list[tuple[str, str]]:
    return [(statement.speaker.name, statement.content.text) for statement in read(text).statements]


def parties_of(record: Record, name: str) -> list[str]:
    """The sides whose delegations have somebody of that name."""
    return [
        delegation.party.code
        for meeting in record.meetings
        for delegation in meeting.delegations
        if any(member.person.name == name for member in delegation.members)
    ]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Police said they had arrested five men. They also said a sixth was sought.", ["Police", "Police"]),
        (
            "The Kenyan foreign ministry said it was sad. It said the envoy would go.",
            ["The Kenyan foreign ministry"] * 2,
        ),
        ("The Kenyan foreign ministry said it was sad. “We regret it,” it added.", ["The Kenyan foreign ministry"] * 2),
        (
            "The talks come two days after rebel leader Agron Beqiri turned down an offer of amnesty, calling it “a trap.”",
            ["Agron Beqiri"],
        ),
        (
            "The Kremlin denied that Mr Orlov and Mr Koval had agreed on a truce, saying Russia was not a party to the war.",
            ["Kremlin", "Kremlin"],
        ),
        ("“It must end,” Ms Okello was quoted as saying by the Daily Times.", ["Okello"]),
        ("The rebels, who are backed by Chad, say they will stop fighting.", ["The rebels"]),
        (
            "The US embassy in Wellington - which has no ambassador since President Keller left - said it was aware.",
            ["The US embassy"],
        ),
        (
            "A Russian Ministry of Defense statement said the jets had left.",
            ["A Russian Ministry of Defense statement"],
        ),
    ],
)
def test_who_spoke_last_goes_on(text: str, speakers: list[str]) -> None:
    assert [speaker for speaker, _ in spoken(text)] == speakers


def test_an_aside_between_dashes_is_part_of_what_is_told() -> None:
    text = "New Zealand Radio reported the man - who has not been named - had left the country with a broken nose."
    assert spoken(text) == [
        ("New Zealand Radio", "the man - who has not been named - had left the country with a broken nose")
    ]


def test_a_topic_before_a_colon_is_no_speaker() -> None:
    assert spoken("Ukraine crisis: contact group to meet in Minsk\n\nThe envoys will fly in on Monday.") == []
    assert spoken("Zimbabwe: envoys to brief leaders\n\nThe envoys will fly in on Monday.") == []
    assert spoken("Iran: US must lift sanctions\n\nThe envoys will fly in on Monday.")[0][0] == "Iran"
    assert spoken("EU to Britain: pay up before leaving\n\nLeaders met in Rome.")[0][0] == "EU"


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        (
            "Zambian President Joseph Tembo, who was flanked by Trade Minister Ruth Mulenga and police chief Alfred Zulu, met "
            "Malawian President Grace Banda in Lusaka.",
            "Alfred Zulu",
            "ZMB",
        ),
        (
            "Vice President Laura Greene met Prime Minister Juma Mwangi of Tanzania in Dar es Salaam. Present on the U.S. side "
            "were Ambassador Michael Stone and Karen Cho, her chief of staff.",
            "Michael Stone",
            "USA",
        ),
        ("Kenyan PM John Otieno met Ugandan FM Ruth Okello in Nairobi on Monday.", "Ruth Okello", "UGA"),
        (
            "Russian and Ukrainian negotiators met in Istanbul. Vladimir Medin, an aide to the president, heads the Russian "
            "delegation and sat opposite Ukraine's David Arahan.",
            "Vladimir Medin",
            "RUS",
        ),
        (
            "Russia and Ukraine signed an accord in Istanbul. Defence Minister Sergei Shoig signed for Russia and Infrastructure "
            "Minister Oleksandr Kubrak for Ukraine.",
            "Oleksandr Kubrak",
            "UKR",
        ),
        (
            "President Omar Paz of Peru met President Moon Hyun-woo of South Korea in Quito. Moon brought along his aide, "
            "Im Jong-suk.",
            "Im Jong-suk",
            "KOR",
        ),
        ("Pakistan summoned the Indian chargé d'affaires, Ravi Kumar, on Tuesday.", "Ravi Kumar", "IND"),
        (
            "EU envoy Josep Fontela will visit Dhaka on 11 May, where he will hold a dialogue with Foreign Minister Abdul Momin.",
            "Abdul Momin",
            "BGD",
        ),
        (
            "Chad's ruler, General Mahamat Kaka, is expected in Niamey on Thursday for talks with President Mohamed Baz.",
            "Mohamed Baz",
            "NER",
        ),
        (
            "Speaking alongside his Malian counterpart, Bah Ndiay, after talks in Paris, French President Emile Marchand said "
            "that he was glad.",
            "Bah Ndiay",
            "MLI",
        ),
    ],
)
def test_whose_side_somebody_is_on(text: str, name: str, code: str) -> None:
    assert parties_of(read(text, published="2024-05-10"), name) == [code]


def test_whoever_attended_the_meeting_was_at_the_one_told_before() -> None:
    text = (
        "Ministers meet\n\nForeign ministers of Peru and Chile met on Wednesday in Quito.\n\n"
        "Haiti's ambassador, Jean Fleury, attended the talks{}."
    )
    (meeting,) = read(text.format(""), published="2024-05-10").meetings
    assert [party.code for party in meeting.parties] == ["CHL", "HTI", "PER"]
    (meeting,) = read(text.format(" as an observer"), published="2024-05-10").meetings
    assert [party.code for party in meeting.parties] == ["CHL", "PER"]
    assert [party.code for party in meeting.observers] == ["HTI"]


@pytest.mark.parametrize("place", ["in the Colombian capital", "in Bogota"])
def test_a_title_tells_of_the_meeting_of_the_text(place: str) -> None:
    text = f"Ministers meet in Bogota\n\nForeign ministers of Peru and Chile met on Wednesday {place} to discuss trade."
    (meeting,) = read(text, published="2024-05-10").meetings
    assert meeting.when is not None and meeting.when.edtf == "2024-05-08"


def test_a_body_is_called_by_the_last_word_of_its_name() -> None:
    text = (
        "Foreign ministers of the Lima Group met on Wednesday in Bogota, with Colombia's Lucia Restrepo in the chair. "
        "The ministers called on Haiti to hold elections. The group will meet again in Quito in June."
    )
    record = read(text, published="2024-05-10")
    assert [[party.code for party in meeting.parties] for meeting in record.meetings] == [
        ["LIMA GROUP"],
        ["LIMA GROUP"],
    ]
    assert [demand.by.code for demand in record.demands if demand.by is not None] == ["LIMA GROUP"]


def test_a_body_called_forum_is_no_meeting() -> None:
    assert read("Kiribati will return to the Pacific Islands Forum, its president, Taneti Maman, said.").meetings == ()


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "EU envoy Jaume Ferrall met Serbian President Milovan Durdic and Kosovar Prime Minister Arben Lushta separately.",
            ["Jaume Ferrall+Milovan Durdic", "Jaume Ferrall+Arben Lushta"],
        ),
        (
            "Indian Foreign Minister Kumar Jaidev and National Security Adviser Arun Dobhan called on Sri Lankan President Omar "
            "Perera separately on Monday.",
            ["Omar Perera+Kumar Jaidev", "Omar Perera+Arun Dobhan"],
        ),
    ],
)
def test_who_is_met_separately_is_met_one_by_one(text: str, people: list[str]) -> None:
    assert ["+".join(person.name for person in meeting.people) for meeting in read(text).meetings] == people


@pytest.mark.parametrize("surname", "Hall Hill Lake Bridge House Church Court Rivers Field West March".split())
def test_a_word_for_a_building_or_a_month_may_be_a_surname(surname: str) -> None:
    (meeting,) = read(f"U.S. envoy Richard {surname} met Kenyan President John Otieno in Nairobi on Monday.").meetings
    assert [person.name for person in meeting.people] == [f"Richard {surname}", "John Otieno"]


def test_each_of_a_list_with_days_is_met_on_a_day_of_its_own() -> None:
    text = "U.S. envoy Alice Wells met Pakistani Prime Minister Imran Kahn on Tuesday and Foreign Secretary Omar Paz on Friday."
    first, second = read(text, published="2024-05-11").meetings
    assert [person.name for person in second.people] == ["Alice Wells", "Omar Paz"]
    assert [one.when and one.when.edtf for one in (first, second)] == ["2024-05-07", "2024-05-10"]


def test_a_title_on_an_envoy_is_no_letterhead() -> None:
    text = (
        "India revokes Kashmir status: Pakistan expels envoy\n\nISLAMABAD, May 9 (Reuters) - Pakistan said it would close the "
        "border. “We are ready,” Foreign Minister Shah Qureshi said."
    )
    assert [s.speaker.party and s.speaker.party.code for s in read(text).statements][-1] != "IND"


def test_what_a_body_brings_together_is_no_meeting() -> None:
    text = "The Contact Group, which brings together envoys of Kiev, Moscow and the OSCE, met in Minsk on Monday."
    assert len(read(text).meetings) == 1


def test_whoever_asks_before_a_colon_is_not_who_speaks_in_the_next_sentence() -> None:
    text = (
        "Lebanese Prime Minister Fuad Sinior asked them: “Are our tears worth less?” U.S. envoy Joan Keller told reporters "
        "that talks would go on."
    )
    assert [speaker for speaker, _ in spoken(text)] == ["Fuad Sinior", "Joan Keller"]


def test_what_an_envoy_is_for_is_no_name() -> None:
    text = "The UN personal envoy for the Sahara, Stefan Mistral, met Moroccan Foreign Minister Nasser Bourid in Rabat on Monday."
    (meeting,) = read(text).meetings
    assert [person.name for person in meeting.people] == ["Stefan Mistral", "Nasser Bourid"]


def test_an_invitation_to_what_is_to_be_held_demands_nothing() -> None:
    assert read("Kenya has invited Ugandan President Ruth Okello to the forum to be held in June.").demands == ()


def test_the_day_of_the_news_is_not_that_of_an_aside() -> None:
    text = (
        "The UN envoy met Iraq's foreign minister in Amman on Friday. The envoy, who flew in on Thursday, was hopeful. "
        "King Omar of Jordan was in Tripoli for a meeting with Libyan leader Idris Salem."
    )
    last = read(text, published="1990-08-31").meetings[-1]
    assert last.when is not None and last.when.edtf == "1990-08-31"


def test_what_is_still_to_come_does_not_date_what_was() -> None:
    text = (
        "Ministers meet\n\nKiribati's president, Taneti Maman, spoke after talks with Fiji's prime minister, Sitiveni Rabuk.\n\n"
        "Leaders of the 18-member forum are to gather in Nadi on June 23 to 25 for a retreat."
    )
    assert [meeting.when is None for meeting in read(text, published="2024-05-10").meetings] == [True, False]


def test_the_decision_of_a_body_is_no_guest() -> None:
    assert read("The Secretary-General welcomes the decision of the African Union to send observers.").meetings == ()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Permanent secretary at the ministry of foreign affairs", "Aline Mbeki"),
        ("Head of the press service of the Ministry of Foreign Affairs of Azerbaijan", "Aydin Hasanli"),
        ("Deputy head of the European Union mission in Juba", "Aline Mbeki"),
        ("Director of the information and press department of the Russian foreign ministry", "Oleg Orlov"),
        ("Chief of the general staff of the armed forces of Ukraine", "Taras Bondar"),
        ("First deputy minister of energy of Kyrgyzstan", "Azamat Usenov"),
        ("Special representative of the UN secretary general for Libya", "Henrik Aalto"),
    ],
)
def test_a_long_post_before_a_name_tells_where_somebody_serves(title: str, name: str) -> None:
    (statement,) = read(f"{title} {name} said the talks were over.").statements
    assert (statement.speaker.name, statement.content.text) == (name, "the talks were over")
    assert statement.speaker.role is not None
    assert statement.speaker.role.text == title


def test_who_has_a_long_post_is_of_the_state_that_it_names_first() -> None:
    text = (
        "The chairman of the upper house of the Uzbek parliament Sanjar Karimov met the ambassador of Japan in Tashkent "
        "Haruki Kaneko on Monday."
    )
    (meeting,) = read(text).meetings
    assert [delegation.party.code for delegation in meeting.delegations] == ["JPN", "UZB"]


@pytest.mark.parametrize("post", "spokesman adviser aide".split())
def test_who_serves_somebody_is_of_the_same_side(post: str) -> None:
    text = f"Kenyan President Moses Otieno stayed at home. Otieno {post} Grace Wafula said the date did not suit him."
    (statement,) = read(text).statements
    assert statement.speaker.party is not None
    assert (statement.speaker.name, statement.speaker.party.code) == ("Grace Wafula", "KEN")


@pytest.mark.parametrize(
    "denied",
    [
        "is rejecting suggestions",
        "dismissed reports",
        "brushed aside claims",
        "played down speculation",
        "laughed off rumours",
        "denied allegations",
    ],
)
def test_what_is_denied_is_told_by_who_denies_it(denied: str) -> None:
    text = f"The Kenyan foreign ministry {denied} that Nairobi would trade the island for a port."
    assert spoken(text) == [("The Kenyan foreign ministry", "Nairobi would trade the island for a port")]


def test_reports_that_are_no_object_of_a_denial_speak() -> None:
    assert [who for who, _ in spoken("There were reports that Nairobi would trade the island for a port.")] == [
        "reports"
    ]


@pytest.mark.parametrize("time", ["1740:", "1740 GMT:", "1910 GMT -", "14:05 -", "10.30am:"])
def test_the_time_of_a_bulletin_is_not_told_by_anybody(time: str) -> None:
    assert spoken(f"{time} The talks are over, the Kenyan foreign ministry says.") == [
        ("the Kenyan foreign ministry", "The talks are over")
    ]


def test_a_year_before_a_colon_is_no_time_of_the_day() -> None:
    assert spoken("2011: The year the talks ended, the Kenyan foreign ministry says.")[0][1].startswith("2011")


@pytest.mark.parametrize("told", ["told us", "tells us", "told him", "tells the BBC"])
def test_whoever_is_told_may_be_a_pronoun(told: str) -> None:
    assert spoken(f"It was an informal meeting, a spokeswoman {told}.") == [
        ("a spokeswoman", "It was an informal meeting")
    ]


@pytest.mark.parametrize(
    "front", ["The answer came within the hour", "Its reply was blunt", "The message was the same"]
)
def test_words_that_only_announce_an_answer_are_no_part_of_it(front: str) -> None:
    assert spoken(f"{front}: there would be no truce, the minister said.") == [
        ("the minister", "there would be no truce")
    ]


def test_who_accompanies_somebody_is_of_the_same_side() -> None:
    text = (
        "Kenya's new prime minister was in Kampala. Prime Minister Moses Otieno, sworn in last week with the help of Chad, "
        "was accompanied by Finance Minister Grace Wafula. Grace Wafula met Ugandan President Ruth Okello on Monday."
    )
    record = read(text, published="2024-05-10")
    assert set(parties_of(record, "Grace Wafula")) == {"KEN"}


@pytest.mark.parametrize(
    "text",
    [
        "Mexico's foreign minister has expressed regret. Luis Videla said he had told the envoy so.",
        "Mexico's foreign minister expressed regret. The talks took an hour. Foreign Minister Luis Videla said it was late.",
        "The UN's nuclear chief asked Peru to let him in. “It must stop,” said Luis Videla, adding that it was late.",
    ],
)
def test_whose_name_comes_after_the_office_has_said_what_the_office_said(text: str) -> None:
    assert {who for who, _ in spoken(text)} == {"Luis Videla"}


def test_two_who_hold_a_post_leave_the_office_unnamed() -> None:
    text = "Mexico's former foreign minister said it was early. Foreign Minister Luis Videla said it was late."
    assert [who for who, _ in spoken(text)] == ["Mexico's former foreign minister", "Luis Videla"]


def test_an_office_that_speaks_again_in_its_sentence_is_he() -> None:
    text = "The Personal Envoy was happy, although he said that much was open. Minister Driss Benk left."
    assert [who for who, _ in spoken(text)] == ["The Personal Envoy"]


@pytest.mark.parametrize("name", ["Gao Yanping", "Lincoln Abara"])
def test_who_has_the_name_of_a_town_is_called_by_it(name: str) -> None:
    town = name.split()[0]
    text = f"The talks were hosted by Chinese Vice Minister {name} in Kunming. {town} said that they had been useful."
    assert [who for who, _ in spoken(text)] == [name]


@pytest.mark.parametrize("name", "Onto Over Will Such May".split())
def test_behind_a_form_of_address_any_word_is_a_name(name: str) -> None:
    assert [who for who, _ in spoken(f"Mr {name} had replied that he would wait.")] == [name]


def test_honorifics_stand_between_a_post_and_its_name() -> None:
    text = (
        "The Minister of Foreign Affairs of Belize, the Honourable Edwin Usher, and the Minister of Foreign Affairs of "
        "Guatemala, His Excellency Ricardo Pinto, met in Washington. The Minister of Guatemala said that it was late."
    )
    record = read(text)
    assert (parties_of(record, "Edwin Usher"), parties_of(record, "Ricardo Pinto")) == (["BLZ"], ["GTM"])
    assert [statement.speaker.name for statement in record.statements] == ["Ricardo Pinto"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Lavin said the two “had much to discuss,” with the topics reflecting those of May.",
            "the two “had much to discuss,”",
        ),
        ("Duarte said he had sent the army, repeating that he had no choice.", "he had sent the army"),
        ("Duarte said he had sent the army, and repeating that he had no choice.", "he had sent the army"),
    ],
)
def test_where_the_writer_goes_on_what_is_told_ends(text: str, told: str) -> None:
    assert spoken(text)[0] == (text.split()[0], told)


@pytest.mark.parametrize(
    "text",
    [
        "Ivorian officials have publicly ruled that out.",
        "The Personal Envoy for the Sahara, Karl Aumann, today concluded a meeting at which Mali and Chad were present.",
        "The official briefed reporters on condition he not be named.",
    ],
)
def test_nothing_is_told(text: str) -> None:
    assert spoken(text) == []


def test_they_are_those_who_spoke_and_not_those_who_listened() -> None:
    text = "Omani officials also said it was late. An aide briefed reporters. The talks will go on, they said."
    assert [who for who, _ in spoken(text)] == ["Omani officials", "Omani officials"]


def test_what_is_raised_with_a_state_at_no_time_and_place_is_no_meeting() -> None:
    assert (
        read("Kenya has raised the matter with Uganda's leaders. It will raise it at the United Nations.").meetings
        == ()
    )


def test_a_predecessor_is_of_the_same_side() -> None:
    text = "Gambia's President Adama Barro thanked his predecessor, Yahya Jameh. Yahya Jameh met Guinea's President Alpha Kondo."
    assert parties_of(read(text), "Yahya Jameh") == ["GMB"]


def test_who_governs_a_part_of_a_state_is_of_it() -> None:
    text = (
        "Irish Foreign Minister Charles Flanigan met Northern Ireland Secretary James Brookshire in Belfast on Monday."
    )
    assert parties_of(read(text), "James Brookshire") == ["GBR"]


@pytest.mark.parametrize("source", ["according to", "said"])
def test_whose_post_names_a_region_before_the_name(source: str) -> None:
    text = f"Ecowas has agreed to stay, {source} the UN envoy for West Africa, Mohamed Ibn Chamba."
    assert spoken(text) == [("Mohamed Ibn Chamba", "Ecowas has agreed to stay")]


def test_according_to_him_is_according_to_who_spoke() -> None:
    text = (
        "Orlov's deputy, Gennady Gatin, will come, the minister told reporters. According to him, no letter has come."
    )
    assert [who for who, _ in spoken(text)] == ["the minister", "the minister"]


def test_a_statement_may_be_made_following_a_meeting() -> None:
    text = (
        "The two ministers discussed the truce, the Omani foreign ministry said in a statement following their meeting."
    )
    assert spoken(text) == [("the Omani foreign ministry", "The two ministers discussed the truce")]


def test_an_office_that_the_text_keeps_to_itself_is_not_who_holds_it_elsewhere() -> None:
    text = (
        "The President spoke by telephone on Wednesday with President Kerim Aydin of Turkey. Mr Aydin expressed regret.\n\n"
        "The President said that flights would be resumed. President Aydin said that this was right."
    )
    assert [who for who, _ in spoken(text)][-2:] == ["The President", "Kerim Aydin"]


def test_whom_a_name_tells_less_of_than_the_office_before_is_of_the_office() -> None:
    text = (
        "The head of the International Atomic Energy Agency asked Russia to let his inspectors in. “It must stop,” said "
        "Rafael Montes, adding that he was ready. Also speaking were representatives of Mexico, Ghana and Kenya."
    )
    parties = {one.speaker.party.code for one in read(text).statements if one.speaker.party is not None}
    assert parties == {"IAEA"}


def test_who_spoke_in_the_sentence_before_goes_on_though_it_has_no_name() -> None:
    text = (
        "“It must stop,” said Rafael Montes.\n\nThe representative of Russia, who had been waiting, said that he was content. "
        "He called on Kenya to stay."
    )
    (demand,) = read(text).demands
    assert demand.by is not None
    assert demand.by.code == "RUS"


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's president and Uganda's president see eye to eye on trade.",
        "Kenya's president saw the death of Uganda's leader as a sign.",
        "Kenya's minister saw Uganda's president speak in Rome.",
        "Kenya's minister saw Ugandan President Moses Kato as a rival.",
        "Kenya saw Uganda win the match.",
        "Kenya must meet the pledge that it gave Uganda in Paris.",
    ],
)
def test_who_is_looked_at_or_thought_of_is_not_met(text: str) -> None:
    assert read(text).meetings == ()


@pytest.mark.parametrize("object_", ["Uganda's president", "Ugandan President Moses Kato", "the Ugandan envoy"])
def test_who_is_seen_somewhere_is_met(object_: str) -> None:
    (meeting,) = read(f"Kenya's president saw {object_} in Kampala on Monday.").meetings
    assert sorted(party.code for party in meeting.parties) == ["KEN", "UGA"]


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        (
            "A day later in Colombo, President Anula Sena cut Norway's envoy short. She said it was late.",
            "Anula Sena",
            "LKA",
        ),
        (
            "The North Korean side was led by Ryom Gwang Su, ambassador for talks to mend ties with Japan. Ryom said it was on.",
            "Ryom Gwang Su",
            "PRK",
        ),
        (
            "They met with Lt. Gen. Surapon Inth heading the Thai team and Gen. Chea Rithy the Cambodian one. Chea Rithy said "
            "it was late.",
            "Chea Rithy",
            "KHM",
        ),
        ("The Faroese fisheries minister, Jogvan Rest, said it was late.", "Jogvan Rest", "FRO"),
        ("President Luis Paz received Kenya's envoy in Lima on Monday. Paz said it was late.", "Luis Paz", "PER"),
        ("A N. Korean envoy said it was late.", "A N. Korean envoy", "PRK"),
    ],
)
def test_whose_a_speaker_is(text: str, name: str, code: str) -> None:
    last = read(text).statements[-1].speaker
    assert last.party is not None
    assert (last.name, last.party.code) == (name, code)


@pytest.mark.parametrize(
    "name", ["Yu Wei", "Mai Van Sha", "Li Na", "Herman Cain", "Bi Sha", "Tarkan Park", "Tarkan Lake"]
)
def test_a_name_may_be_a_word_that_few_write(name: str) -> None:
    text = f"Chinese Foreign Minister {name} met Kenyan President Moses Otieno in Nairobi on Monday."
    assert parties_of(read(text), name) == ["CHN"]


@pytest.mark.parametrize("surname", "Park Hall Sun Church Temple Day Lake Valley Snow Rice Baker".split())
def test_who_was_named_in_full_is_called_by_a_word(surname: str) -> None:
    text = (
        f"US Secretary of State Tarkan {surname} met Ugandan President Luis Paz in Kampala on Monday. {surname} said it was "
        f"late. Mr {surname} was tired, but {surname} said he would stay."
    )
    assert [who for who, _ in spoken(text)] == [f"Tarkan {surname}"] * 2
