"""What an edit did, in words: for undo, redo and the log."""

from collections.abc import Mapping
from typing import Final

from delegation_planner.words.words import Words, mark

LABELS: Final[dict[str, str]] = {
    "edit_visit": mark("Change the visit"),
    "fix_dates": mark("Fix the dates"),
    "open_dates": mark("Open the dates"),
    "add_item": mark("Add item {name}"),
    "edit_item": mark("Change item {name}"),
    "move_item": mark("Move item {name}"),
    "shift_items": mark("Shift {count} items"),
    "push_items": mark("Push what follows item {name}"),
    "insert_and_push": mark("Insert item {name} and push what follows"),
    "duplicate_day": mark("Duplicate day {name}"),
    "insert_day": mark("Insert a day: {name}"),
    "make_movement": mark("Make the movement after item {name}"),
    "set_travel_time": mark("Set how long a way takes"),
    "override_rule": mark("Judge by another rule: {name}"),
    "keep_to_rules": mark("Judge by {count} rules of the rulebook again"),
    "remove_travel_times": mark("Leave {count} ways to the rulebook"),
    "accept_holidays": mark("Accept {count} holidays"),
    "decline_holidays": mark("Decline {count} holidays"),
    "reconsider_holidays": mark("Think {count} holidays over again"),
    "add_holiday": mark("Add holiday {name}"),
    "remove_holiday": mark("Remove holiday {name}"),
    "mend_finding": mark("Mend a finding"),
    "resize_item": mark("Change the end of item {name}"),
    "change_start": mark("Change the start of item {name}"),
    "pin_item": mark("Pin item {name} to its date"),
    "unpin_item": mark("Unpin item {name}"),
    "duplicate_item": mark("Duplicate item {name}"),
    "duplicate_items": mark("Duplicate items"),
    "move_items_to_day": mark("Move items to another day"),
    "cancel_items": mark("Cancel items or take them up again"),
    "remove_items": mark("Remove items"),
    "cancel_item": mark("Cancel item {name}"),
    "reinstate_item": mark("Reinstate item {name}"),
    "confirm_item": mark("Confirm item {name}"),
    "remove_item": mark("Remove item {name}"),
    "add_step": mark("Add a step to item {name}"),
    "edit_step": mark("Change a step of item {name}"),
    "remove_step": mark("Remove a step of item {name}"),
    "add_vehicle": mark("Add a vehicle to item {name}"),
    "edit_vehicle": mark("Change a vehicle of item {name}"),
    "remove_vehicle": mark("Remove a vehicle of item {name}"),
    "invite": mark("Invite {name}"),
    "uninvite": mark("Withdraw {name}"),
    "set_roles": mark("Change the roles of {name}"),
    "set_optional": mark("Change whether {name} must come"),
    "add_exception": mark("Leave out {name}"),
    "remove_exception": mark("Bring back {name}"),
    "set_attendance": mark("Change {count} attendances"),
    "paste_rows": mark("Paste {count} rows"),
    "move_step": mark("Change the order of the steps of item {name}"),
    "add_participant": mark("Add participant {name}"),
    "edit_participant": mark("Change participant {name}"),
    "remove_participant": mark("Remove participant {name}"),
    "approve_name": mark("Approve the name of {name}"),
    "place_before": mark("Change the order of {name}"),
    "add_delegation": mark("Add delegation {name}"),
    "edit_delegation": mark("Change delegation {name}"),
    "remove_delegation": mark("Remove delegation {name}"),
    "add_group": mark("Add group {name}"),
    "edit_group": mark("Change group {name}"),
    "remove_group": mark("Remove group {name}"),
    "add_place": mark("Add place {name}"),
    "edit_place": mark("Change place {name}"),
    "remove_place": mark("Remove place {name}"),
    "add_document": mark("Add document {name}"),
    "edit_document": mark("Change document {name}"),
    "set_document_state": mark("Change the state of document {name}"),
    "remove_document": mark("Remove document {name}"),
    "attach_files": mark("Attach files"),
    "remove_file": mark("Remove file {name}"),
    "waive": mark("Accept a finding"),
    "unwaive": mark("Take back the acceptance of a finding"),
    "restore_version": mark("Restore an earlier version"),
    "take_over": mark("Take over from {name}"),
    "remove_personal_data": mark("Remove personal data"),
    "restore_edition": mark("Restore Edition {name}"),
}
"""A sentence for every kind of label. `name` is an item's number, or what any other row is called."""

OF_ONE: Final[dict[str, str]] = {
    "shift_items": mark("Shift {count} item"),
    "keep_to_rules": mark("Judge by {count} rule of the rulebook again"),
    "remove_travel_times": mark("Leave {count} way to the rulebook"),
    "accept_holidays": mark("Accept {count} holiday"),
    "decline_holidays": mark("Decline {count} holiday"),
    "reconsider_holidays": mark("Think {count} holiday over again"),
    "set_attendance": mark("Change {count} attendance"),
    "paste_rows": mark("Paste {count} row"),
}
"""The sentence of a label whose count is one."""


class _Given(dict[str, str | int]):
    """The values of a label; one that is lacking leaves its place empty."""

    def __missing__(self, key: str) -> str:
        return ""


def label_sentence(words: Words, kind: str, values: Mapping[str, str | int]) -> str:
    """What an edit did: "Move item 12".

    A log outlives its program, so nothing here can fail: an unknown kind is only "Change", a lacking value is
    left out.
    """
    sentences = OF_ONE if kind in OF_ONE and values.get("count") == 1 else LABELS
    message = words.say(sentences[kind]) if kind in sentences else words.say("Change")
    return " ".join(message.format_map(_Given(values)).split())
