"""What one side wants of another, and what came back.

The files follow the flow: `verbs` (a table of rules, which stand in `appeals`, `insisting`, `obligations`, `conditions`,
`pressing`, `clefts` and `echoes`) and `nouns` find what is demanded, `replies` what may answer it, by the `stances` of clauses
(with `delays` and `doings`, by how they are `pointing` back) and the words of `sayings`, `answers` what it answers, by how well
it is `matching`, with what the `ledger` knows, `countering` which demands answer others, and `assembly` makes Demands and
Responses of them; `drafts` holds what they hand on, `drafting` makes it.
"""

from diplomod.reading.demands.assembly import find_demands

__all__ = ["find_demands"]
