"""Controls of a rating: exemplary questions as records of ours, and ways of planting one real fault in them.

A planter takes an exemplary question, its article and a seeded generator, and gives the question with exactly one
fault, or None where it cannot be sure that the fault is one. Nothing here looks at how quizgen asks.
"""

import json
import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from quizgen.article import Article
from quizgen.article.spacing import bind_numbers, bind_punctuation
from quizgen.kinds import all_kinds, kind_named
from quizgen.quiz import Evidence, Question

#: what a worksheet prints as instruction or frame, and some exemplary stems repeat
INSTRUCTION = re.compile(r"^(?:Vrai ou faux\s\?\s*|Justifiez votre réponse en citant le texte\.\s*"
                         r"|Complétez avec les mots de la liste[^:]*:\s*)+")
SENTENCE = re.compile(r"\S[^.!?…\n]*[.!?…]+(?:\s?[»”\"])?(?=\s|$)")
WORD = re.compile(r"\w{4,}")
#: a sentence of fewer words is no evidence that anyone would quote
FEWEST_WORDS = 6
#: a word that stands so often in a text is what the text is about
OFTEN = 3
#: a rater who errs on a larger share of either kind of control does not count
TOLERATED = 0.1
#: about the whole text: any sentence may be said to support it
GENERAL = "idee_generale"

#: exemplary question -> another option that is right by the text as well (written by hand from its evidence)
SECOND_RIGHT = {
    "news-banques/1": "La somme dérobée aux clients", "news-banques/5": "Le fait est rapporté sous réserve.",
    "news-banques/7": "Une représentante de Febelfin", "news-impots/3": "Jérôme Cahuzac",
    "news-impots/6": "La concession", "news-impots/9": "La somme est une prévision encore incertaine.",
    "news-billets/10": "Le fait que les nouveaux billets dureront plus longtemps",
    "news-yeti/1": "Des poils découverts en Sibérie appartiendraient au yéti.",
    "news-yeti/2": "Le fait reste encore à confirmer.", "news-yeti/12": "La concession",
    "ency-piastres/5": "Le texte cite le fait sous toute réserve.", "ency-piastres/9": "Au début de juillet 1953",
    "ency-geyser/8": "Le résultat", "ency-poivre/4": "Le fait est donné comme une hypothèse.",
    "ency-poivre/10": "Un envoyé de Vasco de Gama", "sora/1": "Sora : des créateurs en colère contre OpenAI",
    "sora/10": "La cause de la décision reste incertaine.", "sora/11": "Le créateur des Madea",
    "ency-piaf-barrage-de-castors/3": "Pendant la nuit", "ency-piaf-barrage-de-castors/6": "Les castors d'Europe",
    "ency-piaf-barrage-de-castors/12": "L'auteur cite une opinion sans la prendre à son compte.",
    "lit-bouvard/6": "Un rêve que le personnage exprime", "lit-fracasse/8": "Les deux tiers",
    "lit-fracasse/12": "Un château qui tombe en ruine", "civic-F1136/2": "À l'endroit où il travaille",
    "civic-F1136/3": "Jusqu'à ce que l'employeur ait pris les mesures de prévention voulues",
    "civic-F1136/8": "La restriction", "civic-covidlong/1": "La concession",
    "civic-covidlong/9": "Le réapprentissage des goûts et des odeurs",
    "civic-covidlong/12": "Aider les malades dont les symptômes persistent", "simple-rosia/2": "Un métal précieux",
    "simple-rosia/9": "Dans la reprise de l'exploitation", "simple-rosia/12": "Un gisement d'or qui fait débat",
    "simple-wangari/4": "Le résultat", "simple-wangari/5": "Les Kényans",
}

#: a right form -> what breaks its agreement whatever stands around it
BREAKS = [(re.compile(pattern), broken) for pattern, broken in (
    (r"\bont-(ils|elles)\b", r"a-t-\1"), (r"\bsont-(ils|elles)\b", r"est-\1"), (r"\ba-t-(il|elle)\b", r"ont-\1"),
    (r"\best-(il|elle)\b", r"sont-\1"), (r"ait-(il|elle)\b", r"aient-\1"), (r"\b([Qq])uel est\b", r"\1uelle est"),
    (r"\b([Qq])uelles? (?=\w)", r"\1uel "),
    (r"\b([LlDdCcSs]es|[Dd]eux|[Pp]lusieurs) (?!(?:mois|fois|pays|temps|bois|cas|corps|repas|plus|moins|trois|très)\b)"
     r"(\w{2,}[^\Wsux](?<!ai|oi))s\b", r"\1 \2"),
)]
ASKING = (r"Pourquoi|Comment|Quand|Où|D['’]où|(?:À|De|Par|Pour|Avec) (?:quoi|qui)|(?:Jusqu['’]à|Depuis) quand"
          r"|(?:À|De|En|Dans|Pour|Sur) quel(?:le)?s? \w+")
#: « Pourquoi la mairie a-t-elle… » : what asks, the subject, the verb with its pronoun
INVERTED = re.compile(rf"^({ASKING}) (?!\w+-)(.+?) ((?:n['’]|ne |se |s['’]|en |y )?\w+-(?:t-)?(?:ils?|elles?)\b.*)$")
NAMED = re.compile(r"^Qui est [A-Z][^,]*?(\s\?)$")
#: « Le monopole prit fin… » : the determiner, the rest of the subject, the verb
STATED = re.compile(r"^(Les |Le |La |Une? |L['’])([^,]{2,60}?) ((?:n['’]|ne )?(?:a|est|ont|sont|peut|peuvent|doit|fut"
                    r"|était|étaient|avait|avaient|prit|sera|seront) .*)$")
PRONOUNS = {"Les": "Ils", "La": "Elle", "Une": "Elle"}


@dataclass(frozen=True)
class Control:
    """An exemplary question of a text: `name` is « text/number » of the exemplary file; `fault` the planter, if any."""

    name: str
    question: Question
    fault: str | None = None

    @property
    def text(self) -> str:
        """The id of its text."""
        return self.name.split("/")[0]


def located(article: Article, quotation: str) -> Evidence:
    """Where `quotation` stands in the article, whatever its spaces and apostrophes; raises ValueError where not."""
    letters = [r"['’]" if letter in "'’" else re.escape(letter) for letter in quotation if not letter.isspace()]
    found = re.search(r"\s*".join(letters), article.text)
    if not found:
        raise ValueError(f"not in the article: {quotation}")
    return Evidence.at(article, found.start(), found.end())


def printed(value: object) -> object:
    """`value` with French spacing in each of its strings, as all our questions have it; lists become tuples."""
    if isinstance(value, str):
        return bind_numbers(bind_punctuation(value))
    if isinstance(value, list):
        return tuple(printed(item) for item in value)
    return {name: printed(item) for name, item in value.items()} if isinstance(value, dict) else value


def exemplary(folder: Path, articles: dict[str, Article]) -> list[Control]:
    """The exemplary questions on `articles` (by text id), of kinds that quizgen has, looking like quizgen's own."""
    rows = [json.loads(line) for path in sorted(folder.glob("exemplary_*.jsonl"))
            for line in path.read_text(encoding="utf-8").splitlines()]
    return [_control(row, articles[row["text_id"]]) for row in rows
            if row["text_id"] in articles and row["kind"] in all_kinds()]


def _control(row: dict, article: Article) -> Control:
    stem = INSTRUCTION.sub("", row["stem"])
    if stem != row["stem"] and stem.startswith("«") and stem.endswith("»"):
        stem = stem.strip("«» \u00a0")
    evidence = tuple(located(article, quotation) for quotation in row["evidence"])
    name = f"{row['text_id']}/{row['n']}"
    return Control(name, Question(name, row["kind"], row["skill"], row["way"], printed(stem), printed(row["choices"]),
                                  printed(row["key"]), printed(row["accepted"]), evidence))


def moved_key(question: Question, article: Article, rng: random.Random) -> Question | None:
    """A wrong option keyed; or two pairs crossed, two gaps or two steps exchanged."""
    key = question.key
    if isinstance(key, int) and not isinstance(key, bool):
        return replace(question, key=rng.choice([i for i in range(len(question.choices)) if i != key]))
    if not isinstance(key, tuple) or not isinstance(key[0], str | int | tuple):
        return None
    moved = list(key)
    wrong = sorted(set(range(len(question.choices))) - set(key)) if isinstance(key[0], int) else []
    if wrong:
        moved[rng.randrange(len(key))] = rng.choice(wrong)
        return replace(question, key=tuple(sorted(moved)))
    i, j = rng.sample(range(len(key)), 2)
    moved[i], moved[j] = key[j], key[i]
    if isinstance(key[0], tuple):
        moved[i], moved[j] = (key[i][0], key[j][1]), (key[j][0], key[i][1])
    return replace(question, key=tuple(moved))


def flipped_verdict(question: Question, article: Article, rng: random.Random) -> Question | None:
    """True keyed false, false keyed true."""
    return replace(question, key=not question.key) if isinstance(question.key, bool) else None


def broken_agreement(question: Question, article: Article, rng: random.Random) -> Question | None:
    """One agreement broken in the stem, outside its quotations."""
    parts = re.split(r"(«[^»]*»)", question.stem)
    for pattern, broken in BREAKS:
        for i, part in enumerate(parts):
            if not part.startswith("«") and pattern.search(part):
                return replace(question, stem="".join([*parts[:i], pattern.sub(broken, part, count=1), *parts[i + 1:]]))
    return None


def dangling_pronoun(question: Question, article: Article, rng: random.Random) -> Question | None:
    """The subject gone, its pronoun left with nothing before it; never where the text is about that subject anyway."""
    stem = question.stem
    if found := NAMED.match(stem):
        return replace(question, stem=f"Qui est-il{found[1]}")
    if found := INVERTED.match(stem):
        subject, rest = found[2], f"{found[1]} {found[3]}"
    elif isinstance(question.key, bool) and (found := STATED.match(stem)):
        subject, rest = found[2], f"{PRONOUNS.get(found[1].strip(), 'Il')} {found[3]}"
    else:
        return None
    if _familiar(subject, article) or re.search(r"\b(?:qu[ei]|dont|où)\b", subject):
        return None
    return replace(question, stem=rest)


def _familiar(subject: str, article: Article) -> bool:
    """Whether a reader may take a bare « il » for `subject`: it stands in the title, or often in the text."""
    told = [word.lower()[:5] for word in WORD.findall(article.text)]
    return any(word in _words(article.title or "") or told.count(word) >= OFTEN for word in _words(subject))


def second_right(question: Question, article: Article, rng: random.Random) -> Question | None:
    """A distractor gives way to an option that is right too."""
    option = SECOND_RIGHT.get(question.id)
    if not option or not isinstance(question.key, int):
        return None
    place = rng.choice([i for i in range(len(question.choices)) if i != question.key])
    choices = list(question.choices)
    choices[place] = printed(option)
    return replace(question, choices=tuple(choices))


def wrong_evidence(question: Question, article: Article, rng: random.Random) -> Question | None:
    """The evidence gives way to a sentence that shares no word of substance with the stem, the key or the evidence."""
    if question.way == GENERAL:
        return None
    told = " ".join([question.stem, kind_named(question.kind).key_text(question), *(e.text for e in question.evidence)])
    words = _words(told)
    strangers = [found.span() for found in SENTENCE.finditer(article.text) if len(found[0].split()) >= FEWEST_WORDS
                 and found[0].count("«") == found[0].count("»") and not _words(found[0]) & words]
    return replace(question, evidence=(Evidence.at(article, *rng.choice(strangers)),)) if strangers else None


def _words(text: str) -> set[str]:
    """The stems of the longer words, so that « castor » and « castors » are one."""
    return {word.lower()[:5] for word in WORD.findall(text)}


Planter = Callable[[Question, Article, random.Random], Question | None]
FAULTS: dict[str, Planter] = {planter.__name__: planter for planter in (
    moved_key, flipped_verdict, broken_agreement, dangling_pronoun, second_right, wrong_evidence)}


def plant(pool: list[Control], article: Article, rng: random.Random, used: Counter[str]) -> Control | None:
    """Takes out of `pool` the first control that the least used fault fits, and plants it; None where no fault fits."""
    for name in sorted(FAULTS, key=lambda name: used[name]):
        for control in pool:
            question = FAULTS[name](control.question, article, rng)
            if question is not None and question != control.question:
                pool.remove(control)
                used[name] += 1
                return Control(control.name, question, name)
    return None


def controls(folder: Path, articles: dict[str, Article], each: int, rng: random.Random) -> list[Control]:
    """`each` exemplary questions on `articles`, and as many others with a fault, evenly over texts and faults."""
    pools: dict[str, list[Control]] = {}
    for control in exemplary(folder, articles):
        pools.setdefault(control.text, []).append(control)
    for pool in pools.values():
        rng.shuffle(pool)
    sound: list[Control] = []
    broken: list[Control] = []
    used: Counter[str] = Counter()
    while len(sound) < each and any(pools.values()):
        for name, pool in pools.items():
            made = plant(pool, articles[name], rng, used)
            broken += [made] if made else []
            sound += [pool.pop()] if pool else []
    return sound[:each] + broken[:each]


def erred(rated: dict[str, dict], makers: dict[str, str]) -> dict[str, list[str]]:
    """By kind of control, the ids on which a rater erred: a planted fault let pass, an exemplary question failed."""
    return {maker: [name for name, found in makers.items() if found == maker and rated[name]["usable"] is passed]
            for maker, passed in (("planted", True), ("exemplary", False))}


def counts(rated: dict[str, dict], makers: dict[str, str]) -> bool:
    """Whether the rater erred on no more than a tenth of either kind of control."""
    return all(len(wrong) <= TOLERATED * sum(found == maker for found in makers.values())
               for maker, wrong in erred(rated, makers).items())
