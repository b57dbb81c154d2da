"""The one style sheet, made from the tokens.

A widget says what it looks like by its dynamic property `look`:

    frames   pane, card, banner, bannerError, segments
    labels   paneTitle, count, muted, small, keys, dialogTitle, cardTitle, fieldLabel, pill, error, warning, ok,
             markError
    buttons  main, danger, link, flat, compact, field and fieldOpen (a button that looks like a field), segment, row
    fields   wrong (refused by the plan), filter
"""

from collections.abc import Callable
from string import Template
from typing import Final

from delegation_planner.screen.tokens import Tokens

Picture = Callable[[str, str], str]
"""The file of a drawing in the colour of a role."""


def style_sheet(tokens: Tokens, picture: Picture) -> str:
    """The style sheet of the whole application."""
    pictures = {
        "chevron": picture("chevron_down", "muted"),
        "chevron_right": picture("chevron_right", "muted"),
        "chevron_up": picture("chevron_up", "muted"),
        "check_mark": picture("check_small", "on_accent"),
        "menu_check": picture("check", "ink"),
        "mark_error": picture("mark_error", "error"),
        "clear": picture("close", "muted"),
        "radio_dot": picture("dot", "on_accent"),
    }
    return Template(_GROUND + _LABELS + _BUTTONS + _FIELDS + _LISTS + _MENUS + _BARS).substitute(
        tokens._asdict(), **pictures
    )


_GROUND: Final = """
QMainWindow, QDialog, QMessageBox { background: $window; color: $ink; }
QDialog { background: $pane; }
QWidget { color: $ink; }
QToolTip { background: $tooltip; color: $on_tooltip; border: 0; padding: 6px 8px; }
QFrame[look="pane"] { background: $pane; border: 1px solid $line; border-radius: 8px; }
QFrame[look="card"] { background: $pane; border: 1px solid $line_strong; border-radius: 10px; }
QFrame[look="banner"] { background: $warning_back; border: 0; border-radius: 5px; }
QFrame[look="bannerError"] { background: $error_back; border: 0; border-radius: 5px; }
QFrame[look="bannerInfo"] { background: $accent_soft; border: 0; border-radius: 5px; }
QFrame[look="segments"] { background: $hover; border: 0; border-radius: 5px; }
QFrame[look="rule"] { background: $line; border: 0; max-height: 1px; min-height: 1px; }
QSplitter::handle { background: transparent; }
QStackedWidget, QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: 0; }
"""

_LABELS: Final = """
QLabel { background: transparent; border: 0; color: $ink; }
QLabel:disabled { color: $faint; }
QLabel[look="paneTitle"] { font-size: 9.4pt; font-weight: 600; }
QLabel[look="count"], QLabel[look="muted"], QLabel[look="fieldLabel"] { color: $muted; }
QLabel[look="small"] { color: $muted; font-size: 8.25pt; }
QLabel[look="keys"] { color: $muted; font-size: 8.25pt; border: 1px solid $line_strong; border-radius: 3px;
    padding: 1px 4px; }
QLabel[look="pill"] { background: $accent_soft; color: $accent_text; font-size: 8.25pt; font-weight: 600;
    border-radius: 8px; padding: 0 7px; min-height: 16px; max-height: 16px; }
QLabel[look="dialogTitle"] { font-size: 13pt; font-weight: 600; }
QLabel[look="cardTitle"] { font-size: 10.5pt; font-weight: 600; }
QLabel[look="detailsTitle"] { font-size: 9.75pt; font-weight: 600; }
QLabel[look="heading"] { font-weight: 600; }
QLabel[look="errorCount"] { color: $error; font-weight: 600; }
QLabel[look="warningCount"] { color: $warning; font-weight: 600; }
QLabel[look="infoCount"] { color: $info; font-weight: 600; }
QLabel[look="error"] { color: $error; }
QLabel[look="markError"] { image: url("$mark_error"); min-width: 14px; max-width: 14px; min-height: 14px;
    max-height: 14px; margin-top: 1px; }
QLabel[look="warning"] { color: $warning; font-weight: 500; }
QLabel[look="ok"] { color: $ok; }
"""

_BUTTONS: Final = """
QPushButton { background: $pane; color: $ink; border: 1px solid $line_strong; border-radius: 5px;
    min-height: 26px; max-height: 26px; padding: 0 14px; font-weight: 500; }
QPushButton:hover { background: $hover; border-color: $control; }
QPushButton:pressed, QPushButton:checked { background: $pressed; border-color: $control; }
QPushButton:focus { border: 2px solid $focus; padding: 0 13px; min-height: 24px; max-height: 24px; }
QPushButton:disabled { background: $hover; color: $faint; border-color: $line; }
QPushButton[look="main"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[look="main"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[look="main"]:pressed { background: $accent_pressed; border-color: $accent_pressed; }
QPushButton[look="main"]:focus { border: 2px solid $ink; }
QPushButton[look="main"]:disabled { background: $pressed; color: $faint; border-color: $pressed; }
QPushButton[look="danger"] { color: $error; }
QPushButton[look="link"] { background: transparent; color: $accent_text; border-color: transparent; padding: 0 4px; }
QPushButton[look="link"]:hover { background: $hover; }
QPushButton[look="link"]:focus { border: 2px solid $focus; padding: 0 3px; }
QPushButton[look="compact"] { padding: 0 8px; }
QPushButton[look="compact"]:focus { padding: 0 7px; }
QPushButton[look="flat"] { background: transparent; border-color: transparent; padding: 0 8px; }
QPushButton[look="flat"]:hover { background: $hover; }
QPushButton[look="flat"]:focus { border: 2px solid $focus; padding: 0 7px; }
QPushButton[look="segment"] { background: transparent; color: $muted; border-color: transparent; padding: 0 12px;
    min-height: 22px; max-height: 22px; border-radius: 4px; }
QPushButton[look="segment"]:hover { color: $ink; }
QPushButton[look="segment"]:checked { background: $pane; color: $ink; border-color: $line_strong; font-weight: 600; }
QPushButton[look="segment"]:focus { border: 2px solid $focus; padding: 0 11px; min-height: 20px; max-height: 20px; }
QPushButton[look="field"], QPushButton[look="fieldOpen"] { padding: 0; min-height: 28px; max-height: 28px; }
QPushButton[look="field"]:focus, QPushButton[look="fieldOpen"]:focus { min-height: 26px; max-height: 26px; padding: 0; }
QPushButton[look="fieldOpen"] { border: 1px dashed $warning; }
QPushButton[look="flatRow"], QPushButton[look="place"] { text-align: left; font-weight: 400; }
QPushButton[look="flatRow"] { background: transparent; border-color: transparent; padding: 0 6px; }
QPushButton[look="flatRow"]:hover { background: $hover; }
QPushButton[look="flatRow"]:focus { border: 2px solid $focus; padding: 0 5px; }
QPushButton[look="flatRow"]:disabled { background: transparent; }
QPushButton[look="place"] { padding: 0 8px; }
QListView[look="boxed"] { border: 1px solid $line_strong; border-bottom-color: $control; border-radius: 4px; }
QListView[look="boxed"]:focus { border: 2px solid $focus; }
QListView::item { min-height: 26px; }
QListView::indicator { width: 14px; height: 14px; border: 1px solid $control; border-radius: 3px; background: $input; }
QListView::indicator:checked { background: $accent; border-color: $accent; image: url("$check_mark"); }
QPushButton[look="row"] { background: $pane; border: 1px solid $line; border-radius: 8px; text-align: left;
    min-height: 54px; max-height: 54px; padding: 0; }
QPushButton[look="row"]:hover { background: $hover; border-color: $control; }
QPushButton[look="row"]:focus { background: $accent_soft; border: 2px solid $focus; }
QPushButton::menu-indicator { image: url("$chevron"); subcontrol-position: right center; right: 8px;
    width: 14px; height: 14px; }
QToolButton { background: transparent; color: $ink; border: 1px solid transparent; border-radius: 5px;
    padding: 0 5px; min-height: 26px; min-width: 18px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $pressed; }
QToolButton:focus { border: 2px solid $focus; padding: 0 4px; min-height: 24px; }
QToolButton:disabled { color: $faint; }
QToolButton::menu-indicator { image: none; }
QLineEdit QToolButton { min-height: 0; min-width: 0; padding: 0; border: 0; background: transparent; }
QCheckBox, QRadioButton { background: transparent; spacing: 8px; color: $ink; border: 0; min-height: 22px; }
QCheckBox:disabled, QRadioButton:disabled { color: $faint; }
QCheckBox::indicator, QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $control;
    background: $input; }
QCheckBox::indicator { border-radius: 3px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $focus; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $focus; width: 12px; height: 12px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$check_mark"); }
QRadioButton::indicator:checked { background: $accent; border-color: $accent; image: url("$radio_dot"); }
QCheckBox::indicator:checked:focus, QRadioButton::indicator:checked:focus { border: 2px solid $ink; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $line_strong; background: $hover; }
"""

_FIELDS: Final = """
QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit { background: $input; color: $ink;
    border: 1px solid $line_strong; border-bottom-color: $control; border-radius: 4px;
    selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $faint; }
QLineEdit, QComboBox { min-height: 26px; max-height: 26px; padding: 0 8px; }
QAbstractSpinBox { min-height: 26px; max-height: 26px; padding-left: 8px; }
QPlainTextEdit, QTextEdit { padding: 4px 6px; }
QComboBox:!editable { padding-left: 10px; }
QLineEdit:hover, QComboBox:hover, QAbstractSpinBox:hover, QPlainTextEdit:hover { border-color: $control; }
QLineEdit:focus, QComboBox:focus, QComboBox:on { border: 2px solid $focus; padding: 0 7px;
    min-height: 24px; max-height: 24px; }
QComboBox:!editable:focus, QComboBox:!editable:on { padding-left: 9px; }
QAbstractSpinBox:focus { border: 2px solid $focus; min-height: 24px; max-height: 24px; padding-left: 7px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $focus; padding: 3px 5px; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled, QPlainTextEdit:disabled {
    background: $hover; color: $faint; border-color: $line; }
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] { background: $header; }
QLineEdit[look="wrong"], QComboBox[look="wrong"], QPlainTextEdit[look="wrong"], QAbstractSpinBox[look="wrong"] {
    border-color: $error; }
QLineEdit { lineedit-clear-button-icon: url("$clear"); }
QAbstractSpinBox QLineEdit { border: 0; background: transparent; min-height: 20px; padding: 0; }
QAbstractItemView QLineEdit { border: 2px solid $focus; border-radius: 0; min-height: 0; max-height: 200px;
    padding: 0 6px; }
QComboBox::drop-down { border: 0; width: 24px; }
QComboBox::down-arrow { image: url("$chevron"); width: 14px; height: 14px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: 0; background: transparent; width: 20px; }
QAbstractSpinBox::up-arrow { image: url("$chevron_up"); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url("$chevron"); width: 12px; height: 12px; }
QDateEdit::drop-down, QTimeEdit::drop-down { border: 0; width: 24px; background: transparent; }
QDateEdit::down-arrow, QTimeEdit::down-arrow { image: url("$chevron"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $pane; border: 1px solid $line_strong; padding: 4px; outline: 0;
    selection-background-color: $selected; selection-color: $ink; }
QComboBox QAbstractItemView::item { min-height: 26px; padding: 0 8px; }
QCalendarWidget QWidget { background: $pane; alternate-background-color: $header; }
QCalendarWidget QAbstractItemView { selection-background-color: $accent; selection-color: $on_accent; }
QProgressBar { background: $pressed; border: 0; border-radius: 3px; min-height: 6px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
"""

_LISTS: Final = """
QAbstractItemView { background: $pane; color: $ink; border: 0; outline: 0; gridline-color: $line;
    selection-background-color: $selected; selection-color: $ink; alternate-background-color: $pane; }
QTableView::item, QTreeView::item { padding: 0 5px; border: 0; }
QListView::item { padding: 0 8px; border: 0; }
QListWidget::item { margin: 0 4px; border-radius: 5px; }
QTableView::item:hover, QTreeView::item:hover, QListView::item:hover { background: $hover; }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected { background: $selected; color: $ink; }
QListWidget::item:selected { border-left: 3px solid $accent_text; padding-left: 5px;
    border-top-left-radius: 0; border-bottom-left-radius: 0; }
QTableCornerButton::section { background: $header; border: 0; border-bottom: 1px solid $line_strong; }
QHeaderView { background: $header; border: 0; }
QHeaderView::section { background: $header; color: $muted; border: 0; border-right: 1px solid $line;
    border-bottom: 1px solid $line_strong; padding: 0 8px; font-weight: 600; min-height: 26px; }
QHeaderView::section:hover { background: $hover; color: $ink; }
QHeaderView::down-arrow { image: url("$chevron"); width: 12px; height: 12px; }
QHeaderView::up-arrow { image: url("$chevron_up"); width: 12px; height: 12px; }
QTabWidget::pane { border: 0; background: transparent; }
QTabBar { background: transparent; border: 0; }
QTabBar::tab { background: transparent; color: $muted; border: 0; border-bottom: 2px solid transparent;
    padding: 6px 2px; margin-right: 2px; }
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:selected { color: $ink; border-bottom-color: $accent_text; font-weight: 600; }
QTabBar::tab:focus { color: $accent_text; }
QScrollBar { background: transparent; border: 0; }
QScrollBar:vertical { width: 10px; margin: 2px 1px 2px 1px; }
QScrollBar:horizontal { height: 10px; margin: 1px 2px 1px 2px; }
QScrollBar::handle { background: $line_strong; border-radius: 4px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $control; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: 0; background: transparent; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
"""

_MENUS: Final = """
QMenuBar { background: $window; color: $ink; border: 0; spacing: 2px; }
QMenuBar::item { background: transparent; padding: 6px 8px; border-radius: 5px; }
QMenuBar::item:selected { background: $hover; }
QMenuBar::item:pressed { background: $pressed; }
QMenu { background: $pane; color: $ink; border: 1px solid $line_strong; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 8px; border-radius: 4px; margin: 0 1px; min-height: 18px; }
QMenu::item:selected { background: $selected; }
QMenu::item:disabled { color: $faint; background: transparent; }
QMenu::icon { padding-left: 4px; }
QMenu::indicator { width: 14px; height: 14px; margin-left: 3px; }
QMenu::indicator:checked { image: url("$menu_check"); }
QMenu::right-arrow { image: url("$chevron_right"); width: 14px; height: 14px; margin-right: 4px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px 5px 8px; }
"""

_BARS: Final = """
QToolBar { background: $window; border: 0; spacing: 4px; padding: 4px 6px; }
QToolBar QPushButton[look="main"] { min-height: 28px; max-height: 28px; }
QToolBar QPushButton[look="main"]:focus { min-height: 26px; max-height: 26px; }
QToolBar::separator { background: $line_strong; width: 1px; margin: 6px 4px; }
QStatusBar { background: $window; color: $muted; border: 0; min-height: 26px; }
QStatusBar::item { border: 0; }
QStatusBar QLabel { color: $muted; font-size: 8.25pt; padding: 0 4px; }
"""
