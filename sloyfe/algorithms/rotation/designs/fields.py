"""Arithmetic in the finite field of q elements, q a prime power."""

from dataclasses import dataclass
from itertools import product


@dataclass(frozen=True)
class Field:
    """Elements are 0 … q − 1, read as polynomials with the digits in base `prime` as coefficients.

    `powers` are 1, x, x², … of a primitive element: every element but 0, once.
    """

    prime: int
    order: int
    powers: tuple[int, ...]
    logarithms: dict[int, int]

    def plus(self, one: int, other: int) -> int:
        """The sum: digit by digit, without carrying."""
        total, place = 0, 1
        while one or other:
            total += (one + other) % self.prime * place
            one, other, place = one // self.prime, other // self.prime, place * self.prime
        return total

    def times(self, one: int, other: int) -> int:
        """The product, by adding logarithms."""
        if not one or not other:
            return 0
        return self.powers[(self.logarithms[one] + self.logarithms[other]) % (self.order - 1)]


def field_of(order: int) -> Field | None:
    """The field of that order, if there is one."""
    prime, degree = prime_power(order)
    if not degree:
        return None
    for low in product(range(prime), repeat=degree):
        powers = _powers_of_x(prime, low)
        if len(powers) == order - 1:
            return Field(prime, order, tuple(powers), {power: at for at, power in enumerate(powers)})
    raise ArithmeticError("there is a primitive polynomial of every degree")


def prime_power(number: int) -> tuple[int, int]:
    """The prime and the exponent, or (1, 0) for a number that is no power of a prime."""
    prime = next((factor for factor in range(2, number + 1) if number % factor == 0), 1)
    exponent = 0
    while prime > 1 and number % prime == 0:
        number //= prime
        exponent += 1
    return (prime, exponent) if number == 1 and exponent else (1, 0)


def _powers_of_x(prime: int, low: tuple[int, ...]) -> list[int]:
    """1, x, x², … modulo x^degree = low(x), until one comes again: all of them if the polynomial is primitive."""
    current = (1,) + (0,) * (len(low) - 1)
    found: list[int] = []
    seen = set()
    while current not in seen and any(current):
        seen.add(current)
        found.append(sum(digit * prime**place for place, digit in enumerate(current)))
        shifted, carry = (0, *current[:-1]), current[-1]
        current = tuple((a + carry * b) % prime for a, b in zip(shifted, low, strict=True))
    return found
