"""Static files by names that hold a digest; scripts that import each other are renamed in each other too."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class Storage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # whitenoise comes without types
    """As whitenoise has it, with modules."""

    support_js_module_import_aggregation = True
