"""Settings of a production machine: refuses to start without its secrets."""

from config.env import ENV, EnvError
from config.settings.base import *

for _name, _value in (("SECRET_KEY", ENV.secret_key), ("FIELD_KEYS", ENV.field_keys)):
    if not _value:
        raise EnvError(f"{_name} must be set in production.")
if not ENV.public_url.startswith("https://"):
    raise EnvError("PUBLIC_URL must be an https address in production.")

SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31_536_000
