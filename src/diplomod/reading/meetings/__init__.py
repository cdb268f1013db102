"""Who met whom: words that tell of an encounter, what stands around them, and which of them tell of the same one.

The files follow the flow: `context` is the sentence as the others look at it, `verbs` and `nouns` find the words that
tell of encounters, `status` how sure each is, `sides` who takes part, `circumstances` when and where, `merging` joins those
that tell of the same one, `topics` finds what they are about, and `assembly` makes Meetings of them.
"""

from diplomod.reading.meetings.assembly import find_meetings

__all__ = ["find_meetings"]
