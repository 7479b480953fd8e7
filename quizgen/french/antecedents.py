"""What « il », « ces monnaies », « son père » at the head of a sentence stand for, where only one noun can be meant.

Narrow on purpose: what `referents` is sure of; a noun told of before; what belongs to the one person of the sentence
before.
"""

from spacy.tokens import Span, Token

from quizgen.french import nouns, parts, stems, tree
from quizgen.french.anaphora import POSSESSIVE, dangling, plain
from quizgen.french.clause import Antecedent
from quizgen.french.determiners import definite
from quizgen.french.elision import join
from quizgen.french.reading import Reading, Sentence
from quizgen.french.referents import MINDED, Mention, Tracker, main_subject
from quizgen.french.standing import LOWER, OBJECT, SUBJECT
from quizgen.french.stems import core_end

#: how sure a noun told of before is, and what one step further costs
NEARLY = 0.92
DEMONSTRATIVE = frozenset(["ce", "cet", "cette", "ces"])
#: words of « sa petite sœur » at most
LONGEST = 5
#: (rank of the paragraph, index of the first word) -> what it stands for
Found = dict[tuple[int, int], Antecedent]


def antecedents(reading: Reading) -> Found:
    """The subjects of clauses that point back and can be resolved for sure."""
    found: Found = {}
    before: tuple[Sentence, list[Mention]] | None = None
    tracker = Tracker(reading)
    for sentence, told in tracker.sentences():
        near = before is not None and before[0].paragraph == sentence.paragraph and not before[0].marks
        topic = main_subject(before[1]) if near and before is not None else None
        if topic is not None and topic.type not in MINDED and topic.span.root.lemma_ not in tracker.often:
            topic = None
        for mention in told:
            again = _said_again(mention, sentence)
            if again is None and not sentence.marks and mention.place == SUBJECT and parts.is_noun(mention.token):
                named = tree.span_of(mention.token)
                named = named.doc[named.start : core_end(named)]
                again = _again(named, sentence, reading) or _owned(named, topic, before[1] if before else [])
            if again is not None:
                found[sentence.paragraph, _first(mention.token)] = again
        before = sentence, told
    return found


def _first(head: Token) -> int:
    """Where the phrase begins that the word stands for."""
    return head.i if parts.is_pronoun(head) else tree.span_of(head).start


def _said_again(mention: Mention, sentence: Sentence) -> Antecedent | None:
    """What a resolved pronoun, or « le jeune homme » after a name, stands for."""
    if not mention.who or (mention.told == sentence.bounds and mention.token in mention.span):
        return None
    if mention.place < LOWER or dangling(mention.span, mention.span.root):
        return None
    return Antecedent(mention.span, mention.told, mention.chance if mention.chance < 1 else NEARLY)


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


def _owned(named: Span, topic: Mention | None, told: list[Mention]) -> Antecedent | None:
    """« Son père » after a sentence, with the mentions `told`, about Louis alone: « le père de Louis »."""
    head = tree.head_within(named)
    if topic is None or not topic.who or plain(named[0]) not in POSSESSIVE or len(named) > LONGEST:
        return None
    if dangling(named[1:]) or any(map(parts.is_preposition, named)):
        return None
    gender, number = nouns.gender_of(head), nouns.number_of(head)
    if topic.number != POSSESSIVE[plain(named[0])] or not gender or dangling(topic.span, topic.span.root):
        return None
    others = [m for m in told if m.who != topic.who and m.number == topic.number]
    if any(m.type in MINDED or not m.who or (topic.type not in MINDED and m.place >= OBJECT) for m in others):
        return None
    thing, owner = definite(named[1:].text, gender, number), stems.phrase(topic.span)
    if not parts.is_name(tree.head_within(topic.span)):
        owner = definite(owner, topic.gender, topic.number) or ""
    text = join(thing, "de", owner) if thing and owner else ""
    return Antecedent(named[1:], topic.told, min(topic.chance, NEARLY), text) if text else None
