"""What happens to the open plan's file from outside, as the window tells it."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from delegation_planner.plan.errors import PlanFileChanged, PlanFileError, PlanFileFull
from delegation_planner.screen.main_window import MainWindow
from tests.shots.taking import wait_until


def troubles(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """The file vanishes and comes back; what else can happen is told by the same strip."""
    trouble, open_plan = window.trouble, window.open_plan
    assert trouble is not None
    assert open_plan is not None
    path = open_plan.path
    path.rename(path.with_suffix(".away"))
    wait_until(lambda: trouble.error is not None)
    yield "trouble-gone", window
    path.with_suffix(".away").rename(path)
    wait_until(lambda: trouble.error is None)
    errors: dict[str, PlanFileError] = {
        "full": PlanFileFull(
            "The disk that holds {file} is full. Nothing was changed: free space and repeat.", file=path.name
        ),
        "changed": PlanFileChanged(
            "{file} was changed by somebody else. Nothing was written: load it again.", file=path.name
        ),
    }
    for name, error in errors.items():
        trouble._show(error)  # noqa: SLF001 - without a disk to fill
        yield f"trouble-{name}", window
        trouble._be_well_again()  # noqa: SLF001
