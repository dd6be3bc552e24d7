"""Articles through PySpark: each partition is a pipe through the program.

    python spark.py PROGRAM articles.jsonl reports [MASTER]

`articles.jsonl` holds {"id", "text" or "html"} a line; the folder `reports` gets {"id", "report"} or {"id", "error"} a
line, in the same order. The program must be at the same path on every worker (or travel with --files).
"""

import shlex
import sys

from pyspark.sql import SparkSession


def analyze(lines, program):
    """The reports of an RDD of lines. A line that is no article gives a line that says so; the exit status, which says
    the same of the whole partition, fails nothing. A program that is missing or dies fails its task, and Spark tries
    again."""
    quoted = shlex.quote(program)
    command = f"{quoted} analyze --jsonl --jobs 1 --no-tokens - || [ $? -eq 1 ]"
    return lines.pipe(f"sh -c {shlex.quote(command)}", checkCode=True)


if __name__ == "__main__":
    program, source, target, *master = sys.argv[1:]
    builder = SparkSession.builder.appName("article-analyzer")
    session = builder.master(master[0]).getOrCreate() if master else builder.getOrCreate()
    # More parts than cores, so that no core waits for the last; order is that of the file.
    lines = session.sparkContext.textFile(source, minPartitions=2 * session.sparkContext.defaultParallelism)
    analyze(lines, program).saveAsTextFile(target)
    session.stop()
