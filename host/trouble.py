"""What stops a start: said in plain sentences, with the way out."""


class Trouble(Exception):
    """A start can't go on. The message is for the person at the keyboard: what is wrong, then what to do."""

    def __init__(self, what: str, way_out: str) -> None:
        super().__init__(f"{what}\n  -> {way_out}")
        self.what = what
        self.way_out = way_out
