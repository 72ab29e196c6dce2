"""Pages of lists by key: stable while rows come and go, and as fast on the last page as on the first."""

from rest_framework.pagination import CursorPagination


class KeysetPagination(CursorPagination):
    """Cursor pages in the order that the view declares."""

    page_size = 50
    max_page_size = 200
    page_size_query_param = "page_size"
