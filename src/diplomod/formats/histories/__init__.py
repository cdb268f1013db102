"""Tables of what was: agreements (PA-X), travels and visits (Office of the Historian of the State Department)."""
