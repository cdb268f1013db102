"""What one side wants of another, and what came back.

The files follow the flow: `verbs` and `nouns` find what is demanded, `answers` how it was answered, and `assembly` makes
Demands and Responses of them; `drafts` holds what they hand on.
"""

from diplomod.reading.demands.assembly import find_demands

__all__ = ["find_demands"]
