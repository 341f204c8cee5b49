"""Generated from schemas/extraction.schema.json by `npm run generate`: do not edit."""

#: The columns that extract_facts adds to the id, as Spark's DDL. A fact has the fields of all types, and those of other types are null.
COLUMNS = (
    "`schemaVersion` STRING"
    ", "
    "`offsets` STRING"
    ", "
    "`reference` STRUCT<`date`: STRING, `basis`: STRING>"
    ", "
    "`facts` ARRAY<STRUCT<`start`: BIGINT, `end`: BIGINT, `text`: STRING, `rule`: STRING, `confidence`: DOUBLE, `inferred`: ARRAY<STRUCT<`field`: STRING, `basis`: STRING>>, `type`: STRING, `kind`: STRING, `number`: STRING, `year`: BIGINT, `symbol`: STRING, `code`: STRING, `issuer`: STRING, `congress`: BIGINT, `plenum`: BIGINT, `issuedOn`: STRING, `subject`: STRING, `name`: STRING, `key`: STRING, `ambiguous`: ARRAY<STRING>, `value`: STRING, `mod`: STRING, `titles`: ARRAY<STRING>, `rank`: STRING, `degree`: STRING, `mentions`: ARRAY<STRUCT<`start`: BIGINT, `end`: BIGINT>>, `title`: STRING, `speaker`: STRING, `document`: STRING, `count`: BIGINT, `role`: STRING, `approx`: STRING, `unit`: STRING, `of`: BIGINT, `percent`: DOUBLE, `due`: STRING, `inclusive`: BOOLEAN, `within`: STRING, `task`: STRING, `assignee`: STRING>>"
    ", "
    "`diagnostics` ARRAY<STRUCT<`code`: STRING, `message`: STRING>>"
    ", "
    "`error` STRUCT<`code`: STRING, `message`: STRING>"
)
