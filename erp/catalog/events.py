"""Facts about products."""

from erp.foundation.events.facts import Fact


class ProductCreated(Fact, app="catalog"):
    """A product is new, with its variants."""

    product_id: int


class ProductChanged(Fact, app="catalog"):
    """Something that a shop shows of a product changed: texts, options, status, pictures, tax class."""

    product_id: int


class VariantChanged(Fact, app="catalog"):
    """A variant changed: SKU, options, barcodes, size, weight, components, whether it is sold."""

    variant_id: int
