"""References in Swedish text: which provision, of which act, each of them points at.

In: a text, and the act that it belongs to where that is known. Out: `Reference`s in reading order, lists
and intervals expanded. Pure, and linear in the length of the text; imports nothing of ours.

`finding` is the way in: it walks the `lexemes` once and joins the places in acts (`addresses` and `articles`,
as values in `places`) with the acts that `designations` names, and adds the `diary` numbers of cases. Change
here how references are written, how acts are named (`act_numbers`, `eu_acts`, `names`), and which acts are
well known (`acts.yaml`). Whether the library has what is referred to is for `index.cross_references` to say.
"""
