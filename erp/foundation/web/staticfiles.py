"""Static files with hashes in their names, also where one JavaScript module names another."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class ModuleManifestStorage(CompressedManifestStaticFilesStorage):
    """Rewrites ``import`` between our modules, so that a new version is never mixed with an old one."""

    support_js_module_import_aggregation = True
