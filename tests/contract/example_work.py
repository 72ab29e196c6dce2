"""Examples of long jobs, mail and exceptions."""

from collections.abc import Iterator
from typing import Any

from erp.foundation.actor import SYSTEM, Actor
from erp.foundation.jobs import kinds as jobs
from erp.foundation.jobs.services import queue_job
from erp.foundation.mail import templates
from erp.foundation.mail.services import edit_template, queue_message
from erp.foundation.organisation.models import Company
from erp.foundation.refs import Ref
from erp.foundation.workqueue import kinds as work
from erp.foundation.workqueue.services import raise_item
from tests.contract.examples import example_for
from tests.factories.accounts import AT

ABOUT = Ref("examples.parcel", "7")


def _nothing(start: jobs.Start) -> Iterator[jobs.Step]:
    yield jobs.Step(done=0, checkpoint={})


def _mend(*, about: Ref, actor: Actor, at: Any) -> None:
    """Change nothing."""


jobs.register(jobs.JobKind("examples.nothing", "Nothing", _nothing, "jobs.view"))
templates.register(templates.MailKind("examples-hello", "Hello", "Hello", "Hello.", ()))
work.register(
    work.WorkKind(
        name="examples.total",
        label="Total",
        cause="It is off.",
        proposal="Look at it.",
        permission="workqueue.view",
        url=lambda about: f"/parcels/{about.key}/",
        fixes=(work.Fix("accept", "Accept", _mend, "workqueue.assign"),),
    )
)


@example_for("jobs:job", "jobs:part", "jobs:cancel", "jobs:resume")
def job(company: Company) -> dict[str, Any]:
    return {"pk": queue_job(kind="examples.nothing", params={}, company_id=company.pk, actor=SYSTEM, at=AT).pk}


@example_for("mail:message", "mail:resend")
def message(company: Company) -> dict[str, Any]:
    queued = queue_message(
        code="examples-hello",
        key="examples",
        company_id=company.pk,
        to="anna@example.com",
        language="en",
        places={},
        about=ABOUT,
        actor=SYSTEM,
        at=AT,
    )
    return {"pk": queued.pk}


@example_for("mail:template", "mail:reset-template")
def template(company: Company) -> dict[str, Any]:
    edit_template(
        company_id=company.pk, code="examples-hello", language="en", subject="Hi", body="Hi.", actor=SYSTEM, at=AT
    )
    return {"company": company.pk, "code": "examples-hello", "language": "en"}


def _item(company: Company) -> int:
    return raise_item(kind="examples.total", about=ABOUT, company_id=company.pk, params={}, actor=SYSTEM, at=AT)


@example_for("workqueue:take", "workqueue:dismiss")
def item(company: Company) -> dict[str, Any]:
    return {"pk": _item(company)}


@example_for("workqueue:mend")
def fix(company: Company) -> dict[str, Any]:
    return {"pk": _item(company), "fix": "accept"}
