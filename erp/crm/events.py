"""Facts about customers."""

from erp.foundation.events.facts import Fact


class CustomerCreated(Fact, app="crm"):
    """A customer is new."""

    customer_id: int


class CustomerChanged(Fact, app="crm"):
    """Name, language, tax number, addresses or e-mails of a customer changed."""

    customer_id: int


class CustomersMerged(Fact, app="crm"):
    """A customer turned out to be another one: ``customer_id`` stands for ``merged_id`` from now on."""

    customer_id: int
    merged_id: int
