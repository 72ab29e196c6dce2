"""Who may ask, by which version, with which token."""

from collections.abc import Callable

import httpx2

from tests.simulators.shopify.driving import SECRET, Shop

SHOP_NAME = "{ shop { name } }"
APP = {"client_id": "simulator-client", "client_secret": SECRET}


def grant(shop: Shop, **fields: str) -> httpx2.Response:
    return shop.http.post("/admin/oauth/access_token", data=APP | fields)


def test_a_wrong_token_is_401(shop: Shop) -> None:
    response = shop.post(SHOP_NAME, token="shpat_wrong")
    assert response.status_code == 401
    assert "Invalid API key or access token" in response.json()["errors"]


def test_odd_requests_are_refused_and_do_no_harm(shop: Shop) -> None:
    path, headers = "/admin/api/2026-10/graphql.json", {"X-Shopify-Access-Token": "shpat_test"}
    assert shop.post(SHOP_NAME, token="ąę".encode()).status_code == 401
    assert shop.http.post(path, content=b"{", headers=headers).status_code == 400
    assert shop.http.post(path, json={"query": SHOP_NAME, "variables": [1]}, headers=headers).status_code == 400
    assert shop.http.post(path, json={"query": ""}, headers=headers).status_code == 400
    assert shop.http.get(path, headers=headers).status_code == 404
    assert "Syntax Error" in shop.ask("{ shop {")["errors"][0]["message"]


def test_every_answer_has_a_request_id_and_the_version(shop: Shop) -> None:
    first, second = shop.post(SHOP_NAME), shop.post(SHOP_NAME)
    assert first.headers["x-shopify-api-version"] == "2026-10"
    assert first.headers["x-request-id"] != second.headers["x-request-id"]


def test_a_gone_version_falls_forward_to_the_oldest_supported(shop: Shop) -> None:
    response = shop.post(SHOP_NAME, version="2024-01")
    assert response.json()["data"]["shop"]["name"]
    assert response.headers["x-shopify-api-version"] == "2026-01"


def test_client_credentials_give_a_token_for_24_hours(shop: Shop) -> None:
    granted = grant(shop, grant_type="client_credentials").json()
    assert granted["expires_in"] == 86_399
    assert "refresh_token" not in granted
    assert shop.post(SHOP_NAME, token=granted["access_token"]).status_code == 200


def test_a_wrong_client_secret_gets_nothing(shop: Shop) -> None:
    response = shop.http.post("/admin/oauth/access_token", data=APP | {"client_secret": "no"})
    assert (response.status_code, response.json()["error"]) == (401, "invalid_client")


def test_an_offline_token_expires_and_is_refreshed(open_shop: Callable[..., Shop]) -> None:
    shop = open_shop("--time-scale", "0.0001")
    granted = grant(shop, code="c", expiring="1").json()
    assert (granted["expires_in"], granted["refresh_token_expires_in"]) == (3600, 90 * 86_400)
    assert shop.post(SHOP_NAME, token=granted["access_token"]).status_code == 200
    while shop.post(SHOP_NAME, token=granted["access_token"]).status_code == 200:
        pass
    renewed = grant(shop, grant_type="refresh_token", refresh_token=granted["refresh_token"]).json()
    assert shop.post(SHOP_NAME, token=renewed["access_token"]).status_code == 200


def test_the_refresh_token_before_stays_good_until_the_new_one_is_used(shop: Shop) -> None:
    first = grant(shop, code="c", expiring="1").json()["refresh_token"]
    assert grant(shop, grant_type="refresh_token", refresh_token=first).status_code == 200
    second = grant(shop, grant_type="refresh_token", refresh_token=first).json()["refresh_token"]
    assert grant(shop, grant_type="refresh_token", refresh_token=second).status_code == 200
    refused = grant(shop, grant_type="refresh_token", refresh_token=first)
    assert (refused.status_code, refused.json()["error"]) == (400, "invalid_grant")


def test_without_read_all_orders_only_sixty_days_are_visible(open_shop: Callable[..., Shop]) -> None:
    shop = open_shop("--scopes", "read_orders,write_products")
    shop.product("OLD")
    old = shop.buy("OLD", createdAt="2020-01-01T00:00:00Z")
    new = shop.buy("OLD")
    found = shop.data_of("{ orders(first: 10) { nodes { id } } currentAppInstallation { accessScopes { handle } } }")
    assert [each["id"] for each in found["orders"]["nodes"]] == [new["gid"]]
    assert [each["handle"] for each in found["currentAppInstallation"]["accessScopes"]] == [
        "read_orders",
        "write_products",
    ]
    assert shop.data_of("query ($id: ID!) { order(id: $id) { id } }", {"id": old["gid"]}) == {"order": None}
