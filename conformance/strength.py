#!/usr/bin/env python3
"""Measures the kit: plants defects in the Python reader, one at a time, and counts those that a file of the kit shows.

    strength.py [--jobs N]

A defect is one change of the reader's syntax tree. A comparison becomes its neighbour (< and <=, in and not in), an
integer one more or one less, `and` becomes `or`; a `not`, a refusal, a call whose result nobody takes or a text of a
list is dropped; a branch is never taken; a regular expression loses a part, repeats it otherwise or has another range.
The texts of refusals, and what `verify` does not do, are left alone.

A defect that no file shows has to be listed in strength-equivalent.txt with its reason. Exit status 0: each is; 1: one
is not, or the list has one that a file shows. It needs Python 3.9 or newer and a system that can fork.
"""

import argparse
import ast
import io
import json
import multiprocessing
import re
import signal
import sys
import time
import types
from pathlib import Path
from typing import Any, Dict, Iterator, List, NamedTuple, Optional, Sequence, Tuple

HERE = Path(__file__).resolve().parent
READER = HERE / "readers" / "python"
LISTED = HERE / "strength-equivalent.txt"
MODULES = {"papack_document": "documents/", "papack_reader": "packs/"}  # and the files that each of them judges
NOT_VERIFY = {"main", "looks_like", "dump_pack", "first_samples", "first_row", "short_palette", "dump_document"}
PROCESSOR_SECONDS = 5.0  # for one file, which takes far less
DEFECTS_AT_ONCE = 20

# ---- Which defects there are

NEIGHBOURS: Dict[type, type] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
}  # fmt: skip


class Defect(NamedTuple):
    """A node of the syntax tree in the place of another: in a list of nodes, or among the fields of one."""

    module: str
    line: int
    key: str  # what stays when lines move
    holder: Any
    place: Any
    node: ast.AST


def defects_of(module: str, node: ast.AST, function: str = "module", line: int = 0) -> Iterator[Defect]:
    for field, value in ast.iter_fields(node):
        holder, children = (value, enumerate(value)) if isinstance(value, list) else (node.__dict__, [(field, value)])
        for place, child in children:
            if not isinstance(child, ast.AST) or getattr(child, "name", None) in NOT_VERIFY:
                continue
            inside = name_of(child) or function
            at = getattr(child, "lineno", line)
            for new, change in changes(child, node):
                yield Defect(module, at, f"{module}.{inside}: {change}", holder, place, new)
            if not isinstance(child, (ast.Raise, ast.JoinedStr)):  # what they hold is text
                yield from defects_of(module, child, inside, at)


def name_of(node: ast.AST) -> str:
    """What defects are found by: a function, a class, or a constant of the module."""
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id.isupper():
        return node.targets[0].id
    return node.name if isinstance(node, (ast.FunctionDef, ast.ClassDef)) else ""


def numbered(defects: List[Defect]) -> List[Defect]:
    """Those whose keys are the same are told apart by their order."""
    seen: Dict[str, int] = {}
    result = []
    for defect in defects:
        seen[defect.key] = seen.get(defect.key, 0) + 1
        number = f" ({seen[defect.key]})" if seen[defect.key] > 1 else ""
        result.append(defect._replace(key=defect.key + number))
    return result


def changes(node: Any, parent: Any) -> Iterator[Tuple[ast.AST, str]]:
    """What can take the place of a node, and what that changes."""
    if type(node) in NEIGHBOURS:
        new = NEIGHBOURS[type(node)]()
        yield new, f"{short(parent)}: {type(node).__name__} becomes {type(new).__name__}"
    elif isinstance(node, ast.Constant) and type(node.value) is int:
        for number in (node.value + 1, node.value - 1):
            yield ast.Constant(number), f"{short(parent)}: {node.value} becomes {number}"
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand, f"{short(node)}: not is dropped"
    elif isinstance(node, ast.Raise) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)):
        yield ast.Pass(), f"{short(node)} is dropped"
    elif isinstance(node, ast.If) and not isinstance(node.body[0], ast.Raise):  # else its refusal is dropped
        yield ast.If(ast.Constant(False), node.body, node.orelse), f"if {short(node.test)} is never taken"
    elif isinstance(node, ast.Dict):
        for i, key in enumerate(node.keys):
            yield ast.Dict(without(node.keys, i), without(node.values, i)), f"{short(key)} is dropped of a dictionary"
    elif isinstance(node, (ast.Tuple, ast.List, ast.Set)) and len(node.elts) > 1 and all(map(is_text, node.elts)):
        for i, element in enumerate(node.elts):
            yield ast.List(without(node.elts, i), ast.Load()), f"{short(element)} is dropped of {short(node)}"
    elif is_text(node) and isinstance(parent, ast.Call) and short(parent.func) == "re.compile":
        is_bytes = isinstance(node.value, bytes)
        pattern = node.value.decode("latin-1") if is_bytes else node.value
        for new, change in changed_patterns(pattern):
            yield ast.Constant(new.encode("latin-1") if is_bytes else new), change


def short(node: Any) -> str:
    text = ascii(ast.unparse(node))[1:-1]
    return text if len(text) <= 80 else text[:77] + "..."


def without(items: Sequence[Any], i: int) -> List[Any]:
    return [*items[:i], *items[i + 1 :]]


def is_text(node: Any) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, (str, bytes))


SET = re.compile(r"\[(?:\\.|[^\]])*\]", re.DOTALL)
SET_PART = re.compile(r"(\\x..|\\u....|\\.|[^\\])(?:-(\\x..|\\u....|\\.|[^\\]))?", re.DOTALL)
REPETITION = re.compile(r"(?<!\()[*+?]")
OTHER_REPETITIONS = {"*": ("", "+"), "+": ("", "*"), "?": ("", "*")}
CHOICES = (re.compile(r"[^][()|*]+\|"), re.compile(r"\|[^][()|*]+(?=\))"))  # the last one without a bar behind it


def changed_patterns(pattern: str) -> Iterator[Tuple[str, str]]:
    for found in SET.finditer(pattern):
        for inside, change in changed_sets(found.group()[1:-1]):
            new = pattern[: found.start() + 1] + inside + pattern[found.end() - 1 :]
            yield new, f"at {found.start()} {change}"
    no_sets = SET.sub(lambda found: "]" * len(found.group()), pattern)
    for found in REPETITION.finditer(no_sets):
        for other in OTHER_REPETITIONS[found.group()]:
            new = pattern[: found.start()] + other + pattern[found.end() :]
            yield new, f"at {found.start()} {found.group()} becomes {other or 'once'}"
    for found in (found for choice in CHOICES for found in choice.finditer(no_sets)):
        yield pattern[: found.start()] + pattern[found.end() :], f"{ascii(found.group())[1:-1]} is dropped"


def changed_sets(text: str) -> Iterator[Tuple[str, str]]:
    """Each part of a set of characters dropped, and both ends of each range moved by one."""
    start = 1 if text.startswith("^") else 0
    for part in SET_PART.finditer(text, start):
        before, behind = text[: part.start()], text[part.end() :]
        ends = [int(end[2:], 16) if end[:2] in ("\\x", "\\u") else ord(end[-1]) for end in part.groups() if end]
        name = " to ".join(f"U+{end:04X}" for end in ends)
        if len(before) > start or behind:  # no set is empty
            yield before + behind, f"{name} is dropped"
        if len(ends) == 2:
            for low, high in ((-1, 0), (1, 0), (0, -1), (0, 1)):
                low, high = ends[0] + low, ends[1] + high
                if 0 <= low <= high:
                    moved = f"{re.escape(chr(low))}-{re.escape(chr(high))}"
                    yield before + moved + behind, f"{name} becomes U+{low:04X} to U+{high:04X}"


# ---- Whether a file shows one


class File(NamedTuple):
    name: str
    data: bytes
    line: str  # what a reader has to print


class TooLong(BaseException):
    """No handler of the reader takes it for its own."""


def too_long(_signal: int, _frame: Any) -> None:
    raise TooLong


class Kit:
    """The files, quick ones first, and the defects in the syntax trees of the reader."""

    def __init__(self) -> None:
        signal.signal(signal.SIGVTALRM, too_long)
        self.trees = {name: ast.parse((READER / f"{name}.py").read_text("utf-8")) for name in MODULES}
        self.reader: Dict[str, types.ModuleType] = {}
        for name, tree in self.trees.items():
            if isinstance(tree.body[-1], ast.If):
                tree.body.pop()  # the program
            self.reader[name] = sys.modules[name] = self.load(name)
        self.defects = numbered([defect for name, tree in self.trees.items() for defect in defects_of(name, tree)])
        seconds: Dict[File, float] = {}
        for case in json.loads((HERE / "manifest.json").read_bytes())["cases"]:
            line = " ".join(case[word] for word in ("verdict", "stage") if word in case)
            file = File(case["file"], (HERE / case["file"]).read_bytes(), line)
            begin = time.process_time()
            if verdict(self.reader, file) != line:
                raise SystemExit(f"strength.py: the reader without a defect is wrong about {file.name}")
            seconds[file] = time.process_time() - begin
        self.files = sorted(seconds, key=lambda file: seconds[file])

    def load(self, name: str) -> types.ModuleType:
        """The module as its tree is now. The other one is sound."""
        module = types.ModuleType(name)
        exec(compile(ast.fix_missing_locations(self.trees[name]), name, "exec"), module.__dict__)
        return module

    def shown_by(self, defect: Defect, first: List[File]) -> Optional[File]:
        """A file whose verdict is wrong then, looked for among the first before the others; or None."""
        sound = defect.holder[defect.place]
        defect.holder[defect.place] = defect.node
        try:
            reader = {**self.reader, defect.module: self.load(defect.module)}
        except Exception:
            return self.files[0]  # it does not even begin
        finally:
            defect.holder[defect.place] = sound
        judged = [file for file in self.files if file.name.startswith(MODULES[defect.module])]
        return next((file for file in first + judged if verdict(reader, file) != file.line), None)

    def survivors(self, numbers: Sequence[int]) -> List[int]:
        """Neighbours are shown by the same files, so those that showed the last ones come first."""
        survivors = []
        first: List[File] = []
        for number in numbers:
            file = self.shown_by(self.defects[number], first)
            if file is None:
                survivors.append(number)
            else:
                first = [file, *(other for other in first if other != file)][:8]
        return survivors


def verdict(reader: Dict[str, types.ModuleType], file: File) -> str:
    document, pack = reader["papack_document"], reader["papack_reader"]
    signal.setitimer(signal.ITIMER_VIRTUAL, PROCESSOR_SECONDS)
    try:
        kind = document.kind_of(file.name.rpartition("/")[2])
        if kind == "pack":
            pack.verify_pack(io.BytesIO(file.data))
        else:
            document.verify_document(io.BytesIO(file.data), kind)
        return "valid"
    except (document.Refusal, pack.Refusal) as refusal:
        return ("unsupported " if refusal.stage in ("too_old", "too_new") else "invalid ") + refusal.stage
    except (Exception, TooLong) as failure:
        return f"failed: {failure!r}"
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


# ---- The list, and the program


def read_list(text: str) -> Dict[str, str]:
    """Reasons by defect: lines of defects, and indented below them the reason that they share."""
    reasons: Dict[str, str] = {}
    keys: List[str] = []
    for line in text.splitlines():
        if line.startswith("    "):
            reasons.update({key: f"{reasons[key]} {line.strip()}".strip() for key in keys})
        elif not line or line.startswith("#"):
            keys = []
        else:
            keys.append(line)
            reasons[line] = ""
    return reasons


def report(defects: List[Defect], survivors: List[Defect], reasons: Dict[str, str]) -> int:
    unlisted = [defect for defect in survivors if defect.key not in reasons]
    idle = reasons.keys() - {defect.key for defect in survivors}
    for defect in unlisted:
        print(f"no file shows it, and no reason is listed: {defect.module}.py, line {defect.line}\n{defect.key}")
    for key in sorted(idle | {key for key, reason in reasons.items() if not reason}):
        print(f"listed without a reason, or shown by a file:\n{key}")
    seen = [defect for defect in survivors if reasons.get(defect.key, "").startswith(("Too large", "Left open"))]
    equal = len(survivors) - len(unlisted) - len(seen)
    print(
        f"{len(defects)} defects planted: {len(defects) - len(survivors)} found, {equal} listed as equivalent, "
        f"{len(seen)} listed as out of the kit's reach, {len(unlisted)} unlisted"
    )
    return 1 if unlisted or idle or not all(reasons.values()) else 0


def main(arguments: List[str]) -> int:
    parser = argparse.ArgumentParser(description="Counts the defects of a reader that the kit shows.")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="how many processes")
    jobs = parser.parse_args(arguments).jobs
    kit = Kit()
    count = len(kit.defects)
    parts = [range(i, min(i + DEFECTS_AT_ONCE, count)) for i in range(0, count, DEFECTS_AT_ONCE)]
    forked["kit"] = kit
    with multiprocessing.get_context("fork").Pool(jobs) as pool:
        numbers = [number for part in pool.imap(survivors_of_fork, parts) for number in part]
    return report(kit.defects, [kit.defects[number] for number in numbers], read_list(LISTED.read_text("utf-8")))


forked: Dict[str, Kit] = {}  # what every process has from its beginning: syntax trees cannot be sent to one


def survivors_of_fork(numbers: Sequence[int]) -> List[int]:
    return forked["kit"].survivors(numbers)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
