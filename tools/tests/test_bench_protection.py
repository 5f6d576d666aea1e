"""What the benchmark of protection says, on the smallest tables."""

from argparse import Namespace

from benchmarks import protection, protection_report


def test_only_ours_hides_every_small_group_and_the_price_stands_beside_it():
    figures = protection.measure([60], [60])

    found = {(one.rule, one.size.joint): one for one in figures}
    ours = [one for one in figures if one.rule == "ours, all attacks"]
    assert all((one.exact, one.narrow, one.insider) == (0, 0, 0) and one.besides > 0 for one in ours)
    assert all(one.exact for one in figures if one.rule == "threshold")
    assert found["one-step remainder", True].exact
    assert found["ours, subtraction alone", True].exact == 0
    assert found["ours, subtraction alone", True].insider


def test_a_wave_of_sixty_units_takes_less_than_a_second():
    ours = [one for one in protection.measure([60], [60], audited_to=0) if one.rule == "ours, all attacks"]

    assert max(one.cpu_s for one in ours) < 1


def test_the_table_names_its_baseline_and_says_how_the_cost_grows():
    size = [protection.Size(units, joint=False, data="") for units in (60, 100)]
    figures = [
        protection.Figure(rule, one, 9, 2, 0, None, 0, cpu_s, None)
        for one in size
        for rule, cpu_s in (("one-step remainder", 0.5), ("ours, all attacks", 0.01 * one.units))
    ]

    assert " ".join(protection_report.table(figures)[2].split()) == "ours, all attacks 60 9 2 0 – 0 0.6 1.2 –"
    assert protection_report.growth(figures) == ["from 60 to 100 units: CPU grows as units^1.00"]


def test_random_networks_are_counted_with_their_seeds():
    told = protection_report.networks(Namespace(times=1, seed=5))

    assert (told["networks"], told["seeds with findings"], told["findings"]) == (1, [], {})
