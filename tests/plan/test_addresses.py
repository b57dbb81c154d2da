"""What is a mail address, and how it is written in ASCII."""

import pytest

from delegation_planner.plan.addresses import ascii_address, is_email
from delegation_planner.plan.change import Changes, replaced
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.rules import check
from tests.builders import a_person, a_plan


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("protocol@visit.example", "protocol@visit.example"),
        ("first.last+visit@sub.Visit.Example", "first.last+visit@sub.visit.example"),
        ("o'neill@visit.example", "o'neill@visit.example"),
        ("a@bücher.example", "a@xn--bcher-kva.example"),
    ],
)
def test_addresses(text: str, written: str) -> None:
    assert ascii_address(text) == written
    assert is_email(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "protocol", "@visit.example", "protocol@", "a@b", "a b@visit.example", "a@visit .example",
        "a@@visit.example", "a@visit.example\r\nBcc: b@visit.example", "a@visit.example\n", "<a@visit.example>",
        "a@visit.example, b@visit.example", '"a b"@visit.example', "a@[127.0.0.1]", "a@127.0.0.1", ".a@visit.example",
        "a..b@visit.example", "əli@visit.example", "a@visit..example", "a@-visit.example", "a@visit.example?bcc=b",
        "a@visit.example\u2028", "a" * 65 + "@visit.example", "a@" + "b" * 64 + ".example",
    ],
)  # fmt: skip
def test_f57_what_is_no_address_is_refused_at_entry(text: str) -> None:
    assert not is_email(text)
    plan = a_plan(person := a_person())
    changes = Changes([replaced(person, person._replace(duty_email=text))])
    if text:
        with pytest.raises(PlanError, match="not a mail address"):
            check(plan, changes, plan.changed(changes))
