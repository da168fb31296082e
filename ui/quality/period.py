"""How far back a part of the page looks."""

from datetime import date, timedelta

import streamlit as st

from ui.texts import Texts

DAYS = (30, 90, 365)


def chosen_days(texts: Texts, key: str) -> tuple[int, date]:
    """The number of days that is chosen, and the first of them."""
    days: int = st.segmented_control(
        texts("quality.period"),
        DAYS,
        default=DAYS[1],
        required=True,
        format_func=lambda days: texts("quality.days", days=days),
        key=f"quality-days-{key}",
    )
    return days, date.today() - timedelta(days=days - 1)
