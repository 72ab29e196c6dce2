"""The second step: what the shop is, which rights it gave and what for, and whether its messages arrive here."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from erp.sync import reaching, reconciling
from erp.sync.channels import channel_of
from erp.sync.portal.stepping import StepView
from erp.sync.protocol import ChannelError, ShopFacts


class CheckShop(StepView):
    """What the shop says of itself; a shop that does not answer is said in its own words."""

    permission = "sync.connect"
    template_name = "sync/staff/checks.html"
    name = "checks"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The checks; nothing is written anywhere."""
        return self._page(reconciling.public_address(self.account))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Keep the address for the shop's messages if it leads here."""
        address = request.POST.get("address", "").strip().rstrip("/")
        if "//" not in address and address:
            address = f"https://{address}"
        found = reaching.reach(address, shop=str(self.account.settings.get("address", "")))
        if not found.ok:
            return self._page(address, reason=found.reason, status=422)
        self.keep(hooks_address=address, reached_at=self.now().isoformat())
        return self.on()

    def _page(self, address: str, *, reason: Any = "", status: int = 200) -> HttpResponse:
        context: dict[str, Any] = {"address": address, "reason": reason}
        try:
            facts = channel_of(self.account).facts()
        except ChannelError as error:
            return self.show(context | {"problem": error.reason}, status=status)
        return self.show(context | {"facts": facts, "doubts": self._doubts(facts)}, status=status)

    def _doubts(self, facts: ShopFacts) -> list[str]:
        """What does not fit between the shop and the company, each in a sentence."""
        company, doubts = self.account.company, []
        if facts.currency != company.currency:
            said = gettext("The shop sells in %(shop)s, the books are in %(books)s: each order is converted.")
            doubts.append(said % {"shop": facts.currency, "books": company.currency})
        if facts.country and facts.country != company.country:
            said = gettext("The shop is in %(shop)s, the company in %(company)s.")
            doubts.append(said % {"shop": facts.country, "company": company.country})
        return doubts
