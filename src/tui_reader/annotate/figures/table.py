"""The table of forms: every way of printing a figure that the annotator knows, each with proof and look-alikes.

Order counts: of the forms that read one sort of numeral, the first that knows a number keeps it. The tests run every
example and every counter-example.
"""

from typing import Final

from tui_reader.annotate.figures import measure, money, ordinal, percent, period
from tui_reader.annotate.figures.count_form import COUNT_FORMS
from tui_reader.annotate.figures.date_form import DATE_FORMS
from tui_reader.annotate.figures.form import Example, Form, Look, Reader
from tui_reader.annotate.figures.numeral import Sort
from tui_reader.annotate.figures.site import Site
from tui_reader.model.figure import FigureKind as Kind

FORMS: Final[tuple[Form, ...]] = (
    Form(
        "money by sign or code",
        Kind.MONEY,
        money.read_signed,
        (
            Example("The port fund holds $84b.", "$84b", 84_000_000_000, "USD"),
            Example("It owed nearly £3.2bn to builders.", "£3.2bn", 3_200_000_000, "GBP", approx="nearly"),
            Example("Ferries cost HK$12 a trip.", "HK$12 a trip", 12, "HKD", per="trip"),
            Example("A toll of Rs 1,500 crore was agreed.", "Rs 1,500 crore", 15_000_000_000, "INR"),
            Example("The yard was sold for USD10m.", "USD10m", 10_000_000, "USD"),
            Example("A loss of Y590 billion came first.", "Y590 billion", 590_000_000_000, "JPY"),
            Example("The levy brought in ($31.53 million).", "$31.53 million", 31_530_000, "USD"),
            Example("Trade swung to $-50.8bn in spring.", "$-50.8bn", -50_800_000_000, "USD"),
            Example("They want $3 to $5 billion.", "$3 to $5 billion", 3_000_000_000, "USD", value_max=5_000_000_000),
            Example("Costs of N$200 000 were met.", "N$200 000", 200_000, "NAD"),
            Example("A fund of DKr 20m opened.", "DKr 20m", 20_000_000, "DKK"),
            Example("Rent of GH¢120 is due.", "GH¢120", 120, "GHS"),
            Example("A wire spoke of # 3.5 billion.", "# 3.5 billion", 3_500_000_000, "GBP"),
            Example("It earned $ 3 . 45 a share .", "$ 3 . 45 a share", 3.45, "USD", per="share"),
            Example(
                "The gap is Rs 4,000-5,000 crore.", "Rs 4,000-5,000 crore", 4 * 10**10, "INR", value_max=5 * 10**10
            ),
            Example("Aid of £3bn-4bn is due.", "£3bn-4bn", 3 * 10**9, "GBP", value_max=4 * 10**9),
            Example("It pays $1B+ a year.", "$1B+ a year", 1_000_000_000, "USD", per="year", approx="+"),
            Example("It raised $3 to $5 billion.", "$3 to $5 billion", 3 * 10**9, "USD", value_max=5 * 10**9),
            Example("A result of -$5m was booked.", "-$5m", -5_000_000, "USD"),
            Example("It ended at minus $4 million.", "minus $4 million", -4_000_000, "USD"),
            Example("They bought 6 x $20 seats.", "6 x $20", 120, "USD"),
            Example("A flat costs north of £2m.", "£2m", 2_000_000, "GBP", approx="north of"),
        ),
        (
            "The $ sign hung over the door.",
            "The PS5 console was sold out.",
            "The R2 road is closed.",
            "Read https://example.org/?p=$12 first.",
            "Trains use platform Y2.",
            "USD is a code of three letters.",
            "The K2 peak was in cloud.",
            "They met in room B12.",
            "The euro, the pound and the yen fell.",
            "A song called Dollar played on.",
            "The MK2 engine ran.",
            "She is ranked # 3 at home.",
            "The Le Mans race is on.",
            "Section 3 . 45 was read out .",
            "The B+ grade pleased her.",
            "Gate C4-5m is shut.",
            "The Rs and the cs were swapped.",
            "The town lies north of 40 villages.",
            "Song -$ign was played.",
            "A price of 6 x-rays is unknown.",
            "The terms minus the dollar hold.",
            "It grew in 3 to 5 cities.",
        ),
        looks=(Look.SIGNED,),
    ),
    Form(
        "percentage",
        Kind.PERCENT,
        percent.read,
        (
            Example("Turnout rose to 64.2%.", "64.2%", 64.2, "percent"),
            Example("Some 40 per cent of stalls closed.", "40 per cent", 40, "percent", approx="Some"),
            Example("Sales fell by between 10 and 20 percent.", "10 and 20 percent", 10, "percent", value_max=20),
            Example("The bank moved by 25 basis points.", "25 basis points", 25, "basis point"),
            Example("A gain of 3 percentage points was seen.", "3 percentage points", 3, "percentage point"),
            Example("Less than half a percent was lost.", "half a percent", 0.5, "percent", approx="Less than"),
            Example("Profit was up 5pct.", "5pct", 5, "percent"),
            Example("It slid (–3.5%) at noon.", "–3.5%", -3.5, "percent"),
            Example("It slid minus five percent.", "minus five percent", -5, "percent"),
            Example("It rose three quarters of a percent.", "three quarters of a percent", 0.75, "percent"),
            Example("One half percent was lost.", "One half percent", 0.5, "percent"),
        ),
        (
            "The column shows the % of growth.",
            "Percentages mislead, said the teacher.",
            "She bought 3 PCs.",
            "It grew per centimetre of rain.",
            "Open /find?q=30%25 in a browser.",
            "Two points were raised.",
            "Everyone scored points.",
            "He percented the notes.",
            "Half of a person's day went.",
            "One half of a pie is left.",
            "The rooms –3.5 of them – are cold.",
        ),
        keys=percent.KEYS,
    ),
    Form(
        "percent of a number",
        Kind.PERCENT,
        percent.read_before,
        (
            Example("Tax in percent of 10", "percent of 10", 10, "percent"),
            Example("Take per cents of 2.5", "per cents of 2.5", 2.5, "percent"),
        ),
        ("It is a certain percentage of the votes.", "Cents of 5"),
        looks=(Look.PLAIN, Look.DIGITS),
        keys=frozenset({""}),
    ),
    Form(
        "rank by number",
        Kind.ORDINAL,
        ordinal.read_number,
        (
            Example("The town is No 3 in the league of mills.", "No 3", 3),
            Example("She was the world No. 1 for a year.", "No. 1", 1),
        ),
        ("No 12 people agree.", "Act No. 23 was repealed."),
        looks=(Look.PLAIN,),
    ),
    *DATE_FORMS,
    Form(
        "length of time",
        Kind.PERIOD,
        period.read,
        (
            Example("Over the past four years visits rose.", "four years", 4, "year"),
            Example("A five-year study ended.", "five-year", 5, "year"),
            Example("[Ten] years ago it was new, she said.", "[Ten] years ago", 10, "year"),
            Example("It was laid more than 80 years ago.", "80 years ago", 80, "year", approx="more than"),
            Example("The trip takes 2.5 hours.", "2.5 hours", 2.5, "hour"),
            Example("A 66-year-old miller won.", "66-year-old", 66, "year", kind=Kind.AGE),
            Example("The calf was three months old.", "three months old", 3, "month", kind=Kind.AGE),
            Example("She ran it in 9.58s.", "9.58s", 9.58, "second"),
            Example("The lamb is one year old.", "one year old", 1, "year", kind=Kind.AGE),
            Example("It died at the age of 3 months.", "3 months", 3, "month", kind=Kind.AGE),
            Example("A 24h shop opened.", "24h", 24, "hour"),
        ),
        (
            "The 14th Five-Year Plan began.",
            "Years went by.",
            "A day out is cheap.",
            "He came second.",
            "The hour was late.",
            "It was a century of good ideas.",
            "The [first] years were hard.",
            "She won with 7s and 9s.",
            "The 5H pencil is hard.",
            "One day the old mill burned.",
            "One year, old men say, it snowed.",
        ),
        keys=period.KEYS,
    ),
    Form(
        "money by name",
        Kind.MONEY,
        money.read_named,
        (
            Example("A gift of 200 million yuan ($31.53 million) came.", "200 million yuan", 200_000_000, "CNY"),
            Example("Bread costs 30 cents a loaf.", "30 cents a loaf", 30, "cent", per="loaf"),
            Example("Shares rose to 470p.", "470p", 470, "penny"),
            Example("They paid 5 million Australian dollars.", "5 million Australian dollars", 5_000_000, "AUD"),
            Example("A two-million-yuan grant was made.", "two-million-yuan", 2_000_000, "CNY"),
            Example(
                "It cost thirteen dollars and forty-five cents.", "thirteen dollars and forty-five cents", 13.45, "USD"
            ),
            Example("Debts of 30 MUSD remain.", "30 MUSD", 30_000_000, "USD"),
            Example("Net profit was 12.5 mln dlrs.", "12.5 mln dlrs", 12_500_000, "USD"),
            Example("Each family was paid 500 pounds.", "500 pounds", 500, "GBP"),
            Example("A tax of 100 million Kazakhstani tenge.", "100 million Kazakhstani tenge", 100_000_000, "KZT"),
            Example("It has 30 new Israeli shekels.", "30 new Israeli shekels", 30, "ILS"),
            Example("Loans of 30.07 billion N.Z. Dlrs.", "30.07 billion N.Z. Dlrs", 30_070_000_000, "NZD"),
            Example("Fees are 20 usd.", "20 usd", 20, "USD"),
            Example("A ticket is 3 pounds and 50 pence.", "3 pounds and 50 pence", 3.5, "GBP"),
            Example("Debts of 5 million pounds of aid.", "5 million pounds", 5_000_000, "GBP"),
            Example("He lost a 100-mark note.", "100-mark", 100, "DEM"),
            Example("The dollar fell to 151.50/60 yen.", "151.50/60 yen", 151.5, "JPY", value_max=151.6),
            Example("A bid of 1.234.567 euros won.", "1.234.567 euros", 1_234_567, "EUR"),
            Example("Half-a-million dollars was lost.", "Half-a-million dollars", 500_000, "USD"),
        ),
        (
            "The calf weighs 500 pounds.",
            "He got full marks.",
            "Two won prizes.",
            "She left a mark 12 times.",
            "Five crowned heads met.",
            "The trout was 3 pounds of joy.",
            "They won 5 medals.",
            "A pound of feathers fell.",
            "Ten real friends came.",
            "The engine has 5 million pounds of thrust.",
            "The index passed the 35,000-mark.",
            "Views topped the 10,000 mark.",
            "Ten Georgian singers came.",
            "Two new Israeli towns grew.",
            "Six soles were cut for shoes.",
            "Ten N.Z. sheep farms were sold.",
            "It closed at 1.85/60 in a yen market.",
            "A half-a-day trip is cheap.",
            "The band 50 Cent sang.",
            "Version 1.234.567 came in euros.",
        ),
    ),
    Form(
        "age alone",
        Kind.AGE,
        period.read_age,
        (
            Example("The miller, Zhang, 66, smiled.", "66", 66, "year"),
            Example("He and his wife, 70, grow plums.", "70", 70, "year"),
            Example("A man aged 45 was found.", "45", 45, "year"),
            Example("She retired at the age of 61.", "61", 61, "age"),
            Example("She was 12 when the war began.", "12", 12, "year"),
            Example("His age was 45.", "45", 45, "year"),
            Example("A club for people aged 18-34 met.", "18-34", 18, "year", value_max=34),
        ),
        (
            "On March 5, 66, they said, came.",
            "Rooms 5, 66, and 7 are let.",
            "The ages are long past.",
            "It was 12 when they left.",
            "The mill, 70, they say, is old.",
            "He was 12 metres up.",
            "The stage is 45.",
        ),
        looks=(Look.PLAIN, Look.WORDS),
    ),
    Form(
        "measure",
        Kind.QUANTITY,
        measure.read,
        (
            Example("The bridge is 1,650 meters long.", "1,650 meters", 1650, "metre"),
            Example("Wafers of less than 6 in. The next are wider.", "6 in", 6, "inch", approx="less than"),
            Example("A 4-in chip was cut.", "4-in", 4, "inch"),
            Example("The farm yields 7 tonnes per hectare.", "7 tonnes per hectare", 7, "tonne", per="hectare"),
            Example("It runs at 350 km/h.", "350 km/h", 350, "kilometre per hour"),
            Example("It was 38 degrees Celsius.", "38 degrees Celsius", 38, "celsius"),
            Example("The plot is 85 sq m.", "85 sq m", 85, "square metre"),
            Example("He is 5 ft 6 in tall.", "5 ft 6 in", 5.5, "foot"),
            Example("Peaches grew on 40 mu of hillside.", "40 mu", 40, "mu"),
            Example("The hall is 2,000 sq. ft. in all.", "2,000 sq. ft", 2000, "square foot"),
            Example("She weighs 11 stone 7lb.", "11 stone 7lb", 11.5, "stone"),
            Example("He stood 6 ft. 3 in. tall.", "6 ft. 3 in", 6.25, "foot"),
            Example("A magnitude-6.5 quake struck.", "6.5", 6.5, "magnitude"),
            Example("The track is 10km-15km long.", "10km-15km", 10, "kilometre", value_max=15),
            Example("The 4 x 100m relay is next.", "4 x 100m", 400, "metre"),
            Example(
                "Some 1.5 or 2 million tonnes sank.",
                "1.5 or 2 million tonnes",
                1_500_000,
                "tonne",
                approx="Some",
                value_max=2_000_000,
            ),
            Example("His temperature read 98.6F.", "98.6F", 98.6, "fahrenheit"),
            Example("It fell to a low –2 degrees.", "–2 degrees", -2, "degree"),
            Example("It loads in 5ms.", "5ms", 5, "millisecond"),
        ),
        (
            "In 5 in 10 cases it works.",
            "The 5G mast is new.",
            "A Boeing 777F landed.",
            "She lives at 12 M Street.",
            "Form 13F must be filed.",
            "Metres matter.",
            "He put his foot down.",
            "A yard full of hens.",
            "Take the A4 to the coast.",
            "A 1-in-100-year flood came.",
            "They built 12 stone bridges.",
            "600m shares were sold.",
            "He won by 3 sq. Then he left.",
            "The magnitude of 3 errors grew.",
            "Ms Hu has 5 Ms on her list.",
            "The relay 4 x 4 is new.",
            "A degree –2 years of it – is dear.",
            "Lanes 4 x 4 are for the relay.",
            "The 98 Fs in the book are odd.",
        ),
    ),
    Form(
        "part of a unit",
        Kind.QUANTITY,
        measure.read_part,
        (
            Example("The path runs half a mile.", "half a mile", 0.5, "mile"),
            Example("Sterling fell half a cent.", "half a cent", 0.5, "cent", kind=Kind.MONEY),
            Example("Add 1/4 of a litre.", "1/4 of a litre", 0.25, "litre"),
            Example("It took a quarter of an hour.", "quarter of an hour", 0.25, "hour", kind=Kind.PERIOD),
        ),
        (
            "Half a minute is no measure.",
            "Half a loaf is enough.",
            "A quarter of a town left.",
            "Half a score of birds sang.",
        ),
        keys=frozenset({"a", "an", "of"}),
    ),
    *COUNT_FORMS,
)

READERS: Final[dict[Sort, tuple[Reader, ...]]] = {
    sort: tuple(form.read for form in FORMS if form.sort is sort) for sort in Sort
}
"""The readers of each sort of numeral, in order."""


def _routes(look: Look) -> tuple[dict[str, tuple[Reader, ...]], tuple[Reader, ...]]:
    """Give the readers of numbers printed so, in order, by the word after them, and those of every other word."""
    forms = [form for form in FORMS if form.sort is Sort.NUMBER and look in form.looks]
    keys = {key for form in forms for key in form.keys or ()}
    by_key = {key: tuple(form.read for form in forms if form.keys is None or key in form.keys) for key in keys}
    return by_key, tuple(form.read for form in forms if form.keys is None)


_ROUTES: Final = tuple(_routes(look) for look in Look)


def readers(site: Site) -> tuple[Reader, ...]:
    """Give the readers that may know a number, in order: few of all, so that a number costs little."""
    number = site.number
    if number.sort is not Sort.NUMBER:
        return READERS[number.sort]
    if site.sign:
        look = 0
    elif number.plain:
        look = 1
    else:
        look = 2 if number.digits else 3
    by_key, others = _ROUTES[look]
    return by_key.get(site.key, others)
