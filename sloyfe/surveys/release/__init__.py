"""THE RELEASE: the only way a figure gets out. Nothing else may read the answers.

`figures`, `figure` and `texts` tell what was frozen at close; a figure that may not be shown is `Hidden`.
"""

from sloyfe.surveys.release.freeze import freeze
from sloyfe.surveys.release.read import answers_told, figure, figures, figures_of, is_released, responses, texts
from sloyfe.surveys.release.screening import forget_texts, rule_text, to_screen
from sloyfe.surveys.release.values import Band, Figure, Hidden, Reason, Shown

__all__ = [
    "Band",
    "Figure",
    "Hidden",
    "Reason",
    "Shown",
    "answers_told",
    "figure",
    "figures",
    "figures_of",
    "forget_texts",
    "freeze",
    "is_released",
    "responses",
    "rule_text",
    "texts",
    "to_screen",
]
