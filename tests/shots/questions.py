"""What stands in the way of opening, keeping, leaving and removing, each as the question that is asked."""

from collections.abc import Iterator

from delegation_planner.screen.dialogs.question import Choice, Question
from delegation_planner.screen.forgetting import what_goes
from delegation_planner.screen.main_window import MainWindow


def questions(window: MainWindow) -> Iterator[tuple[str, Question]]:
    """A question for each kind of trouble with a file, and those before something is taken away."""
    words, desk = window.words, window.desk
    assert desk is not None
    say = words.say
    who = {"file": "jakarta.visit", "user": "protocol", "host": "PROTOCOL-3", "since": "09:12"}
    read, copy = Choice("read", say("Open to read"), "main"), Choice("copy", say("Open a copy"))
    held = say("{file} has been open by {user} on {host} since {since}. It can be read, or copied.", **who)
    yield "held", Question(window, words, held, [copy, read])
    yield "left-locked", Question(window, words, held, [Choice("take", say("Take over")), copy, read])
    damaged = say("{file} is damaged.", file="jakarta.visit")
    ways = [
        Choice("leave", say("Leave it")),
        Choice("salvage", say("Save what can be read")),
        Choice("earlier", say("Choose an earlier version…"), "main"),
    ]
    beside = say("The damaged file stays as it is. What is saved goes into a new file beside it.")
    yield "damaged", Question(window, words, damaged, ways, beside)
    gone = say("{file} is no longer in its place. Nothing can be saved until it is back.", **who)
    leaving = [
        Choice("close", say("Close all the same")),
        Choice("copy", say("Save a copy elsewhere…")),
        Choice("stay", say("Leave it open"), "main"),
    ]
    yield "leaving", Question(window, words, gone, leaving, say("A copy keeps what is on the screen."))
    keep = [Choice("keep", say("Keep everything"), "main"), Choice("remove", say("Remove for good"), "danger")]
    personal = say("Remove personal data from this plan for good?")
    yield "personal-data", Question(window, words, personal, keep, what_goes(words, desk.plan, 3))
