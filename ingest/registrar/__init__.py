"""Keeping the register as a person would: what to propose, to confirm, and what doesn't hold together.

In come the register and the identities as read from the documents; out come edits of `register.yaml`,
questions for a person (`review`), findings (`check`, one kind of check a file in `check_*`) and histories.
Everything but `kept_file` and `journal` is pure. The file stays the person's own: an edit changes the words
that it is about and no other character (`edits` says what, `yaml_edit` does it, `register_file` checks it
before it is written).

Change here what is proposed and checked: a new check gives `Finding`s and is listed in `check`.
"""
