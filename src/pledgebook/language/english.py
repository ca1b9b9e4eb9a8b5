"""The English pipeline: loads the trained model that ships with the package and parses sentences with it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache, partial
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

import msgspec

from pledgebook.language.lemmas import Lemmas, find_lemma
from pledgebook.model.errors import PipelineMissing
from pledgebook.model.records import Sentence, Word

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.strings import StringStore
    from spacy.tokens import Doc

LONGEST_PARSE = 250
"""Words parsed at once; what is longer is cut after a comma or the like and joined again under its first root."""

LONGEST_WORD = 100
"""Characters; the tokenizer's affix rules take quadratic time, so longer runs without a blank are one word each."""

BATCH = 128
"""Parses per call; larger batches gain nothing on one core."""

REMEMBERED = 30_000
"""Forms whose lemmas, and runs of letters and signs whose words, are kept at hand."""

_HEADS: list[int | str] = ["HEAD"]
_LABELS: list[int | str] = ["TAG", "POS", "DEP"]
_RUN = re.compile(r"\S+")
_PAUSES = frozenset({",", ";", ":", "-", "\N{EN DASH}", "\N{EM DASH}", ".", "?", "!", ")", "\N{BULLET}"})


class Pipeline:
    """The trained model, ready to parse; `version` names the model in full, for the book."""

    def __init__(self, nlp: "Language", lemmas: Lemmas) -> None:
        self._nlp = nlp
        self._find_label = cache(partial(_tell, nlp.vocab.strings))  # some hundred labels
        split = partial(_split_run, nlp, frozenset(nlp.Defaults.tokenizer_exceptions))
        self._split_run = lru_cache(REMEMBERED)(split)  # spaCy forgets them in a memory zone
        self._find_lemma = lru_cache(REMEMBERED)(partial(find_lemma, lemmas))
        self.version = f"{nlp.meta['name']}-{nlp.meta['version']}"

    def parse(self, pieces: Sequence[tuple[int, str]]) -> list[Sentence]:
        """Return one sentence per piece, in order.

        Args:
            pieces: Offset into the document, and the words that stand there; pieces of many documents may be mixed,
                and the more come at once, the less each costs.

        Returns:
            Sentences whose word offsets are document offsets; a piece of blanks gives a sentence without words.
        """
        with self._nlp.memory_zone():
            split = [self._find_words(text) for _, text in pieces]
            chunks = [[*_cut_chunks(words)] for words in split]
            docs = [_lay_out(self._nlp, chunk) for sentence in chunks for chunk in sentence]
            parsed = self._nlp.pipe(docs, batch_size=BATCH)
            return [
                self._build_sentence(offset, text, words, [next(parsed) for _ in sentence])
                for (offset, text), words, sentence in zip(pieces, split, chunks, strict=True)
            ]

    def _find_words(self, text: str) -> list[tuple[int, str]]:
        """Return the words with their offsets in `text`; blanks are none."""
        runs = ((run.start(), self._split_run(run.group())) for run in _RUN.finditer(text))
        return [(start + at, word) for start, words in runs for at, word in words]

    def _build_sentence(
        self, offset: int, text: str, words: Sequence[tuple[int, str]], chunks: Iterable["Doc"]
    ) -> Sentence:
        """Join the parsed chunks of one piece into one sentence with one root."""
        told: list[Word] = []
        root = -1
        for chunk in chunks:
            before = len(told)
            heads = chunk.to_array(_HEADS).astype("int64").tolist()  # relative, stored unsigned
            labels = chunk.to_array(_LABELS).tolist()
            for at, (ids, away) in enumerate(zip(labels, heads, strict=True), before):
                tag, pos, dep = (self._find_label(one) for one in ids)
                head = at + away
                if head == at:
                    root = at if root < 0 else root
                    head, dep = root, "ROOT" if at == root else "parataxis"
                start, form = words[at]
                start += offset
                told.append(Word(form, start, start + len(form), self._find_lemma(form, tag), tag, pos, dep, head))
        return Sentence(offset, offset + len(text), tuple(told))


def load_pipeline() -> Pipeline:
    """Load the packaged model; takes about a second, most of it the import of spaCy.

    Each process parses on one thread: two processes of one thread each do twice the work, one of two threads does not.

    Raises:
        PipelineMissing: If the installed package holds no trained model.
    """
    folder = files("pledgebook.language") / "trained"
    if not (folder / "meta.json").is_file():
        raise PipelineMissing(f"{folder} holds no trained pipeline; run `make model` or install the package again")
    import spacy  # noqa: PLC0415 - takes a second and much memory, so only who parses pays for it
    from spacy.pipeline import TrainablePipe  # noqa: PLC0415 - likewise

    from pledgebook.language.arithmetic import stay_on_one_thread, steady  # noqa: PLC0415 - loads what spaCy loads

    with as_file(folder) as path:
        nlp = spacy.load(path, exclude=["lemmatizer"])
        lemmas = msgspec.json.decode((path / "lemmas.json").read_bytes(), type=Lemmas)
    stay_on_one_thread()
    for _, component in nlp.pipeline:
        if isinstance(component, TrainablePipe):
            steady(component.model)
    return Pipeline(nlp, lemmas)


def _tell(strings: "StringStore", label: int) -> str:
    """Return the words of a label that spaCy holds as a number."""
    return str(strings[label])


def _split_run(nlp: "Language", special: frozenset[str], run: str) -> tuple[tuple[int, str], ...]:
    """Return the words of a run without blanks, each with its offset in the run."""
    if len(run) > LONGEST_WORD or (run.isascii() and run.isalpha() and run not in special):
        return ((0, run),)  # of letters alone the tokenizer splits only what its table of special cases names
    return tuple((token.idx, token.text) for token in nlp.tokenizer(run))


def _cut_chunks(words: Sequence[tuple[int, str]]) -> Iterator[Sequence[tuple[int, str]]]:
    """Yield the words in parts short enough to parse, each but the last ending at a pause if one is near."""
    start = 0
    while len(words) - start > LONGEST_PARSE:
        latest = start + LONGEST_PARSE
        middle = start + LONGEST_PARSE // 2
        end = next((at for at in range(latest, middle, -1) if words[at - 1][1] in _PAUSES), latest)
        yield words[start:end]
        start = end
    if start < len(words):
        yield words[start:]


def _lay_out(nlp: "Language", words: Sequence[tuple[int, str]]) -> "Doc":
    """Return an unparsed spaCy document of one sentence; runs of blanks count as one."""
    from spacy.tokens import Doc  # noqa: PLC0415 - loaded with the pipeline, not before

    ends = [offset + len(text) for offset, text in words]
    starts = [offset for offset, _ in words[1:]]
    gaps = [start > end for start, end in zip(starts, ends, strict=False)]
    bounds: list[bool | int | None] = [True, *[False] * (len(words) - 1)]
    return Doc(nlp.vocab, words=[text for _, text in words], spaces=[*gaps, False], sent_starts=bounds)
