"""Handing out files."""

from typing import ClassVar

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase

from erp.documents import services as documents
from erp.documents import vault
from erp.documents.kinds import kind_named
from erp.documents.models import Document
from erp.foundation.errors import NotFound
from erp.foundation.web.views import StaffView

# What a browser may show in its window; anything else is saved. SVG and HTML could carry scripts.
SHOWN = frozenset({"application/pdf", "image/png", "image/jpeg", "image/webp", "image/gif"})


class DocumentView(StaffView):
    """A file, for whoever may see the record that it belongs to."""

    permission: ClassVar[str] = "documents.view"
    model = Document

    def load(self) -> None:
        document = Document.objects.filter(pk=self.kwargs["pk"]).first()
        if document is None or not documents.may_open(self.actor, document):
            raise NotFound

    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        document = documents.open_document(document_id=pk, actor=self.actor, at=self.now())
        return file_response(request, document)


def file_response(request: HttpRequest, document: Document) -> HttpResponseBase:
    """The bytes of a file that the caller has been allowed to open, in headers that keep it harmless and private."""
    etag = f'"{document.sha256}"'
    guarded = kind_named(document.kind).guarded
    if not guarded and request.headers.get("If-None-Match") == etag:
        return HttpResponse(status=304, headers={"ETag": etag})
    shown = document.media_type in SHOWN
    response = FileResponse(
        vault.open_file(document.path),
        as_attachment=not shown or "download" in request.GET,
        filename=document.name,
        content_type=document.media_type if shown else "application/octet-stream",
    )
    response["Content-Length"] = str(document.size)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "no-store" if guarded else "private, max-age=86400, immutable"
    if not guarded:
        response["ETag"] = etag
    return response
