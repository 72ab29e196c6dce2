"""
Long jobs: imports, exports, replays, rebuilds; with progress, cancel and resume.

Owns: the job rows, their leases and their fate. Does not own the work: an app registers a kind
(:mod:`erp.foundation.jobs.kinds`). Celery only wakes a worker; a sweep finds what it lost.
"""
