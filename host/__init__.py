"""
Runs Backroom on one machine: environment, PostgreSQL, Valkey, keys, set-up steps and the process tree.

`bin/*` are thin doors into this package. `bootstrap.py` alone runs before any environment exists
and uses the standard library only; the rest runs inside `.venv`. Nothing in `erp` imports this
package: a production machine may replace all of it by systemd units or containers.
"""
