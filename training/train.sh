#!/usr/bin/env bash
# Rebuilds quizgen/french/model from the shared data: training/train.sh [DATA] [PYTHON]. About an hour and a half on two
# cores. PyTorch and the rest of the extra « train » go into training/work/venv; quizgen itself never needs them.
set -euo pipefail
cd "$(dirname "$0")/.."

data=${1:-../shared/data}
python=${2:-python3}
work=training/work
model=quizgen/french/model
vectors=$work/vectors/pipeline
# One thread a process: the seeds are fixed, and sums in another order are other sums.
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 PYTHONHASHSEED=0

both() { # both COMMAND…: runs it for members a and b side by side, {} standing for the member
  local pids=() member
  for member in a b; do "${@//\{\}/$member}" & pids+=($!); done
  for pid in "${pids[@]}"; do wait "$pid"; done
}

mkdir -p "$work"
[ -x "$work/venv/bin/python" ] || "$python" -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet -e '.[train]'
run=("$work/venv/bin/python" -m)

"${run[@]}" training.convert "$data" "$work"
"${run[@]}" training.vectors "$data/text" "$work/vectors"
"${run[@]}" training.pretrain "$data/text" "$vectors" "$work/pretrained.pt"

both "${run[@]}" training.fit_reader "$work" "$work/first-{}" --member {} --from "$work/pretrained.pt" --passes 16
"${run[@]}" training.export "$work/first-a" "$work/first-b" --out "$work/first"
"${run[@]}" training.assemble "$work/first" "$vectors" "$work/train.spacy" "$data/text" "$work/first-model"
"${run[@]}" training.silver "$work/first-model" "$data/text" "$work/silver.spacy"

both "${run[@]}" training.fit_reader "$work" "$work/second-{}" --member {} --from "$work/first-{}/reader.pt" \
  --silver "$work/silver.spacy" --passes 13 --rate 1.5e-3 --dropout 0.2
"${run[@]}" training.export "$work/second-a" "$work/second-b" --out "$work/second"
"${run[@]}" training.assemble "$work/second" "$vectors" "$work/train.spacy" "$data/text" "$model"
"${run[@]}" training.calibrate "$model" "$work" quizgen/french/data/trust.json
"${run[@]}" training.evaluate "$model" "$data" "$work" --json "$model/scores.json"
