"""Keys proposed by a language model: a provision in, everyday lines out, none of them used yet."""

from hashlib import blake2b

from llama_index.core.base.llms.types import ChatMessage
from llama_index.core.llms import LLM

from answers.key_lines import Lines, read_lines
from answers.language_model import reply_of
from hierarchy.documents import GoverningDocument, Provision
from prompts.loading import load_prompt

_LONGEST_TEXT = 6000
"""Characters of a provision that a model is given."""


def propose_lines(model: LLM, document: GoverningDocument, provision: Provision, words: str) -> Lines:
    """What people would ask or call a provision with these `words`, as the model has it, checked.

    Each provision is asked about by itself, so that what a document says to the model can touch no lines but
    that provision's. Raises LanguageModelError, and NotLines for a reply that is no list.
    """
    reply = reply_of(model, messages_for(document, provision, words))
    heading = provision.path[-1] if provision.path else ""
    return read_lines(reply, words, heading, swedish=document.language != "en")


def messages_for(document: GoverningDocument, provision: Provision, words: str) -> list[ChatMessage]:
    """What the model is told and given. The marks around the words follow from them: none holds its own."""
    mark = f"dokument-{blake2b(words.encode(), digest_size=6).hexdigest()}"
    return load_prompt("keys").format_messages(
        title=document.title, address=provision.address, text=words[:_LONGEST_TEXT], mark=mark
    )
