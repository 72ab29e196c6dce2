"""Whether Backroom lives and can work: for load balancers, supervisors and monitoring."""

import hmac
from ipaddress import ip_address

from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.http import HttpRequest, HttpResponse, JsonResponse
from django_prometheus import exports

from config.env import ENV

_migrated = False


def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("ok\n", content_type="text/plain")


def readyz(request: HttpRequest) -> JsonResponse:
    """The database answers and its schema is that of the code; 503 otherwise."""
    checks = {"database": _database(), "migrations": False}
    checks["migrations"] = checks["database"] and _schema()
    ready = all(checks.values())
    return JsonResponse({"ready": ready, "checks": checks}, status=200 if ready else 503)


def metrics(request: HttpRequest) -> HttpResponse:
    """Prometheus metrics, for this machine or for whoever has METRICS_TOKEN."""
    if not _may_scrape(request):
        return HttpResponse(status=404)
    response: HttpResponse = exports.ExportToDjangoView(request)
    return response


def _database() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        return True
    except DatabaseError:
        return False


def _schema() -> bool:
    """Whether all migrations are applied; remembered once it is so."""
    global _migrated
    if not _migrated:
        loader = MigrationLoader(connection)
        _migrated = set(loader.disk_migrations) <= set(loader.applied_migrations)
    return _migrated


def _may_scrape(request: HttpRequest) -> bool:
    sent = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if ENV.metrics_token:
        return hmac.compare_digest(sent.encode(), ENV.metrics_token.encode())
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback and "X-Forwarded-For" not in request.headers
    except ValueError:
        return False
