"""Reads every table that `lodestone export` wrote into a folder, with pandas and, where they are installed, with DuckDB and R.

Prints a line for each table: its rows, and the sum of each column of numbers, which all must agree on.

    examples/lodestone export rare-earths -o rare-earths-data
    python3 examples/read-results.py rare-earths-data
"""

import json
import math
import pathlib
import shutil
import subprocess
import sys

import pandas

try:
    import duckdb
except ImportError:
    duckdb = None

READ_BY_R = """
for (path in commandArgs(TRUE)) {
  table <- read.csv(path)
  sums <- sapply(table, function(column) if (is.character(column)) NaN else sum(column, na.rm = TRUE))
  cat(nrow(table), sprintf("%.15g", sums), "\\n", sep = " ")
}
"""


def by_pandas(path, numbers):
    table = pandas.read_csv(path)
    wrong = [name for name in numbers if table[name].dtype == object]
    if wrong:
        sys.exit(f"{path}: pandas reads {', '.join(wrong)} as text")
    return len(table), {name: float(table[name].sum()) for name in numbers}


def by_duckdb(path, numbers):
    sums = "".join(', coalesce(sum("{}"), 0)'.format(name.replace('"', '""')) for name in numbers)
    rows = duckdb.sql(f"SELECT count(*){sums} FROM '{path}'").fetchone()
    return rows[0], dict(zip(numbers, map(float, rows[1:])))


def by_r(tables):
    said = subprocess.run(["Rscript", "-e", READ_BY_R, *tables], check=True, stdout=subprocess.PIPE, text=True).stdout
    for (path, fields), line in zip(tables.items(), said.splitlines(), strict=True):
        rows, *sums = line.split()
        yield path, (int(rows), {field["name"]: float(total) for field, total in zip(fields, sums, strict=True) if field["type"] == "number"})


def require_alike(path, found, name, others):
    apart = [one for one in found[1] if not math.isclose(found[1][one], others[1][one], rel_tol=1e-9, abs_tol=1e-6)]
    if found[0] != others[0] or apart:
        sys.exit(f"{path}: pandas reads {found[0]} rows and {name} {others[0]}; sums apart: {apart}")


def main(folder):
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    tables = {folder / resource["path"]: resource["schema"]["fields"] for resource in package["resources"]}
    read_by_r = dict(by_r(tables)) if shutil.which("Rscript") else {}
    for path, fields in tables.items():
        numbers = [field["name"] for field in fields if field["type"] == "number"]
        found = rows, sums = by_pandas(path, numbers)
        if duckdb:
            require_alike(path, found, "DuckDB", by_duckdb(path, numbers))
        if read_by_r:
            require_alike(path, found, "R", read_by_r[path])
        print(f"{path.stem}: {rows} rows, {len(numbers)} columns of numbers, sum {sum(sums.values()):.6g}")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
