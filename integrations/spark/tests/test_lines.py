"""Articles as lines of JSON, read back by Python's own reader."""

import json
import os
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
from trichluc_spark.lines import request_lines  # noqa: E402


def encoded(column):
    return [None if value is None else value.encode() for value in column]


class LinesTest(unittest.TestCase):
    def check(self, texts, days=None, number=0):
        days = days or [None] * len(texts)
        lines = request_lines(encoded(texts), encoded(days), number)
        for line in lines:
            self.assertEqual(line.count(b"\n"), 1)
            self.assertTrue(line.endswith(b"\n"))
        articles = [json.loads(line) for line in lines]
        self.assertEqual([article["id"] for article in articles], list(range(number, number + len(texts))))
        self.assertEqual([article["text"] for article in articles], texts)
        self.assertEqual([article.get("publishedAt") for article in articles], days)

    def test_texts_come_back_as_they_are(self):
        self.check(["Họp tại 64 điểm cầu.", "", "😀 \u2028\u2029\ufeff\x7f\x85"], number=41)
        self.check([])

    def test_what_json_escapes_is_escaped(self):
        self.check(["".join(map(chr, range(0x100))), 'a "b"\r\n\tc', '\\\\"', "\\u0001\\n", "\x00", "\x1f\\\x0b"])

    def test_a_null_text_is_null_and_a_null_day_is_not_there(self):
        self.check([None, "x"], ["2023-12-05", None])
        self.assertEqual(request_lines([b"x"], [None], 3), [b'{"id":3,"text":"x"}\n'])

    def test_a_day_that_is_none_breaks_no_line(self):
        self.check(["x"], ['"},\n\\'])

    def test_bytes_that_are_not_utf8_are_left_to_the_extractor(self):
        self.assertEqual(request_lines([b"\xff\n\xc3"], [None], 0), [b'{"id":0,"text":"\xff\\n\xc3"}\n'])


if __name__ == "__main__":
    unittest.main()
