"""Facts of long jobs."""

from erp.foundation.events.facts import Fact


class JobQueued(Fact, app="jobs"):
    """A job waits for a worker."""

    job_id: int
