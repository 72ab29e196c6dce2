"""As much of a ZPL printer as our labels need: it draws the codes, knowing nothing of how they were written."""

import re

import segno
from barcode.charsets import code128
from PIL import Image, ImageDraw

START_C, CODE_C, CODE_B, FNC1 = 105, 99, 100, 102
INVOCATIONS = {"8": FNC1, "6": CODE_B, "5": CODE_C}


def labels_in(zpl: bytes) -> list[list[str]]:
    """The commands of each label, which is all there may be."""
    labels = []
    for piece in re.findall(r"\^XA(.*?)\^XZ\n", zpl.decode(), re.DOTALL):
        labels.append([command.strip("\n") for command in piece.strip().split("^")[1:]])
    assert len(labels) == zpl.count(b"^XA") == zpl.count(b"^XZ")
    return labels


def fields_on(label: list[str]) -> list[str]:
    """The printed texts, with ^FH's escapes resolved."""
    texts, font, escape = [], False, ""
    for command in label:
        if command.startswith("A0"):
            font = True
        elif command.startswith("FH"):
            escape = command[2:]
        elif command.startswith("FD") and font:
            texts.append(re.sub(re.escape(escape) + "([0-9A-F]{2})", lambda m: chr(int(m[1], 16)), command[2:]))
        elif command.startswith("FS"):
            font, escape = False, ""
    return texts


def codes_on(label: list[str]) -> Image.Image:
    """The bar codes and the QR code, drawn dot for dot."""
    assert {"PW800", "CI28"} <= set(label)
    image = Image.new("L", (800, 1200), 255)
    draw = ImageDraw.Draw(image)
    for field in "^".join(label).split("^FS"):
        if bars := re.search(r"FO(\d+),(\d+)\^BY(\d+),3,\d+\^BCN,(\d+),N,N,N,N\^FD(.+)", field):
            left, top, module, height = (int(number) for number in bars.groups()[:4])
            _draw_bars(draw, bars[5], left=left, top=top, module=module, height=height)
        elif qr := re.search(r"FO(\d+),(\d+)\^BQN,2,(\d+)\^FD(.+)", field):
            left, top, dot = (int(number) for number in qr.groups()[:3])
            _draw_qr(draw, qr[4], left=left, top=top, dot=dot)
    return image


def _draw_bars(draw: ImageDraw.ImageDraw, data: str, *, left: int, top: int, module: int, height: int) -> None:
    values = _symbol_values(data)
    check = (values[0] + sum(i * value for i, value in enumerate(values[1:], start=1))) % 103
    modules = "".join(code128.CODES[value] for value in [*values, check]) + code128.STOP + "11"
    for i, bar in enumerate(modules):
        if bar == "1":
            draw.rectangle((left + i * module, top, left + (i + 1) * module - 1, top + height - 1), fill=0)
    quiet_zone = 10 * module
    assert quiet_zone <= left <= 800 - quiet_zone - len(modules) * module


def _symbol_values(data: str) -> list[int]:
    """Code 128's symbol characters from ZPL's field data with invocation codes (mode N)."""
    assert data.startswith(">;")
    values, subset, rest = [START_C], "C", data[2:]
    while rest:
        if rest[0] == ">":
            values.append(INVOCATIONS[rest[1]])
            subset = {"6": "B", "5": "C"}.get(rest[1], subset)
            rest = rest[2:]
        elif subset == "C":
            assert re.match(r"\d\d", rest)
            values.append(int(rest[:2]))
            rest = rest[2:]
        else:
            values.append(ord(rest[0]) - 32)
            rest = rest[1:]
    return values


def _draw_qr(draw: ImageDraw.ImageDraw, data: str, *, left: int, top: int, dot: int) -> None:
    assert data[:3] == "MA,", "Error correction M, automatic mode"
    for y, row in enumerate(segno.make_qr(data[3:], error="M", boost_error=False).matrix):
        for x, dark in enumerate(row):
            if dark:
                draw.rectangle(
                    (left + x * dot, top + y * dot, left + (x + 1) * dot - 1, top + (y + 1) * dot - 1), fill=0
                )
