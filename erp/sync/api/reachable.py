"""The address that is asked whether it leads here."""

from django.http import HttpRequest, HttpResponse
from django.views import View

from erp.sync import reaching


class ReachedView(View):
    """Answers a word as no other installation can; says nothing else, to anybody."""

    public = True  # declared for the test that walks every address: it only proves which installation this is
    http_method_names = ["get"]  # Django's own declaration

    def get(self, request: HttpRequest) -> HttpResponse:
        """The answer."""
        word = request.GET.get("word", "")
        if not word or len(word) > reaching.LONGEST_WORD:
            return HttpResponse(status=404)
        return HttpResponse(reaching.answer(word), content_type="text/plain")
