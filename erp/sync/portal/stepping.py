"""What the steps of connecting a shop share: the account, the way through them, a shop that does not answer."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from erp.foundation.errors import NotFound
from erp.foundation.web.views import StaffView, go
from erp.sync import services, steps
from erp.sync.models import ChannelAccount
from erp.sync.nav import visible_account
from erp.sync.states import AccountStatus


class StepView(StaffView):
    """A step; ``name`` is that of its page."""

    abstract = True
    name = ""
    account: ChannelAccount

    def load(self) -> None:
        account = visible_account(self.actor, self.kwargs["pk"])
        if account is None:
            raise NotFound
        self.account = account

    def show(self, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
        """The page of the step."""
        more = {
            "account": self.account,
            "steps": step_links(self.account, self.name),
            "connecting": self.account.status == AccountStatus.CONNECTING,
        }
        return self.render(self.template_name, more | context, status=status)

    def keep(self, **changes: Any) -> None:
        """Write settings of the account down."""
        self.account = services.change_settings(
            account_id=self.account.pk, changes=changes, actor=self.actor, at=self.now()
        )

    def on(self) -> HttpResponse:
        """The step is done: the next one, or back to a shop that is live already."""
        if self.account.status != AccountStatus.CONNECTING:
            return go(self.request, reverse("sync:account", args=[self.account.pk]))
        names = [step.name for step in steps.steps(self.account)]
        following = names[names.index(self.name) + 1]
        return go(self.request, reverse(f"sync:{following}", args=[self.account.pk]))


def step_links(account: ChannelAccount, here: str = "") -> Sequence[dict[str, Any]]:
    """The steps as links."""
    return [
        {
            "label": step.label,
            "done": step.done,
            "here": step.name == here,
            "url": reverse(f"sync:{step.name}", args=[account.pk]),
        }
        for step in steps.steps(account)
    ]
