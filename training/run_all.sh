#!/usr/bin/env bash
# Trains every net that the shipped one needs. Finished runs are skipped and stopped ones go on, so this one command
# is also how to resume. It takes only time that nothing else on the machine wants.
#
#   setsid nohup training/run_all.sh >/dev/null 2>&1 &
set -euo pipefail
cd "$(dirname "$0")/.."

runs=${RUNS:-var/training}
python=${PYTHON:-var/venv/bin/python}
mkdir -p "$runs"

exec 9>"$runs/lock"
flock --nonblock 9 || { echo 'Training is already running.' >&2; exit 1; }
trap 'kill $(jobs -p) 2>/dev/null; wait; exit 75' TERM INT

idle=(nice -n 19)
chrt --idle 0 true 2>/dev/null && idle+=(chrt --idle 0)

train() {
  local out="$runs/$1"
  [ -e "$out/finished.json" ] && return
  mkdir -p "$out"
  exec "${idle[@]}" "$python" -m training.train --config "training/configs/$1.toml" --out "$out" --resume \
    --threads "$2" >>"$out/log.txt" 2>&1
}

# Each learns from those before it.
for run in teacher-vgg fernet-first fernet; do
  train "$run" "$(nproc)" &
  wait $!
done
