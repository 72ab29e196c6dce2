"""Reads of companies and their parts."""

from erp.foundation.organisation.models import Branch, Company, Department, SalesChannel


def company(key: int) -> Company:
    """:raises Company.DoesNotExist: when there is none."""
    return Company.objects.get(pk=key)


def company_by_name(name: str) -> Company | None:
    """The company that people call so, if there is one."""
    return Company.objects.filter(name=name).first()


def branch_by_code(company: Company, code: str) -> Branch | None:
    """A company's branch by its code."""
    return Branch.objects.filter(company=company, code=code).first()


def department_by_code(company: Company, code: str) -> Department | None:
    """A company's department by its code."""
    return Department.objects.filter(company=company, code=code).first()


def sales_channel_by_code(company: Company, code: str) -> SalesChannel | None:
    """A company's sales channel by its code."""
    return SalesChannel.objects.filter(company=company, code=code).first()
