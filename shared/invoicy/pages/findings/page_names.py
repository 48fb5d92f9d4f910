"""Page numbers in words: pages 2, 4 and 7 to 9."""

from collections.abc import Sequence

_MIN_RANGE = 3  # pages 4 and 5, but 4 to 6


def pages_in_words(numbers: Sequence[int]) -> str:
    """Return page numbers in words: page 2, pages 2 and 5, pages 2, 4 and 7 to 9."""
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][-1] + 1:
            ranges[-1].append(number)
        else:
            ranges.append([number])
    parts = [part for each in ranges for part in _parts(each)]
    listed = " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
    return f"page{'s' if len(numbers) > 1 else ''} {listed}"


def _parts(numbers: list[int]) -> list[str]:
    return [f"{numbers[0]} to {numbers[-1]}"] if len(numbers) >= _MIN_RANGE else [str(number) for number in numbers]
