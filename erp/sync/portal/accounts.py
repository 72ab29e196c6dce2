"""The health of the channels, and the page of one."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from erp.foundation import clock
from erp.foundation.web.records import Action, ActionView, Card, RecordPage, Status
from erp.foundation.web.views import StaffView
from erp.sync import reconciling, services
from erp.sync.errors import ShopSays
from erp.sync.health import health_of
from erp.sync.models import ChannelAccount, DesiredState
from erp.sync.nav import visible_account
from erp.sync.portal.naming import named
from erp.sync.portal.stepping import step_links
from erp.sync.protocol import ChannelError
from erp.sync.states import ACCOUNT_FLOW, AccountStatus, MessageStatus
from erp.sync.steps import next_step

TONES = {"connecting": "info", "live": "good", "paused": "", "broken": "bad"}
SHOWN = 50


class AccountList(StaffView):
    """One line a channel: whether the shop shows the truth, in two seconds."""

    permission = "sync.view"
    template_name = "sync/staff/list.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        """The lines."""
        accounts = list(
            ChannelAccount.objects.visible_to(self.actor).select_related("budget", "company").order_by("name")
        )
        context = {
            "rows": health_of(accounts, clock.now()),
            "may_connect": self.can("sync.connect"),
            "messages_url": reverse("sync:messages"),
        }
        return self.render(self.template_name, context)


class AccountPage(RecordPage):
    """One channel: health, what it shows wrongly and why, its last runs."""

    permission = "sync.view"
    parent = (_("Shops"), "sync:list")
    record: ChannelAccount

    def find(self, pk: Any) -> ChannelAccount | None:
        return visible_account(self.actor, pk)

    def title(self) -> str:
        return self.record.name

    def status(self) -> Status:
        return Status(self.record.get_status_display(), TONES[self.record.status])

    def facts(self) -> Sequence[Any]:
        said = (self.record.company.name, self.record.settings.get("address", ""), self.record.problem)
        return tuple(text for text in said if text)

    def actions(self) -> Sequence[Action]:
        record = self.record

        def url(name: str) -> str:
            return reverse(f"sync:{name}", args=[record.pk])

        def can(to: AccountStatus) -> bool:
            return ACCOUNT_FLOW.can_move(record, to=to)

        connecting = record.status == AccountStatus.CONNECTING
        return (
            Action(_("Go on connecting"), url(next_step(record)), "sync.connect", legal=connecting, link=True),
            Action(_("Compare now"), url("reconcile"), "sync.retry", legal=record.status == AccountStatus.LIVE),
            Action(_("Pause"), url("pause"), "sync.connect", legal=not connecting and can(AccountStatus.PAUSED)),
            Action(_("Go on"), url("resume"), "sync.connect", legal=not connecting and can(AccountStatus.LIVE)),
        )

    def cards(self, tab: str) -> Sequence[Card]:
        record = self.record
        wrong = list(DesiredState.objects.filter(account=record, pending=True).order_by("wanted_since")[:SHOWN]) + list(
            DesiredState.objects.filter(account=record, pending=False).exclude(last_error="")[:SHOWN]
        )
        dead = list(record.messages.filter(status=MessageStatus.DEAD).defer("body").order_by("-pk")[:SHOWN])
        runs = list(record.runs.order_by("-pk")[:12])
        health = health_of([record], clock.now())[0]
        way = Card(_("How it is connected"), "sync/staff/way.html", {"steps": step_links(record)})
        if record.status == AccountStatus.CONNECTING:
            return (way,)
        return (
            Card(_("Health"), "sync/staff/health.html", {"row": health}),
            Card(
                _("What the shop shows wrongly"),
                "sync/staff/wrong.html",
                {"rows": named(record, wrong)},
                flush=True,
                count=len(wrong),
            ),
            Card(_("Messages that failed"), "sync/staff/dead.html", {"rows": dead}, flush=True, count=len(dead)),
            Card(_("Last looks at the shop"), "sync/staff/runs.html", {"rows": runs}, flush=True),
            way,
        )


class _AccountAction(ActionView):
    abstract = True
    record: ChannelAccount

    def find(self, pk: Any) -> ChannelAccount | None:
        return visible_account(self.actor, pk)

    def done_url(self) -> str:
        return reverse("sync:account", args=[self.record.pk])


class PauseAccount(_AccountAction):
    """Nothing is read from the shop and nothing written to it."""

    permission = "sync.connect"
    title, label, done = _("Pause this shop?"), _("Pause"), _("The shop is paused.")

    def question(self) -> Any:
        return _("Messages are still kept; orders are taken in when you let it go on.")

    def act(self, form: Any) -> None:
        services.set_status(account_id=self.record.pk, to=AccountStatus.PAUSED, actor=self.actor, at=self.now())


class ResumeAccount(_AccountAction):
    """What was missed is fetched by the next look."""

    permission = "sync.connect"
    title, label, done = _("Let this shop go on?"), _("Go on"), _("The shop is live.")

    def act(self, form: Any) -> None:
        services.set_status(account_id=self.record.pk, to=AccountStatus.LIVE, actor=self.actor, at=self.now())


class ReconcileNow(_AccountAction):
    """Compare orders, stock and subscriptions now."""

    permission = "sync.retry"
    title, label, done = _("Compare with the shop now?"), _("Compare"), _("Compared.")

    def act(self, form: Any) -> None:
        try:
            reconciling.reconcile(self.record)
        except ChannelError as error:
            raise ShopSays(reason=error.reason) from error
