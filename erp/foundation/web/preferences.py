"""Preferences of a person kept in cookies, so that the server renders the right page at once: theme, density."""

from django.http import HttpRequest, HttpResponse

THEMES = ("system", "light", "dark")
DENSITIES = ("dense", "comfortable")
THEME_COOKIE, DENSITY_COOKIE = "theme", "density"
YEAR_SECONDS = 365 * 24 * 3600


def theme_of(request: HttpRequest) -> str:
    """light, dark or system."""
    value = request.COOKIES.get(THEME_COOKIE, "")
    return value if value in THEMES else "system"


def density_of(request: HttpRequest) -> str:
    """dense or comfortable."""
    value = request.COOKIES.get(DENSITY_COOKIE, "")
    return value if value in DENSITIES else "dense"


def keep(response: HttpResponse, name: str, value: str, *, secure: bool) -> None:
    """Set the cookie of a preference for a year."""
    response.set_cookie(name, value, max_age=YEAR_SECONDS, samesite="Lax", secure=secure, httponly=True)
