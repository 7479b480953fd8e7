"""Seconds and memory of `quizgen make`: cold (a fresh process), warm (a second article), and against one bare parse;
and of a folder of articles, shared out to all cores.

Run: python benchmarks/speed.py [--repeats 5] [--articles 100]; prints a Markdown table and appends a JSON line to
benchmarks/out/.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ROOT.parent / "shared" / "data" / "texts.jsonl"
SAMPLE = ROOT / "templates" / "samples" / "article.txt"
OUT = Path(__file__).resolve().parent / "out"
COLD = "from quizgen.cli import main; main()"


def texts() -> list[str]:
    """The development texts, else the sample article twice."""
    if TEXTS.exists():
        rows = map(json.loads, TEXTS.read_text(encoding="utf-8").splitlines())
        return [f"{row['title']}\n\n{row['text']}" for row in rows]
    print(f"{TEXTS} is not here: using {SAMPLE.relative_to(ROOT)}", file=sys.stderr)
    return [SAMPLE.read_text(encoding="utf-8")] * 2


def seconds(work: Callable[[], Any]) -> float:
    """The wall time of `work`."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def cold(text: str) -> tuple[float, float]:
    """Seconds and peak MiB of a process that imports, loads, reads one article and writes its DOCX."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "article.txt"
        source.write_text(text, encoding="utf-8")
        start = time.perf_counter()
        process = subprocess.Popen([sys.executable, "-c", COLD, "make", source, "-f", "docx", "-o", folder], cwd=ROOT,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        _, status, usage = os.wait4(process.pid, 0)
        took = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 3):
            sys.exit(process.stderr.read().decode() if process.stderr else "quizgen make failed")
    return took, usage.ru_maxrss / 1024


def best(work: Callable[[], Any], repeats: int) -> float:
    """The shortest of several wall times, which a busy machine disturbs least."""
    return min(seconds(work) for _ in range(repeats))


def warm(sources: list[str], repeats: int) -> dict[str, list[float]]:
    """In one process that has made a quiz before, a value a text: whole article, bare parse, generation per parse."""
    from quizgen.article import read_text
    from quizgen.exporters import exporter_named
    from quizgen.french import pipeline
    from quizgen.make import make_quiz

    def worksheet(text: str) -> Any:
        return exporter_named("docx").files(make_quiz(read_text(text)), "warm")

    worksheet(sources[0])
    wholes, parses, ratios = [], [], []
    for text in sources[1:]:
        article = read_text(text)
        parse = best(partial(pipeline.parse, [article.text[start:end] for start, end in article.paragraphs]), repeats)
        wholes.append(best(partial(worksheet, text), repeats))
        parses.append(parse)
        ratios.append(best(partial(make_quiz, article), repeats) / parse)
    return {"warm article to DOCX, s": wholes, "one parse, s": parses, "warm generation / one parse": ratios}


def folder(sources: list[str], count: int) -> dict[str, list[float]]:
    """Articles a second of `quizgen make FOLDER`, and the memory of all its processes (their shared pages counted
    once each): the largest seen in the second fifth of the articles and in the last, MiB."""
    with tempfile.TemporaryDirectory() as place:
        articles, out = Path(place) / "in", Path(place) / "out"
        articles.mkdir()
        for number in range(count):
            (articles / f"a{number:04}.txt").write_text(sources[number % len(sources)], encoding="utf-8")
        start, seen = time.perf_counter(), []
        process = subprocess.Popen([sys.executable, "-c", COLD, "make", articles, "-f", "json", "-o", out], cwd=ROOT,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        while process.poll() is None:
            seen.append((len(list(out.glob("*"))) if out.exists() else 0, resident(process.pid)))
            time.sleep(0.3)
        took = time.perf_counter() - start
        if process.returncode not in (0, 3):
            sys.exit("quizgen make of a folder failed")
    early = max((size for done, size in seen if count / 5 <= done < 2 * count / 5), default=0.0)
    late = max((size for done, size in seen if done >= 4 * count / 5), default=0.0)
    return {f"folder of {count}: articles a second": [count / took], "its memory in the second fifth, MiB": [early],
            "its memory in the last fifth, MiB": [late]}


def resident(session: int) -> float:
    """MiB of the processes of a session, by Linux's /proc: proportional shares of what they share."""
    total = 0
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if int((entry / "stat").read_text().rpartition(")")[2].split()[3]) == session:
                rollup = (entry / "smaps_rollup").read_text()
                total += next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
        except (OSError, StopIteration):
            continue  # the process ended meanwhile
    return total / 1024


def summary(values: list[float]) -> dict[str, float]:
    """Median and spread."""
    return {"median": round(statistics.median(values), 3), "min": round(min(values), 3), "max": round(max(values), 3),
            "n": len(values)}


def main() -> None:
    """Measures, prints, appends."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--articles", type=int, default=100)
    args = parser.parse_args()
    repeats = args.repeats
    sources = texts()
    runs = [cold(sources[0]) for _ in range(repeats)]
    measured = {"cold quizgen make, s": [run[0] for run in runs], "its peak memory, MiB": [run[1] for run in runs]}
    measured |= warm(sources, repeats) | folder(sources, args.articles)
    figures = {name: summary(values) for name, values in measured.items()}
    print("| figure | median | min | max | n |\n| --- | --- | --- | --- | --- |")
    for name, row in figures.items():
        print(f"| {name} | {row['median']} | {row['min']} | {row['max']} | {row['n']} |")
    OUT.mkdir(exist_ok=True)
    record = {"when": time.strftime("%Y-%m-%dT%H:%M:%S"), "machine": platform.platform(), "cores": os.cpu_count(),
              "load": os.getloadavg()[0], "python": platform.python_version(), "figures": figures}
    with (OUT / "speed.jsonl").open("a", encoding="utf-8") as log:
        log.write(json.dumps(record, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
