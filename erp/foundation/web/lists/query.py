"""The state of a list as it stands in the URL, in one canonical form."""

from collections.abc import Iterable, Sequence

from django.http import QueryDict

from erp.foundation.web.lists.columns import Column
from erp.foundation.web.lists.filters import Filter

TEXT, SORT, COLUMNS, COLUMN, AFTER, BEFORE = "q", "sort", "cols", "col", "after", "before"


class ListQuery:
    """Reads the parameters of a list and writes addresses of neighbours of the present state."""

    def __init__(self, raw: QueryDict, filters: Sequence[Filter], columns: Sequence[Column], sort: str) -> None:
        self.filters, self.default_sort = filters, sort
        self.sortable = {column.name for column in columns if column.sort}
        self.data = QueryDict(mutable=True)
        if text := raw.get(TEXT, "").strip():
            self.data[TEXT] = text[:200]
        for one in filters:
            for name in one.parameters:
                if values := [value for value in raw.getlist(name) if value]:
                    self.data.setlist(name, values[:50])
        wanted = raw.get(SORT, "")
        if wanted.lstrip("-") in self.sortable and wanted != sort:
            self.data[SORT] = wanted
        self._choose_columns(raw, columns)
        self.after, self.before = raw.get(AFTER, ""), raw.get(BEFORE, "")

    def _choose_columns(self, raw: QueryDict, columns: Sequence[Column]) -> None:
        by_name = {column.name: column for column in columns}
        wanted = raw.getlist(COLUMN) or [name for name in raw.get(COLUMNS, "").split(",") if name]
        names = [name for name in dict.fromkeys(wanted) if name in by_name]
        usual = [column.name for column in columns if column.shown]
        if names and names != usual:
            self.data[COLUMNS] = ",".join(names)
        self.columns = [by_name[name] for name in names or usual]
        self.hidden_columns = [column for column in columns if column not in self.columns]

    @property
    def text(self) -> str:
        """What is searched for."""
        return self.data.get(TEXT, "")

    @property
    def sort(self) -> str:
        """Name of the sort column, with ``-`` before it when descending."""
        return self.data.get(SORT, self.default_sort)

    @property
    def encoded(self) -> str:
        """The state without its place in the pages, as saved views keep it."""
        return self.data.urlencode()

    @property
    def filtered(self) -> bool:
        """Whether anything narrows the rows."""
        return bool(self.text) or any(one.describe(self.data) for one in self.filters)

    def url(self, *, without: Iterable[str] = (), **changes: str) -> str:
        """Address of the state with these parameters changed, "" meaning removed; the first page."""
        data = self.data.copy()
        for name in without:
            data.pop(name, None)
        for name, value in changes.items():
            data.pop(name, None)
            if value:
                data[name] = value
        return f"?{data.urlencode()}" if data else "?"

    def sort_url(self, column: Column) -> str:
        """Address that sorts by a column, or turns the direction round."""
        now = self.sort
        first = f"-{column.name}" if column.kind in {"moment", "date", "number", "money", "percent"} else column.name
        other = first[1:] if first.startswith("-") else f"-{first}"
        wanted = other if now == first else first
        return self.url(sort="" if wanted == self.default_sort else wanted)
