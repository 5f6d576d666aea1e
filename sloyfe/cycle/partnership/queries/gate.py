"""The start gate as it stands: the readiness list, and every station's checks under G0 to G3."""

from collections.abc import Sequence
from dataclasses import dataclass

from sloyfe.cycle.partnership.content.gate import GateWords, Statement, gate_content
from sloyfe.cycle.partnership.contract import Answered, Check, Reading
from sloyfe.cycle.partnership.models import Answer, Override, ReadinessAnswer, Round, Start, Task
from sloyfe.cycle.partnership.queries.duties import tasks

READY = "ready."


@dataclass(frozen=True)
class Ready:
    """A statement of the readiness list, its answer, and the tasks that came of a no."""

    statement: Statement
    answer: ReadinessAnswer | None
    tasks: tuple[Task, ...]

    @property
    def needs_task(self) -> bool:
        """A no asks for an action before the start."""
        return self.answer is not None and self.answer.answer == Answer.NO and not self.tasks


@dataclass(frozen=True)
class Gate:
    """One of G0 to G3 with the checks that stations made for it."""

    words: GateWords
    checks: tuple[Check, ...]

    @property
    def met(self) -> bool:
        """Nothing is missing before the signatures."""
        return all(check.met for check in self.checks if not check.after_gate)


@dataclass(frozen=True)
class Standing:
    """The whole gate."""

    gates: tuple[Gate, ...]
    readiness: tuple[Answered, ...]
    start: Start | None
    override: Override | None

    @property
    def missing(self) -> list[Check]:
        """What is open before the signatures."""
        return [check for gate in self.gates for check in gate.checks if not check.met and not check.after_gate]


def standing(now: Reading, checks: Sequence[Check]) -> Standing:
    """Sort the checks under their gates, and say whether the round has started."""
    gates = tuple(
        Gate(words, tuple(check for check in checks if check.gate == words.key)) for words in gate_content().gates
    )
    return Standing(gates, tuple(now.answered()), now.start, override_of(now.start))


def readiness(this_round: Round) -> list[Ready]:
    """The readiness list with its answers."""
    rows = ReadinessAnswer.objects.in_space(this_round.space).filter(round=this_round).select_related("by")
    answers = {row.statement: row for row in rows}
    to_do: dict[str, list[Task]] = {}
    for task in tasks(this_round, begins=READY):
        to_do.setdefault(task.source, []).append(task)
    return [
        Ready(each, answers.get(each.key), tuple(to_do.get(READY + each.key, ()))) for each in gate_content().statements
    ]


def answered(this_round: Round) -> list[Answered]:
    """The same in brief: what was answered, and whether a no still lacks its action."""
    rows = ReadinessAnswer.objects.in_space(this_round.space).filter(round=this_round)
    answers = {key: Answer(answer) for key, answer in rows.values_list("statement", "answer")}
    noes = {READY + key for key, answer in answers.items() if answer == Answer.NO}
    if noes:
        done = Task.objects.in_space(this_round.space).filter(round=this_round, source__in=noes)
        noes -= set(done.values_list("source", flat=True))
    return [Answered(each, answers.get(each.key), READY + each.key in noes) for each in gate_content().statements]


def start_of(this_round: Round) -> Start | None:
    """The start of the round, if it has started."""
    rows = Start.objects.in_space(this_round.space).filter(round=this_round)
    return rows.select_related("override", "by").first()


def override_of(started: Start | None) -> Override | None:
    """The owner's reason, if the round started with an open gate."""
    return getattr(started, "override", None)
