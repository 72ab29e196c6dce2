"""The step for a firm that begins with a shop full of products: look, choose, let a job take them over."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from erp.foundation import clock
from erp.foundation.errors import BusinessError, Invalid, NotAllowed, NotFound
from erp.foundation.jobs import services as job_services
from erp.foundation.jobs.models import Job, JobState
from erp.foundation.web.views import go
from erp.pricing import services as pricing
from erp.pricing.models import PriceList
from erp.sync import jobs
from erp.sync.channels import channel_of
from erp.sync.models import ChannelAccount
from erp.sync.portal.stepping import StepView
from erp.sync.protocol import ChannelError, ShopFacts
from erp.sync.services.taking_over import Effect
from erp.sync.states import AccountStatus

_OPEN = (JobState.QUEUED, JobState.RUNNING)
_STOPPED = (JobState.FAILED, JobState.CANCELLED)
_LABELS = {
    Effect.NEW: _("New"),
    Effect.MATCHED: _("Matched by SKU or barcode"),
    Effect.BOUND: _("Bound before"),
    Effect.AMBIGUOUS: _("Several possible"),
    Effect.WITHOUT_SKU: _("Without SKU"),
}
_MEANING = {
    Effect.NEW: _("become products of yours"),
    Effect.MATCHED: _("are yours already and stay as they are"),
    Effect.BOUND: _("are taken care of"),
    Effect.AMBIGUOUS: _("stay out: give each its own SKU in the shop"),
    Effect.WITHOUT_SKU: _("stay out: give each a SKU in the shop"),
}


class TakeOver(StepView):
    """What the shop's products would be here, and taking them over."""

    permission = "sync.connect"
    template_name = "sync/staff/products.html"
    name = "products"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The preview, the choices, and how far the job is."""
        return self._page()

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Look, take over, go on with a job that stopped, or leave it."""
        here = reverse("sync:products", args=[pk])
        action = request.POST.get("action", "")
        if action == "skip":
            self.keep(products_at=self.now().isoformat())
            return self.on()
        try:
            if action == "take":
                self._take()
            elif action == "resume":
                self._resume()
            else:
                self._queue(jobs.LOOK, {})
        except ChannelError as error:
            return self._page(problem=error.reason, status=503)
        except BusinessError as error:
            return self._page(fault=str(error), status=error.status)
        return go(request, here)

    def _take(self) -> None:
        if not self.can("catalog.import"):
            raise NotAllowed
        post = self.request.POST
        stock = post.get("stock") == "1" and self.account.status == AccountStatus.CONNECTING
        if stock and not self.account.locations.filter(warehouse__isnull=False).exists():
            raise Invalid(field="stock", reason=_("choose the warehouse of each place of the shop first."))
        chosen = self._price_list(post.get("price_list", ""), channel_of(self.account).facts())
        language = "pl" if post.get("language") == "pl" else "en"
        params = {"language": language, "stock": stock, "price_list": chosen.pk if chosen else None}
        self._queue(jobs.TAKE, params)

    def _price_list(self, key: str, facts: ShopFacts) -> PriceList | None:
        """The list that gets the prices: one that fits the shop, the sales channel's own, or none."""
        if key == "new":
            channel = self.account.sales_channel
            return pricing.define_price_list(
                company=self.account.company,
                code=channel.code,
                name=channel.name,
                currency=facts.currency,
                includes_tax=facts.taxes_included,
                actor=self.actor,
                at=self.now(),
            )
        return next((one for one in self._lists(facts) if str(one.pk) == key), None)

    def _lists(self, facts: ShopFacts) -> list[PriceList]:
        rows = PriceList.objects.visible_to(self.actor).filter(company=self.account.company_id)
        return list(rows.filter(currency=facts.currency, includes_tax=facts.taxes_included).order_by("code"))

    def _resume(self) -> None:
        job = last_job(self.account)
        if job is not None and job.status in _STOPPED:
            job_services.resume_job(job_id=job.pk, actor=self.actor, at=self.now())

    def _queue(self, kind: str, params: Mapping[str, Any]) -> None:
        job_services.queue_job(
            kind=kind,
            params={"account": self.account.pk, **params},
            company_id=self.account.company_id,
            key=str(self.account.pk),
            actor=self.actor,
            at=self.now(),
        )

    def _page(self, *, fault: str = "", problem: str = "", status: int = 200) -> HttpResponse:
        looked, taken = last_job(self.account, jobs.LOOK), last_job(self.account, jobs.TAKE)
        newest = max((job for job in (looked, taken) if job), key=lambda job: job.pk, default=None)
        context: dict[str, Any] = {
            "fault": fault,
            "job": job_context(self.account, newest) if newest and newest.status != JobState.DONE else None,
            "stopped": bool(newest and newest.status in _STOPPED),
            "busy": bool(newest and newest.status in _OPEN),
            "result": taken.result if taken and taken.result else None,
            "may_take": self.can("catalog.import"),
        }
        if looked and looked.status == JobState.DONE:
            context |= {"look": looked, "groups": _groups(looked.result)}
            if not problem:
                try:
                    facts = channel_of(self.account).facts()
                    context |= {"facts": facts, "lists": self._lists(facts), "language": self.account.company.language}
                except ChannelError as error:
                    problem = error.reason
        return self.show(context | {"problem": problem}, status=status)


class TakeOverJob(StepView):
    """The progress, asked for again and again while a job runs; reloads the page when it is over."""

    permission = "sync.connect"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The part."""
        job = last_job(self.account)
        if job is None:
            raise NotFound
        response = self.render("web/job.html", {"job": job_context(self.account, job)})
        if job.status not in _OPEN:
            response["HX-Refresh"] = "true"
        return response


def last_job(account: ChannelAccount, *kinds: str) -> Job | None:
    """The newest look or taking over of an account's products."""
    wanted = kinds or (jobs.LOOK, jobs.TAKE)
    return Job.objects.filter(kind__in=wanted, key=str(account.pk)).order_by("-pk").first()


def job_context(account: ChannelAccount, job: Job) -> Mapping[str, Any]:
    """What the kit's progress shows of a job."""
    seconds = ((job.ended_at or clock.now()) - job.started_at).total_seconds() if job.started_at else 0
    total = job.total_count
    return {
        "key": job.pk,
        "url": reverse("sync:products-job", args=[account.pk]) if job.status in _OPEN else "",
        "topic": f"jobs.job:{job.pk}",
        "title": _("Looking at the products") if job.kind == jobs.LOOK else _("Taking over the products"),
        "state": "running" if job.status in _OPEN else job.status,
        "done": job.done_count,
        "total": total,
        "percent": job.done_count * 100 // total if total else 0,
        "rate": round(job.done_count / seconds) if seconds > 1 else None,
        "seconds_left": None,
        "failed": job.failed_count,
        "text": job.error,
        "cancel_url": reverse("jobs:cancel", args=[job.pk]) if job.kind == jobs.TAKE else "",
    }


def _groups(result: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What the look found, group by group, with the first of each."""
    return [
        {
            "label": label,
            "meaning": _MEANING[effect],
            "count": result["counts"][effect],
            "shown": result["samples"][effect],
            "more": result["counts"][effect] - len(result["samples"][effect]),
            "warn": effect in (Effect.AMBIGUOUS, Effect.WITHOUT_SKU),
        }
        for effect, label in _LABELS.items()
        if result["counts"][effect]
    ]
