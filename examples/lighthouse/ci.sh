#!/bin/sh
# What a pipeline runs for this workspace, with papack on the PATH: ci.sh OUT publishes in the folder OUT and writes
# nothing here. It stops at the first step that fails, with the exit status of papack.
set -eu
unset CDPATH
game=$(cd "$(dirname "$0")" && pwd)
out=$1
papack check --frozen "$game"
papack build --frozen --check-reproducible "$game" --output "$out"
papack verify "$game" --output "$out"
