"""
What the law counts with: tax classes and dated rates, exchange rates, gap-free number series.

Owns: TaxClass, TaxRate, ExchangeRate, NumberSeries with its counters.
Does not own: which class a product has (catalog), what a document's tax is (orders, finance).
Facts: a series is defined, replaced or changed; a tax rate is set or withdrawn.
Lock order: a number is the last lock of a use case, held briefly.
"""
