"""The forms of counts: shares, counted things, ranks, vague amounts, multiples, each with proof and look-alikes.

A part of the table, and the last: a number that nothing else knows counts something, or says too little.
"""

from typing import Final

from tui_reader.annotate.figures import count, ordinal, share
from tui_reader.annotate.figures.form import Example, Form
from tui_reader.annotate.figures.numeral import Sort
from tui_reader.model.figure import FigureKind as Kind

COUNT_FORMS: Final[tuple[Form, ...]] = (
    Form(
        "odds",
        Kind.COUNT,
        share.read_odds,
        (
            Example("One in three households rents.", "One in three", 1 / 3, "fraction"),
            Example("Two out of five voters stayed home.", "Two out of five", 0.4, "fraction"),
            Example("A risk of 1 in 1,000 was named.", "1 in 1,000", 0.001, "fraction"),
            Example("About 2 in 3 adults own one.", "2 in 3", 2 / 3, "fraction", approx="About"),
        ),
        ("She bowled 2 in March.", "He came in one in March.", "One in the field fell.", "She won 2 in 2019."),
        keys=frozenset({"in", "out"}),
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
            Example("She hit 22 home runs.", "22 home runs", 22, "home run"),
            Example("It sold 600m shares.", "600m shares", 600_000_000, "share"),
            Example("Debt is 2.3x of that.", "2.3x", 2.3, "time"),
            Example("The bank charges 0.5 point.", "0.5 point", 0.5, "point"),
            Example("A band of 10 or more singers.", "10 or more singers", 10, "singer", approx="or more"),
            Example("At least another 12 died.", "12", 12, approx="At least"),
            Example("More than a third voted.", "a third", 1 / 3, "fraction", approx="More than"),
            Example("It lost half the votes.", "half", 0.5, "fraction"),
            Example("Two DNA tests were run.", "Two DNA tests", 2, "DNA test"),
            Example("It took a year and a half.", "a year and a half", 1.5, "year", kind=Kind.PERIOD),
            Example("A half-point cut is due.", "half-point", 0.5, "point"),
            Example("They sent it to 37 U.S. cities.", "37 U.S. cities", 37, "U.S. city"),
            Example("The town's 36 schools opened.", "36 schools", 36, "school"),
            Example("A 10-fold rise came.", "10-fold", 10, "time", kind=Kind.OTHER),
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
            "They came home at 3 in the rain.",
            "The 787-9 seats all.",
            "A 4x4 stood by.",
            "A 3-2 win came late.",
            "Prices rose 10x 12 as a rule.",
            "He is 12 and at sea.",
            "A third party paid.",
            "The second half began.",
            "Six Nations games drew crowds.",
            "The loaf and a half were gone.",
            "It is one billionth of that.",
            "The Town 36 bus left.",
            "He took a half turn.",
            "Fold 10 times over.",
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
            Example("It ran from July 21st–23rd.", "July 21st–23rd", ("XXXX-07-21", "XXXX-07-23"), kind=Kind.DATE),
            Example("The vote is on the 5th.", "5th", "XXXX-XX-05", kind=Kind.DATE),
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
            "They live on the 5th Avenue side.",
            "On the second-hand market it sold.",
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
