"""Keeping the register as a person would: what to propose, to confirm, and what doesn't hold together.

In come the register and the identities as read from the documents; out come edits of `register.yaml`,
questions for a person, findings and histories. Everything but `kept_file` and `journal` is pure. The file
stays the person's own: an edit changes the words that it is about and no other character.
"""
