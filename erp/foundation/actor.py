"""Who does something: a person, a channel, an API key, a signed link, or Backroom itself."""

from dataclasses import dataclass

from erp.foundation.refs import Ref


@dataclass(frozen=True, slots=True)
class Actor:
    """
    Who acts, as written into events and history.

    ``kind`` is one of user, apikey, oauth, link, channel, system; ``key`` its identity as text.
    """

    kind: str
    key: str

    @property
    def ref(self) -> Ref:
        return Ref(self.kind, self.key)

    def __str__(self) -> str:
        return f"{self.kind}:{self.key}"


SYSTEM = Actor("system", "backroom")
