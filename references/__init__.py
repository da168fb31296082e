"""References in Swedish text: which provision, of which act, each of them points at.

In: a text, and the act that it belongs to where that is known. Out: `Reference`s in reading order, lists and
intervals expanded. Pure, and linear in the length of the text; imports nothing of ours. Change here how references
are written (`addresses`, `articles`), how acts are named (`designations`), and which acts are well known (`acts.yaml`).
"""
