"""quizgen: French reading-comprehension questions, each with its key and the line that proves it."""

__version__ = "0.1.0"
