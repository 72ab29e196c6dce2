"""Calls of the API that must not happen twice."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class IdempotentCall(models.Model):
    """
    The answer to a call that carried an Idempotency-Key, written by the transaction of the call's effect.

    So either both are there or neither; a second call with the key gets the first one's answer.
    """

    client = models.CharField(max_length=120)
    key = models.CharField(max_length=200)
    request_hash = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField()
    body = models.TextField(blank=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("call of the API")
        verbose_name_plural = _("calls of the API")
        constraints = (
            models.UniqueConstraint(fields=("client", "key"), name="idempotency_key_once"),
            models.CheckConstraint(name="idempotent_call_succeeded", condition=Q(status__range=(200, 299))),
        )
