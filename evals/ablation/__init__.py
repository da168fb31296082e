"""What each mechanism adds: every question asked with all of them, and with one at a time turned off.

A library and its questions go in; a table goes out of what is lost without each mechanism, on which
questions, and what it costs. `switches.py` is the registry: a new mechanism gets an entry there. The engine
knows nothing of it: what a mechanism does is replaced from here, never asked not to be done.
"""
