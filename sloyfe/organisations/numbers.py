"""Organisation numbers: nine digits, the last one a check digit."""

WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2)


def tidy(number: str) -> str:
    """What somebody typed, with or without spaces → the digits."""
    return "".join(sign for sign in number if not sign.isspace() and sign not in ".\u00a0")


def is_valid(number: str) -> bool:
    """Nine digits whose last is right (modulus 11, as Brønnøysundregistrene state it)."""
    if len(number) != 9 or not number.isascii() or not number.isdigit():
        return False
    return check_digit(number[:8]) == int(number[8])


def check_digit(first_eight: str) -> int | None:
    """The ninth digit for these eight, or None where no number exists with them."""
    rest = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, first_eight, strict=True)) % 11
    if rest == 1:
        return None
    return 0 if rest == 0 else 11 - rest
