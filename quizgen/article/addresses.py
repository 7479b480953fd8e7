"""Where no typography is due: web and mail addresses, domain names, entities."""

import re
from collections.abc import Callable

# all lengths are bounded: a long run of letters must not be searched again from each of them
_DOMAIN = r"(?:[\w-]{1,40}\.){1,4}(?:fr|com|org|net|io|be|ch|ca|eu|info|uk|de|ai|tv|gouv\.fr)\b(?![\w’'-])(?:[/?#]\S*)?"
_MAIL = r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}"
ADDRESS = rf"(?:https?|ftp)://\S+|www\.\S+|{_MAIL}|{_DOMAIN}|&#?\w{{1,12}};"


def outside(rule: str) -> re.Pattern[str]:
    """`rule` compiled so that an address is matched first, as one piece in the group « address »."""
    return re.compile(f"(?P<address>{ADDRESS})|{rule}")


def sub(rule: re.Pattern[str], change: Callable[[re.Match[str]], str], text: str) -> str:
    """`rule` (from `outside`) replaced by `change` all over `text`, addresses left alone."""
    return rule.sub(lambda found: found.group() if found["address"] else change(found), text)
