"""The last step: what would be written, in numbers and line by line, then live."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from erp.foundation.errors import BusinessError
from erp.foundation.web.views import go
from erp.sync import planning, queries, reconciling, services, steps
from erp.sync.channels import channel_of
from erp.sync.models import SyncRun
from erp.sync.models.runs import RunKind
from erp.sync.portal.stepping import StepView, step_links
from erp.sync.protocol import ChannelError
from erp.sync.states import AccountStatus

SHOWN = 200
NEEDED = ("checks", "places")


class PlanPage(StepView):
    """Nothing is written to the shop before the person says so here."""

    permission = "sync.connect"
    template_name = "sync/staff/plan.html"
    name = "plan"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The plan; writes nothing, here or at the shop."""
        return self.page()

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """
        Go live: subscribe first, which the shop may refuse; then bind what matches surely and show the stock.
        """
        at, account = self.now(), self.account
        if account.status != AccountStatus.CONNECTING:
            return go(request, reverse("sync:account", args=[account.pk]))
        if any(step.name in NEEDED and not step.done for step in steps.steps(account)):
            return self.page(status=409)
        try:
            channel = channel_of(account)
            if channel.facts().missing_scopes:
                return self.page(status=409)
            remotes = list(channel.variants())
            channel.ensure_subscriptions(reconciling.hook_address(account))
            account = services.go_live(account_id=account.pk, actor=self.actor, at=at)
            matching = services.bind_variants(account=account, remotes=remotes, actor=self.actor, at=at)
        except ChannelError as error:
            return self.page(problem=error.reason, status=503)
        except BusinessError as error:
            return self.page(fault=str(error), status=error.status)
        # What changed here since a variant was bound was not computed: nobody computes for a shop that is not live.
        bound = queries.bound_remotes(account.pk).values()
        services.desire_stock(variant_ids=bound, actor=self.actor, at=at, accounts=[account.pk])
        run = SyncRun(account=account, kind=RunKind.CONNECT, started_at=at, seen=len(remotes))
        run.found = len(matching.unknown) + len(matching.ambiguous)
        services.record_run(run=run, actor=self.actor, at=self.now())
        return go(request, reverse("sync:account", args=[account.pk]))

    def page(self, *, problem: str = "", fault: str = "", status: int = 200) -> HttpResponse:
        """The plan, and what keeps the shop from going live."""
        try:
            plan = planning.plan(self.account, self.now())
        except ChannelError as error:
            plan, problem = None, problem or error.reason
        links = zip(steps.steps(self.account), step_links(self.account), strict=True)
        blocking = [link for step, link in links if step.name in NEEDED and not step.done]
        more = max(len(plan.writes) - SHOWN, 0) if plan else 0
        return self.show(
            {"plan": plan, "problem": problem, "fault": fault, "blocking": blocking, "more": more}, status=status
        )
