"""Grammalecte over sentences, one JSON string a line in, one JSON list of complaints a line out.

Run by Debian's own Python, which has Grammalecte (`apt install grammalecte-cli`); it is GPL and never part of quizgen.
"""

import json
import sys

from grammalecte import GrammarChecker

#: what is typography of the source text, or a matter of the press rather than of grammar
UNASKED = ("nbsp", "apos", "mapos", "liga", "unit", "num", "html", "esp", "tab", "poncfin", "ocr", "latex", "minis")


def main() -> None:
    """Check every line."""
    engine = GrammarChecker("fr").getGCEngine()
    for option in UNASKED:
        engine.setOption(option, False)
    for line in sys.stdin:
        text = json.loads(line)
        found = [[text[e["nStart"] : e["nEnd"]], e["sRuleId"], e["sMessage"]] for e in engine.parse(text, "FR")]
        print(json.dumps(found, ensure_ascii=False))


if __name__ == "__main__":
    main()
