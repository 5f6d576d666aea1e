"""Conditions as XLSForm writes them, and back as far as we can hold them."""

import re

from sloyfe.surveys.conditions import Condition

NAME = r"\$\{\s*(?P<name>[A-Za-z_][\w.\-]*)\s*\}"
VALUE = r"""(?:'(?P<single>[^']*)'|"(?P<double>[^"]*)"|(?P<number>\d{1,3}))"""
EQUALS = re.compile(rf"{NAME}\s*=\s*{VALUE}")
SELECTED = re.compile(rf"selected\(\s*{NAME}\s*,\s*{VALUE}\s*\)")
COMPARED = re.compile(rf"{NAME}\s*(?P<sign><=|>=|<|>)\s*(?P<number>\d{{1,3}})")
LONGEST = 2000
MOST_STEPS = 10


def to_expression(condition: Condition, kind: str) -> str:
    """One test for each answer, joined with `or`."""
    name = "${" + condition.item + "}"
    tests = [
        f"selected({name}, '{answer}')" if kind == "choices" else f"{name} = '{answer}'" for answer in condition.answers
    ]
    return " or ".join(tests)


def from_expression(words: str) -> Condition | None:
    """What we can hold of it: certain answers to one question, joined with `or`. None where it says more."""
    inner = words.strip()
    if len(inner) > LONGEST:
        return None
    tests = [_bare(test) for test in re.split(r"\s+or\s+", inner)]
    found = [_test(test) for test in tests]
    names = {name for name, _answers in found}
    if len(names) != 1 or "" in names:
        return None
    answers = [answer for _name, told in found for answer in told]
    return Condition(names.pop(), tuple(dict.fromkeys(answers)))


def _bare(test: str) -> str:
    test = test.strip()
    return test[1:-1].strip() if test.startswith("(") and test.endswith(")") else test


def _test(test: str) -> tuple[str, list[str | int]]:
    if match := (EQUALS.fullmatch(test) or SELECTED.fullmatch(test)):
        value = next(one for one in (match["single"], match["double"], match["number"]) if one is not None)
        return match["name"], [int(value) if value.isdecimal() else value]
    if match := COMPARED.fullmatch(test):
        limit, sign = int(match["number"]), match["sign"]
        holds = {"<": int.__lt__, "<=": int.__le__, ">": int.__gt__, ">=": int.__ge__}[sign]
        return match["name"], [step for step in range(1, MOST_STEPS + 1) if holds(step, limit)]
    return "", []
