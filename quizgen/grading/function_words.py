"""Words that carry no answer: articles, pronouns, prepositions, conjunctions, auxiliaries."""

from quizgen.french.sound import folded

#: without accents
FUNCTION = frozenset(
    (
        "a afin ai ainsi alors apres as au aucun aucune aupres auquel aussi aux avaient avait avant avec avoir "
        "beaucoup bien c ca car ce ceci cela celle celles celui ces cest cet cette ceux chez comme d dans de dedans "
        "deja depuis des dessous dessus doit doivent donc dont du elle elles en encor encore enfin ensuite entre es "
        "est et etaient etait etc ete etre eu eux faire fait font furent fut ici il ils j jamais je l la laquelle le "
        "lequel les lesquelles lesquels leur leurs lors lorsque lui m ma mais me meme mes moins mon n ne ni non nos "
        "notre nous on ont or ou oui par parce pas pendant peu peut peuvent plus pour puis puisque qu quand que quel "
        "quelle quelles quels qui quoi s sa sans se sera serait seront ses si soit son sont sous sur t ta tant te tes "
        "ton toujours tous tout toute toutes tres trop tu un une va vers vont vos votre vous y"
    ).split()
)
#: those of them that bear an accent: « lè » is none, it is a misspelt « lait »
ACCENTED = frozenset(("après aprés auprès dès déjà là même où très trés à ça çà étaient étais était été être").split())


def is_function(token: str) -> bool:
    """Whether the token is such a word, as it is written or without its accents where it has them."""
    key = folded(token)
    return key in FUNCTION and (key == token.lower() or token.lower() in ACCENTED)
