"""Collects the sentences of the program and brings the translations up to date; `dev.py words` runs it."""

import ast
import copy
import io
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

ROOT: Final = Path(__file__).resolve().parent.parent
PACKAGE: Final = ROOT / "delegation_planner"
TRANSLATIONS: Final = ROOT / "resources" / "translations"
PLURALS: Final = {"id": "nplurals=1; plural=0;", "az": "nplurals=2; plural=(n != 1);"}

# None: the first argument is the sentence; (1, 2): one and many.
_KEYWORDS: Final = {"say": None, "say_many": (1, 2), "mark": None}

# The headers worth keeping; the others differ at every run or say nothing.
_HEADERS: Final = ('"Language:', '"Plural-Forms:', '"MIME-Version:', '"Content-')
_NO_DATE: Final = datetime(1970, 1, 1, tzinfo=UTC)


def collect(package: Path = PACKAGE) -> "Catalog":
    """Return every sentence that the package gives to words, with the files that say it."""
    from babel.messages.catalog import Catalog
    from babel.messages.extract import extract

    template = Catalog(project="delegation-planner", creation_date=_NO_DATE, fuzzy=False)
    keywords = _KEYWORDS | dict.fromkeys(known_errors(package))
    for path in sorted(package.rglob("*.py")):
        place = path.relative_to(package.parent).as_posix()
        with path.open("rb") as source:
            for _line, message, _comments, context in extract("python", source, keywords=keywords):
                template.add(message, locations=[(place, 0)], context=context)
    return template


def known_errors(package: Path) -> set[str]:
    """Return the names of KnownError and of all classes made from it: the first argument of each is a sentence."""
    classes = [
        (node.name, {base.id for base in node.bases if isinstance(base, ast.Name)})
        for path in package.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    ]
    names = {"KnownError", "PlanError"}
    while more := {name for name, bases in classes if bases & names} - names:
        names |= more
    return names


def updated(language: str, template: "Catalog") -> "Catalog":
    """Return the language's catalogue as `renew` leaves it, begun where there is none."""
    from babel.messages.pofile import read_po

    path = catalogue_path(language)
    known = path.read_text(encoding="utf-8") if path.exists() else _empty(language)
    return renew(read_po(io.StringIO(known), locale=language), template)


def renew(catalogue: "Catalog", template: "Catalog") -> "Catalog":
    """Add the template's new sentences to the catalogue, untranslated, and return it.

    A translated sentence that nobody says any more rests at the end of the file and comes back when it is said again.
    """
    for resting in catalogue.obsolete.values():
        catalogue.add(resting.id, resting.string, context=resting.context)
    catalogue.obsolete.clear()
    catalogue.update(template, no_fuzzy_matching=True)
    for key, forgotten in [*catalogue.obsolete.items()]:
        if not is_translated(forgotten):
            del catalogue.obsolete[key]
    catalogue.header_comment = "# Delegation Planner: what it says, for translators. `dev.py words` adds new sentences."
    catalogue.creation_date = catalogue.revision_date = _NO_DATE
    catalogue.fuzzy = False
    return catalogue


def as_text(catalogue: "Catalog") -> str:
    """Return the .po file, the same for the same words."""
    from babel.messages.pofile import write_po

    written = io.BytesIO()
    write_po(written, catalogue, sort_output=True, include_lineno=False, width=110)
    head, gap, body = written.getvalue().decode("utf-8").partition("\n\n")
    kept = [line for line in head.splitlines() if not line.startswith('"') or line.startswith(_HEADERS)]
    return "\n".join(kept) + gap + body


def compiled(catalogue: "Catalog") -> bytes:
    """Return the .mo file, the same for the same words; what is untranslated stays out, so it is said in English."""
    from babel.messages.mofile import write_mo

    translated = copy.deepcopy(catalogue)
    for message in [message for message in catalogue if message.id and not is_translated(message)]:
        translated.delete(message.id, message.context)
    written = io.BytesIO()
    write_mo(written, translated)
    return written.getvalue()


def catalogue_path(language: str) -> Path:
    return TRANSLATIONS / language / "LC_MESSAGES" / "delegation_planner.po"


def _empty(language: str) -> str:
    headers = f"Language: {language}\\nPlural-Forms: {PLURALS[language]}\\nContent-Type: text/plain; charset=utf-8\\n"
    return f'msgid ""\nmsgstr "{headers}"\n'


def main() -> int:
    """Write the catalogues and say what is left to translate."""
    template = collect()
    for language in PLURALS:
        catalogue = updated(language, template)
        path = catalogue_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(as_text(catalogue), encoding="utf-8", newline="\n")
        path.with_suffix(".mo").write_bytes(compiled(catalogue))
        sentences = [message for message in catalogue if message.id]
        untranslated = [message for message in sentences if not is_translated(message)]
        print(f"{language}: {len(sentences) - len(untranslated)} of {len(sentences)} sentences translated")
        for message in untranslated:
            print(f"  {message.id}")
    return 0


def is_translated(message: "Message") -> bool:
    """Tell whether every form of the sentence has words."""
    forms = [message.string] if isinstance(message.string, str) else message.string or [""]
    return all(forms)


if __name__ == "__main__":
    sys.exit(main())
