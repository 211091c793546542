#!/usr/bin/env bash
# From a finished run to what ships: exports the net, fits its calibration, measures it, and writes its card.
#
#   training/ship.sh                       # var/training/fernet
#   training/ship.sh var/training/OTHER    # another run
#
# MOODRING_SHARED names the folder of the shared data, PYTHON another interpreter, THREADS how many threads it may use.
set -euo pipefail
cd "$(dirname "$0")/.."

run=${1:-var/training/fernet}
data=${MOODRING_SHARED:-../shared}/data
python=${PYTHON:-var/venv/bin/python}
figures=models/fernet/figures
mkdir -p "$figures"

# Written beside first: an evaluation that fails must leave the figures as they were.
measure() {
  local name=$1
  shift
  npm run -s evaluate -- "$@" --json >"$figures/$name.part"
  mv "$figures/$name.part" "$figures/$name.json"
}

"$python" -m training.export "$run" models/fernet
measure emotion emotion --sheets "$data/fer2013" --fit --write
measure posed photos "$data/photos/posed"
measure faces faces "$data/photos"
measure mixes-posed mixes "$data/photos/posed"
measure mixes-happy_sad mixes "$data/photos/happy_sad"
measure steps-posed steps "$data/photos/posed"
measure steps-happy_sad steps "$data/photos/happy_sad"
"$python" -m training.storage "$run" "$figures/storage.json" --threads "${THREADS:-1}"
npx node training/card/write.ts
