"""Keeps a day of the visit as a template, under a name that is asked for."""

from delegation_planner.plan.edits.day_templates import template_of_day
from delegation_planner.plan.errors import KnownError
from delegation_planner.screen.asking import ask_text
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.dialogs.question import Choice
from delegation_planner.screen.names import day_name


def keep_day(desk: Desk, day: int) -> bool:
    """Ask for a name and keep the day; False where the person turned away or it could not be kept."""
    say = desk.say
    question = say("Save {day} as a template", day=day_name(desk.words, desk.plan, day))
    hint = say("Its items with steps, vehicles and invitations; of people only their codes are kept.")
    name = ask_text(desk, question, hint, say("Save the template"))
    if name is None or not _may_keep(desk, name):
        return False
    try:
        desk.day_templates.keep(template_of_day(desk.plan, day, name, desk.new_id))
    except KnownError as error:
        desk.tell_error(error)
        return False
    desk.tell_done(say("“{name}” is kept among the templates of days.", name=name))
    return True


def _may_keep(desk: Desk, name: str) -> bool:
    if desk.day_templates.find(name) is None:
        return True
    choices = [Choice("keep", desk.say("Keep the old one")), Choice("replace", desk.say("Replace it"), "main")]
    return desk.ask(desk.say("There is a template “{name}” already.", name=name), choices) == "replace"
