"""What each mechanism adds: `python -m evals.ablation --on DATA QUESTIONS.yaml [--on …] [--write]`.

Prints Markdown tables; `--write` puts them into `docs/ablation.md`, between its marks. `--only NAME` measures
some mechanisms.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from evals.ablation.measure import Measured, measure
from evals.ablation.switches import SWITCHES
from evals.ablation.table import of_set, summary
from evals.options import add_on
from evals.questions import load_questions

PAGE = Path(__file__).parents[2] / "docs" / "ablation.md"
BEGIN, END = "<!-- figures -->\n", "<!-- end of figures -->\n"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m evals.ablation", description=__doc__)
    add_on(parser, "may be repeated")
    parser.add_argument("--only", action="append", help="the name of a mechanism; may be repeated")
    parser.add_argument("--write", action="store_true", help=f"write the tables into {PAGE.name}")
    options = parser.parse_args(arguments)
    switches = [switch for switch in SWITCHES if not options.only or switch.name in options.only]
    sets: list[Measured] = []
    for data, path in options.on:
        questions = load_questions(path)
        sys.stderr.write(f"{path.name}, {len(questions)} questions ")
        sets.append(measure(data, f"{path.parent.name}/{path.name}", questions, switches, _dot))
        sys.stderr.write("\n")
    count = sum(len(each.questions) for each in sets)
    lines = [f"Over all {count} questions:", "", *summary(sets, switches)]
    for each in sets:
        lines += ["", f"`{each.name}`, {len(each.questions)} questions:", "", *of_set(each, switches)]
    text = "\n".join(lines) + "\n"
    sys.stdout.write(text)
    if options.write:
        page = PAGE.read_text(encoding="utf-8")
        before, after = page.split(BEGIN)[0], page.split(END)[1]
        PAGE.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")
    return 0


def _dot() -> None:
    sys.stderr.write(".")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
