"""Numbers of tables and figures, in the order they stand."""

from sloyfe.documents.words import Fixed


class Numbering:
    """Counts captions; what has no caption has no number."""

    def __init__(self, fixed: Fixed) -> None:
        self.fixed = fixed
        self.tables = 0
        self.figures = 0

    def table(self, caption: str) -> str:
        """The caption of the next table with its number."""
        if not caption:
            return ""
        self.tables += 1
        return f"{self.fixed.table} {self.tables}. {caption}"

    def figure(self, caption: str) -> str:
        """The caption of the next figure with its number."""
        if not caption:
            return ""
        self.figures += 1
        return f"{self.fixed.figure} {self.figures}. {caption}"
