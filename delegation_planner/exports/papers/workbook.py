"""A sheet as the bytes of a workbook."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from delegation_planner.exports.papers.sheet import Sheet
from delegation_planner.exports.papers.sheet_xml import NAMESPACE, escaped, sheet_xml, worn
from delegation_planner.exports.papers.style_table import skeleton

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE_NAMESPACES: Final = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_ZIP_YEARS: Final = (1980, 2107)


def workbook_bytes(sheet: Sheet) -> bytes:
    """The sheet as an .xlsx workbook of this one sheet; the same sheet gives the same bytes.

    Styles and all parts that do not depend on the cells are made by openpyxl, once for each set of looks. The cells
    are written here, several times as fast: a personal programme for each of 500 people is a workbook each.
    """
    shared = skeleton(tuple(sheet.styles.items()), worn(sheet))
    parts = (
        *shared.parts,  # the list of content types first, where programs look to tell what a file is
        ("docProps/core.xml", _core(sheet).encode()),
        ("xl/workbook.xml", _workbook(sheet).encode()),
        ("xl/worksheets/sheet1.xml", sheet_xml(sheet, shared.style_ids).encode()),
    )
    return _zipped(parts, sheet.made_at)


def _workbook(sheet: Sheet) -> str:
    """The workbook part: the sheet, and the names of its title, its printed area and its repeated rows."""
    quoted = "'" + escaped(sheet.name).replace("'", "''") + "'"
    column, row = sheet.title_cell[0], sheet.title_cell[1:]
    last_column = chr(ord("A") + len(sheet.widths) - 1)
    area = f"{quoted}!$A$1:${last_column}${len(sheet.rows)}"
    names = f'<definedName name="_xlnm.Print_Area" localSheetId="0">{area}</definedName>'
    if sheet.repeated:
        titles = f"{quoted}!${sheet.repeated[0]}:${sheet.repeated[1]}"
        names += f'<definedName name="_xlnm.Print_Titles" localSheetId="0">{titles}</definedName>'
    names += f'<definedName name="VisitTitle">{quoted}!${column}${row}</definedName>'
    name = escaped(sheet.name).replace('"', "&quot;")
    return (
        f'{_HEAD}<workbook xmlns="{NAMESPACE}" xmlns:r="{_RELATIONS}"><workbookPr/>'
        f'<bookViews><workbookView/></bookViews><sheets><sheet name="{name}" sheetId="1" r:id="rId1"/></sheets>'
        f'<definedNames>{names}</definedNames><calcPr calcId="191029"/></workbook>'
    )


def _core(sheet: Sheet) -> str:
    """The properties part; the moments of creation and change are that of making."""
    told = sheet.properties
    at = f"{sheet.made_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    texts = {
        "dc:title": told.title, "dc:subject": told.subject, "dc:creator": told.creator, "cp:keywords": told.keywords,
        "dc:language": told.language, "cp:category": told.category,
    }  # fmt: skip
    elements = "".join(f"<{tag}>{escaped(text)}</{tag}>" for tag, text in texts.items())
    stamps = "".join(
        f'<dcterms:{what} xsi:type="dcterms:W3CDTF">{at}</dcterms:{what}>' for what in ("created", "modified")
    )
    return f"{_HEAD}<cp:coreProperties {_CORE_NAMESPACES}>{elements}{stamps}</cp:coreProperties>"


def _zipped(parts: tuple[tuple[str, bytes], ...], made_at: datetime) -> bytes:
    """The parts in one archive, each stamped with the moment of making."""
    at = made_at.astimezone(UTC)
    year = min(max(at.year, _ZIP_YEARS[0]), _ZIP_YEARS[1])
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        for name, part in parts:
            info = ZipInfo(name, (year, at.month, at.day, at.hour, at.minute, at.second))
            archive.writestr(info, part, ZIP_DEFLATED)
    return content.getvalue()
