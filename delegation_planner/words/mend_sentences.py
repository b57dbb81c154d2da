"""Ways to mend a finding, in words: what a button or a menu says."""

from delegation_planner.checks.mends import Mend
from delegation_planner.plan.languages import text_in
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.words.dates import duration
from delegation_planner.words.words import Words


def mend_sentence(words: Words, plan: Plan, mend: Mend) -> str:
    """Shorten 12 by 15 min; Take Anna out of 12. Items are called by their numbers."""
    item = plan.find(ProgrammeItem, mend.item_id).code
    minutes = duration(words, mend.minutes)
    match mend.kind:
        case "shorten":
            return words.say("Shorten {item} by {minutes}", item=item, minutes=minutes)
        case "give_time":
            return words.say("Let {item} last {minutes}", item=item, minutes=minutes)
        case "move_after":
            other = plan.find(ProgrammeItem, mend.other_id or "").code
            return words.say("Move {item} after {other}", item=item, other=other)
        case "make_movement":
            other = plan.find(ProgrammeItem, mend.other_id or "").code
            return words.say(
                "Make the movement from {item} to {other}, {minutes}", item=item, other=other, minutes=minutes
            )
        case "take_out":
            person = plan.find(Participant, mend.other_id or "")
            name = text_in(person, "name", words.language)
            return words.say("Take {person} out of {item}", person=name, item=item)
        case "take_zone":
            zone = plan.find(Place, mend.other_id or "").zone
            return words.say("Give {item} the zone {zone}", item=item, zone=zone)
        case "unpin":
            return words.say("Unpin {item}", item=item)
        case "confirm":
            return words.say("Confirm {item}", item=item)
