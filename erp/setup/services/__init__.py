"""What can be done to set a company up."""

from erp.setup.services.founding import (
    STANDARD_BINS,
    Bin,
    CompanyKnown,
    Founded,
    Founding,
    Place,
    found_company,
    may_found,
)

__all__ = [
    "STANDARD_BINS",
    "Bin",
    "CompanyKnown",
    "Founded",
    "Founding",
    "Place",
    "found_company",
    "may_found",
]
