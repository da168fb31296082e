"""What a purchase of a certain value requires: `thresholds`, the purchase's `value`, and the `assessment`.

In: thresholds with their sources, and a purchase. Out: the procedures open, the duties, and how far the next
limit is. No amount stands here: every limit comes from data that rests on a quote.
"""
