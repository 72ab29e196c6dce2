"""What can be done with customers."""

from erp.crm.contacts import Contact, PostalAddress
from erp.crm.services.entering import NewCustomer, enter_customer
from erp.crm.services.keeping import (
    CustomerChanges,
    EmailTaken,
    InvalidCustomer,
    add_email,
    remember_address,
    update_customer,
)
from erp.crm.services.merging import CannotMerge, merge_customers
from erp.crm.services.recognising import find_or_create_customer, find_or_create_customers
from erp.crm.sources import register_source_names

__all__ = [
    "CannotMerge",
    "Contact",
    "CustomerChanges",
    "EmailTaken",
    "InvalidCustomer",
    "NewCustomer",
    "PostalAddress",
    "add_email",
    "enter_customer",
    "find_or_create_customer",
    "find_or_create_customers",
    "merge_customers",
    "register_source_names",
    "remember_address",
    "update_customer",
]
