"""Date expressions -> `When`, as exact as the text and no more exact.

The files follow the flow: `words` gives each word of a date a letter, `grammar` finds expressions in the letters, `anchor`
tells what each stands for (with `tense`, which way the verb looks, and `calendars`, the reckoning), and `finding` goes
through the text.
"""

from diplomod.reading.dates.finding import find_dates

__all__ = ["find_dates"]
