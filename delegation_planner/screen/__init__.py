"""The window: everything that imports Qt."""

import sys

# WORKAROUND https://bugreports.qt.io/browse/PYSIDE-2029: PySide6 reads the source of every module that is imported
# after it, to learn whether it may switch on features (snake_case, true_property). We never do; it costs a tenth of
# the start.
_feature = sys.modules.get("shibokensupport.feature")
if _feature is not None and hasattr(_feature, "_mod_uses_pyside"):
    vars(_feature)["_mod_uses_pyside"] = lambda _module: False
