#!/usr/bin/env bash
# Rebuilds quizgen/french/model from the shared data: training/train.sh [DATA] [PYTHON]. About two hours on two
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
both "${run[@]}" training.pretrain "$data/text" "$vectors" "$work/pretrained-{}.pt" --member {}

both "${run[@]}" training.fit_reader "$work" "$work/first-{}" --member {} --from "$work/pretrained-{}.pt" --passes 14
"${run[@]}" training.export "$work/first-a" "$work/first-b" --out "$work/first"
"${run[@]}" training.assemble "$work/first" "$vectors" "$work/train.spacy" "$data/text" "$work/first-model"

# round NAME FROM PASSES RATE SILVER-OPTIONS…: both members go on from the round before, with what they read together
round() {
  local name=$1 from=$2 passes=$3 rate=$4; shift 4
  "${run[@]}" training.silver "$work/$from-model" "$data/text" "$work/$name.spacy" "$@"
  both "${run[@]}" training.fit_reader "$work" "$work/$name-{}" --member {} --from "$work/$from-{}/reader.pt" \
    --silver "$work/$name.spacy" --passes "$passes" --rate "$rate" --dropout 0.2
  "${run[@]}" training.export "$work/$name-a" "$work/$name-b" --out "$work/$name"
  "${run[@]}" training.assemble "$work/$name" "$vectors" "$work/train.spacy" "$data/text" "$work/$name-model"
}

round second first 13 1.5e-3 --words 900000
round third second 11 1.2e-3 --words 1000000 --seed 11
"${run[@]}" training.assemble "$work/third" "$vectors" "$work/train.spacy" "$data/text" "$model"
"${run[@]}" training.calibrate "$model" "$work" quizgen/french/data/trust.json
"${run[@]}" training.evaluate "$model" "$data" "$work" --json "$model/scores.json"
