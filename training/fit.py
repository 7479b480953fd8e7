"""One training run of spaCy with our language registered (`spacy train` alone does not know it).

python -m training.fit training/parse.cfg training/work/parse train.spacy dev.spacy training/work/vectors/pipeline
"""

import argparse
from pathlib import Path

from spacy.cli.train import train

import quizgen.french.language  # noqa: F401  registers fr_quizgen

_PATHS = ("train", "dev", "vectors")


def main() -> None:
    """Train `config` and write model-best and model-last into `out`."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("config", "out", *_PATHS):
        parser.add_argument(name, type=Path)
    args = parser.parse_args()
    train(args.config, args.out, overrides={f"paths.{name}": str(getattr(args, name)) for name in _PATHS})


if __name__ == "__main__":
    main()
