"""Who came on whose behalf: encounters -> meetings with their delegations.

The files follow the flow: `notes` are the sentences that tell of a delegation on their own, `guests` those that tell of hosts
and mediators, `opposite` who sits across the table and who leads which of several, `bearers` who has the posts that an
encounter is told of with, `meant` finds the encounter that each note is about, and `assembly` counts the people of each side.
"""

from diplomod.reading.delegations.assembly import find_delegations

__all__ = ["find_delegations"]
