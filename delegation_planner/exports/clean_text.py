"""Texts as both calendar and workbook writers can take them: nothing in them that breaks or forges a file."""

import re
from typing import Final

_BREAKS: Final = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BLANKS: Final = re.compile(r"[\t\n ]+")


def clean_text(text: str) -> str:
    r"""The text with every kind of line break as `\n` and without what neither XML 1.0 nor RFC 5545 allows.

    Dropped are control characters but tab and newline, lone surrogates, U+FFFE and U+FFFF.
    """
    if text.isprintable():
        return text
    return _UNWRITABLE.sub("", _BREAKS.sub("\n", text))


def one_line(text: str) -> str:
    """The clean text in a single line, for titles, names and places: breaks and runs of blanks become one space."""
    return _BLANKS.sub(" ", clean_text(text)).strip(" ")
