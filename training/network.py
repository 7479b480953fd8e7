"""The reading network, in PyTorch: words in, sentence starts, tags, lemma rules, tree and entities out."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from quizgen.french.features import FLAGS, LETTER_ROWS, ROWS


@dataclass(frozen=True)
class Sizes:
    """Widths of the layers, and how many labels each head knows."""

    relations: int
    tags: int
    lemmas: int
    entities: int
    vectors: int = 96
    width: int = 256
    hidden: int = 256
    layers: int = 3
    arc: int = 256
    relation: int = 72
    dropout: float = 0.33


class Encoder(nn.Module):
    """Embeds words by hashed forms, letters and vectors, and reads them both ways."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        widths = (96, 16, 48, 24)
        self.tables = nn.ModuleList(nn.Embedding(rows, width) for rows, width in zip(ROWS, widths, strict=True))
        self.letters = nn.Embedding(LETTER_ROWS, 24, padding_idx=0)
        self.convolution = nn.Conv1d(24, 80, 3, padding=1)
        self.vectors = nn.Linear(sizes.vectors, 128)
        self.mix = nn.Linear(sum(widths) + 80 + 128 + FLAGS, sizes.width)
        self.norm = nn.LayerNorm(sizes.width)
        self.masked = nn.Parameter(torch.zeros(sizes.width))
        inputs = [sizes.width] + [2 * sizes.hidden] * (sizes.layers - 1)
        self.onward = nn.ModuleList(nn.LSTM(size, sizes.hidden, batch_first=True) for size in inputs)
        self.back = nn.ModuleList(nn.LSTM(size, sizes.hidden, batch_first=True) for size in inputs)
        self.dropout = sizes.dropout
        for table in self.tables:
            nn.init.normal_(table.weight, std=0.1)

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
            parts[0] = parts[0] * (torch.rand(shape[:2]) > 0.15).unsqueeze(-1)
            parts[-1] = parts[-1] * _told(flags)
        x = self.norm(torch.relu(self.mix(torch.cat(parts, -1))))
        if hidden is not None:
            x = torch.where(hidden.unsqueeze(-1), self.masked, x)
        x = self._dropped(x)
        turned = _turned(mask)
        for onward, back in zip(self.onward, self.back, strict=True):
            nothing = torch.zeros(1, x.shape[0], onward.hidden_size)
            after, _ = back(_reordered(x, turned), (nothing, nothing))
            before, _ = onward(x, (nothing, nothing))
            x = self._dropped(torch.cat([before, _reordered(after, turned)], -1))
        return x

    def _dropped(self, x: Tensor) -> Tensor:
        """Dropout that hides the same features along a whole text (Gal & Ghahramani 2016)."""
        if not self.training:
            return x
        keep = (torch.rand(x.shape[0], 1, x.shape[2]) > self.dropout).float() / (1 - self.dropout)
        return x * keep


def _told(flags: Tensor) -> Tensor:
    """1 for every flag, 0 for those of the lists of names in one text of ten: most names stand in no list."""
    told = torch.ones_like(flags)
    told[torch.rand(flags.shape[0]) < 0.1, :, 1:] = 0
    return told


def _turned(mask: Tensor) -> Tensor:
    """(batch, words) -> the places of the words in reverse, padding left at the end: its own inverse."""
    places = torch.arange(mask.shape[1]).unsqueeze(0)
    lengths = mask.sum(1, keepdim=True).to(torch.int64)
    return torch.where(places < lengths, lengths - 1 - places, places)


def _reordered(x: Tensor, places: Tensor) -> Tensor:
    return torch.gather(x, 1, places.unsqueeze(-1).expand(-1, -1, x.shape[2]))


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
        one = torch.ones(x.shape[0], x.shape[1], 1)
        return torch.cat([self.dependent(x), one], -1), torch.cat([self.head(x), one], -1)


class Reader(nn.Module):
    """Encoder and heads. A root is its own head: the scores on the diagonal are those of being a root."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.encoder = Encoder(sizes)
        inputs = 2 * sizes.hidden
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


def _head(inputs: int, width: int, labels: int, dropout: float) -> nn.Module:
    return nn.Sequential(nn.Linear(inputs, width), nn.LeakyReLU(0.1), nn.Dropout(dropout), nn.Linear(width, labels))
