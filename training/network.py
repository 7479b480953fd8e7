"""The reading network, in PyTorch: words in, sentence starts, tags, lemma rules, tree and entities out."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.functional import scaled_dot_product_attention


@dataclass(frozen=True)
class Sizes:
    """Rows of the input tables (those of quizgen.french.features), how many labels each head knows, widths."""

    rows: tuple[int, ...]
    letter_rows: int
    flags: int
    relations: int = 1
    tags: int = 1
    lemmas: int = 1
    entities: int = 1
    vectors: int = 96
    width: int = 256
    hidden: int = 256
    layers: int = 3
    #: heads of attention; 0: the layers are LSTMs
    attention: int = 0
    arc: int = 256
    relation: int = 72
    dropout: float = 0.33


class Encoder(nn.Module):
    """Embeds words by hashed forms, letters and vectors, and reads them both ways."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        widths = (96, 16, 48, 24)
        self.tables = nn.ModuleList(nn.Embedding(rows, width) for rows, width in zip(sizes.rows, widths, strict=True))
        self.letters = nn.Embedding(sizes.letter_rows, 24, padding_idx=0)
        self.convolution = nn.Conv1d(24, 80, 3, padding=1)
        self.vectors = nn.Linear(sizes.vectors, 128)
        self.mix = nn.Linear(sum(widths) + 80 + 128 + sizes.flags, sizes.width)
        self.norm = nn.LayerNorm(sizes.width)
        self.masked = nn.Parameter(torch.zeros(sizes.width))
        self._add_layers(sizes)
        self.dropout = sizes.dropout
        for table in self.tables:
            nn.init.normal_(table.weight, std=0.1)

    def _add_layers(self, sizes: Sizes) -> None:
        inputs = [sizes.width] + [2 * sizes.hidden] * (sizes.layers - 1)
        self.onward = nn.ModuleList(nn.LSTM(size, sizes.hidden, batch_first=True) for size in inputs)
        self.back = nn.ModuleList(nn.LSTM(size, sizes.hidden, batch_first=True) for size in inputs)

    def forward(
        self,
        hashed: Tensor,
        letters: Tensor,
        vectors: Tensor,
        flags: Tensor,
        mask: Tensor,
        hidden: Tensor | None = None,
    ) -> Tensor:
        """(batch, words, …) -> (batch, words, 2 * hidden); `mask` is 1 at words, `hidden` 1 at words to hide."""
        shape = letters.shape
        spelt = self.convolution(self.letters(letters.reshape(-1, shape[-1])).transpose(1, 2)).amax(2)
        parts = [table(hashed[..., i]) for i, table in enumerate(self.tables)]
        parts += [spelt.reshape(shape[0], shape[1], -1), torch.relu(self.vectors(vectors)), flags]
        if self.training:
            parts[0] = parts[0] * (torch.rand(shape[:2], device=flags.device) > 0.15).unsqueeze(-1)
            parts[-1] = parts[-1] * _told(flags)
        x = self.norm(torch.relu(self.mix(torch.cat(parts, -1))))
        if hidden is not None:
            x = torch.where(hidden.unsqueeze(-1), self.masked, x)
        return self._read(self._dropped(x), mask)

    def _read(self, x: Tensor, mask: Tensor) -> Tensor:
        turned = _turned(mask)
        for onward, back in zip(self.onward, self.back, strict=True):
            nothing = torch.zeros(1, x.shape[0], onward.hidden_size, device=x.device)
            after, _ = back(_reordered(x, turned), (nothing, nothing))
            before, _ = onward(x, (nothing, nothing))
            x = self._dropped(torch.cat([before, _reordered(after, turned)], -1))
        return x

    def _dropped(self, x: Tensor) -> Tensor:
        """Dropout that hides the same features along a whole text (Gal & Ghahramani 2016)."""
        if not self.training:
            return x
        keep = (torch.rand(x.shape[0], 1, x.shape[2], device=x.device) > self.dropout).float() / (1 - self.dropout)
        return x * keep


def _told(flags: Tensor) -> Tensor:
    """1 for every flag, 0 for those of the lists of names in one text of ten: most names stand in no list."""
    told = torch.ones_like(flags)
    told[torch.rand(flags.shape[0], device=flags.device) < 0.1, :, 1:] = 0
    return told


def _turned(mask: Tensor) -> Tensor:
    """(batch, words) -> the places of the words in reverse, padding left at the end: its own inverse."""
    places = torch.arange(mask.shape[1], device=mask.device).unsqueeze(0)
    lengths = mask.sum(1, keepdim=True).to(torch.int64)
    return torch.where(places < lengths, lengths - 1 - places, places)


def _reordered(x: Tensor, places: Tensor) -> Tensor:
    return torch.gather(x, 1, places.unsqueeze(-1).expand(-1, -1, x.shape[2]))


class Attentive(Encoder):
    """The same words read by layers of attention (Vaswani et al. 2017): too slow to ship, a teacher of those that are.

    Places are told by turning (Su et al. 2021), norms come first, the inner layer is gated (Shazeer 2020).
    """

    def _add_layers(self, sizes: Sizes) -> None:
        self.blocks = nn.ModuleList(Block(sizes) for _ in range(sizes.layers))
        self.last = nn.LayerNorm(sizes.width)

    def _read(self, x: Tensor, mask: Tensor) -> Tensor:
        turns = _turns(x.shape[1], self.blocks[0].wide, x.device)  # type: ignore[arg-type]
        # running text is learnt from unpadded: without a mask attention takes its fastest way
        seen = None if self.training and bool(mask.all()) else mask.bool()[:, None, None, :]
        for block in self.blocks:
            x = block(x, turns, seen)
        return self.last(x)


class Block(nn.Module):
    """One layer of attention and its inner layer."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.heads, self.wide = sizes.attention, sizes.width // sizes.attention
        self.before, self.between = nn.LayerNorm(sizes.width), nn.LayerNorm(sizes.width)
        self.three = nn.Linear(sizes.width, 3 * sizes.width)
        self.out = nn.Linear(sizes.width, sizes.width)
        self.up = nn.Linear(sizes.width, 5 * sizes.width)
        self.down = nn.Linear(5 * sizes.width // 2, sizes.width)
        self.dropout = nn.Dropout(min(sizes.dropout, 0.15))

    def forward(self, x: Tensor, turns: tuple[Tensor, Tensor], seen: Tensor | None) -> Tensor:
        """(batch, words, width) -> the same; `seen` (batch, 1, 1, words) is false at padding."""
        batch, words, width = x.shape
        parts = self.three(self.before(x)).view(batch, words, 3, self.heads, self.wide).permute(2, 0, 3, 1, 4)
        query, key, value = parts.unbind(0)
        mixed = scaled_dot_product_attention(_turn(query, turns), _turn(key, turns), value, attn_mask=seen)
        x = x + self.dropout(self.out(mixed.transpose(1, 2).reshape(batch, words, width)))
        gate, through = self.up(self.between(x)).chunk(2, -1)
        return x + self.dropout(self.down(nn.functional.gelu(gate) * through))


def _turns(words: int, wide: int, device: torch.device) -> tuple[Tensor, Tensor]:
    """Cosines and sines (words, wide / 2) of the angles of each place."""
    speeds = 1000.0 ** (-torch.arange(0, wide, 2, device=device) / wide)
    angles = torch.arange(words, device=device).unsqueeze(1) * speeds
    return angles.cos(), angles.sin()


def _turn(x: Tensor, turns: tuple[Tensor, Tensor]) -> Tensor:
    cosines, sines = (part.to(x.dtype) for part in turns)
    a, b = x.chunk(2, -1)
    return torch.cat([a * cosines - b * sines, a * sines + b * cosines], -1)


class Biaffine(nn.Module):
    """Scores of every (dependent, head) pair under each label (Dozat & Manning 2017)."""

    def __init__(self, inputs: int, width: int, labels: int, dropout: float) -> None:
        super().__init__()
        self.dependent = nn.Sequential(nn.Linear(inputs, width), nn.LeakyReLU(0.1), nn.Dropout(dropout))
        self.head = nn.Sequential(nn.Linear(inputs, width), nn.LeakyReLU(0.1), nn.Dropout(dropout))
        self.weight = nn.Parameter(torch.zeros(labels, width + 1, width + 1))
        nn.init.xavier_uniform_(self.weight)

    def sides(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """The two views of each word, a constant 1 added."""
        one = torch.ones(x.shape[0], x.shape[1], 1, device=x.device)
        return torch.cat([self.dependent(x), one], -1), torch.cat([self.head(x), one], -1)


class Reader(nn.Module):
    """Encoder and heads. A root is its own head: the scores on the diagonal are those of being a root."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.encoder = encoder_of(sizes)
        inputs = sizes.width if sizes.attention else 2 * sizes.hidden
        self.arcs = Biaffine(inputs, sizes.arc, 1, sizes.dropout)
        self.relations = Biaffine(inputs, sizes.relation, sizes.relations, sizes.dropout)
        self.tags = _head(inputs, 160, sizes.tags, sizes.dropout)
        self.lemmas = _head(inputs, 160, sizes.lemmas, sizes.dropout)
        self.starts = _head(inputs, 48, 2, sizes.dropout)
        self.entities = _head(inputs, 128, sizes.entities, sizes.dropout)

    def forward(
        self,
        hashed: Tensor,
        letters: Tensor,
        vectors: Tensor,
        flags: Tensor,
        mask: Tensor,
        hidden: Tensor | None = None,
    ) -> dict[str, Tensor]:
        """Scores: starts, tags, lemmas, entities (batch, words, labels); arcs (batch, dependent, head); both sides of
        the relations, to be joined by `relation_scores` once heads are known."""
        x = self.encoder(hashed, letters, vectors, flags, mask, hidden)
        dependents, heads = self.arcs.sides(x)
        arcs = torch.matmul(torch.matmul(dependents, self.arcs.weight[0]), heads.transpose(1, 2))
        below, above = self.relations.sides(x)
        return {
            "arcs": arcs,
            "below": below,
            "above": above,
            "starts": self.starts(x),
            "tags": self.tags(x),
            "lemmas": self.lemmas(x),
            "entities": self.entities(x),
        }

    def relation_scores(self, below: Tensor, above: Tensor) -> Tensor:
        """(words, width + 1) of dependents and of their heads -> (words, labels)."""
        labels, width, _ = self.relations.weight.shape
        weights = self.relations.weight.permute(1, 0, 2).reshape(width, labels * width)
        return ((below @ weights).view(-1, labels, width) * above.unsqueeze(1)).sum(-1)


def encoder_of(sizes: Sizes) -> Encoder:
    """The encoder, of one sort or the other."""
    return Attentive(sizes) if sizes.attention else Encoder(sizes)


def _head(inputs: int, width: int, labels: int, dropout: float) -> nn.Module:
    return nn.Sequential(nn.Linear(inputs, width), nn.LeakyReLU(0.1), nn.Dropout(dropout), nn.Linear(width, labels))
