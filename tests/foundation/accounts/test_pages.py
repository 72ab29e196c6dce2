"""The pages about people and keys, driven as a person does."""

import re

from django.test import Client
from django.urls import reverse

from erp.foundation.accounts.models import ApiKey, Membership, User
from tests.factories.accounts import a_branch, a_company, a_member, a_person, a_role
from tests.factories.api import client_of


def _browser(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def _page_of(person: User) -> str:
    return reverse("accounts:person", args=[person.pk])


def test_an_invited_person_sets_a_password_and_signs_in(db: None) -> None:
    company = a_company()
    admin = _browser(a_member("administrator", company))
    sent = {
        "name": "Ewa Zając",
        "email": "Ewa@Example.com",
        "language": "pl",
        "place": f"{company.pk}:",
        "role": "sales",
    }
    answer = admin.post(reverse("accounts:invite"), sent, follow=True)

    person = User.objects.get(email="ewa@example.com")
    assert answer.redirect_chain[-1][0] == reverse("accounts:person", args=[person.pk])
    found = re.search(r"http://127\.0\.0\.1:8000(/accounts/password/reset/key/[^\s<\"]+)", answer.content.decode())
    assert found is not None

    ewa = Client()
    form = ewa.get(found.group(1), follow=True)
    done = ewa.post(form.request["PATH_INFO"], {"password1": "zielony parasol 7", "password2": "zielony parasol 7"})
    assert done.status_code == 302
    person.refresh_from_db()
    assert person.check_password("zielony parasol 7")
    signed_in = Client().post(reverse("account_login"), {"login": "EWA@example.com", "password": "zielony parasol 7"})
    assert (signed_in.status_code, signed_in["Location"]) == (302, "/")
    assert "/accounts/password/reset/key/" not in admin.get(_page_of(person)).content.decode()


def test_the_link_of_an_invited_owner_shows_to_owners_only(db: None) -> None:
    company = a_company()
    owner, administrator = a_member("owner", company), a_member("administrator", company)
    invited = User.objects.create(email="new@example.com", name="New Owner", password="!")
    a_role(invited, "owner", company)

    assert "/password/reset/key/" in _browser(owner).get(_page_of(invited)).content.decode()
    assert "/password/reset/key/" not in _browser(administrator).get(_page_of(invited)).content.decode()


def test_a_branch_is_offered_only_where_people_are_managed(db: None) -> None:
    mine, other = a_company("Kubek"), a_company("Inny")
    a_branch(mine, "WAW")
    foreign = a_branch(other, "KRK")
    person = a_member("administrator", mine)
    a_role(person, "sales", other)
    browser = _browser(person)

    page = browser.get(reverse("accounts:invite")).content.decode()
    assert "Kubek, Waw" in page
    assert "Inny" not in page.split('name="place"')[1].split("</select>")[0]
    sent = {
        "name": "X",
        "email": "x@example.com",
        "language": "en",
        "place": f"{other.pk}:{foreign.pk}",
        "role": "sales",
    }
    assert browser.post(reverse("accounts:invite"), sent).status_code == 422
    assert not User.objects.filter(email="x@example.com").exists()


def test_an_administrator_is_not_offered_to_make_owners(db: None) -> None:
    company = a_company()
    browser = _browser(a_member("administrator", company))
    sent = {"place": f"{company.pk}:", "role": "owner"}
    person = a_person("Anna Nowak")
    a_role(person, "sales", company)

    assert browser.post(reverse("accounts:give-role", args=[person.pk]), sent).status_code == 422
    assert list(person.memberships.values_list("role", flat=True)) == ["sales"]


def test_taking_the_last_owner_is_explained_and_refused(db: None) -> None:
    company = a_company()
    owner = a_member("owner", company)
    membership = Membership.objects.get(user=owner)
    answer = _browser(owner).post(reverse("accounts:take-role", args=[membership.pk]))

    assert answer.status_code == 409
    assert "last owner" in answer.content.decode()


def test_access_is_stopped_only_by_who_manages_all_of_the_persons_companies(db: None) -> None:
    mine, other = a_company("Kubek"), a_company("Inny")
    person = a_person("Anna Nowak")
    a_role(person, "sales", mine)
    a_role(person, "sales", other)
    stop = reverse("accounts:stop", args=[person.pk])

    refused = _browser(a_member("administrator", mine)).post(stop)
    person.refresh_from_db()
    assert (refused.status_code, person.is_active) == (403, True)

    both = a_member("administrator", mine, name="Both")
    a_role(both, "administrator", other)
    _browser(both).post(stop)
    person.refresh_from_db()
    assert person.is_active is False
    _browser(both).post(reverse("accounts:reopen", args=[person.pk]))
    person.refresh_from_db()
    assert person.is_active


def test_a_stopped_person_is_out_at_once(db: None) -> None:
    company = a_company()
    person = a_member("sales", company)
    browser = _browser(person)
    assert browser.get("/").status_code == 200
    User.objects.filter(pk=person.pk).update(is_active=False)

    assert browser.get("/").status_code == 302


def test_a_key_is_shown_once_and_works(db: None) -> None:
    company = a_company()
    browser = _browser(a_member("administrator", company))
    sent = {"name": "Kasa", "place": f"{company.pk}:", "scopes": ["organisation.view"]}
    answer = browser.post(reverse("accounts:new-key"), sent)
    found = re.search(r"brk_[\w-]+", answer.content.decode())

    assert found is not None
    assert answer["Cache-Control"] == "no-store"
    assert client_of(found.group(0)).get("/api/v1/companies/").status_code == 200
    assert found.group(0) not in browser.get(reverse("accounts:keys")).content.decode()

    browser.post(reverse("accounts:revoke-key", args=[ApiKey.objects.get().pk]))
    assert client_of(found.group(0)).get("/api/v1/companies/").status_code == 401


def test_people_of_other_companies_are_not_listed(db: None) -> None:
    mine, other = a_company("Kubek"), a_company("Inny")
    a_member("sales", mine, name="Moja Osoba")
    a_member("sales", other, name="Obca Osoba")
    page = _browser(a_member("owner", mine)).get(reverse("accounts:people")).content.decode()

    assert "Moja Osoba" in page
    assert "Obca Osoba" not in page
