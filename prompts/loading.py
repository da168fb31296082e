"""A prompt's file as a template of LlamaIndex."""

from functools import cache
from importlib import resources

import yaml
from llama_index.core.base.llms.types import ChatMessage, MessageRole
from llama_index.core.prompts import ChatPromptTemplate


@cache
def load_prompt(name: str) -> ChatPromptTemplate:
    """The prompt of that name: a file beside this one with `system` and `user`, whose `{names}` are to fill.

    What is filled in stays as it is: braces in it are no names. Raises FileNotFoundError.
    """
    content = yaml.safe_load(resources.files("prompts").joinpath(f"{name}.yaml").read_text("utf-8"))
    messages = [ChatMessage(content[role], role=role) for role in (MessageRole.SYSTEM, MessageRole.USER)]
    return ChatPromptTemplate(messages)
