"""First step: a text -> its paragraphs, sentences and quotations, each with offsets.

The text itself is never changed: what is no part of the article (front matter, credits, rules) is only left out of the
sentences.
"""

from diplomod.reading.document.layout import lay_out

__all__ = ["lay_out"]
