#!/usr/bin/env bash
# Rebuilds quizgen/french/model from the shared data: training/train.sh [DATA] [PYTHON]. About an hour on two cores.
set -euo pipefail
cd "$(dirname "$0")/.."

data=${1:-../shared/data}
python=${2:-.venv/bin/python}
work=training/work
model=quizgen/french/model
# One thread a process: the seeds are fixed, and sums in another order are other sums.
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 PYTHONHASHSEED=0

mkdir -p "$work/packages"
"$python" -m pip install --quiet --no-deps --target "$work/packages" --upgrade floret==0.10.5

"$python" -m training.convert "$data" "$work"
PYTHONPATH="$work/packages" "$python" -m training.vectors "$data/text" "$work/vectors"

"$python" -m training.fit training/parse.cfg "$work/parse" "$work/train.spacy" "$work/dev.spacy" "$work/vectors/pipeline" &
parse=$!
"$python" -m training.fit training/ner.cfg "$work/ner" "$work/ner_train.spacy" "$work/ner_dev.spacy" "$work/vectors/pipeline"
wait "$parse"

"$python" -m training.assemble "$work/parse/model-best" "$work/ner/model-best" "$work/train.spacy" "$model"
"$python" -m training.evaluate "$model" "$data" "$work" --json "$model/scores.json"
