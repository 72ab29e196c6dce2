"""Every address there is."""

from erp.simulators.carrier.api import control, dispatch_orders, page, points, settlements, shipments, tracking
from erp.simulators.carrier.http.routing import Route, Router

ROUTER = Router(
    [
        Route("GET", "/", page.show),
        Route("POST", "/v1/shipments", shipments.create),
        Route("GET", "/v1/shipments", shipments.read_list),
        Route("GET", "/v1/shipments/{public_id}", shipments.read),
        Route("DELETE", "/v1/shipments/{public_id}", shipments.cancel),
        Route("GET", "/v1/shipments/{public_id}/label", shipments.label),
        Route("POST", "/v1/dispatch-orders", dispatch_orders.create),
        Route("GET", "/v1/dispatch-orders/{public_id}", dispatch_orders.read),
        Route("DELETE", "/v1/dispatch-orders/{public_id}", dispatch_orders.cancel),
        Route("GET", "/v1/points", points.read_list),
        Route("GET", "/v1/points/{public_id}", points.read),
        Route("GET", "/v1/tracking/{number}", tracking.track),
        Route("GET", "/v1/events", tracking.feed),
        Route("GET", "/v1/webhook", tracking.read_webhook),
        Route("PUT", "/v1/webhook", tracking.put_webhook),
        Route("DELETE", "/v1/webhook", tracking.delete_webhook),
        Route("GET", "/v1/cod-settlements", settlements.read_list),
        Route("GET", "/v1/cod-settlements/{public_id}", settlements.read),
        Route("GET", "/_sim/state", control.state),
        Route("POST", "/_sim/advance", control.advance),
        Route("PUT", "/_sim/clock", control.set_clock),
        Route("PUT", "/_sim/outcomes", control.set_outcomes),
        Route("POST", "/_sim/faults", control.add_fault),
        Route("GET", "/_sim/faults", control.list_faults),
        Route("DELETE", "/_sim/faults", control.clear_faults),
        Route("DELETE", "/_sim/faults/{number}", control.remove_fault),
        Route("POST", "/_sim/reset", control.reset),
    ]
)
