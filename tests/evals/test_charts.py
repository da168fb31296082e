"""Bars with intervals."""

from xml.etree import ElementTree

from evals.charts import LEFT, RIGHT, Bar, bar_chart


def drawn(*bars: Bar) -> ElementTree.Element:
    return ElementTree.fromstring(bar_chart("namn", "Rubrik <1>", "Beskrivning & mer", bars))


def found(chart: ElementTree.Element, kind: str) -> list[ElementTree.Element]:
    return [part for part in chart.iter() if kind in part.get("class", "").split()]


def test_a_bar_is_as_long_as_its_value() -> None:
    (bar,) = found(drawn(Bar("Nivå", 0.5, 0.25, 0.75, "50 %")), "bar")
    assert (float(bar.get("x")), float(bar.get("width"))) == (LEFT, (RIGHT - LEFT) / 2)


def test_the_interval_goes_from_low_to_high() -> None:
    (whisker,) = found(drawn(Bar("Nivå", 0.5, 0.25, 0.75, "50 %")), "whisker")
    quarter = (RIGHT - LEFT) / 4
    assert whisker.get("d").startswith(f"M{LEFT + quarter} ")
    assert f"H{LEFT + 3 * quarter}" in whisker.get("d")


def test_a_value_below_its_limit_is_marked_and_the_limit_drawn() -> None:
    chart = drawn(Bar("a", 0.5, 0.4, 0.6, "50 %", minimum=0.8), Bar("b", 0.8, 0.7, 0.9, "80 %", minimum=0.8))
    assert len(found(chart, "limit")) == 2
    assert len([bar for bar in found(chart, "bar") if "below" in bar.get("class")]) == 1


def test_a_chart_has_a_title_and_a_description_that_it_is_labelled_by() -> None:
    chart = drawn(Bar("a", 1, 1, 1, "100 %"))
    texts = {part.get("id"): part.text for part in chart if part.get("id")}
    assert [texts[name] for name in chart.get("aria-labelledby").split()] == [
        "Rubrik <1>",
        "Beskrivning & mer",
    ]


def test_labels_are_escaped() -> None:
    assert "<script>" not in bar_chart("n", "t", "d", [Bar("<script>", 1, 1, 1, "<script>")])
