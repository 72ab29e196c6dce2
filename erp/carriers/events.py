"""Facts about labels and parcels."""

from erp.foundation.events.facts import Fact


class LabelAsked(Fact, app="carriers"):
    """A label is wanted; the carrier hasn't been asked yet."""

    label_id: int


class LabelBought(Fact, app="carriers"):
    """The carrier gave a label and a tracking number."""

    label_id: int
    owner_kind: str
    owner_key: str


class LabelFailed(Fact, app="carriers"):
    """The carrier will not give this label; its reason stands on the label."""

    label_id: int
    owner_kind: str
    owner_key: str


class TrackingChanged(Fact, app="carriers"):
    """A parcel got somewhere; ``status`` is a word of the tracking vocabulary."""

    label_id: int
    owner_kind: str
    owner_key: str
    status: str
