"""What import-linter can't say: who may import one library, what crosses between apps, side effects that hide."""

import ast
import subprocess
import sys

from host.paths import REPOSITORY
from tests.architecture.source import calls, imports, modules

# An app's public face (docs/adr/0008-public-face.md): its layers that others may know, ...
LAYERS = frozenset({"services", "queries", "locking", "events", "models", "states"})
# ... the plain values its services are spoken to in, arithmetic without a database, what adapters fulfil, ...
VALUES = frozenset({"availability", "contacts", "drafts", "lines", "protocol"})
# ... and its verbs that touch the network, which no transaction may surround.
NETWORK = frozenset({"talking"})
ACROSS = LAYERS | VALUES | NETWORK


def program():
    return [module for module in modules() if not module.name.startswith("erp.simulators")]


def test_program_knows_no_simulator():
    assert [m.name for m in program() if any(name.startswith("erp.simulators") for name in imports(m))] == []


def test_simulators_import_nothing_of_the_program():
    found = [
        (module.name, name)
        for module in modules()
        if module.name.startswith("erp.simulators.")
        for name in imports(module)
        if name.startswith(("erp.", "config", "host")) and not name.startswith("erp.simulators")
    ]
    assert found == []


def test_guardian_is_known_to_scoping_alone():
    found = {m.name for m in program() if any(name.split(".")[0] == "guardian" for name in imports(m))}
    assert found <= {"erp.foundation.accounts.scoping", "erp.foundation.accounts.models.grants"}


def test_nobody_listens_to_signals():
    """A side effect fired from wherever a row is saved can't be read in the code of the use case."""
    found = [
        m.name for m in program() if any("django.db.models.signals" in n or n.endswith(".receiver") for n in imports(m))
    ]
    assert found == []


def test_only_the_outbox_speaks_after_commit():
    hidden = {"on_commit", "delay", "apply_async", "delay_on_commit"}
    found = [
        (module.name, call)
        for module in program()
        for call in calls(module)
        if call in hidden and not module.name.startswith(("erp.foundation.events", "erp.foundation.jobs"))
    ]
    assert found == []


def test_an_app_sees_only_the_front_of_another():
    """Its layers, values and network verbs; what else an app has is its own affair."""
    found = []
    for module in program():
        for name in imports(module):
            parts = name.split(".")
            if parts[0] != "erp" or len(parts) < 3 or parts[1] in {"foundation", module.parts[1]}:
                continue
            if parts[2] not in ACROSS and module.parts[1] != "demo":
                found.append((module.name, name))
    assert found == []


def test_values_that_apps_exchange_are_plain():
    """A value that knew tables or the framework would carry the inside of its app across the border."""
    found = []
    for module in program():
        if len(module.parts) != 3 or module.parts[1] == "foundation" or module.parts[2] not in VALUES:
            continue
        for name in imports(module):
            parts = name.split(".")
            ours_is_plain = parts[0] != "erp" or parts[1] == "foundation" or parts[2] in VALUES | {"states"}
            if parts[0] == "django" or not ours_is_plain:
                found.append((module.name, name))
    assert found == []


def test_verbs_that_touch_the_network_refuse_a_transaction():
    found = []
    for module in program():
        verbs = [node for node in module.tree.body if isinstance(node, ast.FunctionDef) and _takes_actor(node)]
        if module.parts[-1] in NETWORK:
            found += [f"{module.name}.{verb.name}" for verb in verbs if "outside_transaction" not in _decorators(verb)]
    assert found == []


def _takes_actor(function):
    return any(argument.arg == "actor" for argument in function.args.kwonlyargs)


def _decorators(function):
    return {each.id for each in function.decorator_list if isinstance(each, ast.Name)}


def test_bootstrap_runs_on_a_bare_python():
    """With no site-packages at all: the first thing a newcomer starts has nothing installed."""
    code = "import sys; sys.path.insert(0, sys.argv[1]); import host.bootstrap, host.trouble"
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code, str(REPOSITORY)], capture_output=True, text=True, timeout=60
    )
    assert done.stderr == ""
    assert done.returncode == 0
