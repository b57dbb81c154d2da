"""Mail drafts as files: a mail program opens each to be looked at and sent by hand; the planner never sends."""

import html
import unicodedata
from collections.abc import Sequence
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from typing import Final, Literal, NamedTuple
from urllib.parse import quote

from delegation_planner.editions.notices import Correspondent
from delegation_planner.exports.clean_text import clean_text, one_line
from delegation_planner.exports.file_names import free_name
from delegation_planner.plan.kinds import Language

SUFFIX: Final = ".eml"
_SEVEN_BITS: Final = SMTP.clone(cte_type="7bit")
_LONGEST_LINE: Final = 76  # RFC 2047, of a header with encoded words
_WORKBOOK: Final = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")
_TYPES: Final = {
    ".ics": ("text", "calendar"), ".html": ("text", "html"), ".xlsx": _WORKBOOK, ".zip": ("application", "zip"),
    ".pdf": ("application", "pdf"),
}  # fmt: skip
_UNKNOWN: Final = ("application", "octet-stream")
_PLAIN_LETTERS: Final = str.maketrans({"ə": "a", "Ə": "A", "ı": "i", "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L"})


class Attachment(NamedTuple):
    """A file that goes with a mail; `method` is that of a calendar (REQUEST, CANCEL, PUBLISH), empty for others."""

    name: str
    content: bytes
    method: Literal["", "PUBLISH", "REQUEST", "CANCEL"] = ""


class Letter(NamedTuple):
    """What a mail says: subject and paragraphs of one language; a paragraph of several lines is a list."""

    language: Language
    subject: str
    paragraphs: tuple[str, ...]


def mail_draft(to: Correspondent, letter: Letter, attachments: Sequence[Attachment]) -> bytes:
    """The draft as a file; the same arguments give the same bytes.

    It has no sender, date or id of its own: the program that sends it gives them. X-Unsent lets Thunderbird and
    classic Outlook open it for writing. Every line is of ASCII and ends in CRLF; without either, Outlook misreads it.
    """
    draft = EmailMessage(policy=_SEVEN_BITS)
    draft["X-Unsent"] = "1"
    draft["To"] = Address(display_name=one_line(to.name), addr_spec=to.address)
    draft.set_content(_as_text(letter), cte="quoted-printable")
    draft.add_alternative(_as_html(letter), subtype="html", cte="quoted-printable")
    names: list[str] = []
    for each in attachments:
        names.append(free_name(ascii_name(each.name), names))
        _attach(draft, names[-1], each)
    _name_boundaries(draft)
    before, mime, rest = draft.as_bytes().partition(b"\r\nMIME-Version:")
    return b"".join((before, _subject(letter), mime, rest))


def _subject(letter: Letter) -> bytes:
    """The subject on its own. EmailMessage (3.11) loses spaces between encoded words, and leaves some of them empty."""
    subject = one_line(letter.subject)
    charset = None if subject.isascii() else "utf-8"
    line = Header(subject, charset, maxlinelen=_LONGEST_LINE, header_name="Subject").encode(linesep="\r\n")
    return f"\r\nSubject: {line}".encode("ascii")


def mailto_link(to: Correspondent, letter: Letter) -> str:
    """The same letter as a link, for mail programs that open no drafts; files cannot travel in it."""
    subject, body = quote(one_line(letter.subject), safe=""), quote(_as_text(letter).replace("\n", "\r\n"), safe="")
    return f"mailto:{quote(to.address, safe='@')}?subject={subject}&body={body}"


def ascii_name(name: str) -> str:
    """A file name in ASCII: mail programs read letters beyond it each in its own way."""
    plain = unicodedata.normalize("NFKD", name.translate(_PLAIN_LETTERS)).encode("ascii", "ignore").decode()
    stem, dot, suffix = plain.replace('"', "'").rpartition(".")
    if not dot:
        stem, suffix = suffix, ""
    tidy = " ".join(letter for letter in stem.split() if letter.isprintable()).strip(" .")
    return f"{tidy or 'file'}{dot}{suffix}"


def _attach(draft: EmailMessage, name: str, each: Attachment) -> None:
    maintype, subtype = _TYPES.get(f".{name.rpartition('.')[2].lower()}", _UNKNOWN)
    parameters = {"charset": "utf-8"} if maintype == "text" else {}
    if each.method:
        parameters |= {"method": each.method, "name": name}
    draft.add_attachment(each.content, maintype=maintype, subtype=subtype, filename=name, params=parameters)


def _name_boundaries(draft: EmailMessage) -> None:
    """Boundaries that are the same each time, so that an unchanged draft stays the same file."""
    parts = [part for part in draft.walk() if part.is_multipart()]
    for number, part in enumerate(parts):
        part.set_boundary(f"=_delegation_planner_{number}_=")


def _as_text(letter: Letter) -> str:
    return "\n\n".join(clean_text(paragraph) for paragraph in letter.paragraphs) + "\n"


def _as_html(letter: Letter) -> str:
    body = "\n".join(_paragraph(clean_text(paragraph)) for paragraph in letter.paragraphs)
    return f'<!DOCTYPE html>\n<html lang="{letter.language}"><body>\n{body}\n</body></html>\n'


def _paragraph(text: str) -> str:
    lines = "<br>\n".join(html.escape(line) for line in text.split("\n"))
    return f"<p>{lines}</p>"
