"""Units as pupils write them, and those that are counted in one another."""

#: unit -> its other writings
_WRITTEN = {
    "franc": "f fr francs",
    "euro": "€ euros eur",
    "dollar": "$ dollars dolar dolars",
    "pourcent": "% pourcents",
    "kilomètre": "km",
    "mètre": "m",
    "centimètre": "cm",
    "kilogramme": "kg kilos kilo",
    "gramme": "g",
    "heure": "h",
    "minute": "min",
    "an": "ans années année",
    "degré": "°",
}
_UNITS = {form: unit for unit, forms in _WRITTEN.items() for form in forms.split()}
_NAMES = frozenset([*_WRITTEN, *"hectare jour litre mois seconde semaine siècle tonne".split()])
#: unit -> the unit it is counted in, and how many of these
_BASE = {
    "kilomètre": ("mètre", 1000.0),
    "centimètre": ("mètre", 0.01),
    "heure": ("minute", 60.0),
    "tonne": ("kilogramme", 1000.0),
    "gramme": ("kilogramme", 0.001),
    "siècle": ("an", 100.0),
}


def unit_of(token: str) -> str:
    """« F », « francs » → « franc »; "" for what is no unit of ours."""
    low = token.lower()
    named = next((form for form in (low, low.removesuffix("s")) if form in _NAMES), "")
    return _UNITS.get(low) or named


def in_base(unit: str) -> tuple[str, float]:
    """The unit in which this one is counted, and how many: « kilomètre » → mètre, 1000."""
    return _BASE.get(unit, (unit, 1.0))
