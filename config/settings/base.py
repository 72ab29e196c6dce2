"""Settings that hold everywhere."""

import json
from typing import Any
from urllib.parse import urlsplit

import pghistory
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from config.brokers import broker_settings
from config.databases import database
from config.env import ENV, REPOSITORY
from config.logs import LOGGING as LOGGING

BASE_DIR = REPOSITORY
SECRET_KEY = ENV.secret_key
DEBUG = ENV.debug
ALLOWED_HOSTS = [*ENV.allowed_hosts, "127.0.0.1", "localhost", "[::1]"]
CSRF_TRUSTED_ORIGINS = [ENV.public_url]

FOUNDATION_APPS = [
    "erp.foundation",
    "erp.foundation.web",
    "erp.foundation.events",
    "erp.foundation.organisation",
    "erp.foundation.accounts",
    "erp.foundation.workqueue",
    "erp.foundation.jobs",
    "erp.foundation.mail",
    "erp.foundation.search",
]
BUSINESS_APPS = [
    "erp.documents",
    "erp.fiscal",
    "erp.catalog",
    "erp.crm",
    "erp.inventory",
    "erp.carriers",
    "erp.pricing",
    "erp.payments",
    "erp.orders",
    "erp.shipping",
    "erp.finance",
    "erp.sync",
    "erp.reporting",
    "erp.setup",
    "erp.demo",
]


def _present(apps: list[str]) -> list[str]:
    """Apps whose folder exists: an app folder exists only when it has something to hold."""
    return [app for app in apps if (BASE_DIR / app.replace(".", "/") / "apps.py").is_file()]


INSTALLED_APPS = [
    "unfold.apps.BasicAppConfig",
    "erp.foundation.accounts.admin_config.BackroomAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "csp",
    "guardian",
    "oauth2_provider",
    "pgtrigger",
    "pghistory",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "django_celery_beat",
    "django_htmx",
    "template_partials",
    "django_structlog",
    "django_prometheus",
    *_present(FOUNDATION_APPS),
    *_present(BUSINESS_APPS),
]

MIDDLEWARE = [
    "django_prometheus.middleware.PrometheusBeforeMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "erp.foundation.accounts.middleware.access_middleware",
    "erp.foundation.accounts.middleware.language_middleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_structlog.middlewares.RequestMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "erp.foundation.web.middleware.AdminContentPolicy",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
    "django_prometheus.middleware.PrometheusAfterMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "erp.foundation.web.shell.context",
            ],
        },
    }
]

DATABASES = {"default": database(ENV.database_owner_url if ENV.database_role == "owner" else ENV.database_url)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "en"
LANGUAGES = [("pl", _("Polish")), ("en", _("English"))]
USE_I18N = True
# Before the texts of libraries, whose translation of a short word ("All", "Change") need not fit our pages.
LOCALE_PATHS = [BASE_DIR / "erp" / "foundation" / "locale", *sorted(BASE_DIR.glob("erp/*/locale"))]
USE_TZ = True
TIME_ZONE = "UTC"  # of storage; people see times in their company's zone
USE_THOUSAND_SEPARATOR = False  # keys in forms are numbers too; the kit's filters group what people read

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = ENV.home / "static"
MEDIA_ROOT = ENV.home / "files"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "erp.foundation.web.staticfiles.ModuleManifestStorage"},
}

CACHES = {
    "default": (
        {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": ENV.cache_url}
        if ENV.cache_url
        else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    )
}

PGHISTORY_FOREIGN_KEY_FIELD = pghistory.ForeignKey(db_index=False)  # history is read by its own row only

# --- sign-in and protection
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_ADAPTER = "erp.foundation.accounts.adapter.ClosedAccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # strangers get no mail from us
PASSWORD_RESET_TIMEOUT = 3 * 24 * 3600
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
_OIDC = json.loads(ENV.oidc or "[]")
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": _OIDC, "OAUTH_PKCE_ENABLED": True}}
SOCIALACCOUNT_ADAPTER = "erp.foundation.accounts.adapter.InvitedOnlyAdapter"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True  # by an e-mail that the provider says is verified, and by no other
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_USERNAME_CALLABLE = "erp.foundation.accounts.adapter.signing_in_as"
AXES_LOCKOUT_CALLABLE = "erp.foundation.web.failures.too_many"
AXES_VERBOSE = False
GUARDIAN_MONKEY_PATCH_USER = False
# Grants are read by the accounts app's own scoping, not through an authentication backend.
SILENCED_SYSTEM_CHECKS = ["guardian.W001"]
ANONYMOUS_USER_NAME = None


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "erp.foundation.web.failures.forgery"
_SECURE = ENV.public_url.startswith("https://")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _SECURE else None
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "worker-src": [SELF],
        "manifest-src": [SELF],
        # Browsers ask this of where a form leads on to as well: signing in at a provider begins with a form.
        "form-action": [SELF, *sorted({_origin(app["settings"]["server_url"]) for app in _OIDC})],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# --- API
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "erp.foundation.accounts.api.authentication.KeyAuthentication",
        "erp.foundation.accounts.api.authentication.OAuthAuthentication",
        "erp.foundation.accounts.api.authentication.BrowserAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["erp.foundation.web.api.rules.DeclaredPermission"],
    "DEFAULT_THROTTLE_CLASSES": [
        "erp.foundation.web.api.throttles.ClientThrottle",
        "erp.foundation.web.api.throttles.AnonymousThrottle",
    ],
    "DEFAULT_THROTTLE_RATES": {"client": "1200/min", "anonymous": "60/min"},
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    "DEFAULT_PAGINATION_CLASS": "erp.foundation.web.api.paging.KeysetPagination",
    "DEFAULT_SCHEMA_CLASS": "erp.foundation.web.api.schema.ApiSchema",
    "EXCEPTION_HANDLER": "erp.foundation.web.api.problems.handle",
    "COERCE_DECIMAL_TO_STRING": True,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Backroom",
    "DESCRIPTION": "Reads are lists and single rows; everything that changes something is a verb, sent by POST.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.1",
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "SERVE_INCLUDE_SCHEMA": False,
    "COMPONENT_SPLIT_REQUEST": True,
    "POSTPROCESSING_HOOKS": [],  # values stay at their fields: shared names for them would change with every app
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
}
OAUTH2_PROVIDER = {
    "SCOPES_BACKEND_CLASS": "erp.foundation.accounts.oauth.PermissionScopes",
    "ACCESS_TOKEN_EXPIRE_SECONDS": 3600,
    "REFRESH_TOKEN_EXPIRE_SECONDS": 30 * 24 * 3600,
    "ROTATE_REFRESH_TOKEN": True,
    "PKCE_REQUIRED": True,
}

# --- jobs
CELERY_BROKER_URL = ENV.broker_url
globals().update(broker_settings(ENV.broker_url, ENV.home))
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# Acknowledged when taken: a job that a kill cut off is found by its lease in PostgreSQL, never run twice by the broker.
CELERY_TASK_ACKS_LATE = False
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT = 10.0
CELERY_WORKER_SEND_TASK_EVENTS = False
CELERY_BEAT_MAX_LOOP_INTERVAL = 5
CELERY_TASK_IGNORE_RESULT = True
CELERY_BEAT_SCHEDULER = "django_celery_beat.schedulers:DatabaseScheduler"
CELERY_TIMEZONE = "UTC"
DJANGO_STRUCTLOG_CELERY_ENABLED = True
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
