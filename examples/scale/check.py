"""Runs the examples on made-up articles and holds their results against the program's own.

    python check.py PROGRAM [ARTICLES]

Prints what ran and how fast; what is not installed is named and left out.
"""

import importlib.util
import json
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
SENTENCES = [
    "市は{n}日、新しい図書館を来年の春に開くと発表した。",
    "館長の佐藤健一氏は「利用者は年に約{n}万人を見込む」と述べた。",
    "建設費は{n}億円で、前の計画より{n}％少ない。",
    "The city library will open in {n} days, Mayor Anna Smith said.",
]


def articles(count):
    """Lines of JSON, each tenth of them no article."""
    for number in range(count):
        body = "\n\n".join(sentence.format(n=number % 27 + 1) for sentence in SENTENCES * 5)
        yield "これは記事ではない" if number % 10 == 9 else json.dumps({"id": number, "text": body}, ensure_ascii=False)


def outcome(line):
    """What must be the same however an article came through: its id and text, or that it failed."""
    result = json.loads(line)
    if "error" in result:
        return (result["id"], result["error"]["code"])
    return (result["id"], result["report"]["text"], len(result["report"]["entities"]))


def processor_seconds():
    """What the programs that this one ran took of the processors, whatever else the machine did."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def alone(program, source):
    """The outcomes of the program by itself on one core."""
    before = processor_seconds()
    command = [program, "analyze", "--jsonl", "--jobs", "1", "--no-tokens", str(source)]
    run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert run.returncode == 1, "a line that is no article is told by the status"
    seconds = processor_seconds() - before
    outcomes = [outcome(line) for line in run.stdout.splitlines()]
    characters = sum(len(one[1]) for one in outcomes if len(one) == 3)
    print(f"alone: {characters / seconds:,.0f} characters a second of a core")
    return outcomes


def with_parallel(program, source):
    if not shutil.which("parallel"):
        return None
    with source.open("rb") as lines:
        run = subprocess.run([HERE / "parallel.sh", program], stdin=lines, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return [outcome(line) for line in run.stdout.splitlines()]


def with_spark(program, source, folder):
    if not importlib.util.find_spec("pyspark") or not shutil.which("java"):
        return None
    for master in ("local-cluster[2,1,1024]", "local[2]"):
        target = folder / "spark"
        shutil.rmtree(target, ignore_errors=True)
        command = [sys.executable, HERE / "spark.py", program, source, target, master]
        run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if run.returncode == 0:
            print(f"Spark ran as {master}")
            parts = sorted(target.glob("part-*"))
            return [outcome(line) for part in parts for line in part.read_text(encoding="utf-8").splitlines()]
        print(f"Spark did not run as {master}:", *run.stdout.splitlines()[-3:], sep="\n  ")
    raise SystemExit("Spark is installed and does not run")


def a_missing_program_fails(source, folder):
    command = [sys.executable, HERE / "spark.py", "/nowhere/program", source, folder / "none", "local[1]"]
    run = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    assert run.returncode != 0, "a program that is not there fails the job"


def with_parquet(program, source, folder):
    if not importlib.util.find_spec("duckdb"):
        return None
    import duckdb
    import parquet

    rows = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines() if line.startswith("{")]
    lines = folder / "good.jsonl"
    lines.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    table = folder / "in.parquet"
    duckdb.execute(f"COPY (FROM read_json('{lines}')) TO '{table}'")
    assert parquet.analyze(program, table, folder / "out") == 0
    found = duckdb.execute(f"SELECT id, characters FROM '{folder}/out/articles.parquet'").fetchall()
    assert [int(id) for id, _ in found] == [row["id"] for row in rows], "one row an article, in order"
    tags = f"'{folder}/out/tags.parquet'"
    kinds = dict(duckdb.execute(f"SELECT kind, count(*) FROM {tags} GROUP BY kind").fetchall())
    assert set(kinds) == {"entity", "quantity", "time"}, kinds
    forms = duckdb.execute(f"SELECT DISTINCT form FROM {tags} WHERE label = 'person'").fetchall()
    assert ("佐藤健一",) in forms, forms
    return sum(kinds.values())


def main(program, count):
    program = str(pathlib.Path(program).resolve())
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        source = folder / "articles.jsonl"
        source.write_text("".join(line + "\n" for line in articles(count)), encoding="utf-8")
        expected = alone(program, source)
        assert len(expected) == count and sum(len(one) == 2 for one in expected) == count // 10
        results = {"GNU parallel": with_parallel(program, source), "Spark": with_spark(program, source, folder)}
        for name, outcomes in results.items():
            assert outcomes in (None, expected), f"{name}: other results, or another order"
            print(f"{name}: {'not installed, NOT TESTED' if outcomes is None else 'the same results in the same order'}")
        if results["Spark"]:
            a_missing_program_fails(source, folder)
        tags = with_parquet(program, source, folder)
        print("Parquet: duckdb is not installed, NOT TESTED" if tags is None else f"Parquet: {tags} rows of tags")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1000)
