"""What a cell may hold, days and moments among it."""

from __future__ import annotations

from datetime import date, datetime

from hypothesis import strategies as st

TODAY = date(2026, 11, 18)  # a Wednesday
days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
moments = st.datetimes(datetime(1900, 1, 1), datetime(2199, 12, 31)).map(lambda at: at.replace(microsecond=0))
cells = st.one_of(
    *(st.none(), st.booleans(), st.integers(), st.floats(), st.decimals(), st.dates(), st.datetimes()),
    st.text(),
    st.text("0123456789./-年月日号时点分:周上下 半apm", max_size=14),
)
