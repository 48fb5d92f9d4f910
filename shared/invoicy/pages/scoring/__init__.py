"""Choose among candidates by their evidence, and turn scores into confidence.

| number | range | meaning |
| --- | --- | --- |
| strength | 0 to 1 | how clearly one kind of evidence applies to a candidate |
| weight | any | how much a kind of evidence speaks for a candidate, or against it if negative; fitted, or set by hand |
| chance | 0 to 1 | probability that a candidate is right: a softmax over the sums of weight times strength |
| score | 0 to 1 | what is known of a chosen value: its chance, or where no weights are fitted the strength of its evidence |
| confidence | 0 to 1 | share of labelled values with this score that are right; the only one of these numbers in a reading |
"""
