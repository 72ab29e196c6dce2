"""
Each role opens what its own menu offers, and nothing of another role's menu that it lacks.

The whole matrix of roles and addresses, on two companies, is tests/contract.
"""

import re

import pytest

from tests.acceptance.conftest import Demo

ROLES = ("owner", "administrator", "sales", "warehouse", "buyer", "accountant")


def menu(demo: Demo, role: str) -> set[str]:
    return set(re.findall(r'class="nav-item" href="([^"]+)"', demo.as_(role).page("/search/?q=x")))


@pytest.mark.parametrize("role", ROLES)
def test_the_menu_is_what_one_may_open(demo: Demo, role: str) -> None:
    own = menu(demo, role)
    everything = menu(demo, "owner")
    assert "/" in own
    assert own <= everything
    statuses = {path: demo.as_(role).http.get(path).status_code for path in everything}
    assert {path for path, status in statuses.items() if status == 200} == own
    assert {status for path, status in statuses.items() if path not in own} <= {404}


def test_the_warehouse_is_told_no_cost_and_no_price(demo: Demo) -> None:
    rows = demo.as_("warehouse").rows("/stock/")
    assert rows
    assert not {"Value", "Average cost"} & set(rows[0])
    assert demo.as_("warehouse").http.get("/finance/balance/").status_code == 404


def test_a_stranger_sees_the_sign_in_page_only(demo: Demo) -> None:
    import httpx2

    with httpx2.Client(base_url=demo.url, timeout=30, trust_env=False) as http:
        for path in sorted(menu(demo, "owner")):
            answer = http.get(path)
            assert (answer.status_code, answer.headers["location"]) == (302, f"/accounts/login/?next={path}")
