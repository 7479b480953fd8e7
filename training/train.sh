#!/usr/bin/env bash
# Rebuilds quizgen/french/model from the shared data: training/train.sh [DATA] [PYTHON]. Four to five hours on two
# cores. PyTorch and the rest of the extra « train » go into training/work/venv; quizgen itself never needs them.
# Where training/work/gpu/n is there (training/on_gpu.sh made it of training/work/packed), the last round starts from it.
set -euo pipefail
cd "$(dirname "$0")/.."

data=${1:-../shared/data}
python=${2:-python3}
work=training/work
packed=$work/packed
model=quizgen/french/model
vectors=$work/vectors/pipeline
# One thread a process: the seeds are fixed, and sums in another order are other sums.
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 PYTHONHASHSEED=0

pids=()
side() { "$@" & pids+=($!); } # begins it beside the others
all() { local pid; for pid in "${pids[@]}"; do wait "$pid"; done; pids=(); } # waits, and fails where one failed

mkdir -p "$work"
[ -x "$work/venv/bin/python" ] || "$python" -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet -e '.[train]'
run=("$work/venv/bin/python" -m)

# assembled FROM…: the pipeline of the networks FROM in model-LAST
assembled() {
  local out=$1; shift
  "${run[@]}" training.export "$@" --out "$work/exported"
  "${run[@]}" training.assemble "$work/exported" "$vectors" "$work/train.spacy" "$data/text" "$out"
}
# silver MODEL SEED: running text that MODEL read, packed with all the rest
silver() {
  for part in 0 1; do
    side "${run[@]}" training.silver "$1" "$data/text" "$work/silver-$part.spacy" --words 1800000 --seed "$2" --part "$part/2"
  done
  all
  "${run[@]}" training.pack "$data/text" "$work" "$work/silver-0.spacy" "$work/silver-1.spacy" --out "$packed"
}

"${run[@]}" training.convert "$data" "$work"
"${run[@]}" training.vectors "$data/text" "$work/vectors"
"${run[@]}" training.pack "$data/text" "$work" --out "$packed"

for member in a b; do
  side "${run[@]}" training.pretrain "$packed" "$work/pretrained-$member.pt" --member $member
done
all
for member in a b; do
  side "${run[@]}" training.fit_reader "$packed" "$work/first-$member" --member $member \
    --from "$work/pretrained-$member.pt" --passes 14
done
all
assembled "$work/first-model" "$work/first-a" "$work/first-b"

silver "$work/first-model" 7
for member in a b; do
  side "${run[@]}" training.fit_reader "$packed" "$work/second-$member" --member $member --silver 0,1 \
    --from "$work/first-$member/reader.pt" --passes 13 --rate 1.5e-3 --dropout 0.2
done
all
assembled "$work/second-model" "$work/second-a" "$work/second-b"

silver "$work/second-model" 31
teachers=("$work/second-a" "$work/second-b")
if [ -e "$work/gpu/n/reader.pt" ]; then
  start=$work/gpu/n/reader.pt passes=7 rate=1e-3
  teachers+=("$work/gpu/n")
else
  "${run[@]}" training.pretrain "$packed" "$work/pretrained-n.pt" --member n --kind narrow
  start=$work/pretrained-n.pt passes=12 rate=1.5e-3
fi
side "${run[@]}" training.fit_reader "$packed" "$work/third-n" --member n --kind narrow --silver 0,1 --from "$start" \
  --teachers "${teachers[@]}" --passes $passes --rate $rate --slow 0.5 --dropout 0.15
side "${run[@]}" training.fit_reader "$packed" "$work/third-a" --member a --silver 0,1 --from "$work/second-a/reader.pt" \
  --teachers "${teachers[@]}" --passes 5 --rate 8e-4 --dropout 0.2
all
assembled "$model" "$work/third-n" "$work/third-a"
"${run[@]}" training.calibrate "$model" "$work" quizgen/french/data/trust.json
"${run[@]}" training.evaluate "$model" "$data" "$work" --json "$model/scores.json"
