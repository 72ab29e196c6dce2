"""What can be done with companies and their parts."""

from erp.foundation.organisation.services.dividing import (
    create_branch,
    create_department,
    create_sales_channel,
)
from erp.foundation.organisation.services.founding import (
    CompanyDetails,
    InvalidDetail,
    create_company,
    update_company,
)

__all__ = [
    "CompanyDetails",
    "InvalidDetail",
    "create_branch",
    "create_company",
    "create_department",
    "create_sales_channel",
    "update_company",
]
