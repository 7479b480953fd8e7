"""Words that keep their hyphen when a line ends on it: closed lists, made by hand from the compounds of the Trésor de
la langue française. A cut syllable never looks like these first elements, or its word is listed as an exception."""

from quizgen.article.wordlist import words

#: these keep their hyphen whatever follows, except the tails below
FIRSTS = words("""
    porte sous demi semi non vice avant après arrière contre quasi tout court chef rez arc tire brise casse chasse coupe
    cache couvre garde gratte lave ouvre passe perce pèse pique pousse presse rabat sèche serre taille tourne trompe
    vide essuie attrape amuse timbre wagon ville mot mots pause week grand grands grande petit petits petite haut haute
    belle nouveau saint sainte nord ouest est franco anglo germano hispano russo sino afro gréco judéo lui elle eux soi
    celui celle ceux celles
    """)
#: but these make one word: passerelle, portefeuille, tournesol, contredire, souscrire, gardera
TAILS = words("""
    ment ments rie ries ra rai ras rait raient rent rez rons ront port ports feuille feuilles relle relles lire lires
    sol sols manteau manteaux dire dit disent diction crire crit traire trait terrain terraine tenir tient venir vient
    seing bande façon balancer poids
    """)
#: these keep it before what is listed only: « ci-dessous » but « citoyen », « mi-temps » but « milieu »
PAIRS: dict[str, frozenset[str]] = {
    first: words(seconds)
    for first, seconds in {
        "peut": "être",
        "bien": "être fondé pensant aimé aimée",
        "mal": "être",
        "au": "dessus dessous delà devant dehors",
        "par": "dessus dessous delà devant derrière",
        "ci": "dessus dessous joint jointe contre après devant",
        "là": "bas haut dessus dessous dedans",
        "co": "auteur auteurs auteure fondateur",
        "auto": "école écoles",
        "mi": "temps chemin parcours voix janvier février mars avril mai juin juillet août septembre octobre novembre",
        "ex": "président présidente premier première ministre mari femme épouse époux directeur directrice champion",
        "beau": "frère frères père fils parents",
        "beaux": "frères pères fils parents arts",
        "abat": "jour",
        "bas": "fond fonds relief reliefs",
        "sud": "est ouest africain africaine américain américaine coréen coréenne",
        "compte": "rendu rendus",
        "quelques": "uns unes",
    }.items()
}
#: what follows a verb: « dit-il », « pense-t-elle », « dis-moi »; no syllable at a line's start looks like these
CLITICS = words("il elle on ils elles je nous vous moi toi y en eux t même mêmes là")
#: these may also be a syllable (vertu, celui, mâles): they keep the hyphen after the words listed only
WEAK: dict[str, frozenset[str]] = {
    weak: words(firsts)
    for weak, firsts in {
        "ce": "est était sera serait fut fût soit sont étaient",
        "tu": "as es vas veux peux dois dis fais sais crois penses",
        "lui": "dis donne dites donnez demande demandez",
        "leur": "dis donne dites donnez demande demandez",
        "ci": "celui celle ceux celles fois cas jours",
        "le": "dis dites faites prenez prends",
        "la": "dites faites prenez",
        "les": "dites faites prenez donne donnez",
    }.items()
}
#: one word after all, not a verb and its pronoun
SOLID = frozenset({"voilà", "holà", "delà"})
NUMBERS = words("""
    un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts trente
    quarante cinquante soixante cent
    """)
#: the middle of « vis-à-vis », « arc-en-ciel », « vingt-et-un », « Boulogne-sur-Mer », « a-t-il »
LINKS = words("à en et de du des la le les au aux sur sous lès lez t ci là")
