"""Settings of `bin/up`: one machine, embedded services. Keys come from the data folder's own key file."""

from config.settings.base import *

FORBID_QUERIES_IN_TEMPLATES = DEBUG
