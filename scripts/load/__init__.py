"""Many people at once in the application, as a measured and bounded load: `python -m scripts.load`.

`tab` is one browser tab as the server sees it; `person` asks, reads and opens quotes in it; `watching` sees
what it costs the server, which is started over a copy of a library; `result` says whether it held.
Only this machine can be addressed, and the number of people, questions and seconds have ceilings.
"""
