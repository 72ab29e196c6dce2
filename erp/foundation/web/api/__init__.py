"""
The shell of the API under /api/v1/: what every app's endpoints have in common.

An app writes in its ``api/``: serializers (input and output apart), a :class:`views.ReadViewSet` whose verbs are
marked with :func:`verbs.verb`, and ``urls.py`` with a :class:`routing.ApiRouter`. Who calls is told by the
authentication classes of accounts, as :class:`credentials.Credentials` in ``request.auth``.
"""
