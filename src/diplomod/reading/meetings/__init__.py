"""Who met whom: words that tell of an encounter, what stands around them, and which of them tell of the same one.

The files follow the flow. `context` is the text as the others look at it. Words that tell of encounters: `verbs` has the
table of rules for verbs, with `journeys`, `dealings` and `acts`, and `sighting` makes what they give; `nouns` finds nouns,
with `telling` (the clauses that tell of one), `likelihood` (how sure it is), `partners` (whose it is). `status` is how sure a
clause is, `sides` who takes part, `backward` whom words for several stand for, `circumstances` and `lengths` when and where.
Beside these, `around` has the clauses whose dates hold, `aftermath` what was done on the same day, `spans` days from the one to
the other, `turning` the side of publication, `progress` what goes on, `predicates` what stands behind be.
`apart` parts those who are met one by one, `rounds` finds encounters without a word of their own, `fates` what became of one,
`asked` what an answer makes of one. `unsaid` and `distances` date what no word of its own dates.
`merging` joins those that tell of the same one, with `clusters`, `doubles` within a sentence and `completion` of sides that
go without saying. `topics` finds what they are about, and `assembly` makes Meetings of them.
"""

from diplomod.reading.meetings.assembly import find_meetings

__all__ = ["find_meetings"]
