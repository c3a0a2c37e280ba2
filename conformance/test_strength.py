"""Tests of strength.py: python3 -m unittest discover conformance"""

import ast
import contextlib
import io
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import strength  # noqa: E402


def changes_of(code: str) -> "list[str]":
    """What the code becomes, one defect after the other."""
    found = []
    tree = ast.parse(code)
    for defect in strength.defects_of("m", tree):
        sound = defect.holder[defect.place]
        defect.holder[defect.place] = defect.node
        found.append(ast.unparse(ast.fix_missing_locations(tree)))
        defect.holder[defect.place] = sound
    return found


class Defects(unittest.TestCase):
    def test_each_operator(self) -> None:
        self.assertEqual(changes_of("a < b"), ["a <= b"])
        self.assertEqual(changes_of("a not in b"), ["a in b"])
        self.assertEqual(changes_of("x = 7"), ["x = 8", "x = 6"])
        self.assertEqual(changes_of("x = a and b"), ["x = a or b"])
        self.assertEqual(changes_of("x = not a"), ["x = a"])
        self.assertEqual(changes_of("if a:\n    raise E(1)"), ["if a:\n    pass"])
        self.assertEqual(changes_of("if a:\n    x = b"), ["if False:\n    x = b"])
        self.assertEqual(changes_of("check(a)"), ["pass"])
        self.assertEqual(changes_of("x = {'a': b, 'c': d}"), ["x = {'c': d}", "x = {'a': b}"])

    def test_each_part_of_a_pattern(self) -> None:
        def patterns_of(pattern: str) -> "list[str]":
            return [new for new, _ in strength.changed_patterns(pattern)]

        self.assertEqual(patterns_of("[a-c_]"), ["[_]", "[`-c_]", "[b-c_]", "[a-b_]", "[a-d_]", "[a-c]"])
        self.assertEqual(patterns_of("[^a]+"), ["[^a]", "[^a]*"])
        self.assertEqual(patterns_of("(ab|cd) ?"), ["(ab|cd) ", "(ab|cd) *", "(cd) ?", "(ab) ?"])

    def test_texts_of_refusals_are_left_alone(self) -> None:
        self.assertEqual(changes_of("raise E(1, f'{a < 2}')"), ["pass"])
        self.assertEqual(changes_of("def main():\n    return 2"), [])

    def test_equal_changes_are_told_apart(self) -> None:
        defects = strength.numbered(list(strength.defects_of("m", ast.parse("x = 7\nx = 7"))))
        key = "m.module: x = 7: 7 becomes 8"
        self.assertEqual([defect.key for defect in defects[::2]], [key, key + " (2)"])


class Kits(unittest.TestCase):
    """A kit that lost the files of a rule does not show the defects in that rule."""

    def test_missing_files_let_a_defect_survive(self) -> None:
        kit = strength.Kit()
        limit = [n for n, d in enumerate(kit.defects) if "'M13', where" in d.key or "item.slot <= 255" in d.key]
        self.assertGreater(len(limit), 3)
        small = [file for file in kit.files if len(file.data) < 2_000]
        kit.files = [file for file in small if "slot" in file.name]
        self.assertEqual(kit.survivors(limit), [])
        kit.files = [file for file in small if "slot" not in file.name]
        self.assertEqual(kit.survivors(limit), limit)


class Lists(unittest.TestCase):
    def report(self, survivors: "list[int]", text: str) -> "tuple[int, str]":
        defects = list(strength.defects_of("m", ast.parse("x = 7")))
        output = io.StringIO()
        with contextlib.redirect_stdout(output):
            status = strength.report(defects, [defects[n] for n in survivors], strength.read_list(text))
        return status, output.getvalue().splitlines()[-1]

    def test_status(self) -> None:
        listed = "# why\nm.module: x = 7: 7 becomes 8\n    It is never\n    read.\n"
        self.assertEqual(strength.read_list(listed), {"m.module: x = 7: 7 becomes 8": "It is never read."})
        end = "listed as out of the kit's reach"
        score = f"2 defects planted: 1 found, 1 listed as equivalent, 0 {end}, 0 unlisted"
        self.assertEqual(self.report([0], listed), (0, score))
        self.assertEqual(self.report([0], listed.replace("It is", "Too large:"))[1].split(",")[2], f" 1 {end}")
        self.assertEqual(self.report([0, 1], listed)[0], 1)  # one is not listed
        self.assertEqual(self.report([], listed)[0], 1)  # one is found, and listed
        self.assertEqual(self.report([0], listed[: listed.index("    ")])[0], 1)  # no reason


if __name__ == "__main__":
    unittest.main()
