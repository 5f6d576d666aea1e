"""What prioritising costs and how far what it tells is so, as lines for people and as a result for machines."""

from argparse import Namespace
from collections.abc import Iterable
from dataclasses import asdict
from itertools import pairwise
from math import log
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.judging import choices_judged, groups_judged, lines_judged, opinions_judged
from benchmarks.opinions import draw
from benchmarks.ordering import Figure, against_all_orders, growth, live, real, synthetic, timed
from sloyfe.algorithms.prioritisation import Ballots
from sloyfe.algorithms.prioritisation.equal_shares import equal_shares, served

OUTSIDE = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "preferences"


def prioritisation(options: Namespace) -> dict[str, Any]:
    """Everything; quick: small sizes and few runs. Files of PrefLib are read when named or when they lie beside us."""
    quick = options.quick
    paths = [Path(name) for name in options.instances] or sorted(OUTSIDE.glob("*.so?"))
    figures = [*synthetic(quick=quick), *real(paths)]
    judged = groups_judged((60,) if quick else (40, 60, 120, 300), 20 if quick else 300)
    result: dict[str, Any] = {
        "agree with all orders": against_all_orders(40 if quick else 400),
        "figures": [asdict(figure) for figure in figures],
        "growth": growth(quick=quick),
        "live": live(300 if quick else 3000, 40),
        "groups": [asdict(one) for one in judged],
        "lines": [],
        "firm lines": lines_judged(60, 12, 20 if quick else 300),
        "opinions": opinions_judged(120, 5 if quick else 40),
        "choices": choices_judged(20, 2 if quick else 20, (50, 100) if quick else (50, 100, 200, 400)),
        "shares": shares(60 if quick else 3000, 12 if quick else 40),
    }
    result["lines"] = [*_told(result, figures, has_files=bool(paths)), *_grown(result["growth"])]
    return result


def shares(people: int, items: int) -> dict[str, float]:
    """Equal shares beside most points first, where a fifth of the people want a few things of their own."""
    dice = np.random.default_rng(6)
    fewer = people // 5
    many, few = draw(people - fewer, items, 8, dice, taste=2.0), draw(fewer, items, 2, dice, taste=5.0)
    ballots = Ballots(np.concatenate([many.levels, few.levels]))
    costs = dice.integers(5, 40, items).tolist()
    budget = sum(costs) / 6
    cpu, found = timed(lambda: equal_shares(ballots, costs, budget), times=1)
    greedy: list[int] = []
    for item in np.argsort(-ballots.levels.sum(axis=0)):
        if sum(costs[one] for one in greedy) + costs[item] <= budget:
            greedy.append(int(item))
    kinds = [0] * (people - fewer) + [1] * fewer
    told: dict[str, float] = {"cpu_s": cpu}
    for way, chosen in (("ours", found.chosen), ("most points first", greedy)):
        got = served(ballots, chosen, kinds)
        told[f"{way}: spent"] = round(sum(costs[one] for one in chosen) / budget, 3)
        told[f"{way}: served of the many"] = round(got[0].served / got[0].people, 3)
        told[f"{way}: served of the few"] = round(got[1].served / got[1].people, 3)
    return told


def _told(result: dict[str, Any], figures: Iterable[Figure], *, has_files: bool) -> list[str]:
    agreed, times = result["agree with all orders"]
    lines = [f"the fewest overrulings of all orders (2–7 items): {agreed} of {times}", ""]
    lines.append(f"{'what people said':34}{'people':>8}{'items':>6}{'exact s':>9}{'plain s':>9}{'Borda +%':>9}  proof")
    for one in figures:
        plain = "–" if one.plain_cpu_s is None else f"{one.plain_cpu_s:.3f}"
        size = f"{one.people:>8}{one.items:>6}{one.cpu_s:>9.4f}{plain:>9}{one.borda_over_percent:>9.2f}"
        lines.append(f"{one.name:34}{size}  {one.proof} (largest part {one.largest_part})")
    if not has_files:
        lines.append("no files of PrefLib: real orders were not looked at")
    lines += ["", f"live refresh (pairs, Borda, W, gaps of roles): {result['live']:.4f} s of CPU", ""]
    lines.append(f"{'rule for groups':34}{'people':>8}{'planted':>9}{'recovered':>11}{'false runs':>12}")
    for each in result["groups"]:
        recovered = "–" if each["recovered"] is None else f"{each['recovered']:.1%}"
        planted = "yes" if each["planted"] else "no"
        lines.append(f"{each['rule']:34}{each['people']:>8}{planted:>9}{recovered:>11}{each['false_runs']:>12.1%}")
    wrong, drawn = result["firm lines"]
    lines += [
        "",
        f"runs with a firm line that all people together do not draw: {wrong:.1%}; lines in a run: {drawn:.1f}",
    ]
    right = ", ".join(f"{kinds}: {part:.0%}" for kinds, part in result["opinions"].items())
    lines.append(f"as many groups of opinion told as there are kinds of people: {right}")
    lines += [f"Kendall's tau after more and more choices, {way}: {taus}" for way, taus in result["choices"].items()]
    return [*lines, "equal shares: " + ", ".join(f"{name} {value}" for name, value in result["shares"].items()), ""]


def _grown(found: list[tuple[int, int, float, float]]) -> list[str]:
    lines = [
        f"{people} × {items}: exact order {exact} s, all that a page tells {page} s"
        for people, items, exact, page in found
    ]
    for (people, items, _exact, page), (more, items_more, _exact_more, page_more) in pairwise(found):
        if items == items_more and more > people and page:
            power = log(page_more / page) / log(more / people)
            lines.append(f"from {people} to {more} people: all that a page tells grows as people^{power:.2f}")
    return lines
