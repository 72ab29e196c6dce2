"""Addresses of the pages about people and keys."""

from django.urls import path

from erp.foundation.accounts.portal import beginning, keys, people

app_name = "accounts"

urlpatterns = [
    path("begin/<str:key>/", beginning.Begin.as_view(), name="begin"),
    path("setup/people/", people.PeopleList.as_view(), name="people"),
    path("setup/people/invite/", people.InvitePage.as_view(), name="invite"),
    path("setup/people/<int:pk>/", people.PersonPage.as_view(), name="person"),
    path("setup/people/<int:pk>/invite-again/", people.InviteAgain.as_view(), name="invite-again"),
    path("setup/people/<int:pk>/give-role/", people.GiveRole.as_view(), name="give-role"),
    path("setup/people/<int:pk>/stop/", people.StopAccess.as_view(), name="stop"),
    path("setup/people/<int:pk>/reopen/", people.ReopenAccess.as_view(), name="reopen"),
    path("setup/roles/<int:pk>/take/", people.TakeRole.as_view(), name="take-role"),
    path("setup/keys/", keys.KeyList.as_view(), name="keys"),
    path("setup/keys/new/", keys.NewKey.as_view(), name="new-key"),
    path("setup/keys/<int:pk>/revoke/", keys.RevokeKey.as_view(), name="revoke-key"),
]
