"""Who said what: cues, what they introduce, and the quotations that need none.

The files follow the flow: `cues` finds the words that tell of speech (a `cue` each; `nouns` where it
is no verb), `contents` what each introduces (`fronts` before it,
`tails` where no clause shows it, `ends` how far), `quotations` whose the words in quotation marks are, `voices` who that is,
and `assembly` makes Statements of it all.
"""

from diplomod.reading.statements.assembly import find_statements

__all__ = ["find_statements"]
