"""Forms of demands and of answers in one table: text || who > of whom > what ~ who answers : how; several parted by ;;."""

from __future__ import annotations

from pathlib import Path

import pytest

from diplomod import read

FORMS = """
Norway called on Peru for a halt to the drilling. || NOR>PER>a halt to the drilling
Oslo appealed to Lima for the release of the sailors. || NOR>PER>the release of the sailors
Lima dismissed a call by Norway for an end to the blockade. || NOR>PER>an end to the blockade~PER:rejected
Chile's key demand is the return of the trawlers. || CHL>>the return of the trawlers
Peru's main demand is that Chile return the trawlers. || PER>CHL>Chile return the trawlers
Peru listed three conditions for talks with Chile: the return of the trawlers, an apology and compensation. || PER>CHL>the return of the trawlers ;; PER>CHL>an apology ;; PER>CHL>compensation
Peru said the return of the trawlers was its condition for talks with Chile. || PER>CHL>the return of the trawlers
Peru made the return of the trawlers a condition for talks with Chile. || PER>CHL>the return of the trawlers
Peru has made an apology a precondition for restoring ties with Chile. || PER>CHL>an apology
Peru conditioned its return to the talks on the lifting of the Chilean blockade. || PER>CHL>the lifting of the Chilean blockade
Peru is holding out for guarantees from Chile. || PER>CHL>guarantees from Chile
The Security Council resolution demands that Chile leave the strip. || UN>CHL>Chile leave the strip
Chile was told to stop the drilling by Norway. || NOR>CHL>stop the drilling
Chile was urged by Norway to stop the drilling. || NOR>CHL>stop the drilling
Norway wants the border reopened by Chile. || NOR>CHL>the border reopened by Chile
Norway wants the border reopened. || NOR>>the border reopened
Norway wants Chile out of the strip. || NOR>CHL>Chile out of the strip
Peru and Chile both demanded compensation from Norway. ||
The foreign minister of Peru, Ana Ruiz, urged “the immediate withdrawal of all foreign forces”. || PER>>the immediate withdrawal of all foreign forces
Peru demands 36 dollars for every barrel that crosses its territory. || PER>>36 dollars for every barrel that crosses its territory
Peru is demanding a permanent end to the war, the withdrawal of Chilean forces and the return of displaced people to the north. || PER>CHL>a permanent end to the war ;; PER>CHL>the withdrawal of Chilean forces ;; PER>CHL>the return of displaced people to the north
Ana Ruiz, the Peruvian minister, asked her Chilean counterpart, Luis Paz, to scrap the measure at once, saying it was unfair. || PER>CHL>scrap the measure at once
Peru told Chile that flights could resume if the sanctions were eased. || PER>CHL>the sanctions were eased
The ministers urged armed groups to lay down their arms unconditionally. ||
Chile has been asked to return the trawlers by Peru. || PER>CHL>return the trawlers
Peru reminded Chile of its obligation to pay the debt. ||
Peru gave Chile 48 hours to leave the port. || PER>CHL>leave the port
Peru issued an ultimatum to Chile to leave the port within 48 hours. || PER>CHL>leave the port within 48 hours
Peru set Chile a deadline of Friday to leave the port. || PER>CHL>leave the port
Peru put pressure on Chile to leave the port. || PER>CHL>leave the port
Peru stepped up pressure on Chile to leave the port. || PER>CHL>leave the port
Peru renewed its call for Chile to leave the port. || PER>CHL>Chile to leave the port
Peru repeated its call on Chile to leave the port. || PER>CHL>leave the port
Peru ordered Chile to close its consulate in Lima. || PER>CHL>close its consulate in Lima
Peru ordered the closure of the Chilean consulate. || PER>CHL>the closure of the Chilean consulate
Peru sought assurances from Chile that the port would be opened. || PER>CHL>assurances from Chile that the port would be opened
Peru is seeking the extradition of two officers from Chile. || PER>CHL>the extradition of two officers from Chile
Peru is seeking the return of the trawlers. || PER>>the return of the trawlers
Peru pleaded with Chile to open the port. || PER>CHL>open the port
Peru implored Chile to open the port. || PER>CHL>open the port
Peru lobbied Chile to open the port. || PER>CHL>open the port
Peru leaned on Chile to open the port. || PER>CHL>open the port
Peru challenged Chile to open the port. || PER>CHL>open the port
Peru invited Chile to withdraw its complaint. || PER>CHL>withdraw its complaint
Peru encouraged Chile to sign the treaty. || PER>CHL>sign the treaty
Peru exhorted Chile to sign the treaty. || PER>CHL>sign the treaty
Peru warned Chile to stay out of the strip. || PER>CHL>stay out of the strip
Peru warned Chile not to close the port. || PER>CHL>not to close the port
Peru required Chile to open the port. || PER>CHL>open the port
The treaty requires Chile to open the port. ||
Peru would like Chile to open the port. || PER>CHL>open the port
Peru expects Chile to open the port. || PER>CHL>open the port
Peru is waiting for Chile to open the port. ||
Peru has asked that Chile open the port. || PER>CHL>Chile open the port
Peru asked if Chile could open the port. ||
"Chile must open the port," Peruvian Foreign Minister Ana Ruiz said. || PER>CHL>open the port
"We want Chile to open the port," Peruvian Foreign Minister Ana Ruiz said. || PER>CHL>open the port
"Chile needs to open the port," Peruvian Foreign Minister Ana Ruiz said. || PER>CHL>open the port
"It is time for Chile to open the port," Peruvian Foreign Minister Ana Ruiz said. || PER>CHL>open the port
"Chile should open the port," Peruvian Foreign Minister Ana Ruiz said. || PER>CHL>open the port
"The port must be opened," Peruvian Foreign Minister Ana Ruiz said. || PER>>The port must be opened
"The ball is in Chile's court," Peruvian Foreign Minister Ana Ruiz said. ||
Peru said it was up to Chile to open the port. || PER>CHL>open the port
Peru said it would sign only if Chile opened the port. || PER>CHL>Chile opened the port
Peru refuses to sign until Chile opens the port. || PER>CHL>Chile opens the port
Peru insisted on the opening of the port. || PER>>the opening of the port
Peru insisted on Chile opening the port. || PER>CHL>Chile opening the port
Peru reiterated its request for the extradition of the officer from Chile. || PER>CHL>the extradition of the officer from Chile
Peru made clear that Chile had to open the port. || PER>CHL>open the port
Peru underlined the need for Chile to open the port. || PER>CHL>open the port
Peru stressed the importance of Chile opening the port. ||
Peru asked Chile for more time. ||
Peru has asked Chile for the list of the missing. || PER>CHL>the list of the missing
In a letter to Chile, Peru asked for the list of the missing. || PER>CHL>the list of the missing
Peru summoned the Chilean ambassador to demand the release of the sailors. || PER>CHL>the release of the sailors
Peru summoned the Chilean ambassador and demanded the release of the sailors. || PER>CHL>the release of the sailors
Peru demanded an apology after Chile seized two trawlers. || PER>CHL>an apology
Peru demanded Chile's immediate withdrawal from the strip. || PER>CHL>Chile's immediate withdrawal from the strip
Peru demanded the withdrawal of Chilean troops from the strip. || PER>CHL>the withdrawal of Chilean troops from the strip
Peru demanded the release of 12 sailors held by Chile. || PER>CHL>the release of 12 sailors held by Chile
Peru demanded access to prisoners in Chilean jails. || PER>CHL>access to prisoners in Chilean jails
Peru demanded that its sailors be released. || PER>>its sailors be released
Peru demanded that the sailors be released by Chile. || PER>CHL>the sailors be released by Chile
Peruvian demands for an apology have been rejected by Chile. || PER>CHL>an apology~CHL:rejected
Peru threatened to close the port if Chile did not free the sailors. || PER>CHL>free the sailors
Peru threatened to close the port unless Chile freed the sailors. || PER>CHL>Chile freed the sailors
Peru warned Chile of sanctions if it did not free the sailors. || PER>CHL>free the sailors
Peru warned Chile that it would face sanctions if it failed to free the sailors. || PER>CHL>free the sailors
Peruvian President Ana Ruiz said Chile would face consequences unless it freed the sailors. || PER>CHL>it freed the sailors
Peru has said it will not lift the sanctions until Chile destroys the weapons. || PER>CHL>Chile destroys the weapons
Peru said father and son should be reunited. ||
Peru had asked Chile for 28 visas for the trip. || PER>CHL>28 visas for the trip
Peru demanded 28 visas for its athletes. || PER>>28 visas for its athletes
Peru wants Chile's army off the strip. || PER>CHL>Chile's army off the strip
Peru is pushing Chile to accept a ceasefire. || PER>CHL>accept a ceasefire
Peru tried to persuade Chile to accept a ceasefire. || PER>CHL>accept a ceasefire
Peru is trying to get Chile to accept a ceasefire. || PER>CHL>accept a ceasefire
Peru says that it is for Chile to make the next move. || PER>CHL>make the next move
Peru said it was waiting for an apology from Chile. || PER>CHL>an apology from Chile
Peru says it will return to the talks when Chile frees the sailors. || PER>CHL>Chile frees the sailors
Peru said talks could resume once Chile freed the sailors. || PER>CHL>Chile freed the sailors
Peru ruled out talks before the sailors were freed. || PER>>the sailors were freed
Peru refuses to negotiate while Chilean troops occupy the strip. || PER>CHL>Chilean troops occupy the strip
Peru, which wants Chile to free the sailors, has sent an envoy. || PER>CHL>free the sailors
Chile rejected Peru's demand to free the sailors. || PER>CHL>free the sailors~CHL:rejected
Chile rejected Peru's demand for the release of the sailors. || PER>CHL>the release of the sailors~CHL:rejected
Chile has rejected a Peruvian demand that it free the sailors. || PER>CHL>it free the sailors~CHL:rejected
Chile rejected a demand by Peru that it free the sailors. || PER>CHL>it free the sailors~CHL:rejected
Chile rejected calls by Peru to free the sailors. || PER>CHL>free the sailors~CHL:rejected
Chile rejected calls from Peru to free the sailors. || PER>CHL>free the sailors~CHL:rejected
Chile has ignored Peru's calls for the release of the sailors. || PER>CHL>the release of the sailors~CHL:rejected
Despite Peru's calls to free the sailors, Chile put them on trial. || PER>CHL>free the sailors~CHL:rejected
Despite calls by Peru to free the sailors, Chile put them on trial. || PER>CHL>free the sailors~CHL:rejected
Chile put the sailors on trial in defiance of Peru's demand to free them. || PER>CHL>free them~CHL:rejected
Chile put the sailors on trial, defying a Peruvian demand to free them. || PER>CHL>free them~CHL:rejected
Chile agreed to Peru's request to free the sailors. || PER>CHL>free the sailors~CHL:accepted
Chile agreed to free the sailors at the request of Peru. ||
Chile accepted a Peruvian request to free the sailors. || PER>CHL>free the sailors~CHL:accepted
Chile bowed to Peruvian demands to free the sailors. || PER>CHL>free the sailors~CHL:accepted
Chile has not responded to Peru's request to free the sailors. || PER>CHL>free the sailors~CHL:deferred
Chile is studying Peru's request to free the sailors. || PER>CHL>free the sailors~CHL:deferred
Chile said it would study Peru's request to free the sailors. || PER>CHL>free the sailors~CHL:deferred
Peru asked Chile to free the sailors, a request it turned down. || PER>CHL>free the sailors~CHL:rejected
Peru asked Chile to free the sailors, which Santiago refused. || PER>CHL>free the sailors~CHL:rejected
Peru asked Chile to free the sailors, something it has refused to do. || PER>CHL>free the sailors~CHL:rejected
Peru asked Chile to free the sailors, but it refused. || PER>CHL>free the sailors~CHL:rejected
Peru asked Chile to free the sailors, but was rebuffed. || PER>CHL>free the sailors~CHL:rejected
Peru asked Chile to free the sailors but Chile declined. || PER>CHL>free the sailors~CHL:rejected
Peru asked Chile to free the sailors, to which Chile agreed. || PER>CHL>free the sailors~CHL:accepted
Peru asked Chile to free the sailors, to which Chile agreed in principle, subject to payment of a fine. || PER>CHL>free the sailors~CHL:conditional
Peru asked Chile to free the sailors, a point that Santiago has conceded. || PER>CHL>free the sailors~CHL:accepted
Peru's request that Chile free the sailors was granted. || PER>CHL>Chile free the sailors~CHL:accepted
Peru's request that Chile free the sailors was rejected. || PER>CHL>Chile free the sailors~CHL:rejected
Peru's demand for the release of the sailors has been rejected by Chile. || PER>CHL>the release of the sailors~CHL:rejected
Peru has asked Chile to free the sailors. "We are not going to do that," Chilean Foreign Minister Luis Paz told reporters in Santiago. || PER>CHL>free the sailors~CHL:rejected
"""  # noqa: E501


def told(text: str) -> str:
    """What is read in a text, as the table tells it."""
    record = read(text, published="2025-03-12")
    found = []
    for demand in record.demands:
        answers = [
            f"~{one.by.code if one.by else None}:{one.stance.value}" for one in record.responses if demand.id in one.to
        ]
        to = ",".join(sorted(party.code for party in demand.to))
        found.append(f"{demand.by.code if demand.by else None}>{to}>{demand.content.text}{''.join(answers)}")
    return " ;; ".join(found)


ARTICLES = (Path(__file__).parent / "grids" / "articles.txt").read_text(encoding="utf-8").splitlines()[1:]


@pytest.mark.parametrize("row", ARTICLES)
def test_demands_and_answers_of_an_article(row: str) -> None:
    text, _, expected = row.partition(" ||")
    assert told(text.replace("|", "\n\n")) == expected.strip()


@pytest.mark.parametrize("row", FORMS.strip().splitlines())
def test_each_form(row: str) -> None:
    text, _, expected = row.partition(" ||")
    assert told(text) == expected.strip()
