"""Facts about companies and their parts."""

from erp.foundation.events.facts import Fact


class CompanyFounded(Fact, app="organisation"):
    """A company is new, with all its parts."""

    company_id: int


class CompanyChanged(Fact, app="organisation"):
    """Details of a company changed; ``changed`` names the columns."""

    company_id: int
    changed: tuple[str, ...]


class BranchChanged(Fact, app="organisation"):
    """A branch was opened or renamed."""

    branch_id: int
    opened: bool


class DepartmentChanged(Fact, app="organisation"):
    """A department was made or renamed."""

    department_id: int
    opened: bool


class SalesChannelChanged(Fact, app="organisation"):
    """A sales channel was made or renamed."""

    sales_channel_id: int
    opened: bool
