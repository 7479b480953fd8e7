"""What « il », « ces monnaies », « son père » at the head of a sentence stand for, where only one noun can be meant.

Narrow on purpose: the subject of the sentence before, when it agrees and nothing else there could be taken up; a noun
told of before; what belongs to the one person of the sentence before.
"""

from collections import Counter

from spacy.tokens import Span, Token

from quizgen.french import nouns, parts, stems, tree
from quizgen.french.anaphora import PERSONAL, dangling, plain
from quizgen.french.clause import Antecedent
from quizgen.french.determiners import definite
from quizgen.french.elision import join
from quizgen.french.name_words import words
from quizgen.french.reading import Reading, Sentence

#: how sure an antecedent is: nothing else agrees; only what stands in a complement does
ALONE, NEARLY = 0.97, 0.92
DEMONSTRATIVE, OWNING = frozenset(["ce", "cet", "cette", "ces"]), frozenset(["son", "sa", "ses"])
#: a noun that is so often a subject is what the text is about
OFTEN = 3
#: (rank of the paragraph, index of the pronoun) -> what it stands for
Found = dict[tuple[int, int], Antecedent]


def antecedents(reading: Reading) -> Found:
    """The subjects of main clauses that point back and can be resolved for sure."""
    found: Found = {}
    often = _topics(reading)
    topic: Antecedent | None = None
    before: Sentence | None = None
    for sentence in reading.sentences:
        if before is None or before.paragraph != sentence.paragraph:
            topic = None
        subject = tree.subject_of(sentence.span.root)
        if sentence.marks or subject is None:
            topic = None
        elif parts.is_noun(subject):
            named = tree.span_of(subject)
            again = _again(named, sentence, reading) or _owned(named, topic, before)
            if again is not None:
                found[sentence.paragraph, named.start] = again
            topic = None if dangling(named) else Antecedent(named, sentence.bounds, 1.0)
        elif topic is not None and before is not None and plain(subject) in ("il", "elle", "ils", "elles"):
            topic = _taken_up(subject, topic, before, sentence, often)
            if topic is not None:
                found[sentence.paragraph, subject.i] = topic
        else:
            topic = None
        before = sentence
    return found


def _again(named: Span, sentence: Sentence, reading: Reading) -> Antecedent | None:
    """« ces monnaies » where monnaies were told of before: the phrase without « ces », to be said with « les »."""
    head = tree.head_within(named)
    bare = named[1:]
    if plain(named[0]) not in DEMONSTRATIVE or not len(bare) or head.i == named.start or not nouns.gender_of(head):
        return None
    if dangling(bare) or not parts.is_noun(head) or any(token.text in ",;:«»()" for token in bare):
        return None
    for told in reading.sentences:
        if told.bounds >= sentence.bounds:
            return None
        if any(token.lemma_ == head.lemma_ and parts.is_noun(token) for token in told.span):
            return Antecedent(bare, told.bounds, NEARLY)
    return None


def _owned(named: Span, topic: Antecedent | None, before: Sentence | None) -> Antecedent | None:
    """« Son père » after a sentence about Louis alone: « le père de Louis »."""
    head = tree.head_within(named)
    if topic is None or before is None or plain(named[0]) not in OWNING or dangling(named[1:]):
        return None
    owner = tree.head_within(topic.span)
    gender, number = nouns.gender_of(head), nouns.number_of(head)
    if nouns.type_of(owner) != "person" or nouns.number_of(owner) == "Plur" or not gender or len(named) > 4:
        return None
    others = [
        token
        for token in before.span
        if parts.is_noun(token) and nouns.type_of(token) in ("person", "animal") and token.text not in topic.span.text
    ]
    if others or not parts.is_name(owner):
        return None
    thing = definite(named[1:].text, gender, number)
    text = join(thing, "de", stems.phrase(topic.span)) if thing else ""
    return Antecedent(named[1:], topic.told, topic.chance * NEARLY, text) if text else None


def _topics(reading: Reading) -> frozenset[str]:
    """The nouns and names that are subjects again and again."""
    subjects = (tree.subject_of(token) for doc in reading.docs for token in doc if parts.is_verb(token))
    counts = Counter(subject.lemma_ for subject in subjects if subject is not None and parts.is_noun(subject))
    return frozenset(lemma for lemma, count in counts.items() if count >= OFTEN)


def _taken_up(
    pronoun: Token, topic: Antecedent, before: Sentence, sentence: Sentence, often: frozenset[str]
) -> Antecedent | None:
    """`topic` if the pronoun can only mean it, with the chance lowered by every step."""
    head = tree.head_within(topic.span)
    gender, number = PERSONAL[plain(pronoun)]
    own = nouns.gender_of(head)
    if nouns.number_of(head) not in (number, "") or own not in (gender, "") or tree.is_impersonal(pronoun.head):
        return None
    leading = sentence.span.doc[sentence.span.start : pronoun.i]
    near = [*before.span, *leading]
    rivals = [token for token in near if _rivals(token, topic.span, gender, number)]
    chance = ALONE
    if rivals:
        acts = nouns.type_of(head) in nouns.ACTING and (
            pronoun.head.lemma_ in words("verbs", "person") | words("verbs", "deeds")
        )
        central = head.lemma_ in often
        if not own or any(tree.is_core(token) or nouns.type_of(token) in nouns.ACTING for token in rivals):
            return None
        if not (acts or central):
            return None
        chance = NEARLY
    return Antecedent(topic.span, topic.told, topic.chance * chance)


def _rivals(token: Token, topic: Span, gender: str, number: str) -> bool:
    """Whether the word could be taken up as well: a noun or a pronoun that agrees, outside the topic's own phrase."""
    if topic.doc is token.doc and topic.start <= token.i < topic.end:
        return False
    if not parts.is_noun(token) or tree.is_flat(token):
        return False
    return nouns.number_of(token) in (number, "") and nouns.gender_of(token) in (gender, "")
