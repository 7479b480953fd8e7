"""Draws how precise the facts are that one keeps, surest first: docs/confidence.svg, by understanding.py --plot."""

_ROLES = ("subject", "object", "all")
_COLOURS = {"Sequoia test": "#1b6ca8", "GSD test": "#c2571a", "150 sentences of ours": "#3f7d3a"}
_WIDTH, _HEIGHT, _LEFT, _TOP = 250, 190, 45, 40
#: precision at the foot of a panel
_FOOT = 0.5

Curves = dict[str, dict[str, list[tuple[float, float]]]]


def drawing(curves: Curves) -> str:
    """The SVG: one panel a role, precision over the share of facts kept."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{len(_ROLES) * (_WIDTH + 60) + 20}" height="{_HEIGHT + 110}" '
        'font-family="sans-serif" font-size="12">',
        '<rect width="100%" height="100%" fill="white"/>',
    ]
    for place, role in enumerate(_ROLES):
        parts += panel(role, curves.get(role, {}), _LEFT + place * (_WIDTH + 60))
    for place, (name, colour) in enumerate(_COLOURS.items()):
        x, y = _LEFT + place * 190, _HEIGHT + _TOP + 55
        parts.append(f'<rect x="{x}" y="{y - 9}" width="20" height="4" fill="{colour}"/>')
        parts.append(f'<text x="{x + 26}" y="{y - 2}">{name}</text>')
    return "\n".join([*parts, "</svg>", ""])


def panel(role: str, curves: dict[str, list[tuple[float, float]]], left: int) -> list[str]:
    """Axes and the curve of each test set."""
    parts = [f'<text x="{left}" y="{_TOP - 14}" font-weight="bold">{role}</text>']
    for mark in (0.5, 0.6, 0.7, 0.8, 0.9, 1.0):
        y = height(mark)
        parts.append(f'<line x1="{left}" x2="{left + _WIDTH}" y1="{y}" y2="{y}" stroke="#ddd"/>')
        parts.append(f'<text x="{left - 8}" y="{y + 4}" text-anchor="end">{mark:.0%}</text>')
    for share in (0, 0.5, 1):
        parts.append(
            f'<text x="{left + share * _WIDTH}" y="{_TOP + _HEIGHT + 18}" text-anchor="middle">{share:.0%}</text>'
        )
    parts.append(f'<text x="{left + _WIDTH / 2}" y="{_TOP + _HEIGHT + 34}" text-anchor="middle">facts kept</text>')
    for name, points in curves.items():
        line = " ".join(f"{left + share * _WIDTH:.1f},{height(precision):.1f}" for share, precision in points)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{_COLOURS[name]}" stroke-width="1.6"/>')
    return parts


def height(precision: float) -> float:
    """Where a precision stands in its panel, in pixels from the top."""
    return _TOP + _HEIGHT * (1 - max(precision - _FOOT, 0) / (1 - _FOOT))
