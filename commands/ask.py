"""`ask`: one question, or many as JSON lines, with the way to the answer for whoever wants it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from answers.contract import answer_to_json
from commands.answer_view import answer_shown
from commands.json_lines import Asked, answer_standard_input
from commands.output import console, write_json

if TYPE_CHECKING:
    from answers.assistant import Assistant
    from answers.explaining import Explanation
    from hierarchy.ladder import Answer


def answer_question(
    assistant: "Assistant", asked: Asked, *, explain: bool, json: bool, complain: Callable[[str], None]
) -> int:
    """Answers `asked`, or what standard input asks where its question is "-". Returns the exit status."""

    def as_json(asked: Asked) -> dict[str, Any]:
        answer, explanation = _respond(assistant, asked, explain=explain)
        if explanation is None:
            return answer_to_json(answer)
        from answers.explaining_contract import explanation_to_json

        return {**answer_to_json(answer), "explanation": explanation_to_json(explanation)}

    if asked.question == "-":
        return answer_standard_input(assistant.hierarchy, asked, as_json, complain)
    if json:
        write_json(as_json(asked))
        return 0
    answer, explanation = _respond(assistant, asked, explain=explain)
    console().print(answer_shown(answer, assistant.hierarchy))
    if explanation is not None:
        from commands.explanation_view import explanation_shown

        console().print(explanation_shown(explanation, assistant.hierarchy))
    return 0


def _respond(assistant: "Assistant", asked: Asked, *, explain: bool) -> "tuple[Answer, Explanation | None]":
    ask = assistant.explained if explain else assistant.ask
    answered = ask(
        asked.question,
        organisation=asked.organisation,
        as_of=asked.as_of,
        language=asked.language,
        after=asked.after,
    )
    return answered if isinstance(answered, tuple) else (answered, None)
