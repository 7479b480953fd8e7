"""How many syllables a French word has when it is read aloud in prose, the mute e at its end left out."""

import re

_VOWELS = re.compile(r"[aeiouyàâäéèêëîïôöùûüÿœæ]+")
#: two vowels side by side that are two syllables: « thé|âtre », « ré|union », « na|ïf », « cha|os », « cru|el »
_HIATUS = re.compile(
    r"é(?=[aâèêiîoôuû])|[aou](?=[éèêï])|a(?=o)|(?<=[bcdfgptv][lr])[iou](?=[eaéo])"
)
#: « qu » and « gu » before a vowel are one consonant, « y » between vowels is one too
_CONSONANTS = re.compile(r"(?<=[qg])u(?=[eéèêiîaâoô])|(?<=[aeiouéè])y(?=[aeiouéèê])")
_MUTE, _MUTE_VERB = re.compile(r"(?<=[^aeiouyàâäéèêëîïôöùûüÿœæ])es?$"), re.compile(r"ent$")


def syllables(word: str, verb: bool = False) -> int:
    """The syllables of `word`, one at least; `verb` tells a third person plural, whose « -ent » is mute."""
    text = _CONSONANTS.sub("h", word.lower())
    text = _MUTE_VERB.sub("e", text) if verb else text
    text = _HIATUS.sub(lambda match: f"{match[0]}h", _MUTE.sub("", text))
    return max(1, len(_VOWELS.findall(text)))
