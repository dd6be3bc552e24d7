"""Parquet in, Parquet out: one row an article and one row a tag.

    python parquet.py PROGRAM articles.parquet FOLDER

`articles.parquet` has the columns id and text. FOLDER gets articles.parquet (id, language, title, published, characters,
sentences, words, keywords, error), tags.parquet (id, kind, label, form, start, end, value) and reports.jsonl, from which
anything else can be read. Spans count code points, as Python and SQL do.
"""

import pathlib
import subprocess
import sys

import duckdb

TYPES = {
    "id": "JSON",
    "error": "JSON",
    "report": """STRUCT(
        text VARCHAR, language VARCHAR, metadata STRUCT(title VARCHAR, published VARCHAR),
        statistics STRUCT(characters STRUCT("all" BIGINT), sentences BIGINT, words BIGINT),
        keywords STRUCT("text" VARCHAR)[],
        entities STRUCT(name VARCHAR, label VARCHAR, mentions STRUCT("start" BIGINT, "end" BIGINT)[])[],
        quantities STRUCT(span STRUCT("start" BIGINT, "end" BIGINT), kind VARCHAR, unit VARCHAR, "value" JSON)[],
        times STRUCT(span STRUCT("start" BIGINT, "end" BIGINT), "type" VARCHAR, "value" VARCHAR)[])""",
}

ARTICLES = """
    SELECT id ->> '$' AS id, report.language AS language, report.metadata.title AS title,
        report.metadata.published AS published, report.statistics.characters."all" AS characters,
        report.statistics.sentences AS sentences, report.statistics.words AS words,
        list_transform(report.keywords, lambda k: k."text") AS keywords, error ->> '$.message' AS error
    FROM reports"""

TAGS = """
    WITH tags AS (
        SELECT id, report.text AS article, 'entity' AS kind, e.label AS label, m AS span, e.name AS "value"
        FROM reports, unnest(report.entities) AS a(e), unnest(e.mentions) AS b(m)
        UNION ALL
        SELECT id, report.text, 'quantity', q.kind, q.span, CAST(q."value" AS VARCHAR) || ' ' || q.unit
        FROM reports, unnest(report.quantities) AS a(q)
        UNION ALL
        SELECT id, report.text, 'time', t."type", t.span, t."value" FROM reports, unnest(report.times) AS a(t))
    SELECT id ->> '$' AS id, kind, label, substring(article, span."start" + 1, span."end" - span."start") AS form,
        span."start" AS "start", span."end" AS "end", "value"
    FROM tags ORDER BY id, "start", "end", kind"""


def analyze(program, source, folder):
    """Writes the three files into the folder; the number of articles that gave no report."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    lines, reports = folder / "articles.jsonl", folder / "reports.jsonl"
    database = duckdb.connect()
    database.execute(f"COPY (SELECT id, text FROM read_parquet('{source}')) TO '{lines}' (FORMAT json)")
    with reports.open("wb") as out:
        command = [program, "analyze", "--jsonl", "--no-tokens", "--offsets", "codepoint", str(lines)]
        status = subprocess.run(command, stdout=out).returncode
    lines.unlink()
    # 1: some lines gave no report, and each says why in its own row.
    if status not in (0, 1):
        raise RuntimeError(f"{program} ended with {status}")
    columns = "{" + ", ".join(f"{name}: '{kind}'" for name, kind in TYPES.items()) + "}"
    database.execute(
        f"CREATE VIEW reports AS FROM read_json('{reports}', format = 'newline_delimited', "
        f"maximum_object_size = 1073741824, columns = {columns})"
    )
    for name, query in (("articles", ARTICLES), ("tags", TAGS)):
        database.execute(f"COPY ({query}) TO '{folder / name}.parquet' (FORMAT parquet, COMPRESSION zstd)")
    (failures,) = database.execute("SELECT count(*) FROM reports WHERE report IS NULL").fetchone()
    return failures


if __name__ == "__main__":
    failures = analyze(*sys.argv[1:4])
    sys.exit(f"{failures} articles gave no report; see the column error" if failures else 0)
