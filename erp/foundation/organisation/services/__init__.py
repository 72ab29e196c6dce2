"""What can be done with companies and their parts."""

from erp.foundation.organisation.services.dividing import (
    InvalidPart,
    create_branch,
    create_department,
    create_sales_channel,
    rename_branch,
    rename_department,
    rename_sales_channel,
)
from erp.foundation.organisation.services.founding import (
    CompanyDetails,
    InvalidDetail,
    compact_tax_id,
    create_company,
    update_company,
)

__all__ = [
    "CompanyDetails",
    "InvalidDetail",
    "InvalidPart",
    "compact_tax_id",
    "create_branch",
    "create_company",
    "create_department",
    "create_sales_channel",
    "rename_branch",
    "rename_department",
    "rename_sales_channel",
    "update_company",
]
