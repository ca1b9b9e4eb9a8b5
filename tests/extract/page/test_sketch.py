from pledgebook.extract.page.sketch import MOST_FACTS, SKETCH_SIZE, find_facts, sketch_text

TOLD = "The minister said on Monday that the harbour fund would pay forty fishing crews for the season they lost. " * 2


def agreement(left: tuple[int, ...], right: tuple[int, ...]) -> float:
    return sum(a == b for a, b in zip(left, right, strict=True)) / len(left)


def test_same_words_give_the_same_sketch() -> None:
    assert sketch_text(TOLD) == sketch_text(TOLD)
    assert len(sketch_text(TOLD)) == SKETCH_SIZE


def test_a_near_copy_agrees_and_another_text_does_not() -> None:
    other = "Seven villages on the upper river wait for seed, tents and clean water after the dam was opened at night."
    assert agreement(sketch_text(TOLD), sketch_text(TOLD + " More follows.")) > 0.5
    assert agreement(sketch_text(TOLD), sketch_text(other)) < 0.2


def test_too_short_a_text_has_no_sketch() -> None:
    assert sketch_text("Two words") == ()


def test_facts_keep_the_order_and_drop_small_words() -> None:
    assert find_facts("The fund would pay forty fishing crews. Crews lost it.") == (
        "fund pay",
        "pay forty",
        "forty fishing",
        "fishing crews",
        "crews lost",
    )


def test_facts_are_bounded() -> None:
    assert len(find_facts(" ".join(f"word{i}x" for i in range(5000)))) == MOST_FACTS
