"""Warehouses, zones and bins: what there is, making more, changing them."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts.actors import access_of
from erp.foundation.actor import Actor
from erp.foundation.errors import Invalid, NotFound
from erp.foundation.organisation.models import CODE, Branch
from erp.foundation.web.forms.base import Form, FormPage
from erp.foundation.web.lists import Choice, Column, Empty, Link, ListPage, View
from erp.foundation.web.records import Action, Card, Fact, RecordPage, Status, pairs
from erp.inventory import services as inventory
from erp.inventory.models import INTERNAL, Location, LocationKind, StockLevel

VIEW, CONFIGURE = "inventory.view", "inventory.configure"
PLACES = (_("Warehouses and bins"), "inventory:places")
LONGEST = 32  # characters of a code
MOST = 200  # bins made at once
_KINDS = [(kind.value, kind.label) for kind in (LocationKind.WAREHOUSE, LocationKind.ZONE, LocationKind.BIN)]


def visible_place(actor: Actor, pk: Any) -> Location | None:
    """A warehouse, zone or bin that the actor may see."""
    rows = Location.objects.visible_to(actor).filter(kind__in=INTERNAL).select_related("company", "branch", "parent")
    return rows.filter(pk=pk).first() if str(pk).isdecimal() else None


def state_of(place: Location) -> Status:
    """Whether goods in it are sold."""
    if not place.active:
        return Status(_("out of use"))
    return Status(_("sold from"), "good") if place.pickable else Status(_("not for sale"), "warn")


class PlaceList(ListPage):
    """Every place that goods can lie in."""

    permission = VIEW
    name = "inventory.places"
    title = PLACES[0]
    sort = "code"
    columns = (
        Column("name", _("Name"), sort="name", main=True, url=lambda row: reverse("inventory:place", args=[row.pk])),
        Column("code", _("Code"), "code", sort="code"),
        Column("kind", _("Kind"), value=lambda row: row.get_kind_display()),
        Column("parent", _("Lies in"), "code", value="parent.code"),
        Column("branch", _("Branch"), value="branch.name"),
        Column("sequence", _("Order of picking"), "number", sort="sequence", shown=False),
        Column("state", _("Status"), "pill", value=lambda r: state_of(r).word, tone=lambda r: state_of(r).tone),
        Column("company", _("Company"), value="company.name", shown=False),
    )
    filters = (Choice("kind", _("Kind"), _KINDS),)
    views = (View(LocationKind.WAREHOUSE.label, "kind=warehouse"), View(LocationKind.BIN.label, "kind=bin"))
    search_fields = ("code__istartswith", "name__icontains")
    links = (Link(_("Open a warehouse"), "inventory:place-new", CONFIGURE, "building-warehouse"),)
    empty = Empty(_("No warehouse yet"), _("Goods need a place to lie in: open a warehouse."), "building-warehouse")

    def rows(self) -> "QuerySet[Location]":
        rows = Location.objects.visible_to(self.actor).filter(kind__in=INTERNAL)
        return rows.select_related("company", "branch", "parent")

    def row_url(self, row: Location) -> str:
        return reverse("inventory:place", args=[row.pk])


class PlacePage(RecordPage):
    """One place, and what lies in it."""

    permission = VIEW
    parent = PLACES
    model = Location
    with_comments = False
    record: Location

    def find(self, pk: Any) -> Location | None:
        return visible_place(self.actor, pk)

    def title(self) -> str:
        return self.record.name

    def status(self) -> Status:
        return state_of(self.record)

    def facts(self) -> Sequence[Any]:
        branch = self.record.branch.name if self.record.branch else None
        return (self.record.code, self.record.get_kind_display(), branch)

    def actions(self) -> Sequence[Action]:
        row = self.record
        holds = row.active and row.kind != LocationKind.BIN
        return (
            Action(_("Add bins"), self._at("inventory:place-inside"), CONFIGURE, legal=holds, icon="plus", link=True),
            Action(_("Edit"), self._at("inventory:place-edit"), CONFIGURE, icon="edit", link=True),
        )

    def cards(self, tab: str) -> Sequence[Card]:
        row = self.record
        inside = Location.objects.visible_to(self.actor).filter(parent=row).order_by("sequence", "code")
        rows = [(one, reverse("inventory:place", args=[one.pk]), state_of(one)) for one in inside[:MOST]]
        kinds = StockLevel.objects.filter(location__lineage__contains=[row.pk], on_hand__gt=0).values("variant")
        facts = [
            Fact(_("Lies in"), row.parent.code if row.parent else None),
            Fact(_("Order of picking"), row.sequence),
            Fact(_("Products in stock here"), kinds.distinct().count()),
        ]
        cards = [pairs(_("Details"), facts, left=True, column="side" if rows else "main")]
        if rows:
            context = {"rows": rows}
            inner = Card(_("Inside"), "inventory/staff/inside.html", context, flush=True, count=len(rows))
            cards.insert(0, inner)
        return cards

    def _at(self, name: str) -> str:
        return reverse(name, args=[self.record.pk])


class PlaceForm(Form):
    """How a place is called and used."""

    name = forms.CharField(label=_("Name"), max_length=100)
    sequence = forms.IntegerField(
        label=_("Order of picking"), min_value=0, max_value=100_000, initial=100, help_text=_("Smaller comes first.")
    )
    pickable = forms.BooleanField(
        label=_("Goods here may be sold"),
        required=False,
        initial=True,
        help_text=_("Not for places of returns, of damaged goods or of what has not been put away."),
    )


class EditForm(PlaceForm):
    """A place that is there."""

    active = forms.BooleanField(
        label=_("In use"), required=False, help_text=_("An empty place can be taken out of use; its history stays.")
    )


class WarehouseForm(PlaceForm):
    """A warehouse to be opened."""

    field_order = ("branch", "code", "name", "sequence", "pickable")

    branch = forms.ChoiceField(label=_("Branch"))
    code = forms.RegexField(
        CODE,
        label=_("Code"),
        max_length=32,
        help_text=_("Short, in capital letters: WAW. It stays for good."),
        error_messages={"invalid": _("Capital letters, digits, dashes; no blanks.")},
    )

    def __init__(self, *args: Any, branches: Sequence[Branch], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["branch"]
        assert isinstance(field, forms.ChoiceField)
        several = len({branch.company_id for branch in branches}) > 1
        field.choices = [(str(b.pk), f"{b.company.name}, {b.name}" if several else b.name) for b in branches]


class InsideForm(Form):
    """Bins or a zone inside a place; several bins by their codes."""

    wide = ("codes",)
    field_order = ("kind", "codes", "sequence", "pickable")

    kind = forms.ChoiceField(label=_("Kind"), choices=[(LocationKind.BIN.value, _("Bins")), _KINDS[1]])
    codes = forms.CharField(
        label=_("Codes"),
        widget=forms.Textarea(attrs={"rows": 3, "autocapitalize": "characters", "spellcheck": "false"}),
        help_text=_("One or many, apart by blanks: A1 A2 A3. A1..A20 means twenty of them."),
    )
    sequence = forms.IntegerField(
        label=_("Order of picking"), min_value=0, max_value=100_000, initial=100, help_text=_("Smaller comes first.")
    )
    pickable = forms.BooleanField(label=_("Goods here may be sold"), required=False, initial=True)

    def __init__(self, *args: Any, may_zone: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_zone:
            self.fields["kind"].choices = self.fields["kind"].choices[:1]  # type: ignore[attr-defined]  # a choice field

    def clean_codes(self) -> list[str]:
        """The codes, each once, ranges written out."""
        codes = [code for word in re.split(r"[\s,;]+", self.cleaned_data["codes"].upper()) for code in _range(word)]
        codes = list(dict.fromkeys(code for code in codes if code))
        if wrong := next((code for code in codes if not re.fullmatch(CODE, code)), None):
            raise ValidationError(_("%(code)s is no code: capital letters, digits, dashes."), params={"code": wrong})
        if not codes or len(codes) > MOST:
            raise ValidationError(_("Between one and %(most)s at once."), params={"most": MOST})
        return codes


def _range(word: str) -> list[str]:
    """``A1..A20`` written out, keeping leading zeros; anything else is a code of its own."""
    found = re.fullmatch(r"([A-Z0-9_-]*?)(\d+)\.\.([A-Z0-9_-]*?)(\d+)", word)
    if not found or found[1] != found[3]:
        return [word]
    first, last = int(found[2]), int(found[4])
    if not 0 <= last - first < MOST:
        return [word]
    return [f"{found[1]}{number:0{len(found[2])}}" for number in range(first, last + 1)]


class NewWarehouse(FormPage):
    """Open a warehouse."""

    permission = CONFIGURE
    title, label, done, parent = _("Open a warehouse"), _("Open"), _("The warehouse is open."), PLACES
    form_class = WarehouseForm

    def branches(self) -> list[Branch]:
        """Where the actor may."""
        reach = access_of(self.actor).reach(CONFIGURE)
        rows = Branch.objects.filter(company__in=reach.companies) | Branch.objects.filter(pk__in=reach.branches)
        return list(rows.select_related("company").order_by("company__name", "name"))

    def form_arguments(self) -> dict[str, Any]:
        return {"branches": self.branches()}

    def save(self, form: Any, lines: list[dict[str, Any]]) -> str:
        data = dict(form.cleaned_data)
        branch = next(one for one in self.branches() if str(one.pk) == data.pop("branch"))
        _check_free(branch.company_id, [data["code"]], "code")
        place = inventory.create_warehouse(branch=branch, actor=self.actor, at=self.now(), **data)
        return reverse("inventory:place", args=[place.pk])


class _OnPlace(FormPage):
    abstract = True
    permission = CONFIGURE
    parent = PLACES
    model = Location

    def load(self) -> None:
        place = visible_place(self.actor, self.kwargs["pk"])
        if place is None or not self.can(self.permission, place):
            raise NotFound
        self.place = place

    def parent_context(self) -> dict[str, Any]:
        return {"parent": (self.place.name, reverse("inventory:place", args=[self.place.pk]))}


class AddInside(_OnPlace):
    """Bins, or a zone, inside a warehouse or zone."""

    permission = CONFIGURE
    title, label, done = _("Add bins"), _("Add"), _("Added.")
    form_class = InsideForm

    def load(self) -> None:
        super().load()
        if self.place.kind == LocationKind.BIN or not self.place.active:
            raise NotFound

    def form_arguments(self) -> dict[str, Any]:
        return {"may_zone": self.place.kind == LocationKind.WAREHOUSE}

    def save(self, form: Any, lines: list[dict[str, Any]]) -> str:
        data = form.cleaned_data
        codes = [f"{self.place.code}-{code}" for code in data["codes"]]
        _check_free(self.place.company_id, codes, "codes")
        inventory.create_places(
            parent=self.place,
            kind=LocationKind(data["kind"]),
            codes=codes,
            sequence=data["sequence"],
            pickable=data["pickable"],
            actor=self.actor,
            at=self.now(),
        )
        return reverse("inventory:place", args=[self.place.pk])


class EditPlace(_OnPlace):
    """How a place is called and used."""

    permission = CONFIGURE
    title, done = _("Edit place"), _("Saved.")
    form_class = EditForm

    def initial(self) -> dict[str, Any]:
        return {name: getattr(self.place, name) for name in ("name", "sequence", "pickable", "active")}

    def save(self, form: Any, lines: list[dict[str, Any]]) -> str:
        details = inventory.PlaceDetails(**form.cleaned_data)
        inventory.update_place(place=self.place, details=details, actor=self.actor, at=self.now())
        return reverse("inventory:place", args=[self.place.pk])


def _check_free(company: int, codes: Sequence[str], field: str) -> None:
    if too_long := next((code for code in codes if len(code) > LONGEST), None):
        raise Invalid(field=field, reason=_("%(code)s is too long") % {"code": too_long})
    taken = Location.objects.filter(company=company, code__in=codes).order_by("code").first()
    if taken is not None:
        reason: str | Promise = _("%(code)s is there already") % {"code": taken.code}
        raise Invalid(field=field, reason=reason)
