"""Files as they come, HTML, Markdown or plain text -> Pages: a text, and what the file tells of it."""

from diplomod.pages.opening import open_page, parse_page

__all__ = ["open_page", "parse_page"]
