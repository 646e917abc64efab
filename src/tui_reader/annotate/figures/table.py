"""The table of forms: every way of printing a figure that the annotator knows, each with proof and look-alikes.

Order counts: of the forms that read one sort of numeral, the first that knows a number keeps it. The tests run every
example and every counter-example.
"""

from typing import Final

from tui_reader.annotate.figures import count, measure, money, ordinal, percent, period
from tui_reader.annotate.figures.date_form import DATE_FORMS
from tui_reader.annotate.figures.form import Example, Form, Reader
from tui_reader.annotate.figures.numeral import Sort
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
        ),
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
            Example("It slid minus five percent.", "minus five percent", -5, "percent"),
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
        ),
    ),
    Form(
        "percent of a number",
        Kind.PERCENT,
        percent.read_before,
        (Example("Tax in percent of 10", "percent of 10", 10, "percent"),),
        ("It is a certain percentage of the votes.",),
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
    ),
    *DATE_FORMS,
    Form(
        "odds",
        Kind.COUNT,
        count.read_odds,
        (
            Example("One in three households rents.", "One in three", 1 / 3, "fraction"),
            Example("Two out of five voters stayed home.", "Two out of five", 0.4, "fraction"),
            Example("A risk of 1 in 1,000 was named.", "1 in 1,000", 0.001, "fraction"),
        ),
        ("He came in one in March.", "One in the field fell.", "She won 2 in 2019."),
    ),
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
        ),
        (
            "The 14th Five-Year Plan began.",
            "Years went by.",
            "A day out is cheap.",
            "He came second.",
            "The hour was late.",
            "It was a century of good ideas.",
            "The [first] years were hard.",
        ),
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
            Example("A club for people aged 18-34 met.", "18-34", 18, "year", value_max=34),
        ),
        (
            "On March 5, 66, they said, came.",
            "Rooms 5, 66, and 7 are let.",
            "The ages are long past.",
            "It was 12 when they left.",
            "The mill, 70, they say, is old.",
            "He was 12 metres up.",
        ),
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
        ),
    ),
    Form(
        "part of a unit",
        Kind.QUANTITY,
        measure.read_part,
        (
            Example("The path runs half a mile.", "half a mile", 0.5, "mile"),
            Example("Add 1/4 of a litre.", "1/4 of a litre", 0.25, "litre"),
            Example("It took a quarter of an hour.", "quarter of an hour", 0.25, "hour", kind=Kind.PERIOD),
        ),
        ("Half a minute is no measure.", "Half a loaf is enough.", "A quarter of a town left."),
    ),
    Form(
        "count",
        Kind.COUNT,
        count.read,
        (
            Example("All six production lines run.", "six production lines", 6, "production line"),
            Example(
                "Output is about 720,000 cells a day.",
                "720,000 cells a day",
                720_000,
                "cell",
                per="day",
                approx="about",
            ),
            Example("It fits 87,000 types of display devices.", "87,000 types of display devices", 87_000, "type"),
            Example("More than 180 students came.", "180 students", 180, "student", approx="More than"),
            Example("Police found six dozen eggs.", "six dozen eggs", 72, "egg"),
            Example("Two-thirds of the members left.", "Two-thirds", 2 / 3, "fraction"),
            Example("An 11-member team flew in.", "11-member", 11, "member"),
            Example("Some 300-odd households rent.", "300-odd households", 300, "household", approx="Some"),
            Example("They have 34 000 trainees.", "34 000 trainees", 34_000, "trainee"),
            Example("One proposal asks for less.", "One proposal", 1, "proposal"),
        ),
        (
            "She is one of the best.",
            "No one looked at one another.",
            "COVID-19 closed schools.",
            "The 16+1 mechanism met.",
            "The 737 flew in.",
            "The S&P 500 fell.",
            "They won 3-2 at home.",
            "Ring 555-0199 at once.",
            "Article 23 was cited in room 101.",
            "The Three Gorges and the Eighth Route Army are known.",
        ),
    ),
    Form(
        "ordinal",
        Kind.ORDINAL,
        ordinal.read,
        (
            Example("The mill ranks fifth in the land.", "fifth", 5),
            Example("She came in on her twenty-first birthday.", "twenty-first", 21),
            Example("It is the third-largest maker of coke.", "third-largest", 3),
            Example("The film is in its fourth week.", "fourth", 4),
            Example("Growth slowed in the third quarter.", "third quarter", "XXXX-Q3", kind=Kind.PERIOD),
            Example("Salt was dear in the 18th and 19th centuries.", "18th", "17", kind=Kind.PERIOD),
            Example("Rails came in the 19th century.", "19th century", "18", kind=Kind.PERIOD),
        ),
        (
            "The Eighth Route Army marched.",
            "The 120th Division camped here.",
            "Second, costs rose.",
            "The Twenty-First Army camped here.",
            "The Fourth Estate met.",
            "A third party paid.",
            "The first lady spoke.",
        ),
        Sort.ORDINAL,
    ),
    Form(
        "vague amount",
        Kind.COUNT,
        count.read_vague,
        (
            Example("Dozens of boats sank.", "Dozens of boats", 12, "boat", value_max=120),
            Example("Tens of thousands of fans sang.", "Tens of thousands of fans", 10_000, "fan", value_max=100_000),
            Example(
                "They lost millions of dollars.", "millions of dollars", 10**6, "USD", value_max=10**7, kind=Kind.MONEY
            ),
        ),
        (
            "Dozens of boats sank.",
            "The Hundreds is a town.",
            "A thousandth was left.",
            "Musical scores of the age were lost.",
        ),
        Sort.VAGUE,
    ),
    Form(
        "multiple",
        Kind.OTHER,
        count.read_multiple,
        (Example("Revenue more than doubled.", "doubled", 2, "time", approx="more than"),),
        ("Revenue more than doubled.",),
        Sort.MULTIPLE,
    ),
)

READERS: Final[dict[Sort, tuple[Reader, ...]]] = {
    sort: tuple(form.read for form in FORMS if form.sort is sort) for sort in Sort
}
"""The readers of each sort of numeral, in order."""
