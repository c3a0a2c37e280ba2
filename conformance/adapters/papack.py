#!/usr/bin/env python3
"""papack as a reader of the conformance kit.

    python3 conformance/run.py --command "python3 conformance/adapters/papack.py {}"

A pack is given to `papack verify`. A document is judged by `papack migrate --dry-run`, which judges each document
by itself, in a workspace made for it. PAPACK names another program than the one beside this kit.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HOME = pathlib.Path(__file__).resolve().parents[2]
PAPACK = os.environ.get("PAPACK", str(HOME / "papack"))

EMPTY_INDEX = '{"artifact": "index", "schema_version": 2, "assets": [], "retired": []}\n'

STAGE_OF_CODE = {
    "PA4001": "too_old",
    "PA4002": "too_new",
    "PA8001": "not_a_pack",
    "PA8002": "damaged",
    "PA8003": "truncated",
    "PA8004": "limit",
    "PA8005": "extended",
    "PA8006": "header_padding",
    "PA8007": "header_digest",
    "PA8008": "header_form",
    "PA8009": "structure",
    "PA8010": "meaning",
    "PA8011": "payload_padding",
    "PA8012": "slice_digest",
}

# The first digit of a code is the stage of trust that refused.
STAGE_OF_DIGIT = {"1": "parse", "2": "structure", "3": "meaning", "4": "version"}


def stage(code):
    return STAGE_OF_CODE.get(code) or STAGE_OF_DIGIT.get(code[2])


def run(arguments):
    """Exit status and the codes of all errors, in the order of the report."""
    done = subprocess.run(
        [PAPACK, *arguments, "--format", "json", "--quiet"], stdout=subprocess.PIPE, check=False
    )
    lines = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
    codes = [line["code"] for line in lines if line.get("severity") == "error"]
    return done.returncode, codes


def judge(file):
    if file.suffix == ".pa":
        return run(["verify", str(file)])
    with tempfile.TemporaryDirectory() as folder:
        assets = pathlib.Path(folder, "assets")
        assets.mkdir()
        (assets / "index.json").write_text(EMPTY_INDEX, encoding="utf-8")
        document = assets / "x.asset.json"
        for name in ("index.json", "ignore.json", "budgets.json"):
            if file.name == name or file.name.endswith("." + name):
                document = assets / name
        shutil.copyfile(file, document)
        return run(["migrate", "--dry-run", "-C", folder, str(document)])


def main(arguments):
    if len(arguments) != 1:
        print("usage: papack.py FILE", file=sys.stderr)
        return 2
    status, codes = judge(pathlib.Path(arguments[0]))
    if status == 0:
        print("valid")
        return 0
    if not codes or stage(codes[0]) is None:
        print("papack ended with", status, codes, file=sys.stderr)
        return 4
    refusal = stage(codes[0])
    if refusal in ("too_old", "too_new"):
        print("unsupported", refusal, codes[0])
        return 3
    print("invalid", refusal, codes[0])
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
