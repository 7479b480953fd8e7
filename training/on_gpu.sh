#!/usr/bin/env bash
# The trainings of train.sh on one GPU, within minutes: training/on_gpu.sh PACKED OUT [PRETRAIN TEACH LEARN] (seconds).
# Needs PyTorch only. Two small encoders, a wide one and one of attention learn to guess words; the latter two become
# teachers on treebanks and silver texts; the small ones learn from those. OUT/a and OUT/b are what training.export wants.
set -uo pipefail
cd "$(dirname "$0")/.."
packed=$1 out=$2 pretrain=${3:-260} teach=${4:-90} learn=${5:-150}
work=${6:-training/work/gpu}
export OMP_NUM_THREADS=2 PYTHONUNBUFFERED=1
mkdir -p "$work" "$out"

side() { # side COMMAND…: begins it beside the others, its output kept
  python3 -m "$@" >>"$out/log" 2>&1 &
}

guess() { side training.pretrain "$packed" "$work/pretrained-$1.pt" --member "$1" --kind "$2" --batch "$3" \
  --words 1000000000 --seconds "$pretrain" --device cuda; }
guess a small 192; guess b small 192; guess c wide 192; guess t attentive 256
wait
date >>"$out/log"
fit() { side training.fit_reader "$packed" "$work/$1" --member "$1" --kind "$2" --from "$work/pretrained-$1.pt" \
  --silver 0,1 --device cuda "${@:3}"; }
fit c wide --passes 12 --rate 1.5e-3 --batch 4000 --dropout 0.33 --seconds "$teach"
fit t attentive --passes 12 --rate 1.5e-3 --slow 0.15 --batch 4000 --dropout 0.2 --seconds "$teach"
wait
date >>"$out/log"
fit a small --passes 14 --rate 2e-3 --batch 3000 --dropout 0.2 --teachers "$work/c" "$work/t" --seconds "$learn"
fit b small --passes 14 --rate 2e-3 --batch 3000 --dropout 0.2 --teachers "$work/c" "$work/t" --seconds "$learn"
wait
date >>"$out/log"
for member in a b; do
  python3 -c "import sys, torch; torch.save({n: v.half() for n, v in torch.load(sys.argv[1]).items()}, sys.argv[2])" \
    "$work/$member/reader.pt" "$out/$member.pt"
done
tail -n 30 "$out/log"
