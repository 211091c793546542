#!/usr/bin/env bash
# Does the recipe still run? Two steps of every run on noise, then the export, in seconds and without data.
#
#   training/smoke.sh DIR     # DIR receives the runs, and fernet/ the model; PYTHON names another interpreter
set -euo pipefail
out=$(realpath -m "$1")
cd "$(dirname "$0")/.."
python=${PYTHON:-var/venv/bin/python}

for run in teacher-vgg fernet-first fernet; do
  "$python" -m training.train --config "training/configs/$run.toml" --out "$out/runs/$run" --smoke --threads 1
done
"$python" -m training.export "$out/runs/fernet" "$out/fernet"
"$python" -m training.export "$out/runs/teacher-vgg" "$out/vgg"
"$python" -m training.face_or_not.train --smoke --out "$out/face-or-not"
