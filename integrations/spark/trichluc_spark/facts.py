"""The facts of a DataFrame of articles."""

from typing import Iterator, List, Optional, Sequence

from pyspark.sql import DataFrame
from pyspark.sql import functions as F
from pyspark.sql.types import DateType, StringType, StructField, StructType, TimestampNTZType, TimestampType

from .extractor import PATIENCE, Extractor, ExtractorFailed
from .lines import request_lines
from .schema import COLUMNS

#: The extractor, as it is found on every worker.
COMMAND = ("trichluc",)

#: Articles that are asked about at a time, and the most bytes of text of them: what a task holds. Fewer make the work for each batch count.
ROWS = 1024
BYTES = 1 << 22


def extract_facts(
    df: DataFrame,
    text_col: str,
    id_col: str,
    date_col: Optional[str] = None,
    *,
    types: Optional[Sequence[str]] = None,
    offsets: str = "codepoint",
    reference_date: Optional[str] = None,
    command: Sequence[str] = COMMAND,
    patience: float = PATIENCE,
) -> DataFrame:
    """A row for each row of `df`, in no other order within a partition: the id as it is, and the columns of `COLUMNS`.

    `facts` is a list of structs with the fields of all types of facts; those of other types are null. An article that cannot be done has null there and
    its reason in `error`, and costs no other article its facts.

    text_col: the article, a string. id_col: of any type. date_col: the day of publication, as a date, a timestamp (of the session's time zone), or a string
    with an ISO date or date-time.
    types: only these types of facts. reference_date: the day for articles without one of their own, YYYY-MM-DD.
    offsets: the unit of start and end; code points by default, which Spark's substring and Python count in: substring(text, start + 1, end - start).
    command: the extractor on the workers, to which its arguments are added. patience: seconds without a sign of life after which it is started again.

    The task fails with ExtractorFailed where the extractor cannot be started or does not keep its contract; Spark then tries it again elsewhere.
    """
    schema = _schema(df, id_col)
    arguments = ["extract", "-", "--offsets", offsets]
    if types is not None:
        arguments += ["--types", ",".join(types)]
    if reference_date is not None:
        arguments += ["--reference-date", reference_date]
    full = [*command, *arguments]
    arrow = _arrow_schema(schema)

    def answer(batches: Iterator) -> Iterator:
        # Batches come as they are read, and go as they are taken: nothing but the one at hand is held.
        extractor = Extractor(full, patience)
        try:
            number = 0
            for batch in batches:
                for rows in _slices(batch):
                    yield _answered(extractor, rows, number, arrow)
                    number += rows.num_rows
            extractor.close()
        finally:
            # Also where the task is cancelled or fails.
            extractor.kill()

    columns = [F.col(_quoted(id_col)).alias("id"), F.col(_quoted(text_col)).alias("text"), _day(df, date_col).alias("day")]
    return df.select(*columns).mapInArrow(answer, schema)


def _schema(df: DataFrame, id_col: str) -> StructType:
    from pyspark.sql.types import _parse_datatype_string

    identity = StructField("id", df.select(_quoted(id_col)).schema[0].dataType)
    return StructType([identity, *_parse_datatype_string(COLUMNS).fields])


def _arrow_schema(schema: StructType):
    from pyspark.sql.pandas.types import to_arrow_schema

    return to_arrow_schema(schema)


def _quoted(column: str) -> str:
    return column if "." in column or column.startswith("`") else f"`{column}`"


def _day(df: DataFrame, date_col: Optional[str]):
    if date_col is None:
        return F.lit(None).cast("string")
    kind = df.select(_quoted(date_col)).schema[0].dataType
    column = F.col(_quoted(date_col))
    if isinstance(kind, StringType):
        return column
    if isinstance(kind, (DateType, TimestampType, TimestampNTZType)):
        return F.date_format(column, "yyyy-MM-dd")
    raise TypeError(f"date_col: expected a date, a timestamp or a string, got {kind.simpleString()}")


def _slices(batch) -> Iterator:
    """Parts of a batch that are neither too many rows nor too many bytes."""
    import pyarrow.compute as pc

    lengths = pc.fill_null(pc.binary_length(batch.column(1)), 0).to_pylist()
    begin = size = 0
    for i, length in enumerate(lengths):
        if i > begin and (i - begin == ROWS or size + length > BYTES):
            yield batch.slice(begin, i - begin)
            begin, size = i, 0
        size += length
    if begin < len(lengths):
        yield batch.slice(begin)


def _answered(extractor: Extractor, rows, number: int, schema):
    """The output for rows of the input. `number` is that of the first in its partition: it stands for the id, which may be of any type, and an answer must have that of its row."""
    import pyarrow as pa

    lines = request_lines(_bytes(rows.column(1)), _bytes(rows.column(2)), number)
    table = _read(extractor.ask(lines), schema)
    _check(table, number, rows.num_rows)
    columns = [rows.column(0).cast(schema.field(0).type)]
    for field in schema:
        if field.name != "id":
            column = table.column(field.name).combine_chunks()
            columns.append(column.chunk(0) if isinstance(column, pa.ChunkedArray) else column)
    return pa.RecordBatch.from_arrays(columns, schema=schema)


def _bytes(column) -> List[Optional[bytes]]:
    """Strings in UTF-8, as they are in the column."""
    import pyarrow as pa

    return column.cast(pa.binary()).to_pylist()


def _check(table, number: int, count: int) -> None:
    """That each row has its answer. The answer to a text that is not UTF-8 is an error without an id, since its line cannot be read."""
    ids = table.column("id").to_pylist()
    if ids == list(range(number, number + count)):
        return
    failed = table.column("error").is_valid().to_pylist()
    if len(ids) == count and all(id == i or (id is None and bad) for i, (id, bad) in enumerate(zip(ids, failed), number)):
        return
    raise ExtractorFailed(f"rows {number} to {number + count - 1} of a partition: the answers are not those of these rows")


def _read(answers: bytes, schema):
    import pyarrow as pa
    import pyarrow.json as pj

    wanted = pa.schema([pa.field("id", pa.int64()), *(field for field in schema if field.name != "id")])
    return pj.read_json(
        pa.BufferReader(answers),
        # One block, so that no answer is cut in two.
        read_options=pj.ReadOptions(use_threads=False, block_size=max(len(answers), 1 << 20)),
        parse_options=pj.ParseOptions(explicit_schema=wanted, unexpected_field_behavior="ignore"),
    )
