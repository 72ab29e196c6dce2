"""Static files with hashes in their names, also where one JavaScript module names another."""

import re
from collections.abc import Callable
from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage

OWN_MODULES = "web/"


class ModuleManifestStorage(CompressedManifestStaticFilesStorage):
    """Rewrites ``import`` between our modules, so that a new version is never mixed with an old one."""

    support_js_module_import_aggregation = True

    def url_converter(
        self, name: str, hashed_files: dict[str, str], template: str | None = None
    ) -> Callable[[re.Match[str]], str]:
        """Leave libraries' files as they are: what looks like an import may stand in a comment there."""
        if name.endswith(".js") and not name.startswith(OWN_MODULES):
            return lambda found: found[0]
        converter: Any = super().url_converter(name, hashed_files, template)
        return converter  # type: ignore[no-any-return]
