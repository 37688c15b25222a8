"""Reads every table that `lodestone export` wrote into a folder, with pandas and, where it is installed, with DuckDB.

Prints a line for each table: its rows, and the sum of each column of numbers, which the two must agree on.

    examples/lodestone export rare-earths -o rare-earths-data
    python3 examples/read-results.py rare-earths-data
"""

import json
import math
import pathlib
import sys

import pandas

try:
    import duckdb
except ImportError:
    duckdb = None


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


def main(folder):
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        path = folder / resource["path"]
        numbers = [field["name"] for field in resource["schema"]["fields"] if field["type"] == "number"]
        rows, sums = by_pandas(path, numbers)
        if duckdb:
            others, again = by_duckdb(path, numbers)
            apart = [name for name in numbers if not math.isclose(sums[name], again[name], rel_tol=1e-9, abs_tol=1e-6)]
            if rows != others or apart:
                sys.exit(f"{path}: pandas reads {rows} rows and DuckDB {others}; sums apart: {apart}")
        print(f"{resource['name']}: {rows} rows, {len(numbers)} columns of numbers, sum {sum(sums.values()):.6g}")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
