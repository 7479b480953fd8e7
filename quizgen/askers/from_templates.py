"""The asker that needs no LLM: facts of the article, through the templates of templates/questions/."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import compress

from quizgen.article.record import Article
from quizgen.askers import checks, distractors
from quizgen.askers.gaps import gap_facts
from quizgen.askers.groups import group_facts
from quizgen.askers.halves import half_facts
from quizgen.askers.sequences import sequence_facts
from quizgen.askers.several import several_facts
from quizgen.askers.statements import statement_facts
from quizgen.askers.templates import Template, all_templates, fields
from quizgen.french.facts import Fact, Slot
from quizgen.french.reading import Reading
from quizgen.french.typography import question, sentence
from quizgen.french.understand import facts
from quizgen.quiz import REGISTERS, Candidate, Evidence


def ask(reading: Reading, article: Article, seed: int = 0, register: str = REGISTERS[0]) -> Iterator[Candidate]:
    """The candidates of every template on every fact it fits, those that fail a check, in either register, left out."""
    told = facts(reading)
    statements = tuple(statement_facts(reading, told, seed))
    found = (
        *told,
        *statements,
        *gap_facts(reading, seed),
        *group_facts(told),
        *half_facts(reading, seed),
        *sequence_facts(told),
        *several_facts(statements, told, seed),
    )
    fitting = [(template, fact) for fact in found for template in all_templates() if template.fits(fact)]
    for manner in REGISTERS if register != REGISTERS[0] else REGISTERS[:1]:
        asked = [candidate_of(template, fact, reading, article, told, seed, manner) for template, fact in fitting]
        sound = [checks.passes(candidate) and not checks.titled(candidate, article.title) for candidate in asked]
        fitting, asked = list(compress(fitting, sound)), list(compress(asked, sound))
    yield from checks.unambiguous(asked)


def candidate_of(
    template: Template,
    fact: Fact,
    reading: Reading,
    article: Article,
    told: tuple[Fact, ...],
    seed: int,
    register: str = REGISTERS[0],
) -> Candidate:
    """What `template` asks about `fact`."""
    fact = replace(fact, slots={**fact.slots, "lines": Slot(lines_around(article, fact.spans[0][0]))})
    stem = template.asking(fact, register)
    key = fact.value if template.key is None else template.fill(template.key, fact)
    wrong = (
        fact.others
        or tuple(option for option in template.options if option != key)
        or distractors.supply(template.distractors, fact, key, reading, told, seed)
    )
    return Candidate(
        way=template.way,
        skill=template.skill,
        kinds=template.kinds,
        key=key,
        distractors=wrong,
        stem=question(stem) if template.stem.rstrip().endswith("?") else sentence(stem),
        evidence=tuple(Evidence.at(article, start, end) for start, end in fact.spans),
        confidence=template.prior * fact.confidence,
        accepted=tuple(
            template.fill(pattern, fact)
            for pattern in template.accepted
            if all(name in fact.slots for name in fields(pattern))
        ),
        feedback=template.fill(template.feedback, fact)
        if template.feedback and all(n in fact.slots for n in fields(template.feedback))
        else None,
        template=template.name,
        ways=template.ways,
    )


def lines_around(article: Article, offset: int) -> str:
    """« Aux lignes 4 à 9 »: the lines of the paragraph that holds `offset`."""
    start, end = next((span for span in article.paragraphs if span[0] <= offset < span[1]), (offset, offset + 1))
    first, last = article.line_at(start), article.line_at(end - 1)
    joined = "et" if last == first + 1 else "à"
    return f"À la ligne {first}" if first == last else f"Aux lignes {first} {joined} {last}"
