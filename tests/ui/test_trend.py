"""Lines over time, drawn in HTML."""

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from ui.quality.trend import Line, Point, round_ticks, trend_html


def drawn(points: list[Point], told: str = "Från 0 till 1.") -> BeautifulSoup:
    html = trend_html(told, [Line("middle", points)], [(0.0, "0 %"), (1.0, "100 %")], ("mars", "maj"))
    return BeautifulSoup(html, "html.parser")


def test_the_picture_says_in_words_what_it_shows() -> None:
    picture = drawn([Point(0, 0.2), Point(1, 0.8)], 'Från "20 %" till 80 %.').select_one("[role=img]")
    assert picture is not None
    assert picture["aria-label"] == 'Från "20 %" till 80 %.'


def test_each_point_has_its_mark_and_the_line_goes_between_them() -> None:
    soup = drawn([Point(0, 0.2), Point(0.5, 0.5), Point(1, 0.8)])
    assert len(soup.select(".rs-trend-mark")) == 3
    assert len(soup.select(".rs-trend-line")) == 1


def test_a_single_point_has_a_mark_and_no_line() -> None:
    soup = drawn([Point(0.5, 0.5, 0.4, 0.6)])
    assert len(soup.select(".rs-trend-mark")) == 1
    assert soup.select(".rs-trend-line, .rs-trend-band") == []


def test_bounds_are_drawn_as_a_band() -> None:
    assert drawn([Point(0, 0.5, 0.4, 0.6), Point(1, 0.5, 0.4, 0.6)]).select(".rs-trend-band")


@given(st.floats(min_value=0, max_value=1e7))
def test_the_scale_is_of_few_round_steps_and_reaches_the_highest(highest: float) -> None:
    ticks = round_ticks(highest)
    assert ticks[0] == 0
    assert ticks[-1] >= highest
    assert 3 <= len(ticks) <= 6
