"""What a document refers to and what refers to it."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from index.citing import Citings
from index.cross_references import Outcome
from index.library import Library
from tests.ui.library.small_library import LAW, NEW, PROTOCOL, build


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    build(tmp_path)
    with closing(Library(tmp_path)) as opened:
        yield opened


def test_a_reference_stands_with_its_words_and_where_it_leads(library: Library) -> None:
    led, broken = Citings(library).out_of(NEW.document)
    assert (led.words, led.lead.documents, led.lead.address) == ("1 kap. 2 § LOU", ("lag",), "1 kap. 2 §")
    assert led.before.endswith("får göras direkt enligt ")
    assert broken.lead.outcome is Outcome.BROKEN


def test_the_same_reference_is_found_from_the_other_end(library: Library) -> None:
    citings = Citings(library)
    found = citings.into(LAW)
    assert [(c.provision.document, c.words) for c in found] == [
        (c.provision.document, c.words) for c in citings.out_of(NEW.document)
    ]


def test_a_document_does_not_cite_itself(library: Library) -> None:
    assert all(c.provision.document != "lag" for c in Citings(library).into(LAW))


def test_what_nothing_refers_to_has_no_citations(library: Library) -> None:
    assert Citings(library).into(PROTOCOL) == []


def test_both_ends_tell_the_same_of_the_whole_sample_region(sample_library: Path) -> None:
    with closing(Library(sample_library)) as opened:
        citings = Citings(opened)
        documents = opened.documents()
        forth = {
            (c.provision.document, c.provision.address, c.lead.reference.start, to)
            for d in documents
            for c in citings.out_of(d.document)
            for to in c.lead.documents
            if to != d.document
        }
        back = {
            (c.provision.document, c.provision.address, c.lead.reference.start, d.document)
            for d in documents
            for c in citings.into(d)
        }
    assert forth
    assert forth == back
