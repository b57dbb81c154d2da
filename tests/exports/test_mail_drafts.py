"""Mail drafts that mail programs open for writing, and that nothing in a name can break."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from delegation_planner.editions.notices import Correspondent
from delegation_planner.exports.mail_drafts import Attachment, Letter, ascii_name, mail_draft, mailto_link

TO = Correspondent("Əliyev, Şahin", "sahin@visit.example")
LETTER = Letter(
    "az", "Səfər: 2-ci buraxılış", ("Hörmətli Şahin,", "- LATER: 12 <b>Talks</b> & more\n- DROPPED: 45 Tour")
)
CALENDAR = b"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:G\xc3\xb6r\xc3\xbc\xc5\x9f \xc6\x8f\r\nEND:VCALENDAR\r\n"
FILES = (
    Attachment("A1 Şahin Əliyev, changed, Görüş.ics", CALENDAR, "REQUEST"),
    Attachment("A1 Sahin Aliyev, changed, Gorus.ics", CALENDAR, "CANCEL"),
    Attachment("Personal programme.xlsx", b"PK\x03\x04\x00\xff"),
    Attachment("How to load the calendar.html", "<p>Ə</p>\n".encode()),
)
DRAFT = mail_draft(TO, LETTER, FILES)


def parsed(draft: bytes = DRAFT) -> EmailMessage:
    read = message_from_bytes(draft, policy=default)
    assert isinstance(read, EmailMessage)
    return read


def test_a_draft_is_opened_for_writing_and_has_nothing_that_the_sender_gives() -> None:
    draft = parsed()
    assert draft.keys() == ["X-Unsent", "To", "Subject", "MIME-Version", "Content-Type"]
    assert draft["X-Unsent"] == "1"
    (to,) = draft["To"].addresses
    assert (to.display_name, to.addr_spec) == TO
    assert draft["Subject"] == LETTER.subject
    assert draft.get_content_type() == "multipart/mixed"


def test_every_line_is_ascii_and_ends_in_crlf() -> None:
    assert DRAFT.isascii()
    assert DRAFT.count(b"\n") == DRAFT.count(b"\r\n")
    assert DRAFT.endswith(b"\r\n")
    assert max(map(len, DRAFT.split(b"\r\n"))) <= 998
    assert b"8bit" not in DRAFT.lower()


def test_text_and_html_say_the_same() -> None:
    draft = parsed()
    text, html = draft.get_body(["plain"]), draft.get_body(["html"])
    assert text is not None
    assert html is not None
    assert text.get_content().replace("\r\n", "\n") == "\n\n".join(LETTER.paragraphs) + "\n"
    assert "<p>- LATER: 12 &lt;b&gt;Talks&lt;/b&gt; &amp; more<br>" in html.get_content().replace("\r\n", "\n")
    assert text["Content-Transfer-Encoding"] == "quoted-printable"


def test_files_come_through_byte_for_byte_under_plain_names() -> None:
    parts = list(parsed().iter_attachments())
    assert [(part.get_content_type(), part.get_filename()) for part in parts] == [
        ("text/calendar", "A1 Sahin Aliyev, changed, Gorus.ics"),
        ("text/calendar", "A1 Sahin Aliyev, changed, Gorus (2).ics"),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Personal programme.xlsx"),
        ("text/html", "How to load the calendar.html"),
    ]
    assert [part.get_payload(decode=True) for part in parts] == [each.content for each in FILES]
    assert [part.get_param("method") for part in parts[:2]] == ["REQUEST", "CANCEL"]
    assert parts[0].get_param("name") == parts[0].get_filename()
    assert b"*=" not in DRAFT, "names of RFC 2231 are read by few"


@pytest.mark.parametrize("words", [" · PINK", " · ÇƏHRAYI · ə"])
@pytest.mark.parametrize("letters", range(30, 90))
def test_no_encoded_word_of_a_subject_is_empty(letters: int, words: str) -> None:
    subject = "Visit " + "x" * (letters - 12) + " Edition" + words
    draft = mail_draft(TO, LETTER._replace(subject=subject), [])
    assert b"?q??=" not in draft
    assert parsed(draft)["Subject"] == subject


def test_the_same_draft_is_the_same_bytes() -> None:
    assert mail_draft(TO, LETTER, FILES) == DRAFT


@pytest.mark.parametrize("name", ["A\r\nBcc: x@visit.example", "A\nB", 'Q"uote', "<b>", "\u2028x", "x" * 200])
def test_f54_no_name_breaks_out_of_its_header(name: str) -> None:
    letter = Letter("en", name, (name,))
    draft = parsed(
        mail_draft(Correspondent(name, "a@visit.example"), letter, [Attachment(f"{name}.ics", b"x", "PUBLISH")])
    )
    assert draft.keys() == ["X-Unsent", "To", "Subject", "MIME-Version", "Content-Type"]
    assert [address.addr_spec for address in draft["To"].addresses] == ["a@visit.example"]


def test_mailto_holds_the_letter() -> None:
    link = urlsplit(mailto_link(TO, LETTER))
    assert (link.scheme, unquote(link.path)) == ("mailto", TO.address)
    body = "\r\n\r\n".join(LETTER.paragraphs).replace("more\n", "more\r\n")
    assert parse_qs(link.query) == {"subject": [LETTER.subject], "body": [f"{body}\r\n"]}
    assert link.geturl().isascii()


@pytest.mark.parametrize(
    ("name", "plain"),
    [("Səfər – Görüş.ics", "Safar Gorus.ics"), ("会议.ics", "file.ics"), ("会议", "file"), ('a "b".ics', "a 'b'.ics")],
)
def test_names_in_ascii(name: str, plain: str) -> None:
    assert ascii_name(name).replace("  ", " ") == plain
