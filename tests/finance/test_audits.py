"""Each check finds its fault, seeded by the owner of the tables with the guards off; without faults all are clean."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from io import StringIO

import psycopg
import pytest
from django.core.management import CommandError, call_command

from erp.finance.audits import CHECKS
from erp.finance.models import AuditFinding, AuditRun
from erp.finance.services import run_audit
from erp.foundation.actor import SYSTEM
from erp.foundation.money import Money
from erp.inventory import services as inventory
from erp.orders import services as orders
from erp.orders.drafts import PaymentTerms, Restock
from erp.orders.models import Order
from tests import database
from tests.builders import an_order
from tests.factories.finance import a_shop_with_books, sent, told_the_books
from tests.factories.orders import AT, Shop, a_draft, a_line, a_refund

Seed = Callable[[str], None]
GUARDS_OFF = """
DO $$ DECLARE guard record; BEGIN
    FOR guard IN SELECT conrelid::regclass AS on_table, conname FROM pg_constraint JOIN pg_class c ON c.oid = conrelid
        WHERE contype = 'c' AND relname ~ '^(finance|orders|payments|inventory|fiscal|events)_' LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', guard.on_table, guard.conname);
    END LOOP;
    FOR guard IN SELECT DISTINCT tgrelid::regclass AS on_table FROM pg_trigger WHERE NOT tgisinternal LOOP
        EXECUTE format('ALTER TABLE %s DISABLE TRIGGER USER', guard.on_table);
    END LOOP;
END $$
"""
MUGS, PLATE = a_line("MUG", 2), a_line("PLATE", 1, "21.00")


def goods_leave(order: Order, shop: Shop) -> None:
    """Shipped as shipping does it: the goods leave the stock and the order together."""
    shipment = sent(order)
    lines = [
        inventory.Issue(str(line.pk), line.variant_id, shop.warehouse.pk, line.quantity) for line in order.lines.all()
    ]
    inventory.issue_stock(lines=lines, reserved_for=order.ref, origin=shipment, actor=SYSTEM, at=AT)


@pytest.fixture
def shop(own_db: str) -> Shop:
    """A company with all that audits look at: receipts, a paid, shipped and part refunded order, an open one."""
    shop = a_shop_with_books()
    order = an_order("reserved", shop=shop, lines=[MUGS, PLATE])
    goods_leave(order, shop)
    told_the_books()
    orders.record_refund(
        order_id=order.pk, draft=a_refund((MUGS, 1, "39.00"), restock=Restock.RETURN), actor=SYSTEM, at=AT
    )
    an_order("reserved", shop=shop, lines=[replace(MUGS, source_line_ref="open")])
    told_the_books()
    return shop


@pytest.fixture
def seed(own_db: str) -> Seed:
    """Runs a statement as the owner, past every guard."""

    def run(statement: str) -> None:
        with psycopg.connect(database.current_urls()[1], autocommit=True) as owner:
            owner.execute(GUARDS_OFF)
            owner.execute(statement)  # type: ignore[arg-type]  # a test's own text

    return run


def found(shop: Shop) -> dict[str, int]:
    """The checks that found faults, with how many."""
    run = run_audit(company=shop.company, actor=SYSTEM, at=AT)
    return {finding.name: finding.count for finding in run.findings.all() if finding.count}


def test_a_company_without_faults_is_clean(shop: Shop) -> None:
    run = run_audit(company=shop.company, actor=SYSTEM, at=AT)
    findings = list(run.findings.all())
    assert [finding.name for finding in findings] == [check.name for check in CHECKS]
    assert [(finding.name, finding.rows) for finding in findings if finding.count] == []
    assert [finding.waiting for finding in findings if finding.waiting] == []


VAT_NOT_POSTED = """
UPDATE finance_invoicetax SET tax_books = tax_books + 1 WHERE gross > 0;
UPDATE finance_invoice SET tax_books = tax_books + 1 WHERE gross > 0
"""
FAULTS = {
    "an entry that does not balance": (
        (
            "UPDATE finance_entryline SET debit = debit + 1 WHERE id = (SELECT min(id) FROM finance_entryline"
            " WHERE account_id = (SELECT account_id FROM finance_accountmapping WHERE role = 'clearing'))"
        ),
        {"entries_balance"},
    ),
    "an entry without lines": (
        (
            'INSERT INTO finance_entry (company_id, journal, "on", at, origin_kind, origin_key, purpose, actor, xid)'
            " SELECT min(id), 'general', '2026-11-23', now(), 'x', 'x', 'x', 'x', 0 FROM organisation_company"
        ),
        {"entries_balance"},
    ),
    "goods that moved without an entry": (
        (
            "DELETE FROM finance_entryline l USING finance_entry e WHERE e.id = l.entry_id AND purpose = 'stock:issue';"
            "DELETE FROM finance_entry WHERE purpose = 'stock:issue'"
        ),
        {"stock_is_goods"},
    ),
    "an entry on the stock account that no goods stand behind": (
        "UPDATE finance_entry SET purpose = 'by hand' WHERE purpose = 'stock:issue'",
        {"stock_is_goods"},
    ),
    "a level that is not its moves": (
        "UPDATE inventory_stocklevel SET on_hand = on_hand + 1 WHERE id = (SELECT min(id) FROM inventory_stocklevel)",
        {"levels_are_moves"},
    ),
    "a shipped line that is not billed": (
        "UPDATE orders_orderline SET shipped = quantity, reserved = 0 WHERE source_line_ref = 'open'",
        {"shipped_is_invoiced"},
    ),
    "an order line that notes another quantity": (
        "UPDATE orders_orderline SET invoiced = 0 WHERE sku = 'PLATE'",
        {"shipped_is_invoiced"},
    ),
    "an invoice that is not its lines": (
        "UPDATE finance_invoiceline SET net = net + 1, gross = gross + 1 WHERE kind = 'shipping'",
        {"invoices_add_up"},
    ),
    "a correction of more than was billed": (
        (
            "UPDATE finance_invoice SET net = net - 100, gross = gross - 100, gross_books = gross_books - 100"
            " WHERE kind = 'correction';"
            "UPDATE finance_invoiceline SET net = net - 100, gross = gross - 100 WHERE quantity < 0;"
            "UPDATE finance_invoicetax SET net = net - 100, gross = gross - 100 WHERE gross < 0;"
        ),
        {"invoices_add_up", "invoices_are_posted", "receivables_are_documents"},
    ),
    "an invoice without its entry": (
        (
            "DELETE FROM finance_entryline l USING finance_entry e WHERE e.id = l.entry_id AND purpose = 'correction';"
            "DELETE FROM finance_entry WHERE purpose = 'correction'"
        ),
        {"invoices_are_posted", "vat_is_posted", "receivables_are_documents"},
    ),
    "VAT that was not posted": (
        VAT_NOT_POSTED,
        {"vat_is_posted"},
    ),
    "a number that is missing": (
        "UPDATE fiscal_numbercounter SET last = last + 1 WHERE id = (SELECT min(id) FROM fiscal_numbercounter)",
        {"numbers_have_no_gaps"},
    ),
    "a number that no series gave": (
        "UPDATE finance_invoice SET number = 'FV/2026/11/77' WHERE kind = 'invoice'",
        {"numbers_have_no_gaps"},
    ),
    "a payment that is not posted": (
        (
            "DELETE FROM finance_entryline WHERE entry_id = (SELECT min(id) FROM finance_entry WHERE purpose = 'paid');"
            "DELETE FROM finance_entry WHERE id = (SELECT min(id) FROM finance_entry WHERE purpose = 'paid')"
        ),
        {"payments_are_posted", "receivables_are_documents"},
    ),
    "a payment posted that never came": (
        "UPDATE payments_tender SET state = 'failed' WHERE id = (SELECT max(id) FROM payments_tender)",
        {"payments_are_posted", "receivables_are_documents", "refunds_within_paid"},
    ),
    "more given back than came in": (
        (
            "UPDATE payments_tenderrefund SET amount = 1000; UPDATE payments_tenderbalance SET refunded = 1000"
            " WHERE refunded > 0"
        ),
        {"refunds_within_paid", "payments_are_posted", "receivables_are_documents"},
    ),
    "counters that say another thing than the payments": (
        "UPDATE payments_tenderbalance SET paid = paid + 1 WHERE id = (SELECT max(id) FROM payments_tenderbalance)",
        {"refunds_within_paid"},
    ),
    "a debt in the books that no document stands behind": (
        (
            "UPDATE finance_entryline SET settles = 'orders.order:999' WHERE entry_id ="
            " (SELECT min(id) FROM finance_entry WHERE purpose = 'paid') AND settles <> ''"
        ),
        {"receivables_are_documents"},
    ),
    "a total that does not follow": (
        "UPDATE orders_orderline SET total = total + 1 WHERE sku = 'PLATE'",
        {"totals_follow"},
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_seeded_fault_is_found(shop: Shop, seed: Seed, fault: str) -> None:
    statement, checks = FAULTS[fault]
    seed(statement)
    assert set(found(shop)) == checks


def test_negative_stock_is_found(shop: Shop, seed: Seed) -> None:
    seed("UPDATE inventory_stocklevel SET on_hand = -1 WHERE id = (SELECT min(id) FROM inventory_stocklevel)")
    assert found(shop)["stock_not_negative"] == 1


def test_what_is_in_flight_is_listed_with_its_age_and_is_no_fault(shop: Shop) -> None:
    order = an_order("reserved", shop=shop, lines=[replace(PLATE, source_line_ref="new")])
    goods_leave(order, shop)
    run = run_audit(company=shop.company, actor=SYSTEM, at=AT)
    assert [finding.name for finding in run.findings.all() if finding.count] == []
    waiting = {finding.name: len(finding.waiting) for finding in run.findings.all() if finding.waiting}
    assert waiting == {
        "stock_is_goods": 1,
        "shipped_is_invoiced": 1,
        "payments_are_posted": 1,
        "receivables_are_documents": 1,
    }
    assert "since" in dict(run.findings.get(name="stock_is_goods").waiting[0])
    told_the_books()
    assert AuditFinding.objects.filter(
        run=run_audit(company=shop.company, actor=SYSTEM, at=AT), waiting=[]
    ).count() == len(CHECKS)


def test_what_is_parked_is_a_fault(shop: Shop, seed: Seed) -> None:
    goods_leave(an_order("reserved", shop=shop, lines=[replace(PLATE, source_line_ref="new")]), shop)
    seed("UPDATE events_delivery SET state = 'parked' WHERE state <> 'done'")
    assert set(found(shop)) == {
        "stock_is_goods", "shipped_is_invoiced", "payments_are_posted", "receivables_are_documents",
    }  # fmt: skip


def test_an_order_whose_total_is_not_proved_is_known_and_waits(shop: Shop) -> None:
    draft = a_draft(
        shop, replace(PLATE, source_line_ref="odd"), total=Money("99.00", "PLN"), paid=False,
        payment_terms=PaymentTerms.ON_ACCOUNT,
    )  # fmt: skip
    order = orders.import_order(draft=draft, actor=SYSTEM, at=AT)
    orders.release_order(order_id=order.pk, actor=SYSTEM, at=AT)
    goods_leave(order, shop)
    told_the_books()
    run = run_audit(company=shop.company, actor=SYSTEM, at=AT)
    assert [finding.name for finding in run.findings.all() if finding.count] == []
    assert [finding.name for finding in run.findings.all() if finding.waiting] == [
        "totals_follow",
        "shipped_is_invoiced",
    ]


def test_another_company_is_left_out(shop: Shop, seed: Seed) -> None:
    seed(VAT_NOT_POSTED)
    other = a_shop_with_books()
    told_the_books()
    assert found(other) == {}


def test_the_command_prints_each_check_and_fails_on_a_fault(shop: Shop, seed: Seed) -> None:
    out = StringIO()
    call_command("audit", company=shop.company.name, stdout=out)
    assert len(out.getvalue().splitlines()) == len(CHECKS) + 1
    assert "FAILED" not in out.getvalue()

    seed(VAT_NOT_POSTED)
    with pytest.raises(CommandError) as failed:
        call_command("audit", stdout=out)
    assert failed.value.returncode == 1
    assert "FAILED The VAT of the invoices equals the VAT account: 1" in out.getvalue()
    assert "/1, invoiced 21.76, posted 20.76" in out.getvalue()
    assert AuditRun.objects.count() == 2


def test_amounts_in_findings_are_plain(shop: Shop, seed: Seed) -> None:
    seed("UPDATE orders_orderline SET total = total + 1 WHERE sku = 'PLATE'")
    run = run_audit(company=shop.company, actor=SYSTEM, at=AT)
    (row,) = run.findings.get(name="totals_follow").rows
    assert Decimal(dict(row)["parts"]) - Decimal(dict(row)["total"]) == 1
