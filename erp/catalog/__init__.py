"""
What is sold: products, their variants, barcodes, kits, texts, pictures.

Owns: Unit, Product, ProductText, ProductOption, Variant, Barcode, KitComponent, Picture; the import of catalogues.
Does not own: prices (pricing), stock (inventory), what a channel calls a product (sync).
Facts: ProductCreated, ProductChanged, VariantChanged.
Lock order: Product, then its Variants, each by primary key.
"""
