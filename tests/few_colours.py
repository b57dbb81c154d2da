"""Pictures in 256 colours that keep the rare ones: a warning's amber is as much a colour as the ground."""

from collections import Counter
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

COLOURS: Final = 256
_RARE: Final = 0.25
"""How much a box of colours counts for its pixels, beside how wide it is: 0 not at all, 1 for each pixel."""

Colour = tuple[int, int, int]
_Box = list[tuple[Colour, int]]


def with_few_colours(image: QImage) -> QImage:
    """The picture without dithering, in colours found by halving boxes of the colour space (median cut)."""
    pixels = image.convertToFormat(QImage.Format.Format_RGB32)
    counts = Counter(memoryview(pixels.constBits()).cast("I"))
    boxes: list[_Box] = [[(_parts(colour), count) for colour, count in counts.items()]]
    while len(boxes) < COLOURS:
        widest = max(boxes, key=_weight)
        if len(widest) < 2:
            break
        boxes.remove(widest)
        boxes += _halves(widest)
    table = [_mean(box) for box in boxes]
    flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return pixels.convertToFormat(QImage.Format.Format_Indexed8, table, flags)


def _parts(colour: int) -> Colour:
    return colour >> 16 & 255, colour >> 8 & 255, colour & 255


def _range(box: _Box, part: int) -> int:
    values = [colour[part] for colour, _ in box]
    return max(values) - min(values)


def _weight(box: _Box) -> float:
    pixels = sum(count for _, count in box)
    return max(_range(box, part) for part in range(3)) * float(pixels**_RARE)


def _halves(box: _Box) -> tuple[_Box, _Box]:
    """Two boxes, parted in the middle of the longest side."""
    part = max(range(3), key=lambda part: _range(box, part))
    values = [colour[part] for colour, _ in box]
    middle = (max(values) + min(values)) / 2
    return [one for one in box if one[0][part] <= middle], [one for one in box if one[0][part] > middle]


def _mean(box: _Box) -> int:
    pixels = sum(count for _, count in box)
    red, green, blue = (round(sum(colour[part] * count for colour, count in box) / pixels) for part in range(3))
    return 255 << 24 | red << 16 | green << 8 | blue
