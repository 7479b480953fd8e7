"""French spacing: no-break spaces before ; : ? ! » and %, after «, and inside numbers (Imprimerie nationale)."""

import re

from quizgen.article.addresses import outside, sub

NBSP = "\xa0"
_STOP = re.compile(r"(?<=[^\W_]|[»”)\]])[ \xa0\u202f](?=[.,](?![.,\w]))")
#: a space that is there becomes a no-break one; where there is none, one comes only before ; ? ! » and after «
_BEFORE = outside(r" (?=[;:?!»])")
_MISSING = outside(r"(?<=[^\W_]|[»”)\]%’…°€\"])(?=[;?!])(?![;?!]+[=\w])|(?<=[^\s«])(?=»)")
_AFTER = outside(r"(?<=«) |(?<=«)(?=[^\s»])")
_SIDES = re.compile(r"»(?=[^\W_])|(?<=[\w;:?!,.…])(?=«)")
_PERCENT = re.compile(r"(?<=\d) (?=[%‰€$£](?!\w)|°C\b)")
_GROUPS = re.compile(r"(?<![\d,.\xa0\u202f])\d{1,3}(?: \d{3})+(?![\d])")


def close_up_stops(text: str) -> str:
    """« d'OpenAI . Un projet » -> « d'OpenAI. Un projet »; « ... » and « .fr » stay."""
    return _STOP.sub("", text)


def bind_punctuation(text: str) -> str:
    """No-break spaces beside the tall signs; never in an address, nor where « : » stands without a space (10:30)."""
    text = _SIDES.sub(lambda found: f"{found.group()} ", text)
    for rule in (_BEFORE, _MISSING, _AFTER):
        text = sub(rule, lambda _: NBSP, text)
    return text


def bind_numbers(text: str) -> str:
    """« 9,5 % », « 20 € », « 13 000 »: the ordinary space inside becomes a no-break one."""
    return _GROUPS.sub(lambda found: found.group().replace(" ", NBSP), _PERCENT.sub(NBSP, text))
