"""Addresses of the kit itself."""

from django.conf import settings
from django.urls import URLPattern, path

from erp.foundation.web.portal.comments import CommentView, PeopleView, WithdrawView
from erp.foundation.web.portal.finding import LookupView, PaletteView, SearchView
from erp.foundation.web.portal.notices import BellView, NoticeList, OpenNotice
from erp.foundation.web.portal.preferences import PreferencesView, ScopeView
from erp.foundation.web.portal.start import StartView

app_name = "web"

urlpatterns: list[URLPattern] = [
    path("", StartView.as_view(), name="start"),
    path("search/", SearchView.as_view(), name="search"),
    path("palette/", PaletteView.as_view(), name="palette"),
    path("notices/", NoticeList.as_view(), name="alerts"),
    path("notices/bell/", BellView.as_view(), name="bell"),
    path("notices/<int:pk>/", OpenNotice.as_view(), name="notice"),
    path("preferences/", PreferencesView.as_view(), name="preferences"),
    path("scope/", ScopeView.as_view(), name="scope"),
    path("lookup/<str:name>/", LookupView.as_view(), name="lookup"),
    path("people/", PeopleView.as_view(), name="people"),
    path("comments/<int:pk>/withdraw/", WithdrawView.as_view(), name="withdraw"),
    path("comments/<str:kind>/<str:key>/", CommentView.as_view(), name="comment"),
]
if settings.DEBUG or getattr(settings, "SHOW_KIT", False):
    from erp.foundation.web.portal.kit import KitFormView, KitListView, KitRecordView, KitView

    urlpatterns += [
        path("kit/", KitView.as_view(), name="kit"),
        path("kit/list/", KitListView.as_view(), name="kit-list"),
        path("kit/record/", KitRecordView.as_view(), name="kit-record"),
        path("kit/form/", KitFormView.as_view(), name="kit-form"),
    ]
