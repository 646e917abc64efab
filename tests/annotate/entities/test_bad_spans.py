"""Fourth: names cut in the wrong place."""

from collections.abc import Callable

import pytest

from tui_reader.model import Entity

Found = Callable[..., dict[str, Entity]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Beijing-based Huaxing Green Energy agreed.", {"Beijing", "Huaxing Green Energy"}),
        ("Shanxi-made lamps and a London-born owner", {"Shanxi", "London"}),
        ("Chinese Foreign Minister Wang Ming spoke.", {"Wang Ming"}),
        ("Secretary of State George Brown and Minister of Health Ana Ruiz", {"George Brown", "Ana Ruiz"}),
        ("Microsoft CEO Ana Ruiz spoke.", {"Microsoft", "Ana Ruiz"}),
        (
            "The Ministry of International Trade and Industry denied it.",
            {"Ministry of International Trade and Industry"},
        ),
        ("the Ministry of Agriculture, Forestry and Fisheries", {"Ministry of Agriculture, Forestry and Fisheries"}),
        ("the Food and Drug Administration", {"Food and Drug Administration"}),
        ("trade between Kampala and Nairobi grew", {"Kampala", "Nairobi"}),
        ("the Communist Party of China", {"Communist Party of China"}),
        ("People's Republic of China", {"People's Republic of China"}),
        ("China's State Council", {"China", "State Council"}),
        ("the Public Prosecutor's Office", {"Public Prosecutor's Office"}),
        ("the bank's Kenya office", {"Kenya"}),
        ("Johnson & Johnson grew", {"Johnson & Johnson"}),
        ("Ana Ruiz & Li Ming sang", {"Ana Ruiz", "Li Ming"}),
        ("the US-China talks", {"US", "China"}),
        ("the China-Laos Railway", {"China-Laos Railway"}),
        ("Trinidad and Tobago", {"Trinidad and Tobago"}),
        ("Erik ten Hag and Ursula von der Leyen", {"Erik ten Hag", "Ursula von der Leyen"}),
        ("Abdel Fattah al-Sisi in El Salvador", {"Abdel Fattah al-Sisi", "El Salvador"}),
        ("leaders of al-Shabab and Hamas", {"al-Shabab", "Hamas"}),
        ("in Washington, D.C. Snow fell", {"Washington", "D.C."}),
        ("He studied in the U.S. The exams were hard.", {"U.S."}),
        ("J. K. Rowling and Robert F. Kennedy", {"J. K. Rowling", "Robert F. Kennedy"}),
        ("World War II ended", {"World War II"}),
        ("on Monday Nairobi slept", {"Nairobi"}),
        ("Theresa May spoke in May", {"Theresa May"}),
        ("the 14th Five-Year Plan", {"14th Five-Year Plan"}),
        ("He asked the Labour Party and the Conservative party", {"Labour Party", "Conservative party"}),
        ("Kenyan Eliud Kiptanui won", {"Eliud Kiptanui"}),
        ("New York and Latin America and Saint Lucia", {"New York", "Latin America", "Saint Lucia"}),
        ("the General Administration of Customs", {"General Administration of Customs"}),
        ("the Liping Culture and Tourism Bureau", {"Liping Culture and Tourism Bureau"}),
        (
            "the Chinese People's Political Consultative Conference",
            {"Chinese People's Political Consultative Conference"},
        ),
        ("an analyst at Merrill Lynch Capital Markets Mario Rossi", {"Merrill Lynch Capital Markets", "Mario Rossi"}),
        ("Maria Elena Garcia and Mary Ann Smith", {"Maria Elena Garcia", "Mary Ann Smith"}),
        ("the Lena Co-operative Association", {"Lena Co-operative Association"}),
        ("it was signed by\nAna Ruiz\nNairobi", {"Ana Ruiz", "Nairobi"}),
        ("a dull and very long line of prose that is wrapped in the midst of Ana\nRuiz", {"Ana\nRuiz"}),
        ("herders of the Xilin League of Inner Mongolia", {"Xilin League", "Inner Mongolia"}),
        ("Global Affairs Canada", {"Global Affairs Canada"}),
        ("the Lena Foundation for Justice and Courage", {"Lena Foundation for Justice and Courage"}),
        ("in Wake county", {"Wake"}),
        ("Messrs. Dalton & Co. sold", {"Dalton & Co"}),
        ("Eli Lilly and Company grew", {"Eli Lilly and Company"}),
        ("the General Agreement on Tariffs and Trade", {"General Agreement on Tariffs and Trade"}),
        ("OPEC Conference President Ana Ruiz", {"OPEC", "Ana Ruiz"}),
        ("the Center for Zelvics and Research", {"Center for Zelvics and Research"}),
        ("an iPhone 15 Pro broke", {"iPhone 15 Pro"}),
        ("in Leeds 12 people fell", {"Leeds"}),
        ("the Orvanta 5 probe landed", {"Orvanta 5"}),
        ("the “Songs of the Open Sea” festival", {"Songs of the Open Sea"}),
        ("“I like Beijing,” he said", {"Beijing"}),
        ("August Wilson wrote plays in August", {"August Wilson"}),
        ("King's College London opened", {"King's College London"}),
        ("at St Mary's Hospital a ward opened", {"St Mary's Hospital"}),
        ("Archbishop of Canterbury Ana Ruiz spoke", {"Canterbury", "Ana Ruiz"}),
        ("the Battle of Stalingrad and World War II were told", {"Battle of Stalingrad", "World War II"}),
        ("Governor of New York Ana Ruiz spoke", {"New York", "Ana Ruiz"}),
        ("the Ministry of Justice and World Bank agreed", {"Ministry of Justice", "World Bank"}),
        ("the Brothers of Italy won", {"Brothers of Italy"}),
        ("the Times of London told of it", {"Times of London"}),
        ("Ana Ruiz (R-Texas) spoke", {"Ana Ruiz", "Texas"}),
        ("Ana von der Ruhren left, and von der Ruhren smiled", {"Ana von der Ruhren", "von der Ruhren"}),
        ("Kim Jong-un and Moon Jae-in met", {"Kim Jong-un", "Moon Jae-in"}),
    ],
)
def test_spans(found: Found, text: str, names: set[str]) -> None:
    """A name begins and ends where the name does: no title, suffix, date or neighbour in it."""
    entities = found(f"Yesterday {text}.")
    assert {mention.text for entity in entities.values() for mention in entity.mentions} == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("LAGOS — Lawmakers met.", ["LAGOS"]),
        ("WHITE PLAINS, N.Y., April 12 - Lawmakers met.", ["WHITE PLAINS", "N.Y."]),
        ("KYIV, Ukraine (AP) — Missiles fell.", ["KYIV", "Ukraine"]),
        ("LONDON, June 5. — The House met.", ["LONDON"]),
        ("St. Louis, Nov. 3.—Soybean futures rose.", ["St. Louis"]),
        ("PARIS/LONDON, March 3 - Ministers met.", ["PARIS", "LONDON"]),
        ("Wellington - Ministers met.", ["Wellington"]),
        ("WARNING — Keep out.", []),
        ("Senate — The bill was read.", []),
    ],
)
def test_datelines(found: Found, line: str, names: list[str]) -> None:
    """A report opens with its place; behind the dash a sentence starts."""
    mentions = sorted((m for entity in found(line).values() for m in entity.mentions), key=lambda m: m.start)
    assert [mention.text for mention in mentions] == names
