"""Choose among candidates by their evidence, and turn scores into confidence.

| number | range | meaning |
| --- | --- | --- |
| strength | 0 to 1 | how clearly one kind of evidence applies to a candidate |
| weight | any | how much a kind of evidence speaks for a candidate, or against it if negative; fitted, or set by hand |
| chance | 0 to 1 | probability that a candidate is right: a softmax over the sums of weight times strength |
| score | 0 to 1 | of a chosen value: its chance, or the strength of its evidence if no weights are fitted |
| confidence | 0 to 1 | share of labelled values with this score that are right; stated in a reading |
"""
