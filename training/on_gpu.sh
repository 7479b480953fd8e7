#!/usr/bin/env bash
# The part of train.sh that wants a GPU, within ten minutes of one: training/on_gpu.sh PACKED WORK [SECONDS].
# Needs PyTorch only, nothing else of this project. A large network (t) and the small one that ships (n) learn to guess
# words; the large one learns from treebanks and silver texts, the small one from it. WORK/n is the start of train.sh's
# last round. SECONDS scales all of it (500): « 50 » tries whether everything runs.
set -euo pipefail
cd "$(dirname "$0")/.."
packed=$1 work=$2 seconds=${3:-500}
export OMP_NUM_THREADS=2 PYTHONUNBUFFERED=1
mkdir -p "$work"

guess() { # guess MEMBER KIND SECONDS
  python3 -m training.pretrain "$packed" "$work/pretrained-$1.pt" --member "$1" --kind "$2" --batch 256 \
    --words 1000000000 --seconds "$3" --device cuda
}
fit() { # fit MEMBER KIND OPTION…
  python3 -m training.fit_reader "$packed" "$work/$1" --member "$1" --kind "$2" --from "$work/pretrained-$1.pt" \
    --silver 0,1 --passes 12 --rate 1.5e-3 --batch 4000 --device cuda "${@:3}"
}

guess t attentive $((seconds * 36 / 100)) & guess n narrow $((seconds * 36 / 100)) &
for job in $(jobs -p); do wait "$job"; done
fit t attentive --slow 0.15 --dropout 0.2 --seconds $((seconds * 24 / 100))
fit n narrow --slow 0.3 --dropout 0.15 --teachers "$work/t" --seconds $((seconds * 32 / 100))
