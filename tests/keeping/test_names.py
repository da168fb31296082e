"""File names from outside: what they become, and what is refused."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keeping.errors import Refused
from keeping.names import LONGEST, file_name, free_name


def test_a_name_is_kept_in_composed_form_with_its_spaces() -> None:
    assert file_name(unicodedata.normalize("NFD", "Inköpspolicy för åren.PDF")) == "Inköpspolicy för åren.pdf"


@pytest.mark.parametrize(
    "name",
    [
        "../register.md",
        "..\\register.md",
        "/etc/passwd.txt",
        "a/b.md",
        "C:regler.md",
        "a\x00b.md",
        "a\nb.md",
        "a\u202efdp.md",
        ".dold.md",
        "~$öppen.docx",
        "README.md",
        "con.md",
        "LPT1.txt",
        "nul.a.md",
        "policy",
        ".md",
        "program.exe",
        "register.yaml",
        "<b>.md",
        "å" * 200 + ".md",
        "",
    ],
)
def test_a_name_that_could_lead_elsewhere_is_refused(name: str) -> None:
    with pytest.raises(Refused):
        file_name(name)


@given(st.text(max_size=300), st.sampled_from([".md", ".pdf", ".docx", ".html", ".txt", ""]))
def test_whatever_is_accepted_is_one_plain_name(stem: str, suffix: str) -> None:
    try:
        name = file_name(stem + suffix)
    except Refused:
        return
    assert name not in (".", "..")
    assert not set(name) & set("/\\\x00\n")
    assert len(name) <= LONGEST + 1
    assert file_name(name) == name


def test_a_free_name_is_numbered_whatever_the_letters_case() -> None:
    assert free_name("policy.md", ["policy.md", "Policy-2.md"]) == "policy-3.md"
