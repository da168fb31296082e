"""The seam to LlamaIndex: its retriever interface over our search. Imported only by those who use it."""

from datetime import date
from typing import Any

from llama_index.core.retrievers import BaseRetriever
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

from answers.assistant import Assistant
from answers.search import SearchResult


class RungRetriever(BaseRetriever):
    """Provisions as nodes, best first, for one organisation (id) on one day.

    A node's text is the whole provision, its metadata the provenance: document, title, level, status,
    section, page, offsets into the document's stored text, source. Scores are log-odds, higher is better;
    they say nothing of which rule prevails.
    """

    def __init__(
        self,
        assistant: Assistant,
        *,
        organisation: str | None = None,
        as_of: date | None = None,
        language: str | None = None,
        top: int = 8,
    ) -> None:
        self._assistant = assistant
        self._organisation = organisation
        self._as_of = as_of
        self._language = language
        self._top = top
        super().__init__()

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        results = self._assistant.search(
            query_bundle.query_str,
            organisation=self._organisation,
            as_of=self._as_of,
            language=self._language,
            top=self._top,
        )
        return [NodeWithScore(node=_node(result), score=result.score) for result in results]


def _node(result: SearchResult) -> TextNode:
    document, provision = result.document, result.provision
    metadata: dict[str, Any] = {
        "document": document.document,
        "title": document.title,
        "level": str(document.level),
        "status": str(document.status),
        "section": provision.address,
        "page": provision.page,
        "printed_page": provision.printed_page,
        "start": provision.start,
        "end": provision.end,
        "source": document.source,
    }
    return TextNode(
        # The same provision is the same node, whichever question found it.
        id_=f"{document.document}#{provision.start}-{provision.end}",
        text=result.text,
        metadata=metadata,
        # Addresses are for readers and programs; an embedder or language model is given the words.
        excluded_embed_metadata_keys=list(metadata),
        excluded_llm_metadata_keys=["document", "start", "end", "source"],
    )
