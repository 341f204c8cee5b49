"""Structured facts out of Vietnamese news text, on Apache Spark.

    from trichluc_spark import extract_facts
    facts = extract_facts(articles, text_col="text", id_col="id", date_col="published")

See docs/scale.md.
"""

from .facts import extract_facts
from .extractor import ExtractorFailed
from .schema import COLUMNS

__all__ = ["COLUMNS", "ExtractorFailed", "extract_facts"]
