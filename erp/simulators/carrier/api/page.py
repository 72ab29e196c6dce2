"""The control page."""

from pathlib import Path

from erp.simulators.carrier.carrier import Carrier
from erp.simulators.carrier.http.messages import Request, Response

POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'"


def show(carrier: Carrier, request: Request) -> Response:
    page = (Path(__file__).parent / "page.html").read_bytes()
    return Response(body=page, content_type="text/html; charset=utf-8", headers={"Content-Security-Policy": POLICY})
