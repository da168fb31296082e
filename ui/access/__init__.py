"""The page that says how accessible the application is and what it keeps of a person.

`page` draws the statement that the law (2018:1937) asks for; `remaining` is the list of what is not
accessible yet, which the statement shows and the tests hold to be true.
"""
