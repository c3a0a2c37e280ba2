#!/usr/bin/env python3
"""Runs a reader over the conformance kit, prints what differs and a score. README.md tells the protocol.

    run.py --command "CMD {}" [--only PREFIX] [--each N] [--jobs N] [--manifest FILE]

Exit status 0: every verdict is right; 1: some are not; 2: the command line is wrong, or the kit is not whole.
"""

import argparse
import hashlib
import json
import os
import shlex
import signal
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Dict, List, NamedTuple, Optional, Tuple

FOLDERS = ("packs", "documents")
EXIT_STATUS = {"valid": 0, "invalid": 1, "unsupported": 3}
SECONDS = 10
LONGEST_LINE = 200  # of what a reader printed, and what is shown of it


class Trouble(Exception):
    """The command line is wrong, or the kit is not whole."""


class Case(NamedTuple):
    file: str
    verdict: str
    stage: Optional[str]
    code: Optional[str]
    rules: str  # what the file breaks, by the names of the specification
    about: str
    sha256: str

    def line(self) -> str:
        return f"{self.verdict} {self.stage}" if self.stage else self.verdict


class Outcome(NamedTuple):
    line: str  # the first of standard output
    status: str  # the exit status, or why there is none


def load(manifest: Path) -> List[Case]:
    try:
        cases = [
            Case(c["file"], c["verdict"], c.get("stage"), c.get("code"), ", ".join(c["rules"]), c["about"], c["sha256"])
            for c in json.loads(manifest.read_bytes())["cases"]
        ]
    except OSError as error:
        raise Trouble(f"cannot read the manifest: {error}") from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Trouble(f"{manifest} is no manifest: {error!r}") from None
    for case in cases:
        strings = all(isinstance(value, str) for value in case if value is not None)
        if not strings or case.verdict not in EXIT_STATUS or (case.stage is None) != (case.verdict == "valid"):
            raise Trouble(f"{manifest} has a case that makes no sense: {case!r}")
    return cases


def check_whole(cases: List[Case], root: Path) -> None:
    """Every listed file is there, once and unchanged, and no other is."""
    listed = [case.file for case in cases]
    there = {
        path.relative_to(root).as_posix() for name in FOLDERS for path in (root / name).rglob("*") if not path.is_dir()
    }
    problems = [f"{file}: listed twice" for file in sorted({f for f in listed if listed.count(f) > 1})]
    problems += [f"{file}: missing" for file in sorted(set(listed) - there)]
    problems += [f"{file}: not in the manifest" for file in sorted(there - set(listed))]
    for case in cases:
        if case.file in there and hashlib.sha256((root / case.file).read_bytes()).hexdigest() != case.sha256:
            problems.append(f"{case.file}: changed")
    if problems:
        raise Trouble("the kit is not whole:\n" + "\n".join(escaped(problem) for problem in problems))


def sample(cases: List[Case], most: int) -> List[Case]:
    """At most so many of each verdict in each folder: those whose digests come first, which no change of a name moves."""
    groups: Dict[Tuple[str, str], List[Case]] = {}
    for case in sorted(cases, key=lambda case: case.sha256):
        groups.setdefault((case.file.rpartition("/")[0], case.line()), []).append(case)
    chosen = {case.file for group in groups.values() for case in group[:most]}
    return [case for case in cases if case.file in chosen]


def run(command: List[str], file: Path) -> Outcome:
    arguments = [argument.replace("{}", str(file)) for argument in command]
    # A file and no pipe: it takes any amount, and children that a reader leaves behind cannot hold it open.
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            arguments, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.DEVNULL, start_new_session=True
        )
        try:
            status = str(process.wait(SECONDS))
        except subprocess.TimeoutExpired:
            status = f"none within {SECONDS} s"
            end(process)
        output.seek(0)
        line = output.readline(LONGEST_LINE)
    return Outcome(line.decode("utf-8", "backslashreplace").rstrip("\r\n"), status)


def end(process: "subprocess.Popen[bytes]") -> None:
    """Ends the reader with its children, which have a group of their own where there are groups."""
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def is_right(case: Case, outcome: Outcome) -> bool:
    lines = [case.line()] + ([f"{case.line()} {case.code}"] if case.code else [])
    return outcome.line in lines and outcome.status == str(EXIT_STATUS[case.verdict])


def escaped(text: str) -> str:
    """A reader may print anything, and a terminal obeys some of it."""
    return ascii(text)[1:-1]


def judge(cases: List[Case], outcomes: List[Outcome]) -> int:
    """Prints what differs and the scores. Returns how many verdicts are right."""
    right = [is_right(case, outcome) for case, outcome in zip(cases, outcomes)]
    for case, outcome, is_it in zip(cases, outcomes, right):
        if not is_it:
            rules = f" ({case.rules})" if case.rules else ""
            expected = f"expected '{case.line()}', exit {EXIT_STATUS[case.verdict]}"
            print(escaped(f"{case.file}{rules}: {case.about}: {expected}; printed '{outcome.line}', exit {outcome.status}"))
    # A reader that is half done sees by the first table which rows it lacks.
    print_scores([f"{case.file.partition('/')[0]}: {case.line()}" for case in cases], right)
    print_scores([case.file.rpartition("/")[0] for case in cases], right)
    print(f"{sum(right)} of {len(cases)}")
    return sum(right)


def print_scores(groups: List[str], right: List[bool]) -> None:
    width = max(len(group) for group in groups)
    for group in sorted(set(groups)):
        of_it = [is_it for one, is_it in zip(groups, right) if one == group]
        print(f"{escaped(group):{width}}  {sum(of_it):4} of {len(of_it):4}")
    print()


def main(arguments: List[str]) -> int:
    parser = argparse.ArgumentParser(description="Runs a reader over the conformance kit.")
    parser.add_argument("--command", required=True, help="the reader; {} is the path of a file")
    parser.add_argument("--only", default="", metavar="PREFIX", help="only files whose path begins so, such as packs/")
    parser.add_argument("--each", type=int, metavar="N", help="only N files of each verdict in each folder, always the same")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="how many run at once")
    parser.add_argument("--manifest", type=Path, default=Path(__file__).with_name("manifest.json"), metavar="FILE")
    options = parser.parse_args(arguments)
    try:
        command = shlex.split(options.command)
        if not any("{}" in argument for argument in command):
            raise Trouble("--command has no {}")
        if options.jobs < 1:
            raise Trouble("--jobs is below 1")
        if options.each is not None and options.each < 1:
            raise Trouble("--each is below 1")
        cases = load(options.manifest)
        root = options.manifest.resolve().parent
        check_whole(cases, root)
        cases = [case for case in cases if case.file.startswith(options.only)]
        if not cases:
            raise Trouble(f"no file of the kit has a path that begins with {options.only!r}")
        if options.each is not None:
            cases = sample(cases, options.each)
        with ThreadPoolExecutor(options.jobs) as pool:
            outcomes = list(pool.map(lambda case: run(command, root / case.file), cases))
    except (Trouble, ValueError) as trouble:  # ValueError: a quote that does not end
        print(f"run.py: {trouble}", file=sys.stderr)
        return 2
    except OSError as trouble:
        print(f"run.py: the reader cannot be started: {trouble}", file=sys.stderr)
        return 2
    return 0 if judge(cases, outcomes) == len(cases) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
