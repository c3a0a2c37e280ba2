"""Tests of run.py: python3 -m unittest discover conformance"""

import contextlib
import hashlib
import io
import json
import shlex
import sys
import tempfile
import time
import unittest
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parent))

import run  # noqa: E402

FILES = {
    "packs/valid/good.pa": ("valid", None, None),
    "packs/invalid/bad.pa": ("invalid", "meaning", "PA8010"),
    "documents/invalid/new.asset.json": ("unsupported", "too_new", "PA2001"),
}
# Knows the files of the kit by their names, and ends as the protocol asks.
RIGHT = """
import sys
line, status = {"g": ("valid", 0), "b": ("invalid meaning", 1), "n": ("unsupported too_new", 3)}[sys.argv[1].split("/")[-1][0]]
print(line)
sys.exit(status)
"""


class Run(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.cases = []
        for file, (verdict, stage, code) in FILES.items():
            path = self.root / file
            path.parent.mkdir(parents=True)
            path.write_bytes(file.encode())
            case = {"file": file, "verdict": verdict, "rules": [], "about": "a test", "sha256": hashlib.sha256(file.encode()).hexdigest()}
            case.update({"stage": stage, "code": code} if stage else {})
            self.cases.append(case)
        self.write_manifest()

    def write_manifest(self) -> None:
        (self.root / "manifest.json").write_text(json.dumps({"cases": self.cases}))

    def run_it(self, program: str, *more: str) -> "tuple[int, str]":
        """Runs the kit over a reader that is the program, a text of Python."""
        reader = self.root / "reader.py"
        reader.write_text(program)
        return self.run_command(f"{shlex.quote(sys.executable)} {shlex.quote(str(reader))} {{}}", *more)

    def run_command(self, command: str, *more: str) -> "tuple[int, str]":
        output = io.StringIO()
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
            try:
                status = run.main(["--command", command, "--manifest", str(self.root / "manifest.json"), *more])
            except SystemExit as exit:  # argparse
                status = exit.code
        return status, output.getvalue()

    def test_a_right_reader(self) -> None:
        status, output = self.run_it(RIGHT, "--jobs", "2")
        self.assertEqual(status, 0)
        self.assertIn("3 of 3", output)

    def test_the_code_is_compared_where_it_is_printed(self) -> None:
        self.assertEqual(self.run_it(RIGHT.replace("invalid meaning", "invalid meaning PA8010"))[0], 0)
        self.assertEqual(self.run_it(RIGHT.replace("invalid meaning", "invalid meaning PA8011"))[0], 1)
        self.assertEqual(self.run_it(RIGHT.replace('"valid"', '"valid PA8010"'))[0], 1)

    def test_a_reader_that_always_says_valid(self) -> None:
        status, output = self.run_it("print('valid')")
        self.assertEqual(status, 1)
        self.assertIn("1 of 3", output)
        self.assertRegex(output, "packs/valid +1 of +1")
        self.assertRegex(output, "packs/invalid +0 of +1")
        self.assertIn("packs/invalid/bad.pa: a test: expected 'invalid meaning', exit 1; printed 'valid', exit 0", output)

    def test_a_sample_has_each_verdict_of_each_folder(self) -> None:
        for number in range(5):
            file = f"packs/invalid/b{number}.pa"
            (self.root / file).write_bytes(file.encode())
            verdict = {"verdict": "invalid", "stage": "meaning" if number < 4 else "limit"}
            self.cases.append({**self.cases[1], **verdict, "file": file, "sha256": hashlib.sha256(file.encode()).hexdigest()})
        self.write_manifest()
        cases = run.load(self.root / "manifest.json")
        for most, count in ((1, 4), (2, 5), (5, 8), (9, 8)):
            chosen = run.sample(cases, most)
            self.assertEqual(len(chosen), count)
            self.assertEqual(len({(case.file.rpartition("/")[0], case.line()) for case in chosen}), 4)
        self.assertIn("3 of 4", self.run_it(RIGHT, "--each", "1")[1])

    def test_the_exit_status_counts(self) -> None:
        self.assertEqual(self.run_it(RIGHT.replace("sys.exit(status)", ""), "--only", "packs/invalid/")[0], 1)

    def test_a_reader_that_hangs_is_cut_off(self) -> None:
        # A child keeps the output open, as a shell script would.
        hangs = "import subprocess, sys, time\nprint('valid', flush=True)\nsubprocess.run([sys.executable, '-c', 'import time; time.sleep(60)'])"
        begin = time.monotonic()
        with mock.patch.object(run, "SECONDS", 1):
            status, output = self.run_it(hangs, "--only", "packs/valid/")
        self.assertEqual(status, 1)
        self.assertIn("none within 1 s", output)
        self.assertLess(time.monotonic() - begin, 30)

    def test_control_characters_are_escaped(self) -> None:
        status, output = self.run_it(r"import sys; sys.stdout.buffer.write(b'\x1b[2J\xff\xc2\x9b\x07' + b'x' * 10**6)")
        self.assertEqual(status, 1)
        self.assertNotRegex(output, r"[^\n -~]")
        self.assertIn(r"\x1b[2J", output)
        self.assertLess(len(output), 2_000)

    def test_a_kit_that_is_not_whole(self) -> None:
        (self.root / "packs/valid/more.pa").write_bytes(b"")
        status, output = self.run_it(RIGHT, "--only", "documents/")
        self.assertEqual(status, 2)
        self.assertIn("packs/valid/more.pa: not in the manifest", output)
        (self.root / "packs/valid/more.pa").unlink()
        (self.root / "packs/invalid/bad.pa").write_bytes(b"changed")
        (self.root / "packs/valid/good.pa").unlink()
        status, output = self.run_it(RIGHT)
        self.assertEqual(status, 2)
        self.assertIn("packs/invalid/bad.pa: changed", output)
        self.assertIn("packs/valid/good.pa: missing", output)

    def test_a_manifest_that_is_none(self) -> None:
        for change in ({"verdict": "perhaps"}, {"stage": None}, {"about": 1}, {"file": "../reader.py"}, {"file": self.cases[0]["file"]}):
            original = dict(self.cases[1])
            self.cases[1].update(change)
            self.write_manifest()
            self.assertEqual(self.run_it(RIGHT)[0], 2, change)
            self.cases[1] = original
        for text in ("", "[]", "{}", '{"cases": 1}', '{"cases": [{}]}', "[" * 100_000):
            (self.root / "manifest.json").write_text(text)
            self.assertEqual(self.run_it(RIGHT)[0], 2, text[:20])

    def test_a_wrong_command_line(self) -> None:
        self.assertEqual(self.run_command("python3")[0], 2)
        self.assertEqual(self.run_command("'python3 {}")[0], 2)
        self.assertEqual(self.run_command("no-such-program-here {}")[0], 2)
        self.assertEqual(self.run_it(RIGHT, "--jobs", "0")[0], 2)
        self.assertEqual(self.run_it(RIGHT, "--jobs", "many")[0], 2)
        self.assertEqual(self.run_it(RIGHT, "--each", "0")[0], 2)
        self.assertEqual(self.run_it(RIGHT, "--only", "nothing/")[0], 2)

    def test_the_path_may_stand_inside_an_argument(self) -> None:
        program = RIGHT.replace("sys.argv[1]", "sys.argv[1].partition('=')[2]")
        reader = self.root / "reader.py"
        reader.write_text(program)
        status, output = self.run_command(f"{shlex.quote(sys.executable)} {shlex.quote(str(reader))} --file={{}}")
        self.assertEqual(status, 0, output)


if __name__ == "__main__":
    unittest.main()
