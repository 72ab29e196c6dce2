"""Facts about people and their rights."""

from erp.foundation.events.facts import Fact


class FirstPersonLetIn(Fact, app="accounts"):
    """An installation that was nobody's has its first person."""

    user_id: int


class PersonInvited(Fact, app="accounts"):
    """Somebody has been let in and sets a password next; whoever sends mail tells them."""

    user_id: int
    company_id: int


class NewPasswordAsked(Fact, app="accounts"):
    """Somebody asked for a new password of a person; whoever sends mail answers the person."""

    user_id: int
    company_id: int


class RoleGiven(Fact, app="accounts"):
    """A person has a role more."""

    user_id: int
    role: str
    company_id: int
    branch_id: int | None


class RoleTaken(Fact, app="accounts"):
    """A person has a role less."""

    user_id: int
    role: str
    company_id: int
    branch_id: int | None


class InstallationGiven(Fact, app="accounts"):
    """A person runs the installation now."""

    user_id: int


class InstallationTaken(Fact, app="accounts"):
    """A person does not run the installation any more."""

    user_id: int


class AccessStopped(Fact, app="accounts"):
    """A person can't sign in any more."""

    user_id: int


class AccessReopened(Fact, app="accounts"):
    """A person whose access was stopped can sign in again."""

    user_id: int


class ApiKeyMade(Fact, app="accounts"):
    """A program has a key."""

    key_id: int


class ApiKeyRevoked(Fact, app="accounts"):
    """A program's key has been stopped."""

    key_id: int
