"""Sentences to coded events: what one side does to another, by the codes of PLOVER.

`deeds` finds in each sentence what is done, from the table `deeds.txt` of the lexicon, and `moods` tells what a will, a
must or a not makes of it.
"""

from diplomod.coding.deeds import Deed, find_deeds

__all__ = ["Deed", "find_deeds"]
