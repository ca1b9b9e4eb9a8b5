"""The table of goods holds together."""

from pledgebook.model.equipment import equipment_by_form, key_of, load_counting, load_equipment, singular_of


def test_words_are_brought_to_one_number_and_spelling() -> None:
    assert [singular_of(word) for word in ("tanks", "batteries", "boxes", "gas", "glass")] == [
        "tank",
        "battery",
        "box",
        "gas",
        "glass",
    ]
    assert key_of("Armored vehicles") == key_of("armoured vehicle")
    assert key_of("F-16s") == key_of("f-16")


def test_every_row_is_found_by_its_first_form() -> None:
    for row in load_equipment():
        assert equipment_by_form()[key_of(row.forms[0])].name


def test_counting_words_come_by_role() -> None:
    assert set(load_counting()) == {"unit", "measure", "apart", "trainee", "verbal", "handed", "ungiven"}
