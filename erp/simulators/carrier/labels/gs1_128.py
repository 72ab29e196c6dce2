"""GS1-128 symbols: Code 128 (ISO/IEC 15417) with FNC1 first."""

from barcode.codex import Gs1_128

START_C = 105
CODE_C, CODE_B, FNC1 = 99, 100, 102


def modules(element: str) -> str:
    """The symbol as bars (1) and spaces (0), one per module, without quiet zones."""
    built: list[str] = Gs1_128(element).build()
    return built[0]


def symbol_values(element: str) -> list[int]:
    """The symbol characters from the start to the last datum, without check and stop."""
    values: list[int] = Gs1_128(element).encoded
    return values


def as_svg(element: str) -> str:
    """The bars as an SVG one unit high and one unit per module, to be stretched to size; no quiet zones."""
    pattern = modules(element)
    bars, left = [], 0
    for run in pattern.replace("10", "1|0").replace("01", "0|1").split("|"):
        if run[0] == "1":
            bars.append(f"M{left} 0h{len(run)}v1h-{len(run)}z")
        left += len(run)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {left} 1" width="{left}" height="1" '
        f'preserveAspectRatio="none"><path d="{"".join(bars)}"/></svg>'
    )
