"""Celery's settings for each kind of broker. Whatever the broker loses, a sweeper sends again from PostgreSQL."""

from pathlib import Path
from typing import Any

# Seconds after which a message is given to another worker when the one that took it has vanished
# before starting it. A job is leased in PostgreSQL, so an early second copy finds it taken.
VISIBILITY_TIMEOUT = 300


def broker_settings(url: str, home: Path) -> dict[str, Any]:
    """
    Django settings (CELERY_*) that fit this broker address.

    RabbitMQ, the production choice: quorum queues and publisher confirms, so a message that was taken is on a
    majority of nodes. Redis and Valkey: messages of a killed worker come back after the visibility timeout.
    """
    scheme = url.partition(":")[0]
    if scheme.startswith(("amqp", "pyamqp")):
        return {
            "CELERY_TASK_DEFAULT_QUEUE_TYPE": "quorum",
            "CELERY_BROKER_TRANSPORT_OPTIONS": {"confirm_publish": True},
        }
    if scheme.startswith(("redis", "valkey", "sentinel")):
        return {
            "CELERY_BROKER_TRANSPORT_OPTIONS": {
                "visibility_timeout": VISIBILITY_TIMEOUT,
                # Together how often lost messages are looked for: each 2 seconds instead of each 100.
                "unacked_restore_interval": 2,
                "unacked_restore_throttle": 1,
            }
        }
    if scheme == "filesystem":
        folder = str(home / "broker")
        Path(folder).mkdir(mode=0o700, parents=True, exist_ok=True)
        return {
            "CELERY_BROKER_TRANSPORT_OPTIONS": {
                "data_folder_in": folder,
                "data_folder_out": folder,
                "control_folder": folder,
            }
        }
    return {}
