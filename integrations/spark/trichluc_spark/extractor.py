"""One long-lived extractor process: JSON Lines in, JSON Lines out. No Spark in here, and no dependency."""

import json
import os
import selectors
import signal
import subprocess
from typing import List, Optional, Sequence

PIPE = 1 << 16
#: Linux gives a pipe this much room where it is asked to, so that both sides wait for each other less often.
ROOM = 1 << 20
#: Seconds without a sign of life after which a process is taken for hung: no document takes that long.
PATIENCE = 300.0


class ExtractorFailed(Exception):
    """The extractor cannot be started, or does not keep its contract. To do the task again on this machine may not help."""


class ExtractorEnded(Exception):
    """The process has ended in the middle: it was killed, or a document was too much for it."""

    def __init__(self, status: int):
        self.status = status
        super().__init__(describe(status))


def describe(status: int) -> str:
    """How a process ended, in words."""
    if status >= 0:
        return f"the extractor ended with status {status}"
    try:
        return f"the extractor was ended by {signal.Signals(-status).name}"
    except ValueError:
        return f"the extractor was ended by signal {-status}"


class Process:
    """A running extractor. Writing and reading happen in one thread by turns, whichever pipe is ready, so neither side can wait for the other
    for ever; what is held is the lines that were asked about and their answers, and nothing else."""

    def __init__(self, command: Sequence[str], patience: float = PATIENCE):
        self._patience = patience
        try:
            self._child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
        except OSError as error:
            raise ExtractorFailed(f"cannot start {command[0]!r}: {error}. Is trichluc installed on every worker?") from error
        self.pid = self._child.pid
        for pipe in (self._child.stdin, self._child.stdout):
            os.set_blocking(pipe.fileno(), False)
            _widen(pipe.fileno())

    def ask(self, lines: Sequence[bytes]) -> bytes:
        """The answers to lines, each with its LF: as many as there are lines.

        Raises ExtractorEnded, and ExtractorFailed for more answers than lines."""
        question = memoryview(b"".join(lines))
        sent = 0
        answers: List[bytes] = []
        missing = len(lines)
        stdin, stdout = self._child.stdin.fileno(), self._child.stdout.fileno()
        with selectors.DefaultSelector() as ready:
            ready.register(stdout, selectors.EVENT_READ)
            if missing:
                ready.register(stdin, selectors.EVENT_WRITE)
            while missing > 0:
                events = ready.select(self._patience)
                if not events:
                    self._child.kill()
                for key, _ in events:
                    if key.fd == stdin:
                        try:
                            sent += os.write(stdin, question[sent : sent + ROOM])
                        except BlockingIOError:
                            continue
                        except BrokenPipeError:
                            sent = len(question)  # It has ended; what it has answered can still be read.
                        if sent == len(question):
                            ready.unregister(stdin)
                    else:
                        chunk = os.read(stdout, ROOM)
                        if not chunk:
                            # Its end is near: the status that it ends with by itself tells more than being killed would.
                            status = self._child.wait(self._patience)
                            self.kill()
                            raise ExtractorEnded(status)
                        answers.append(chunk)
                        missing -= chunk.count(b"\n")
        if missing < 0 or not answers[-1:][0].endswith(b"\n"):
            self.kill()
            raise ExtractorFailed(f"{len(lines)} lines were given to the extractor, and more came back")
        return b"".join(answers)

    def close(self) -> None:
        """Ends the input, and checks that nothing more comes and that the process ends well."""
        self._child.stdin.close()
        os.set_blocking(self._child.stdout.fileno(), True)
        more = self._child.stdout.read()
        status = self._child.wait(self._patience)
        self._child.stdout.close()
        if more:
            raise ExtractorFailed("the extractor wrote lines that nobody asked for")
        # 1 says that some lines were no articles; each has said so in its answer.
        if status not in (0, 1):
            raise ExtractorFailed(describe(status))

    def kill(self) -> None:
        self._child.kill()
        self._child.wait()
        for pipe in (self._child.stdin, self._child.stdout):
            pipe.close()


def _widen(fd: int) -> None:
    try:
        import fcntl

        fcntl.fcntl(fd, fcntl.F_SETPIPE_SZ, ROOM)
    except (ImportError, AttributeError, OSError):
        pass  # Another system than Linux, or no more room for this user: it works with less.


class Extractor:
    """An extractor that is started again where it ends. A line at which it ends by itself every time gets an error for an answer, and costs no other line its own."""

    def __init__(self, command: Sequence[str], patience: float = PATIENCE):
        self._command = list(command)
        self._patience = patience
        self._process: Optional[Process] = None

    def ask(self, lines: Sequence[bytes]) -> bytes:
        """An answer to each line, in order. A line is a JSON object with `id` and `text`, and its LF."""
        if not lines:
            return b""
        ended: Optional[ExtractorEnded] = None
        # A process that was killed for reasons of its own does not make a line bad: one is tried twice.
        for _ in range(2 if len(lines) == 1 else 1):
            try:
                return self._started().ask(lines)
            except ExtractorEnded as error:
                ended = error
                self._process = None
        if len(lines) == 1:
            error = {"code": "extractor-ended", "message": f"{ended} at this document, twice"}
            identity = json.loads(lines[0].decode(errors="replace"))["id"]
            return json.dumps({"id": identity, "error": error}).encode() + b"\n"
        half = len(lines) // 2
        return self.ask(lines[:half]) + self.ask(lines[half:])

    def _started(self) -> Process:
        if self._process is None:
            self._process = self._proven()
        return self._process

    def _proven(self) -> Process:
        """A process that has answered. One that cannot even do this is not ended by a document: without this, each document would be called bad."""
        name = " ".join(self._command)
        for attempt in range(3):
            process = Process(self._command, self._patience)
            try:
                answer = json.loads(process.ask([b'{"id":-1,"text":""}\n']))
            except ExtractorEnded as error:
                if error.status < 0 and attempt < 2:
                    continue  # Somebody has killed it.
                raise ExtractorFailed(f"{name}: {error} before it answered anything") from error
            except ValueError as error:
                process.kill()
                raise ExtractorFailed(f"{name}: its answer is not JSON") from error
            version = str(answer.get("schemaVersion"))
            if version.split(".")[0] == "1":
                return process
            process.kill()
            raise ExtractorFailed(f"this module reads answers of version 1, and the extractor gives version {version}")
        raise AssertionError("not reached")

    def close(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.close()

    def kill(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
