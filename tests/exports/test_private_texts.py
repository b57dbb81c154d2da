"""Private texts are found wherever they stand, also where a line is folded."""

from delegation_planner.exports.private_texts import private_texts_in

PASSPORT, PHONE, MAIL = "C01234567", "+62 812 3456 7890", "anna.private@visit.example"


def test_x2_finds_what_is_private() -> None:
    texts = ["Passport: C01234567.", "DESCRIPTION:call +62 812 3456\r\n  7890", "x\r\n y"]
    assert private_texts_in(texts, [PASSPORT, PHONE, MAIL]) == {PASSPORT, PHONE}
    assert private_texts_in(["mail anna.private@visi\r\n t.example"], [PASSPORT, MAIL]) == {MAIL}
    assert private_texts_in(["C012345678", "anna@visit.example"], [PASSPORT, MAIL]) == set()
    assert private_texts_in(["12345"], ["12345", ""]) == set()
