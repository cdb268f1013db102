"""Another way of reading: a language model that the user asks tells the events, and each of its words is looked up.

Their order: `shapes` (what is asked for, from the classes), `schema` and `prompts` (how), `replies` (the JSON in a reply),
`grounding` (words -> their place in the text), `making` (values -> events), `joining` (events -> a Record's), `asking` (all).
"""

from diplomod.reading.asking.asking import Ask, Grounded, Prompt, read_with
from diplomod.reading.asking.making import Dropped
from diplomod.reading.asking.prompts import default_prompt
from diplomod.reading.asking.schema import answer_schema

__all__ = ["Ask", "Dropped", "Grounded", "Prompt", "answer_schema", "default_prompt", "read_with"]
