"""Keeping the register as a person would: what to propose, what is left to confirm, and what doesn't hold together.

In come the register with the identities as read from the documents; out come edits of `register.yaml`, questions
for a person and findings. Everything but `kept_file` and `journal` is pure. The file stays the person's own: an
edit changes the words it is about and leaves every other character where it was.
"""
