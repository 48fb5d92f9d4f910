"""Pages with everything that is on them before a value is chosen: labels, amounts, dates, blocks, slots."""
