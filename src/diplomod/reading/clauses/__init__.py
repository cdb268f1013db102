"""Who did what: phrases -> clauses with subject, verb group, objects, and the clause that each hangs on.

A sentence is passed through once, from left to right. The files follow the flow: `units` tells which tokens stand together,
`segments` keeps what has come since the last boundary, `subjects` makes a clause of each verb, with its subject,
`governors` finds the clause before that it hangs on, `assembly` tells where each ends. A `draft` is a clause in the making.
"""

from diplomod.reading.clauses.assembly import find_clauses

__all__ = ["find_clauses"]
