"""Template tags of the kit: ``{% load kit %}``."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from erp.foundation import clock
from erp.foundation.money import Money
from erp.foundation.web import formats
from erp.foundation.web.lists import columns

register = template.Library()

TONE_ICONS = {"good": "circle-check", "warn": "alert-triangle", "bad": "alert-circle", "info": "info-circle"}


@register.simple_tag
def icon(name: str, classes: str = "") -> SafeString:
    """A drawing of the sprite, hidden from screen readers: a word stands beside it or in ``aria-label``."""
    extra = f" {classes}" if classes else ""
    return format_html(
        '<svg class="icon{}" aria-hidden="true"><use href="{}#{}"/></svg>', extra, static("vendor/icons.svg"), name
    )


@register.simple_tag
def tone_icon(tone: str) -> SafeString:
    """The icon of a tone: good, warn, bad, info."""
    return icon(TONE_ICONS.get(tone, "info-circle"))


@register.simple_tag
def pill(text: Any, tone: str = "") -> SafeString:
    """A status: dot and word."""
    return columns.pill(text, tone)


@register.filter
def money(value: Money | None) -> SafeString:
    """``1 234,50 zł`` or ``PLN 1,234.50``."""
    return columns.EMPTY if value is None else formats.money_html(value)


@register.filter
def number(value: Decimal | int | None, decimals: int | None = None) -> str:
    """Grouped digits in the page's language."""
    return formats.DASH if value is None else formats.number(value, decimals)


@register.filter
def country(code: str) -> str:
    """The name of a country in the page's language."""
    return formats.country(code)


@register.filter
def percent(value: Decimal | None) -> str:
    """A share (0.231) in percent."""
    return formats.DASH if value is None else formats.percent(value)


@register.filter
def moment(value: datetime | None) -> SafeString:
    """Relative within a day, the exact moment on hover."""
    return columns.EMPTY if value is None else formats.moment_html(value, clock.now())


@register.filter
def exact(value: datetime | None) -> str:
    """``2026-11-23 14:05`` in the reader's zone."""
    return formats.DASH if value is None else formats.moment(value)


@register.filter
def day(value: date | None) -> str:
    """``2026-11-23``."""
    return formats.DASH if value is None else formats.day(value)


@register.filter
def duration(value: float | None) -> str:
    """Seconds as ``2 min 10 s``."""
    return formats.DASH if value is None else formats.duration(value)


@register.filter
def code(value: object) -> SafeString:
    """A document number or SKU: monospace, one click copies it."""
    if value in {None, ""}:
        return columns.EMPTY
    return format_html('<button type="button" class="copy" data-copy title="{}">{}</button>', _("Copy"), value)


@register.simple_tag
def to_list(url: str) -> SafeString:
    """Attributes of a link inside a list: a plain link, and with htmx only the list is exchanged."""
    return format_html('href="{0}" hx-get="{0}" hx-target="#list" hx-swap="outerMorph"', url)


@register.filter
def entry(mapping: Any, key: object) -> Any:
    """A value of a dictionary by a key held in a variable."""
    return mapping.get(key) if mapping is not None else None


@register.filter
def chosen(one: Any, query: Any) -> list[str]:
    """The values of a choice filter that are on."""
    values: list[str] = one.chosen(query.data)
    return values


@register.filter
def kit_sheets(names: str) -> list[str]:
    """Addresses of the kit's style sheets."""
    return [static(f"web/css/{name}.css") for name in names.split(",")]


@register.filter
def initials(name: str) -> str:
    """The first letters of a name, two at most."""
    return "".join(part[0] for part in str(name).split()[:2]).upper() or "?"


@register.simple_tag
def attributes(**values: Any) -> SafeString:
    """HTML attributes from keyword arguments; underscores become dashes, empty ones are left out."""
    parts = [format_html(' {}="{}"', name.replace("_", "-"), value) for name, value in values.items() if value]
    return mark_safe("".join(parts))  # noqa: S308  # each part was escaped


@register.simple_tag(takes_context=True)
def with_context(context: template.RequestContext, name: str, values: Any) -> SafeString:
    """A template with its own values beside those of the page."""
    loaded = context.template.engine.get_template(name) if context.template else None
    if loaded is None:
        return SafeString("")
    with context.push(**values):
        return loaded.render(context)


@register.filter
def field_errors(form: Any) -> list[Any]:
    """The fields that have errors."""
    return [field for field in form if field.errors]


@register.filter
def widget_kind(field: Any) -> str:
    """How a field is laid out: ``check``, ``wide`` or "" for the usual way."""
    kind = getattr(field.field.widget, "input_type", "")
    if kind == "checkbox" and not field.use_fieldset:
        return "check"
    return "wide" if field.field.widget.__class__.__name__ == "Textarea" else ""


@register.filter
def is_wide(field: Any) -> bool:
    """Whether the form wants the field to take the whole width."""
    return field.name in getattr(field.form, "wide", ())
