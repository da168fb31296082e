"""Keeping the library: what administrators do, and the page where one becomes an administrator.

`page` is `/forvalta` and has a part for each task; `access` is `/behorighet`. Whatever changes anything goes
through `actions`, which asks the database who the person is each time: what is drawn protects nothing.
"""
