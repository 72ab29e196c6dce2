"""
The page at /: the shop at a glance, with forms to buy, to change stock and to order faults. No script, nothing from
outside.
"""

from collections.abc import Callable
from html import escape
from pathlib import Path
from urllib.parse import quote

from erp.simulators.shopify.server import commerce, faults, report
from erp.simulators.shopify.server.bucket import Bucket
from erp.simulators.shopify.server.messages import Request, Response
from erp.simulators.shopify.server.shoppers import Crowd
from erp.simulators.shopify.state.refusals import Refused
from erp.simulators.shopify.state.store import Doc
from erp.simulators.shopify.state.world import World

STYLE = (Path(__file__).parent / "page.css").read_text(encoding="utf-8")
ROWS = 25
PRODUCTS = 12


def show(world: World, bucket: Bucket, crowd: Crowd, request: Request) -> Response:
    """Return the page."""
    search, said = request.query.get("q", ""), request.query.get("said", "")
    main = _products(world, search) + _orders(world) + _deliveries(world)
    side = _order_form(search) + _stock_form() + _shoppers(crowd) + _faults(world) + _facts(world, bucket)
    html = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(world.shop["name"])}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{STYLE}</style></head><body>'
        f"<header><h1>{escape(world.shop['name'])}</h1><span class='soft'>{escape(world.settings.domain)}</span>"
        f"<span class='soft'>Shopify simulator</span><a href='/'>Refresh</a></header>"
        f"{_said(said)}<main><div>{main}</div><div>{side}</div></main></body></html>"
    )
    return Response(200, html.encode(), {"Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store"})


def _said(text: str) -> str:
    return f'<p class="said" role="status">{escape(text)}</p>' if text else ""


def _table(heads: list[tuple[str, str]], rows: list[list[str]], empty: str) -> str:
    if not rows:
        return f'<p class="soft">{empty}</p>'
    head = "".join(f'<th scope="col" class="{kind}">{title}</th>' for title, kind in heads)
    kinds = [kind for _, kind in heads]
    body = "".join(
        "<tr>" + "".join(f'<td class="{kind}">{cell}</td>' for kind, cell in zip(kinds, row, strict=True)) + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _products(world: World, search: str) -> str:
    found = world.store.rows(
        "SELECT v.sku, p.title AS product, v.title, json_extract(v.doc, '$.price') AS price,"
        " sum(l.available) AS available, sum(l.committed) AS committed, sum(l.on_hand) AS on_hand"
        " FROM variants v JOIN products p ON p.id = v.product_id"
        " LEFT JOIN levels l ON l.item_id = v.item_id AND l.active WHERE v.sku LIKE ? OR p.title LIKE ?"
        " GROUP BY v.id ORDER BY v.id LIMIT ?",
        f"%{search}%", f"%{search}%", PRODUCTS,
    )  # fmt: skip
    rows = [
        [
            escape(row["sku"] or "-"),
            escape(row["product"] + ("" if row["title"] == "Default Title" else f" / {row['title']}")),
            row["price"],
            f'<span class="{"" if (row["available"] or 0) > 0 else "out"}">{row["available"] or 0}</span>',
            str(row["committed"] or 0),
            str(row["on_hand"] or 0),
        ]
        for row in found
    ]
    heads = [("SKU", "nowrap"), ("Product", "")]
    heads += [(each, "number") for each in ("Price", "Available", "Committed", "On hand")]
    total = report.counts(world)["variants"]
    form = (
        f'<form class="row"><label>SKU or name <input name="q" value="{escape(search)}"></label>'
        "<button>Search</button></form>"
    )
    title = f"<h2>Stock <small>{len(rows)} of {total} variants</small></h2>"
    return f"<section>{title}{form}{_table(heads, rows, 'No products.')}</section>"


def _orders(world: World) -> str:
    rows = []
    for each in report.orders(world, ROWS):
        lines = ", ".join(
            f"{line['currentQuantity']} x {escape(line['sku'] or line['title'])}" for line in each["lines"]
        )
        rows.append(
            [
                f'<a href="/_sim/orders/{each["id"]}">{escape(each["name"])}</a>',
                escape(each["createdAt"].replace("T", " ").removesuffix("Z")),
                lines,
                f"{each['currentTotalPrice']} {each['currency']}",
                each["financialStatus"].lower().replace("_", " "),
                "cancelled" if each["cancelledAt"] else each["fulfillmentStatus"].lower().replace("_", " "),
                _order_buttons(each),
            ]
        )
    heads = [("Order", "nowrap"), ("Placed (UTC)", "nowrap"), ("Goods", ""), ("Total", "number"), ("Money", "")]
    heads += [("Goods are", ""), ("", "nowrap")]
    return f"<section><h2>Newest orders</h2>{_table(heads, rows, 'No orders yet.')}</section>"


def _order_buttons(order: Doc) -> str:
    if order["cancelledAt"]:
        return ""
    names = [] if order["fulfillmentStatus"] == "FULFILLED" else ["fulfil"]
    if not order["fulfillments"]:
        names.append("cancel")
    return "".join(_button(each, {"action": each, "order": str(order["id"])}) for each in names)


def _button(text: str, fields: dict[str, str]) -> str:
    hidden = "".join(f'<input type="hidden" name="{key}" value="{escape(value)}">' for key, value in fields.items())
    return f'<form method="post" class="inline">{hidden}<button>{text.capitalize()}</button></form> '


def _deliveries(world: World) -> str:
    colours = {"delivered": "good", "failed": "bad", "abandoned": "bad"}
    rows = [
        [
            str(each["id"]), escape(each["topic"]), escape(each["uri"]),
            f'<span class="{colours.get(each["status"], "")}">{each["status"]}</span>', str(each["attempts"]),
            escape(each["last"] or ""),
        ]
        for each in report.deliveries(world, 15)
    ]  # fmt: skip
    heads = [("No.", "number"), ("Topic", "nowrap"), ("To", ""), ("Status", ""), ("Tries", "number"), ("Last", "")]
    subscribed = len(report.subscriptions(world))
    title = f"<h2>Webhooks <small>{subscribed} subscriptions</small></h2>"
    return f"<section>{title}{_table(heads, rows, 'Nothing was sent yet.')}</section>"


def _order_form(search: str) -> str:
    return (
        '<section><h2>Place an order</h2><form method="post" class="stack">'
        '<input type="hidden" name="action" value="order">'
        f'<label>SKU <input name="sku" required value="{escape(search)}"></label><div class="row">'
        '<label>Quantity <input type="number" name="quantity" min="1" value="1"></label>'
        '<label>Payment <select name="financialStatus"><option value="PAID">paid</option>'
        '<option value="PENDING">pending</option><option value="AUTHORIZED">authorised</option></select></label></div>'
        '<label>E-mail of the buyer <input type="email" name="email" value="buyer@example.com"></label>'
        '<label class="check"><input type="checkbox" name="oversell" value="1"> sell it even if there is none</label>'
        '<button class="main">Buy</button></form></section>'
    )


def _stock_form() -> str:
    return (
        '<section><h2>Change stock in the shop</h2><form method="post" class="stack">'
        '<input type="hidden" name="action" value="stock"><div class="row">'
        '<label>SKU <input name="sku" required size="12"></label>'
        '<label>Available <input type="number" name="set" required></label>'
        "<button>Set</button></div></form></section>"
    )


def _shoppers(crowd: Crowd) -> str:
    now = crowd.progress()
    facts = ", ".join(
        f"{value} {name.replace('_', ' ')}"
        for name, value in now.items()
        if isinstance(value, int) and name != "running"
    )
    if now["running"]:
        form = _button("send them home", {"action": "shoppers-stop"})
    else:
        form = (
            '<form method="post" class="stack"><input type="hidden" name="action" value="shoppers"><div class="row">'
            '<label>A second <input type="number" name="rate" step="0.1" min="0.1" value="1"></label>'
            '<label>For seconds <input type="number" name="seconds" min="1" value="60"></label>'
            "<button>Send buyers in</button></div></form>"
        )
    return f'<section><h2>Shoppers</h2><p class="soft">{facts or "Nobody is in the shop."}</p>{form}</section>'


def _faults(world: World) -> str:
    rows = [
        [
            escape(each["kind"].replace("_", " ")),
            escape(", ".join(f"{key} {value}" for key, value in each.items() if key not in ("id", "kind"))),
            _button("clear", {"action": "fault-clear", "fault": str(each["id"])}),
        ]
        for each in faults.listed(world)
    ]
    options = "".join(f'<option value="{kind}">{kind.replace("_", " ")}</option>' for kind in faults.KINDS)
    return (
        f"<section><h2>Faults</h2>{_table([('Fault', ''), ('How', ''), ('', '')], rows, 'All is well.')}"
        '<form method="post" class="stack"><input type="hidden" name="action" value="fault">'
        f'<label>Fault <select name="kind">{options}</select></label><div class="row">'
        '<label>Times <input type="number" name="count" min="1" value="1"></label>'
        '<label>Seconds <input type="number" name="seconds" min="0" step="0.1"></label>'
        "<button>Order it</button></div></form></section>"
    )


def _facts(world: World, bucket: Bucket) -> str:
    state = report.state(world, bucket, [], 0)
    points = f"{state['throttle']['currentlyAvailable']:.0f} of {state['throttle']['maximumAvailable']:.0f}"
    facts = [["points left", points], ["CPU seconds", str(state["cpuSeconds"])]]
    facts += [[escape(name), str(value)] for name, value in {**state["counts"], **state["counters"]}.items()]
    return f"<section><h2>Counters</h2>{_table([('What', ''), ('', 'number')], facts, '')}</section>"


def act(world: World, crowd: Crowd, request: Request) -> Response:
    """Do what a form asks for and show the page again."""
    given = request.document()
    try:
        said = ACTIONS[given.pop("action", "")](world, crowd, given)
    except Refused as refusal:
        said = f"Refused: {refusal.message}"
    except (KeyError, ValueError) as error:
        said = f"Not understood: {error}"
    return Response(303, b"", {"Location": f"/?said={quote(said)}"})


def _buy(world: World, crowd: Crowd, given: Doc) -> str:
    line = {"sku": given["sku"], "quantity": int(given.get("quantity") or 1)}
    order = {"lines": [line], "email": given.get("email"), "financialStatus": given.get("financialStatus", "PAID")}
    made = commerce.place(
        world, order | {"oversell": "oversell" in given, "shipping": {"title": "Kurier", "price": "14.99"}}
    )
    return f"Order {made['name']}: {made['totalPrice']} {made['currency']}"


def _set_stock(world: World, crowd: Crowd, given: Doc) -> str:
    made = commerce.change_stock(world, {"sku": given["sku"], "set": int(given["set"])})["changes"][0]
    return f"{made['sku']}: {made['available']} available"


def _order_fault(world: World, crowd: Crowd, given: Doc) -> str:
    numbers: Doc = {name: float(given[name]) for name in ("seconds",) if given.get(name)}
    made = faults.add(world, {"kind": given["kind"], "count": int(given.get("count") or 1)} | numbers)
    return f"Ordered: {made['kind'].replace('_', ' ')}"


def _clear_fault(world: World, crowd: Crowd, given: Doc) -> str:
    return f"Cleared: {faults.clear(world, int(given['fault']))}"


def _cancel(world: World, crowd: Crowd, given: Doc) -> str:
    return f"Cancelled {commerce.cancel(world, int(given['order']), {})['name']}"


def _fulfil(world: World, crowd: Crowd, given: Doc) -> str:
    return f"Sent {commerce.fulfil(world, {'order': given['order']})['name']}"


def _send_buyers(world: World, crowd: Crowd, given: Doc) -> str:
    crowd.start({"rate": float(given["rate"]), "seconds": float(given["seconds"])})
    return "Buyers are coming"


def _send_home(world: World, crowd: Crowd, given: Doc) -> str:
    crowd.stop()
    return "The shop is empty"


ACTIONS: dict[str, Callable[[World, Crowd, Doc], str]] = {
    "order": _buy, "stock": _set_stock, "fault": _order_fault, "fault-clear": _clear_fault, "cancel": _cancel,
    "fulfil": _fulfil,
    "shoppers": _send_buyers, "shoppers-stop": _send_home,
}  # fmt: skip
