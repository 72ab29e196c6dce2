"""Settings of the tests: fast password hashes, fixed keys, no manifest."""

from config.settings.base import *

SECRET_KEY = "tests only, not a secret"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
CELERY_BROKER_URL = "memory://"
FORBID_QUERIES_IN_TEMPLATES = True
SHOW_KIT = True
