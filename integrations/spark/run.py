"""The module on real Spark, with everything broken that breaks: see run.sh.

    run.py INPUT OUT local | cluster | speed [BEFORE]

INPUT is JSON Lines with id, text and, on some, publishedAt; OUT is where the Parquet files go. `local` runs on local[2] and kills an extractor with -9 in the middle; `cluster` runs
on a master and two workers of its own on the loopback, and kills an extractor, and then a worker; `speed` runs on local[2] and kills nothing, with the
articles of BEFORE as a job of its own before the one that is timed: JVM and Python workers of a session serve many jobs, and need one to get up to speed.
The last line is JSON: documents in, out, lost and twice, and the seconds that the job took.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
DIST = os.path.join(HERE, "..", "..", "dist")
COMMAND = ["node", os.path.abspath(os.path.join(DIST, "cli.js"))]
sys.path.insert(0, HERE)

import pyspark  # noqa: E402
from pyspark.sql import SparkSession  # noqa: E402
from pyspark.sql import functions as F  # noqa: E402

from trichluc_spark import extract_facts  # noqa: E402

BEGIN = time.monotonic()
DEADLINE = 900
FAILED = []


def say(text):
    print(f"{time.monotonic() - BEGIN:6.1f} s  {text}", flush=True)


def check(what, good):
    if not good:
        FAILED.append(what)
        print(f"FAILED: {what}", file=sys.stderr, flush=True)


def free_port():
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return sock.getsockname()[1]


def processes():
    """Of all processes: pid, parent and command line."""
    found = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                with open(f"/proc/{entry}/stat") as stat, open(f"/proc/{entry}/cmdline", "rb") as line:
                    parent = int(stat.read().rsplit(")", 1)[1].split()[1])
                    found[int(entry)] = (parent, line.read().replace(b"\0", b" ").decode(errors="replace"))
            except OSError:
                pass  # It has ended meanwhile.
    return found


def descendants(pid):
    """Of a process of ours: pids and command lines."""
    everything = processes()
    below = {pid}
    while True:
        more = {child for child, (parent, _) in everything.items() if parent in below} - below
        if not more:
            return {child: everything[child][1] for child in below if child in everything}
        below |= more


class Cluster:
    """A standalone cluster of one master and two workers, each with one core, on the loopback."""

    def __init__(self, folder):
        self._folder = folder
        self._spark = os.path.join(os.path.dirname(pyspark.__file__), "bin", "spark-class")
        port = free_port()
        self.url = f"spark://127.0.0.1:{port}"
        self._all = []
        self._start("master.Master", "--port", str(port), "--webui-port", str(free_port()))
        self.workers = [
            self._start("worker.Worker", "--port", str(free_port()), "--webui-port", str(free_port()), "--cores", "1", "--memory", "1500m",
                        "--work-dir", os.path.join(folder, f"work-{number}"), self.url)
            for number in (1, 2)
        ]

    def _start(self, name, *arguments):
        environment = {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1", "SPARK_NO_DAEMONIZE": "1", "SPARK_DAEMON_MEMORY": "256m"}
        log = open(os.path.join(self._folder, f"{name}-{len(self._all)}.log"), "wb")
        command = [self._spark, f"org.apache.spark.deploy.{name}", "--host", "127.0.0.1", *arguments]
        child = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=self._folder)
        self._all.append(child)
        return child

    def stop(self):
        # Executors and their Python workers end with the worker that started them; they are named while it is there.
        below = [pid for child in self._all if child.poll() is None for pid in descendants(child.pid)]
        for pid in below:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        for child in self._all:
            child.wait()


def session(master, folder):
    # Java of other hosts may not be reached, and on a machine without a name there is none.
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    os.environ["PYSPARK_PYTHON"] = sys.executable
    spark = (
        SparkSession.builder.master(master)
        .appName("trichluc")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.memory", "1g")
        .config("spark.executor.memory", "1g")
        # Small parts, so that there are many tasks to kill one of: about 300 articles each.
        .config("spark.sql.files.maxPartitionBytes", os.environ.get("PARTITION_BYTES", "1m"))
        .config("spark.sql.files.openCostInBytes", "0")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.network.timeout", "60s")
        .config("spark.executor.heartbeatInterval", "5s")
        .config("spark.sql.session.timeZone", "Asia/Ho_Chi_Minh")
        .getOrCreate()
    )
    # As `--py-files` does: so the module comes onto the workers.
    module = shutil.make_archive(os.path.join(folder, "trichluc_spark"), "zip", HERE, "trichluc_spark")
    spark.sparkContext.addPyFile(module)
    return spark


class Breaker(threading.Thread):
    """Kills, each in the middle of the job, when so many tasks of all have been done."""

    def __init__(self, spark, kills):
        super().__init__(daemon=True)
        self._tracker = spark.sparkContext.statusTracker()
        self._kills = list(kills)
        self.killed = []
        self.stopped = threading.Event()

    def run(self):
        while self._kills and not self.stopped.wait(0.02):
            done, tasks = self._progress()
            share, name, victim = self._kills[0]
            if tasks and done >= share * tasks and done < tasks:
                pid = victim()
                if pid is not None:
                    os.kill(pid, signal.SIGKILL)
                    self._kills.pop(0)
                    self.killed.append(name)
                    say(f"{name} killed with -9 (pid {pid}), {done} of {tasks} tasks done")

    def _progress(self):
        for stage in self._tracker.getActiveStageIds():
            info = self._tracker.getStageInfo(stage)
            if info:
                return info.numCompletedTasks, info.numTasks
        return 0, 0


def extractor_below(*roots):
    """The pid of a running extractor that descends from one of these processes."""
    for root in roots:
        for pid, line in descendants(root).items():
            if COMMAND[1] in line and "extract -" in line and line.startswith("node"):
                return pid
    return None


def extracted(articles):
    return extract_facts(articles, "text", "id", "publishedAt", offsets="utf16", command=COMMAND)


def main(source, out, mode, before=None):
    folder = tempfile.mkdtemp(prefix="trichluc-spark-")
    cluster = Cluster(folder) if mode == "cluster" else None
    try:
        spark = session(cluster.url if cluster else "local[2]", folder)
        spark.sparkContext.setLogLevel("ERROR")
        say(f"Spark {spark.version} on {'a master and two workers' if cluster else 'local[2]'}")
        if cluster:
            waited = time.monotonic()
            # Until both have an executor.
            while spark.sparkContext._jsc.sc().getExecutorMemoryStatus().size() < 3 and time.monotonic() - waited < 120:
                time.sleep(0.2)
            say("both workers have an executor")
        reader = spark.read.schema("id STRING, text STRING, publishedAt STRING")
        articles = reader.json(source)
        kills = []
        if mode == "local":
            kills = [(0.3, "an extractor", lambda: extractor_below(os.getpid())), (0.6, "an extractor", lambda: extractor_below(os.getpid()))]
        elif cluster:
            kills = [
                (0.2, "an extractor", lambda: extractor_below(*[worker.pid for worker in cluster.workers])),
                (0.4, "a worker", lambda: cluster.workers[0].pid),
            ]
        if before:
            extracted(reader.json(before)).write.parquet(os.path.join(folder, "before.parquet"))
            say("the job before it is done")
        breaker = Breaker(spark, kills)
        breaker.start()
        started = time.monotonic()
        extracted(articles).write.mode("overwrite").parquet(out)
        seconds = time.monotonic() - started
        breaker.stopped.set()
        breaker.join()
        say(f"the job is done, in {seconds:.1f} s")
        check(f"{len(kills)} processes killed in the middle, {len(breaker.killed)} were", len(breaker.killed) == len(kills))
        if cluster:
            check("the worker is dead, the other one alive", [worker.poll() is None for worker in cluster.workers] == [False, True])

        there = articles.select("id").cache()
        written = spark.read.parquet(out)
        rows = written.count()
        unique = written.select("id").distinct().count()
        lost = there.join(written.select("id").distinct(), "id", "left_anti").count()
        errors = written.filter("error is not null").count()
        kinds = written.select(F.explode("facts").alias("fact")).groupBy("fact.type").count().orderBy("type").collect()
        documents = {"in": there.count(), "out": unique, "lost": lost, "twice": rows - unique}
        print(", ".join(f"{kind['count']} {kind['type']}" for kind in kinds))
        print("documents in {in}, out {out}, lost {lost}, twice {twice}".format(**documents) + f"; with an error {errors}")
        check("every document is out once", documents["in"] == rows == unique and lost == 0)
        check("no document has an error", errors == 0)
        if mode == "local":
            recipes(spark, articles)
        spark.stop()
        print(json.dumps({"mode": mode, **documents, "seconds": round(seconds, 2), "failed": FAILED}))
    finally:
        if cluster:
            cluster.stop()
        shutil.rmtree(folder, ignore_errors=True)


def recipes(spark, articles):
    """The rest of what docs/scale.md promises."""
    some = spark.createDataFrame(articles.limit(200).collect(), articles.schema).repartition(2).cache()
    # RDD.pipe: without a module, on anything that runs a program. Its environment is empty, so the paths are full.
    lines = some.select(F.to_json(F.struct("id", "text", "publishedAt"))).rdd.map(lambda row: row[0])
    node = subprocess.run(["node", "-p", "process.execPath"], capture_output=True, text=True, check=True).stdout.strip()
    piped = lines.pipe(f"{node} {COMMAND[1]} extract -", checkCode=True).map(lambda line: json.loads(line)["id"]).collect()
    check("RDD.pipe gives a line for each", sorted(piped) == sorted(row.id for row in some.select("id").collect()))

    # Ids of any type, dates as dates, bad rows, offsets that Spark's own functions count in.
    rows = [(1, "😀 Họp tại 64 điểm cầu, chiều 4/12.", "2023-12-05"), (2, None, None), (None, "Họp.", "2023-12-05"), (4, "", None)]
    odd = spark.createDataFrame(rows, "`the number` BIGINT, text STRING, day STRING").withColumn("day", F.to_date("day"))
    told = extract_facts(odd, "text", "the number", "day", types=["bridgePoints", "date"], command=COMMAND).orderBy(F.col("id").asc_nulls_last()).collect()
    check("ids come back as they are", [row.id for row in told] == [1, 2, 4, None])
    check("dates are read", [fact.value for fact in told[0].facts if fact.type == "date"] == ["2023-12-04TAF"])
    bridge = told[0].facts[0]
    check("offsets are code points", rows[0][1][bridge.start : bridge.end] == bridge.text == "64 điểm cầu")
    check("an article that is null is an error", told[1].facts is None and told[1].error.code == "bad-text")
    check("an id may be null", told[3].error is None and told[3].reference.date == "2023-12-05")
    check("an empty article has no facts", told[2].facts == [] and told[2].diagnostics[0].code == "empty-text")

    broken = spark.sql("SELECT 1 AS id, CAST(X'48E1BB2E' AS STRING) AS text UNION ALL SELECT 2, '64 điểm cầu.'")
    bad, good = extract_facts(broken.coalesce(1), "text", "id", command=COMMAND).orderBy("id").collect()
    check("a text that is not UTF-8 is an error, and costs the others nothing", bad.error.code == "bad-utf8" and len(good.facts) == 1)

    def fails(message, **settings):
        try:
            extract_facts(odd, "text", "the number", **settings).collect()
        except Exception as error:  # noqa: BLE001
            return message in str(error)
        return False

    check("an extractor that is not there fails the job", fails("Is trichluc installed on every worker?", command=["/no/such/program"]))
    check("a wrong option fails the job", fails("status 2", command=COMMAND, types=["oficial"]))
    say("the recipes hold")


if __name__ == "__main__":
    # However it ends, nothing is left running.
    signal.signal(signal.SIGALRM, lambda *_: os._exit(3))
    signal.alarm(DEADLINE)
    main(*sys.argv[1:])
    sys.exit(1 if FAILED else 0)
