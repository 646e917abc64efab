"""The forms of dates: hours, days, years, decades, quarters, each with proof and look-alikes; a part of the table."""

from typing import Final

from tui_reader.annotate.figures import calendar, decade, quarter, year
from tui_reader.annotate.figures.form import Example, Form, Look
from tui_reader.annotate.figures.numeral import Sort
from tui_reader.model.figure import FigureKind as Kind

DATE_FORMS: Final[tuple[Form, ...]] = (
    Form(
        "time of day",
        Kind.OTHER,
        calendar.read_clock,
        (
            Example("The bell rang at 6 pm.", "6 pm", "XXXX-XX-XXT18:00"),
            Example("It opens 5 to 7 pm.", "5 to 7 pm", ("XXXX-XX-XXT17:00", "XXXX-XX-XXT19:00")),
            Example("It left at 10.45pm for the coast.", "10.45pm", "XXXX-XX-XXT22:45"),
            Example("Polls close at 15:00 GMT.", "15:00 GMT", "XXXX-XX-XXT15:00"),
            Example("The wire moved at 0910 GMT.", "0910 GMT", "XXXX-XX-XXT09:10"),
        ),
        (
            "The home side won 2:1.",
            "They kept 6 pumps at work.",
            "A ratio of 3:10 held.",
            "It was 5 to 7.",
            "It took 1300 hours.",
        ),
        looks=(Look.PLAIN, Look.DIGITS),
        keys=calendar.CLOCK_KEYS,
    ),
    Form(
        "date in digits",
        Kind.DATE,
        calendar.read_numeric,
        (
            Example("Posted on 28/05/2021 at sea.", "28/05/2021", "2021-05-28"),
            Example("It was signed on 03/05/2021.", "03/05/2021", "2021"),
            Example("The form of 12/31/99 was lost.", "12/31/99", "XX99-12-31"),
            Example("It opened on 5.5.1998.", "5.5.1998", "1998-05-05"),
        ),
        (
            "The host 10.0.20.20 was down.",
            "It won 3/4/5 at odds.",
            "Version 2.1.4 is out.",
            "Order 99/99/2000 was lost.",
            "The 9/11 memorial is open.",
        ),
        looks=(Look.PLAIN, Look.DIGITS),
        keys=frozenset({""}),
    ),
    Form(
        "day of a month",
        Kind.DATE,
        calendar.read_day,
        (
            Example("The train left on March 15.", "March 15", "XXXX-03-15"),
            Example("It opened on Dec 29 and 30.", "Dec 29 and 30", ("XXXX-12-29", "XXXX-12-30")),
            Example("They meet on 9 October 2021.", "9 October 2021", "2021-10-09"),
            Example("The fair runs from May 3 to 7.", "May 3 to 7", ("XXXX-05-03", "XXXX-05-07")),
            Example("On Tuesday, June 19, 2018, it rained.", "Tuesday, June 19, 2018", "2018-06-19"),
            Example("It ran from 3 to 7 May 2021.", "3 to 7 May 2021", ("2021-05-03", "2021-05-07")),
            Example("Sealed on 1-Jan-2000 at noon.", "1-Jan-2000", "2000-01-01"),
            Example("A wire signed on march 18 came.", "march 18", "XXXX-03-18"),
            Example("The vote is due on April nine.", "April nine", "XXXX-04-09"),
            Example("On March 1, 2 and 3 it snowed.", "March 1, 2 and 3", ("XXXX-03-01", "XXXX-03-03")),
        ),
        (
            "They may march to the square.",
            "Dec was cold and May was wet.",
            "She saw 15 marches.",
            "He may 15 times refuse.",
            "A march of 40 miles ended.",
            "From 3 to 7 mayors came.",
            "He has 2 and 3 marbles.",
            "They walk 5 to 10 Marches.",
            "They march 18 times a year.",
            "In March nine men left.",
        ),
        looks=(Look.PLAIN, Look.WORDS),
    ),
    Form(
        "year",
        Kind.DATE,
        year.read_year,
        (
            Example("The mill was built in 2019.", "2019", "2019"),
            Example("Its 2021 sales were higher.", "2021", "2021"),
            Example("It began in September 2020.", "September 2020", "2020-09"),
            Example("The plan (2021-25) names goals.", "2021-25", ("2021", "2025"), kind=Kind.PERIOD),
            Example("Samples from between 2014 and 2017 differ.", "2014 and 2017", ("2014", "2017"), kind=Kind.PERIOD),
            Example("It dates from the 1990s.", "1990s", ("1990", "1999"), kind=Kind.PERIOD),
            Example("Signed on 2019-03-05 at sea.", "2019-03-05", "2019-03-05"),
        ),
        (
            "More than 2000 people came.",
            "About 1,950 seats are free.",
            "The hall has 1900 seats.",
            "It weighs 2000 kg.",
            "Engines turn at 2019 rpm.",
            "Call 555-2019 at noon.",
            "Some 1800 sheep were shorn.",
        ),
        looks=(Look.PLAIN,),
    ),
    Form(
        "era",
        Kind.DATE,
        year.read_era,
        (
            Example("The tomb dates from 500 BC.", "500 BC", "-0499"),
            Example("It was sealed in 79 AD.", "79 AD", "0079"),
            Example("She sang at the '68 games.", "68", "XX68"),
        ),
        ("It is 500 B class.", "An ad of 30 ads ran.", "He said '12 boats' twice."),
        looks=(Look.PLAIN,),
    ),
    Form(
        "decade",
        Kind.PERIOD,
        decade.read,
        (
            Example("Jazz came in the '20s.", "20s", ("XX20", "XX29")),
            Example("The miller is in her 60s.", "60s", 60, "year", value_max=69, kind=Kind.AGE),
        ),
        ("The 737s flew home.", "He wrote five 7s.", "Temperatures stayed in the 60s."),
        looks=(Look.PLAIN,),
        keys=frozenset({"s"}),
    ),
    Form(
        "decade of a century in words",
        Kind.PERIOD,
        decade.read_in_words,
        (Example("Steel came in the nineteen fifties.", "nineteen fifties", ("1950", "1959")),),
        ("Nineteen fiddlers played.",),
        looks=(Look.WORDS,),
        keys=decade.DECADE_WORDS,
    ),
    Form(
        "decade in words",
        Kind.PERIOD,
        decade.read_in_words,
        (
            Example("Rock came in the late fifties.", "fifties", ("XX50", "XX59")),
            Example("The miller is in his early seventies.", "seventies", 70, "year", value_max=79, kind=Kind.AGE),
        ),
        ("Highs in the sixties are due.", "He paid in twenties.", "The Roaring Twenties were loud."),
        Sort.VAGUE,
    ),
    Form(
        "quarter of a business year",
        Kind.PERIOD,
        quarter.read,
        (
            Example("Orders rose in Q3 2022.", "Q3 2022", "2022-Q3"),
            Example("It lost less in Q1.", "Q1", "XXXX-Q1"),
            Example("Sales for 1Q 2011 fell.", "1Q 2011", "2011-Q1"),
            Example("Output in H1 2020 was flat.", "H1 2020", "2020-H1"),
        ),
        ("He drove an Audi Q3 home.", "The H1N1 strain came.", "The answer to Q12 is no.", "Take the H2 bus."),
        looks=(Look.PLAIN,),
    ),
)
