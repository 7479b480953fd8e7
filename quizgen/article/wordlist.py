"""Closed lists of words, written as they read."""


def words(listed: str) -> frozenset[str]:
    """The words of a list written with spaces and line ends between them."""
    return frozenset(listed.split())
