"""The law as values: periods, calendars, clocks and the rules that prescribe them (DESIGN §3).

Pure: no Django, no input or output, no clock of its own. Dates come in, dates with their reasons come out.
"""
