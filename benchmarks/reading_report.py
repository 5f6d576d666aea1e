"""The cost of reading pages, for `run.py bench reading`."""

from argparse import Namespace
from typing import Any

from tools.preparation import prepare_data, start_django


def reading(options: Namespace) -> dict[str, Any]:
    """Pages of a large package and of the demo's, beside bare templates."""
    start_django(demo=True)
    prepare_data()
    from benchmarks.package_pages import as_result, measure  # noqa: PLC0415 - its models exist only once Django has started

    return as_result(measure(times=options.times))
