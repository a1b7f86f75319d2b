"""Solves tables by other means and compares: every smallest set and every range.

    cargo xtask bench repair export 100 | python tests/repair/solver.py

Each line of the input is a table as `bench/src/repair.rs` writes it. The other
means is the constraint solver CP-SAT (`pip install ortools`), which is exact and
knows nothing of networks: a figure is either what is printed or, where a switch
says so, any number that is not negative.
"""

import json
import sys

from ortools.sat.python import cp_model

# More than any figure can have to be; what can be this large has no limit.
LARGE = 10**7
# Of so many sets of a table the ranges are compared.
MOST_RANGES = 6


def parts(table):
    """The sums, those together that share a figure."""
    groups = []
    for sum_ in table["sums"]:
        figures = set(sum_[0]) | set(sum_[1])
        joined, apart = [sum_], []
        for group in groups:
            if group[0] & figures:
                figures |= group[0]
                joined += group[1]
            else:
                apart.append(group)
        groups = apart + [(figures, joined)]
    return groups


class Part:
    def __init__(self, table, figures, sums):
        self.values = table["values"]
        self.figures = sorted(figures)
        self.sums = sums

    def model(self, allowed=None):
        """With `allowed`, only these figures may change."""
        model = cp_model.CpModel()
        numbers, switches = {}, {}
        for figure in self.figures:
            value = self.values[figure]
            if value is None or (allowed is not None and figure in allowed):
                numbers[figure] = model.new_int_var(0, LARGE, f"x{figure}")
            elif allowed is not None:
                numbers[figure] = value
            else:
                numbers[figure] = model.new_int_var(0, LARGE, f"x{figure}")
                switches[figure] = model.new_bool_var(f"c{figure}")
                model.add(numbers[figure] == value).only_enforce_if(~switches[figure])
        for left, right in self.sums:
            model.add(sum(numbers[at] for at in left) == sum(numbers[at] for at in right))
        return model, numbers, switches

    def exists(self, size, other_than=()):
        """Whether there is a repair of at most so many changes that does not make all of one of these."""
        model, _, switches = self.model()
        model.add(sum(switches.values()) <= size)
        for chosen in other_than:
            model.add(sum(switches[figure] for figure in chosen) < len(chosen))
        return is_solved(model)

    def holds_with(self, chosen):
        model, _, _ = self.model(set(chosen))
        return is_solved(model)

    def range(self, chosen, figure):
        ends = []
        for direction in (1, -1):
            model, numbers, _ = self.model(set(chosen))
            model.minimize(direction * numbers[figure])
            solver = new_solver()
            assert solver.solve(model) == cp_model.OPTIMAL
            ends.append(direction * round(solver.objective_value))
        return ends[0], None if ends[1] > LARGE // 2 else ends[1]


def new_solver():
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 0
    return solver


def is_solved(model):
    outcome = new_solver().solve(model)
    assert outcome in (cp_model.OPTIMAL, cp_model.FEASIBLE, cp_model.INFEASIBLE)
    return outcome != cp_model.INFEASIBLE


def compare(number, table, counts):
    for figures, sums in parts(table):
        mine = Part(table, figures, sums)
        theirs = next(
            (part for part in table["parts"] if any(table["sums"][at] in sums for at in part["sums"])), None
        )
        counts["parts"] += 1
        if theirs is None:
            assert mine.exists(0), f"table {number}: changes are needed, none are proposed"
            continue
        counts["broken"] += 1
        assert not mine.exists(theirs["at_least"] - 1), f"table {number}: {theirs['at_least']} are too many"
        if theirs["size"] is None:
            counts["given up"] += 1
            continue
        assert theirs["size"] == theirs["at_least"]
        listed = [tuple(change[0] for change in changes) for changes in theirs["sets"]]
        assert len(set(listed)) == len(listed)
        for chosen in listed:
            assert len(chosen) == theirs["size"]
            assert mine.holds_with(chosen), f"table {number}: {chosen} do not do"
            counts["sets"] += 1
        if theirs["exhaustive"]:
            all_listed = theirs["found"] == len(listed)
            assert mine.exists(theirs["size"], listed) != all_listed, f"table {number}: {theirs['found']} sets are not all"
            counts["all sets"] += all_listed
        for changes in theirs["sets"][:MOST_RANGES]:
            chosen = [change[0] for change in changes]
            for figure, least, most in changes:
                range_ = mine.range(chosen, figure)
                assert range_ == (least, most), f"table {number}, {chosen}: {figure} is {range_}, not {least} to {most}"
                counts["ranges"] += 1
                counts["open ranges"] += least != most


def main():
    counts = dict.fromkeys(["tables", "parts", "broken", "sets", "all sets", "ranges", "open ranges", "given up"], 0)
    wrong = 0
    for number, line in enumerate(sys.stdin):
        counts["tables"] += 1
        try:
            compare(number, json.loads(line), counts)
        except AssertionError as error:
            wrong += 1
            print(error, flush=True)
        if number % 100 == 99:
            print(counts, flush=True)
    print(counts, "wrong:", wrong)
    sys.exit(wrong > 0)


main()
