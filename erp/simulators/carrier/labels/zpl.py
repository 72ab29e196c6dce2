"""Labels as ZPL II for a printer of 203 dpi (8 dots per mm): 800 x 1200 dots."""

import re

from erp.simulators.carrier.labels.content import LabelContent, human_readable
from erp.simulators.carrier.labels.gs1_128 import CODE_B, CODE_C, FNC1, START_C, modules, symbol_values

WIDTH, HEIGHT = 800, 1200
SSCC_MODULE, ROUTING_MODULE = 4, 3
QR_DOTS = 5
LETTER_WIDTH = 0.6
"""Of the printer's scalable font, on average, as a share of its height."""
_B, _C = "B", "C"


def render_zpl(labels: list[LabelContent]) -> bytes:
    """One `^XA...^XZ` per parcel, in UTF-8."""
    return "".join(_label(label) for label in labels).encode()


def _label(label: LabelContent) -> str:
    commands = [
        "^XA",
        "^CI28",  # field data is UTF-8
        f"^PW{WIDTH}^LL{HEIGHT}^LH0,0",
        _text(30, 30, 56, label.service),
        _text(660, 30, 56, label.count),
        "^FO0,100^GB800,3,3^FS",
        *_lines(30, 118, 24, label.sender, width=740),
        "^FO0,270^GB800,3,3^FS",
        *_lines(30, 290, 36, label.receiver, width=560),
        _text(30, 490, 30, label.phone),
        _text(30, 525, 26, label.point, width=740),
        "^FO0,560^GB800,3,3^FS",
        f"^FO610,300^BQN,2,{QR_DOTS}^FDMA,{label.qr}^FS",
        _text(30, 575, 24, f"{label.reference}   {label.weight}", width=450),
        _text(30, 605, 24, label.contents, width=450),
        _text(30, 635, 24, label.comment, width=740),
        _text(500, 575, 50, f"COD {label.cod}" if label.cod else ""),
        *_bar_code(680, 130, ROUTING_MODULE, label.routing),
        *_bar_code(870, 256, SSCC_MODULE, label.sscc),
        "^XZ\n",
    ]
    return "\n".join(command for command in commands if command)


def _lines(left: int, top: int, height: int, lines: tuple[str, ...], *, width: int) -> list[str]:
    return [_text(left, top + i * (height + 4), height, line, width=width) for i, line in enumerate(lines)]


def _text(left: int, top: int, height: int, text: str, *, width: int = WIDTH) -> str:
    """One line, narrowed if it would be wider than `width`; nothing for no text."""
    if not text:
        return ""
    letter = min(height, int(width / (len(text) * LETTER_WIDTH)))
    return f"^FO{left},{top}^A0N,{height},{letter}^FH\\^FD{escape(text)}^FS"


def escape(text: str) -> str:
    r"""Data that can't be taken for commands, written as ^FH\ wants it: `^XZ` in a name prints as it is."""
    return re.sub(r"[\^~\\]", lambda match: f"\\{ord(match[0]):02X}", text)


def _bar_code(top: int, height: int, module: int, element: str) -> list[str]:
    left = (WIDTH - module * len(modules(element))) // 2
    return [
        f"^FO{left},{top}^BY{module},3,{height}^BCN,{height},N,N,N,N^FD{invocation(element)}^FS",
        _text(left, top + height + 10, 30, human_readable(element)),
    ]


def invocation(element: str) -> str:
    """
    The symbol for `^BC` in mode N, each subset and FNC1 spelt out, so that printer and PDF make the same bars.

    `>;` starts in C, `>8` is FNC1, `>6` and `>5` switch to B and C (ZPL II Programming Guide, ^BC).
    """
    first, *values = symbol_values(element)
    if first != START_C:
        raise ValueError(f"{element} does not begin with two digits")
    written, subset = [">;"], _C
    for value in values:
        if value == FNC1:
            written.append(">8")
        elif subset == _C and value == CODE_B:
            written.append(">6")
            subset = _B
        elif subset == _B and value == CODE_C:
            written.append(">5")
            subset = _C
        else:
            written.append(f"{value:02d}" if subset == _C else chr(value + 32))
    return "".join(written)
