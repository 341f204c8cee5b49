"""What schemathesis does not know of JSON Lines: streams to send, good lines and bad, and a check of every line that comes back."""

import json

import jsonschema_rs
import schemathesis
from hypothesis import strategies as st

LINES = "application/x-ndjson"

article = st.fixed_dictionaries(
    {"id": st.text(max_size=20) | st.integers(-(2**53) + 1, 2**53 - 1), "text": st.text(max_size=200)},
    optional={"publishedAt": st.dates().map(str) | st.none() | st.text(max_size=12)},
)
line = (
    article.map(lambda value: json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    | st.binary(max_size=40).map(lambda value: value.replace(b"\n", b" "))
    | st.sampled_from([b"", b" ", b"null", b"[]", b"{}", b'{"id":1}', b'{"id":{},"text":""}', b"\xef\xbb\xbf{}"])
)
schemathesis.openapi.media_type(LINES, st.lists(line, max_size=30).map(b"\n".join))


@schemathesis.check
def a_line_for_each_line(ctx, response, case):
    """In number as many as were sent, each as the document describes it."""
    if case.path != "/v1/extract:stream" or response.status_code != 200 or not isinstance(case.body, bytes):
        return None
    sent = case.body.split(b"\n")
    # An LF ends a line, and a blank line at the very end is none.
    if not sent[-1]:
        sent.pop()
    if sent and not sent[-1].strip(b" \t\r"):
        sent.pop()
    lines = response.content.split(b"\n")
    assert lines.pop() == b"", "the last line of the answer does not end"
    assert len(lines) == len(sent), f"{len(sent)} lines were sent, {len(lines)} came back"
    validator = validator_of(case.operation.schema.raw_schema)
    for number, text in enumerate(lines, 1):
        answer = json.loads(text)
        errors = [error.message for error in validator.iter_errors(answer)]
        assert not errors, f"line {number}: {errors[0]}"
        assert answer["status"] == 200 or answer["error"]["line"] == number, f"line {number}: {text!r}"
    return None


_validators = {}


def validator_of(document):
    if id(document) not in _validators:
        schema = {"$ref": "#/components/schemas/StreamAnswer", "components": document["components"]}
        _validators[id(document)] = jsonschema_rs.validator_for(schema)
    return _validators[id(document)]
