"""The extractor process with stand-ins for it that break its contract in every way. Starts neither Spark nor Node: python3 -m unittest discover -s tests"""

import json
import os
import signal
import sys
import tempfile
import textwrap
import threading
import time
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
from trichluc_spark.extractor import Extractor, ExtractorFailed  # noqa: E402

GOOD = """
def answer(article):
    return {"id": article["id"], "schemaVersion": "1.0", "text": article["text"]}
"""
LOOP = """
import json, os, signal, sys, time
{before}
for line in sys.stdin.buffer:
    article = json.loads(line)
    {each}
    sys.stdout.buffer.write(json.dumps(answer(article)).encode() + b"\\n")
    sys.stdout.buffer.flush()
{after}
"""


def stand_in(each="pass", before="", after=""):
    program = GOOD + LOOP.format(each=each, before=textwrap.dedent(before), after=textwrap.dedent(after))
    return [sys.executable, "-c", program]


def lines(count, text="x", first=0):
    return [json.dumps({"id": first + i, "text": text}).encode() + b"\n" for i in range(count)]


def ids(answers):
    return [json.loads(line)["id"] for line in answers.splitlines()]


class ExtractorTest(unittest.TestCase):
    def make(self, command, **settings):
        extractor = Extractor(command, **settings)
        self.addCleanup(extractor.kill)
        return extractor

    def test_answers_in_order_with_one_process(self):
        extractor = self.make(stand_in())
        self.assertEqual(ids(extractor.ask(lines(300))), list(range(300)))
        pid = extractor._process.pid
        self.assertEqual(ids(extractor.ask(lines(5, first=300))), list(range(300, 305)))
        self.assertEqual(extractor._process.pid, pid)
        self.assertEqual(extractor.ask([]), b"")
        extractor.close()

    def test_does_not_wait_for_ever_when_both_pipes_are_full(self):
        # Each line is larger than a pipe, and comes back as large.
        extractor = self.make(stand_in(), patience=60)
        answers = extractor.ask(lines(20, "x" * 3_000_000))
        self.assertEqual(ids(answers), list(range(20)))
        self.assertGreater(len(answers), 60_000_000)
        extractor.close()

    def test_an_extractor_killed_in_the_middle_costs_nothing(self):
        extractor = self.make(stand_in(each="time.sleep(0.002)"))
        extractor.ask(lines(1))
        first = extractor._process.pid
        threading.Timer(0.3, os.kill, (first, signal.SIGKILL)).start()
        self.assertEqual(ids(extractor.ask(lines(500))), list(range(500)))
        self.assertNotEqual(extractor._process.pid, first)
        extractor.close()

    def test_a_document_that_ends_it_gets_an_error_and_costs_no_other(self):
        extractor = self.make(stand_in(each="if article['text'] == 'bad': os.kill(os.getpid(), signal.SIGKILL)"))
        asked = lines(100)
        asked[37] = lines(1, "bad", first=37)[0]
        answers = [json.loads(line) for line in extractor.ask(asked).splitlines()]
        self.assertEqual([answer["id"] for answer in answers], list(range(100)))
        self.assertEqual([answer["id"] for answer in answers if "error" in answer], [37])
        self.assertEqual(answers[37]["error"]["code"], "extractor-ended")
        self.assertIn("SIGKILL", answers[37]["error"]["message"])
        extractor.close()

    def test_one_that_hangs_is_ended(self):
        with tempfile.TemporaryDirectory() as folder:
            mark = os.path.join(folder, "mark")
            hang = f"if article['id'] == 5 and not os.path.exists({mark!r}): open({mark!r}, 'w').close(); time.sleep(3600)"
            extractor = self.make(stand_in(each=hang), patience=2)
            self.assertEqual(ids(extractor.ask(lines(10))), list(range(10)))
            extractor.close()

    def test_one_that_cannot_be_started_fails_the_task(self):
        for command in (["/no/such/program"], [sys.executable, "-c", "import sys; sys.exit(2)"], ["/bin/cat"]):
            with self.assertRaises(ExtractorFailed, msg=command):
                self.make(command).ask(lines(3))

    def test_another_version_of_answers_fails_the_task(self):
        other = stand_in(before="""
            def answer(article):
                return {"id": article["id"], "schemaVersion": "2.0"}
        """)
        with self.assertRaisesRegex(ExtractorFailed, "version 2.0"):
            self.make(other).ask(lines(3))

    def test_more_answers_than_lines_fail_the_task(self):
        # In one write, also where Python is told not to buffer.
        twice = stand_in(each="if article['id'] == 2: os.write(1, b'{}\\n{}\\n')")
        with self.assertRaisesRegex(ExtractorFailed, "more came back"):
            self.make(twice).ask(lines(3))
        # Behind the last answer, where only the end shows it.
        late = self.make(stand_in(after="print('{}')"))
        late.ask(lines(3))
        with self.assertRaisesRegex(ExtractorFailed, "nobody asked for"):
            late.close()

    def test_a_bad_end_fails_the_task_and_status_1_does_not(self):
        bad = self.make(stand_in(after="sys.exit(3)"))
        bad.ask(lines(3))
        with self.assertRaisesRegex(ExtractorFailed, "status 3"):
            bad.close()
        some_bad_lines = self.make(stand_in(after="sys.exit(1)"))
        some_bad_lines.ask(lines(3))
        some_bad_lines.close()


if __name__ == "__main__":
    unittest.main()
