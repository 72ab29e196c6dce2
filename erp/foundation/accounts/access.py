"""What an actor may do and read, worked out once and then asked without the database."""

from collections.abc import Iterable
from dataclasses import dataclass

from erp.foundation.actor import Actor
from erp.foundation.permissions import covers
from erp.foundation.refs import Ref


@dataclass(frozen=True, slots=True)
class Grant:
    """What an actor holds in a company, or in one of its branches."""

    company: int
    branch: int | None  # None: all branches
    may: tuple[str, ...]  # permission patterns
    reads: frozenset[str]  # field rules
    source: str  # where it comes from: "role:sales", "apikey:7"

    def holds(self, permission: str) -> bool:
        """Whether this grant has the permission."""
        return any(covers(pattern, permission) for pattern in self.may)


@dataclass(frozen=True, slots=True)
class Reach:
    """
    Where a permission holds.

    What belongs to a company as such (its products, its customers) is reached through any of its branches;
    what belongs to a branch only through ``companies`` or that branch.
    """

    anywhere: frozenset[int]  # companies in which it holds for something
    companies: frozenset[int]  # companies in which it holds for all branches
    branches: frozenset[int]

    def __bool__(self) -> bool:
        return bool(self.anywhere)


@dataclass(frozen=True, slots=True)
class Access:
    """Everything an actor holds. ``everything`` is Backroom itself; ``refs`` are the records of a signed link."""

    actor: Actor
    grants: tuple[Grant, ...] = ()
    everything: bool = False
    refs: frozenset[Ref] = frozenset()
    may: tuple[str, ...] = ()  # held beside the grants: on the records of a signed link, or in no company at all

    def can(self, permission: str, *, company: int | None = None, branches: Iterable[int | None] | None = None) -> bool:
        """
        Whether the actor holds a permission: somewhere, or in this company.

        ``branches`` are given for a thing that belongs to branches: a grant for one branch then has to name
        one of them. Without them the thing is the company's, and any grant there will do.
        """
        if self.everything or any(covers(pattern, permission) for pattern in self.may):
            return True
        holding = [grant for grant in self.grants if grant.holds(permission)]
        if company is None:
            return bool(holding)
        within = [grant for grant in holding if grant.company == company]
        if branches is None:
            return bool(within)
        named = {*branches, None}
        return any(grant.branch in named for grant in within)

    def reach(self, permission: str) -> Reach:
        """Where the actor holds a permission."""
        holding = [grant for grant in self.grants if grant.holds(permission)]
        return Reach(
            anywhere=frozenset(grant.company for grant in holding),
            companies=frozenset(grant.company for grant in holding if grant.branch is None),
            branches=frozenset(grant.branch for grant in holding if grant.branch is not None),
        )

    def reads(self, rule: str, *, company: int | None = None) -> bool:
        """
        Whether values of a field rule show; without a company only if they do in all of the actor's.

        A list over several companies leaves a column out rather than show it for the wrong one.
        """
        if self.everything:
            return True
        grants = [grant for grant in self.grants if company is None or grant.company == company]
        if company is not None:
            return any(rule in grant.reads for grant in grants)
        companies = {grant.company for grant in grants}
        return bool(companies) and all(self.reads(rule, company=key) for key in companies)

    @property
    def companies(self) -> frozenset[int]:
        """The companies that the actor has anything to do with."""
        return frozenset(grant.company for grant in self.grants)
