"""The printed result of a comparison with the official rule sets."""

import textwrap

from bench.rules.differential import Tally


def print_tally(part: str, name: str, tally: Tally) -> None:
    both, only_judge, only_invoicy = (sum(c.values()) for c in (tally.both, tally.only_judge, tally.only_invoicy))
    print(
        f"{part:<11} {name:<18} {tally.equal}/{tally.counted} sets of fatal rules equal"
        f" ({tally.equal / max(tally.counted, 1):.2%}), {tally.judged} judged, {tally.not_judged} not"
        f" ({tally.not_judged / max(tally.judged + tally.not_judged, 1):.1%});"
        f" precision {both / max(both + only_invoicy, 1):.4f}, recall {both / max(both + only_judge, 1):.4f}"
    )
    _print_by_rule(tally)
    for difference in tally.differences[:10]:
        rules = sorted(difference.only_judge | difference.only_invoicy)
        print(f"            {difference.source} seed {difference.seed}: {rules}")


def _print_by_rule(tally: Tally) -> None:
    apart = tally.only_judge | tally.only_invoicy
    alike = ", ".join(f"{rule} {times}" for rule, times in sorted(tally.both.items()) if rule not in apart)
    text = f"precision 1 and recall 1 of {len(tally.both.keys() - apart.keys())} rules, times fired: {alike}"
    print(textwrap.fill(text, 140, initial_indent=" " * 12, subsequent_indent=" " * 14, break_on_hyphens=False))
    for rule in sorted(apart):
        hits, missed, wrong = tally.both[rule], tally.only_judge[rule], tally.only_invoicy[rule]
        precision, recall = hits / max(hits + wrong, 1), hits / max(hits + missed, 1)
        share = f"precision {precision:.3f} recall {recall:.3f}"
        print(f"            {rule:<22} {share} ({hits} both, {missed} missed, {wrong} wrong)")
