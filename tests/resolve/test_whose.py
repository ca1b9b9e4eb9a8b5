"""Whose gift a sum is and who gets it, told by what its money is called and by the company it stands in."""

import datetime as dt

import pytest

from pledgebook.model.records import Kind
from tests.deeds import read

TODAY = dt.date(2031, 9, 20)

GIVES = {
    "whose money, by an adjective": ("Ghana will get 40 million dollars in Japanese grants for roads.", "Japan"),
    "whose money, by a donor's name": ("Ghana received 5 million dollars in US aid for its schools.", "United States"),
    "whose money, by a bank": ("Ghana got a 40 million dollar World Bank loan for roads.", "World Bank"),
    "whose financing": (
        "Ghana will receive a tranche of IMF financing of 40 million dollars.",
        "International Monetary Fund",
    ),
    "two sums of one giver": (
        "Ghana will get a 10 million dollar grant and a 5 million dollar credit line from the World Bank.",
        "World Bank",
    ),
    "donors that are named": (
        "Some 50 million dollars was pledged to the Global Fund with donors including Norway, Chad and Ireland.",
        "Norway|Chad|Ireland",
    ),
    "a list that ends with others": (
        "The package of 95 million dollars for Ghana was provided by the IMF, World Bank, and other lenders.",
        "International Monetary Fund|World Bank",
    ),
    "its own gift": ("Norway handed its 2 million dollar donation to Ghana through the embassy.", "Norway"),
    "who was only told": (
        "Norway told the Ghana Relief Society that it would give 2 million dollars to Ghana.",
        "Norway",
    ),
    "backed by another": (
        "Norway gave 2 million dollars to Lebanon, where the Iran-backed group fights.",
        "Norway",
    ),
    "a clause of its own": (
        "Norway is giving 8 million dollars to Ghana, while Denmark's aid to Mali of 3 million dollars goes on.",
        "Norway",
    ),
    "a province": ("The provincial government of Manitoba sent 2 million dollars to Ghana.", "Government of Manitoba"),
    "a government by its head": ("The Gillard Government will give 2 million dollars to Ghana.", "Australia"),
    "a lender that signs": (
        "Ghana signs 20 million dollar financing agreement with Arab Fund",
        "Arab Fund for Economic and Social Development",
    ),
    "entered into": (
        "Ghana has entered into a loan agreement with the World Bank to obtain a loan of 20 million dollars.",
        "World Bank",
    ),
    "the land beside": (
        "The government of the Russian neighbouring country, Norway said, gives 3 million dollars to Ghana.",
        "Norway",
    ),
}

GIVES |= {
    "who is thanked": ("Malawi's prime minister thanked Oslo for 2 million dollars in loans.", "Norway"),
    "who is thanked by an agency": ("UNICEF thanks Sweden for 4 million dollars for children in Sudan.", "Sweden"),
    "the others named in one breath": (
        "The 40 million dollars that Norway pledged to the Adaptation Fund was paid on Monday.",
        "Norway",
    ),
    "the union and its members": (
        "The EU and its member states mobilised 20 million euros for Moldova.",
        "European Union",
    ),
    "signed between two": (
        "A financing agreement of 15 million dollars was signed between Nepal and the Asian Development Bank.",
        "Asian Development Bank",
    ),
    "approved by who gets it": (
        "Nepal's parliament endorsed a 5 million dollar grant through the Millennium Challenge Corporation.",
        "United States",
    ),
    "a fund's project": (
        "A 60 million dollar Green Climate Fund project will protect the coast of Tuvalu.",
        "Green Climate Fund",
    ),
    "a request to a parliament": (
        "The committee spoke on President Joe Biden's request for 16 million dollars to help Chad.",
        "United States",
    ),
    "the owner of a gift that stood at": (
        "Norway gave more to Chad, it said, adding that Kuwait's annual contribution stood at 2 million dollars.",
        "Kuwait",
    ),
    "a part that came from one": (
        "The Gulf states gave Chad 6 million dollars, 5 million dollars of that from Qatar.",
        "Gulf states",
    ),
    "a clause behind a semicolon": (
        "Denmark spoke first; Norway responded with 5 million dollars for Haiti.",
        "Norway",
    ),
    "a part of a land": (
        "The town of Aarhus in central Denmark met. UNICEF awarded Haiti 5 million dollars.",
        "UNICEF",
    ),
    "all that was offered": (
        "The new gifts take the total assistance offered to around 3 million dollars for Nepal.",
        "donors",
    ),
    "a lender": ("Malawi, which borrowed 6 million dollars from China, will repay it.", "China"),
}


@pytest.mark.parametrize(("text", "names"), GIVES.values(), ids=GIVES)
def test_who_gives_is_told_by_its_company(text: str, names: str) -> None:
    assert read(text, Kind.COMMITMENT, TODAY)[0]["provider"] == names.split("|")


GETS = {
    "money called for whom it is": (
        "Norway's parliament passed 12 million dollars in Ukraine aid for the winter.",
        "Ukraine",
    ),
    "two sums of one receiver": ("Norway gave 7 million euros in grants and 5 million euros in loans to Mali.", "Mali"),
    "a fund of a body": ("Norway gave 2 million euros to the World Health Organization's COVAX programme.", "COVAX"),
    "a body of a body": ("Norway gave 2 million euros to the UN's World Food Programme.", "World Food Programme"),
    "a donor's own charity": (
        "Norway gave 2 million euros to the Swiss Foundation for Mine Action.",
        "Swiss Foundation for Mine Action",
    ),
    "a people without a state": ("Donors pledged 2 million euros to support displaced Rohingya Muslims.", "Rohingya"),
}

GETS |= {
    "who thanks": ("Malawi's prime minister thanked Oslo for 2 million dollars in loans.", "Malawi"),
    "a programme that is given to": ("The US contributed 4 million dollars to PEPFAR in 2031.", "PEPFAR"),
    "a land in a comparison": (
        "Norway set aside 2 million kroner for Chad, a war less seen than those in Syria and Iraq.",
        "Chad",
    ),
    "a receiver in quotes": ('Norway gave 2 million kroner to the "occupied Palestinian territory".', "Palestine"),
    "a donor whose money was cut": (
        "Norway gave 5 million dollars to UNRWA, which is short of US funding.",
        "UNRWA",
    ),
    "from a fund to a land": ("2 million dollars from the UN's emergency fund will go to South Sudan.", "South Sudan"),
    "the package speaks on": (
        "Norway announced aid for Sudan today. The package is worth 20 million kroner. Mali got nothing.",
        "Sudan",
    ),
}


@pytest.mark.parametrize(("text", "names"), GETS.values(), ids=GETS)
def test_who_gets_is_told_by_its_company(text: str, names: str) -> None:
    assert read(text, Kind.COMMITMENT, TODAY)[0]["recipient"] == names.split("|")


def test_what_was_got_to_pay_for_things_is_no_gift_of_who_got_it() -> None:
    text = "The Saudi Fund lent 9 million dollars to Mali. Mali received it to build roads. Chad got 4 million dollars."
    assert "Mali" not in read(text, Kind.COMMITMENT, TODAY)[-1].get("provider", [])


def test_it_speaks_on_of_who_gave_before() -> None:
    text = "Japan gave 3 million yen and 2 million yen to Mali.\n\nNorway announced help. It also gave 5 million euros."
    assert read(text, Kind.COMMITMENT, TODAY)[-1]["provider"] == ["Norway"]


def test_each_has_its_own_sum_where_they_give_respectively() -> None:
    text = "The Dutch and Danish governments gave 10 million euros and 4 million euros respectively to Mali."
    assert [told["provider"] for told in read(text, Kind.COMMITMENT, TODAY)] == [["Netherlands"], ["Denmark"]]


def test_each_gets_its_own_sum_where_they_get_respectively() -> None:
    text = "Norway gave 7 million euros and 5 million euros to Chad and Niger respectively."
    assert [told["recipient"] for told in read(text, Kind.COMMITMENT, TODAY)] == [["Chad"], ["Niger"]]


def test_one_sum_told_respectively_is_given_by_each() -> None:
    text = "Norway and Denmark pledged 3 million euros respectively for Chad."
    assert sorted(told["provider"] for told in read(text, Kind.COMMITMENT, TODAY)) == [["Denmark"], ["Norway"]]


def test_both_countries_are_those_named_together() -> None:
    text = (
        "Norway gave 5 million kroner after the quake in Chad and Mali.\n\n"
        "That comes on top of the Norwegian Red Cross' own pledge of 2 million kroner for victims in both countries."
    )
    assert read(text, Kind.COMMITMENT, TODAY)[-1]["recipient"] == ["Chad", "Mali"]


def test_both_parties_are_those_named_together() -> None:
    text = (
        "The African Development Bank and the Islamic Development Bank met in Mali.\n\n"
        "Both parties will give 2 million dollars to Chad."
    )
    assert read(text, Kind.COMMITMENT, TODAY)[-1]["provider"] == [
        "African Development Bank",
        "Islamic Development Bank",
    ]


def test_the_fund_is_what_has_fund_in_its_name() -> None:
    text = "UNRWA signed two agreements with the Kuwait Fund. The Fund will give 20 million dollars to schools in Mali."
    assert read(text, Kind.COMMITMENT, TODAY)[-1]["provider"] == ["Kuwait"]


def test_who_gives_each_is_not_given_to_by_the_others() -> None:
    text = "UNRWA thanked Norway and Kuwait, saying they had helped by contributing 5 million dollars each to Syria."
    told = read(text, Kind.COMMITMENT, TODAY)
    assert sorted(one["provider"] for one in told) == [["Kuwait"], ["Norway"]]
    assert all(one["recipient"] == ["Syria"] for one in told)


def test_a_part_of_a_sum_came_from_one() -> None:
    text = "The Gulf states gave Chad 6 million dollars, 5 million dollars of that from Qatar."
    assert read(text, Kind.COMMITMENT, TODAY)[-1]["provider"] == ["Qatar"]


def test_the_country_is_that_of_the_official_who_speaks() -> None:
    text = (
        "Canada gave 2 million dollars. Belgium's prime minister said that the country will give Chad 3 million euros."
    )
    assert read(text, Kind.COMMITMENT, TODAY)[-1]["provider"] == ["Belgium"]
