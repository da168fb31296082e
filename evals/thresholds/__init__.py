"""How well limits are found in the library's rules, against lists that a person made by reading.

`gold-sample.yaml` has the sample region's documents in force, `gold-real.yaml` the procurement acts and the
announcement of their thresholds (facts only). A rule is listed where it has an amount in kronor or euro or
a percentage of a threshold, words that compare, and something that follows: a gift's highest price as well
as the limit for direct procurement. A step "from … to" is one rule, by where it begins; what a heading or
the next sentence of the same section says again is one rule too. Not listed: percentages of a contract,
mandates of an order of delegation, and what stands in proposals, protocols and documents no longer in
force.

`gold.py` reads the lists, `measure.py` counts; `python -m evals.thresholds` prints recall and precision with
what was missed and what was too much.
"""
