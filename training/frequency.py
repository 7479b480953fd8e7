"""wordfreq's French list -> quizgen/french/data/frequency.tsv, how often a word form is met.

    pip install wordfreq && python training/frequency.py

The package itself weighs 61 MB with its forty languages; the 31,000 French forms that are met at least once in a
million words, in bands half a Zipf apart, take 0.3 MB and load in a hundredth of a second. Rarer ones are
not told apart.
"""

from collections import defaultdict
from pathlib import Path

_OUT = Path(__file__).resolve().parent.parent / "quizgen" / "french" / "data" / "frequency.tsv"
_LEAST, _STEP = 3.0, 0.5
_HEADER = """\
# Lower end of a Zipf band (log10 of occurrences in a thousand million words) <TAB> the French forms of that band.
# Written by training/frequency.py from wordfreq 3.1 (Robyn Speer, https://github.com/rspeer/wordfreq,
# doi:10.5281/zenodo.7199437), which merges OpenSubtitles, NewsCrawl, GlobalVoices, OSCAR, Google Books Ngrams,
# Wikipedia, Reddit and Twitter.
# Licence: CC BY-SA 4.0, that of wordfreq's data.
"""


def bands() -> dict[float, list[str]]:
    """Lower end -> the forms of letters alone (hyphen and apostrophe allowed inside), in alphabetical order."""
    from wordfreq import get_frequency_dict, zipf_frequency

    found = defaultdict(list)
    for form in sorted(get_frequency_dict("fr", wordlist="large")):
        zipf = zipf_frequency(form, "fr", wordlist="large")
        if zipf >= _LEAST and form.replace("-", "").replace("'", "").isalpha():
            found[int(zipf / _STEP) * _STEP].append(form)
    return found


def main() -> None:
    """Writes the table."""
    rows = (f"{least:.1f}\t{' '.join(forms)}\n" for least, forms in sorted(bands().items(), reverse=True))
    _OUT.write_text(_HEADER + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
