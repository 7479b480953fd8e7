"""How many syllables a French word has when prose is read aloud: a mute e counts inside a word, not at its end."""

import re

_VOWELS = re.compile(r"[aeiouyàâäéèêëîïôöùûüÿœæ]+")
#: two vowels side by side that are two syllables: « thé|âtre », « na|ïf », « cha|os », « cru|el », « pa|ys »
_HIATUS = re.compile(
    r"é(?=[aâèêiîoôuû]|e[rz])|[aou](?=[éèêï])|a(?=o)|(?<=[bcdfgptv][lr])[iou](?=[aéo]|e(?!s?$|nt$))|(?<=p)a(?=ys)"
)
#: « qu » and « gu » before a vowel are one consonant, « y » between vowels is one too
_CONSONANTS = re.compile(r"(?<=[qg])u(?=[eéèêiîaâoô])|(?<=[aeiouéè])y(?=[aeiouéèê])")
_MUTE, _MUTE_VERB = re.compile(r"(?<=[^aeiouyàâäéèêëîïôöùûüÿœæ])es?$"), re.compile(r"ent$")


def syllables(word: str, verb: bool = False) -> int:
    """The syllables of `word`, one at least a part; `verb` tells a third person plural, whose « -ent » is mute."""
    return sum(_of_part(part, verb) for part in re.split(r"[-\u2011]", word.lower()) if part) or 1


def _of_part(text: str, verb: bool) -> int:
    text = _CONSONANTS.sub("h", _MUTE_VERB.sub("e", text) if verb else text)
    text = _HIATUS.sub(lambda match: f"{match[0]}h", _MUTE.sub("", text))
    return max(1, len(_VOWELS.findall(text)))
