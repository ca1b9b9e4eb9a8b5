import pytest

from pledgebook.language.lemmas import Lemmas, find_lemma

KNOWN = Lemmas(
    irregular={"VBD": {"gave": "give"}, "NNS": {"children": "child"}, "JJS": {"best": "good"}},
    bases=frozenset({"promise", "plan", "plane", "supply", "hope", "pass", "house", "crash", "big", "late"}),
)


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("Gave", "VBD", "give"),
        ("promises", "VBZ", "promise"),
        ("promised", "VBN", "promise"),
        ("promising", "VBG", "promise"),
        ("planned", "VBD", "plan"),
        ("hoping", "VBG", "hope"),
        ("supplied", "VBD", "supply"),
        ("passed", "VBN", "pass"),
        ("houses", "NNS", "house"),
        ("crashes", "NNS", "crash"),
        ("bigger", "JJR", "big"),
        ("latest", "JJS", "late"),
        ("children", "NNS", "child"),
    ],
)
def test_known_words_find_their_dictionary_form(form: str, tag: str, lemma: str) -> None:
    assert find_lemma(KNOWN, form, tag) == lemma


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("disbursed", "VBN", "disburse"),
        ("allocated", "VBN", "allocate"),
        ("earmarked", "VBN", "earmark"),
        ("tranches", "NNS", "tranch"),
        ("subsidies", "NNS", "subsidy"),
        ("string", "NN", "string"),
        ("bring", "VBG", "bring"),
    ],
)
def test_unknown_words_go_by_their_endings(form: str, tag: str, lemma: str) -> None:
    assert find_lemma(KNOWN, form, tag) == lemma


def test_names_stay_as_they_are_written() -> None:
    assert find_lemma(KNOWN, "Netherlands", "NNPS") == "Netherlands"
    assert find_lemma(KNOWN, "UNITED", "NNP") == "UNITED"
