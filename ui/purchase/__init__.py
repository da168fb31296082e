"""The page for purchasers: what an amount allows, the ladder and the scale behind it, and the record to keep.

`page` is the form; `outcome` draws what follows (`scale` the amount among the limits); `words` says it, also
in the terminal; `record` is the documentation, which `ui.paper` writes.
"""
