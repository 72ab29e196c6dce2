"""Examples for the administration site: its frame, and what belongs to the installation."""

from typing import Any

from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.contrib.contenttypes.models import ContentType
from django_celery_beat.models import CrontabSchedule, IntervalSchedule, PeriodicTask
from oauth2_provider.models import Application

from erp.foundation.organisation.models import Company
from tests.contract.examples import example_for, example_of


@example_for("admin:app_list", of_company=False)
def app_list(company: Company) -> dict[str, Any]:
    return {"app_label": "accounts"}


@example_for("admin:view_on_site")
def view_on_site(company: Company) -> dict[str, Any]:
    return {"content_type_id": ContentType.objects.get_for_model(Company).pk, "object_id": company.pk}


@example_of(IntervalSchedule)
def interval(company: Company) -> IntervalSchedule:
    return IntervalSchedule.objects.create(every=7, period=IntervalSchedule.MINUTES)


@example_of(CrontabSchedule)
def crontab(company: Company) -> CrontabSchedule:
    return CrontabSchedule.objects.create(hour="3")


@example_of(PeriodicTask)
def periodic_task(company: Company) -> PeriodicTask:
    return PeriodicTask.objects.create(name="Example", task="example", interval=interval(company))


@example_of(Application)
def application(company: Company) -> Application:
    return Application.objects.create(name="Till", client_type="public", authorization_grant_type="authorization-code")


@example_of(AccessAttempt)
def attempt(company: Company) -> AccessAttempt:
    return AccessAttempt.objects.create(
        username="x@example.com", ip_address="10.0.0.1", get_data="", post_data="", failures_since_start=1
    )


@example_of(AccessFailureLog)
def failure(company: Company) -> AccessFailureLog:
    return AccessFailureLog.objects.create(username="x@example.com", ip_address="10.0.0.1")


@example_of(AccessLog)
def access(company: Company) -> AccessLog:
    return AccessLog.objects.create(username="x@example.com", ip_address="10.0.0.1")
