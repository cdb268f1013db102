"""iCalendar (RFC 5545): each meeting an event of a calendar.

`terms` says what each value is in a calendar, `writing` and `reading` carry it there and back.
"""

from diplomod.formats.icalendar.reading import read
from diplomod.formats.icalendar.writing import write

__all__ = ["read", "write"]
