"""Companies, people and their rights in the administration site, to look at."""

from django.contrib import admin

from erp.foundation.accounts.admin_site import ScopedModelAdmin
from erp.foundation.accounts.models import ApiKey, Membership, User
from erp.foundation.organisation.models import Branch, Company, Department, SalesChannel


@admin.register(User)
class UserAdmin(ScopedModelAdmin):
    """People."""

    list_display = ("name", "email", "is_active", "runs_installation", "last_login")
    search_fields = ("name", "email")
    exclude = ("password",)


@admin.register(Membership)
class MembershipAdmin(ScopedModelAdmin):
    """Roles of people."""

    list_display = ("user", "role", "company", "branch")
    list_select_related = ("user", "company", "branch")


@admin.register(ApiKey)
class ApiKeyAdmin(ScopedModelAdmin):
    """API keys."""

    list_display = ("name", "company", "prefix", "last_used_at", "revoked_at")
    list_select_related = ("company",)
    exclude = ("digest",)


@admin.register(Company)
class CompanyAdmin(ScopedModelAdmin):
    """Companies."""

    list_display = ("name", "legal_name", "country", "currency")


@admin.register(Branch, Department, SalesChannel)
class PartAdmin(ScopedModelAdmin):
    """Parts of companies."""

    list_display = ("code", "name", "company")
    list_select_related = ("company",)
