"""Labels in a column."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from invoicy.drawing.labels.columns import stacked

Labels = list[tuple[float, float]]
_labels = st.lists(st.tuples(st.floats(-500, 3000), st.floats(10, 200)), max_size=30).map(sorted)


@given(_labels, st.floats(0, 40), st.floats(100, 3000))
def test_no_label_runs_over_another_and_all_keep_their_order(labels: Labels, gap: float, room: float) -> None:
    heights = [height for _, height in labels]
    tops = stacked([wish for wish, _ in labels], heights, gap, room)
    for (top, height), (below, _) in pairwise(zip(tops, heights, strict=True)):
        assert below >= top + height + gap - 1e-6


@given(_labels, st.floats(0, 40), st.floats(100, 3000))
def test_labels_leave_their_room_only_where_they_need_more(labels: Labels, gap: float, room: float) -> None:
    heights = [height for _, height in labels]
    tops = stacked([wish for wish, _ in labels], heights, gap, room)
    needed = sum(heights) + gap * (len(heights) - 1)
    assert all(top >= -1e-6 for top in tops)
    if labels:
        assert tops[-1] + heights[-1] <= max(room, needed) + 1e-6


def test_labels_that_do_not_meet_get_their_wish() -> None:
    assert stacked([10, 100, 300], [20, 20, 20], 5, 400) == [10, 100, 300]


def test_labels_with_the_same_wish_are_placed_around_it() -> None:
    assert stacked([100, 100], [20, 20], 0, 400) == [90, 110]
