"""Tables of coded events: PLOVER and POLECAT, and CAMEO as GDELT and ICEWS give it.

`event` is a row of any of them; `coding` makes rows of Records, `making` Records of rows; `codes` is the table of what
stands for what. `plover` and `cameo` carry rows to files and back.
"""
