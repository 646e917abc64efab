"""Units of measure: names and abbreviations, each to its singular British name and its dimension.

An own table: the kept registry, Pint 0.25, takes half a second to start, does not know what news writes ("mmBTU",
"bpd", "jin", "TEU"), takes "mu" for a thousandth of an atomic mass, and cannot say which abbreviation is safe in
running text.
"""

from typing import Final, NamedTuple


class Unit(NamedTuple):
    """A unit and the kind of thing it measures; conversions are tied within one dimension."""

    name: str
    dimension: str
    per: str = ""
    """The unit it is divided by, where both are written as one ("A/cm²")."""


_TABLE: Final = """
length; metre; meter meters metre metres; m
length; kilometre; kilometer kilometers kilometre kilometres kms klicks; km
length; centimetre; centimeter centimeters centimetre centimetres cms; cm
length; millimetre; millimeter millimeters millimetre millimetres; mm
length; decimetre; decimeter decimeters decimetre decimetres; dm
length; decametre; decameter decameters decametre decametres;
length; hectometre; hectometer hectometers hectometre hectometres;
length; micrometre; micrometer micrometers micrometre micrometres micron microns; μm µm um
length; nanometre; nanometer nanometers nanometre nanometres; nm
length; picometre; picometer picometers picometre picometres;
length; inch; inch inches; ″
length; foot; foot feet; ft ft. ′
length; yard; yard yards yds; yd
length; mile; mile miles; mi
length; nautical mile; nautical_mile nautical_miles; nmi
length; light-year; light_year light_years light-year light-years lightyears;
length; fathom; fathom fathoms;
length; furlong; furlongs;
length; astronomical unit; astronomical_unit astronomical_units;
length; parsec; parsec parsecs;
length; li; li;
area; hectare; hectare hectares; ha
area; acre; acre acres;
area; mu; mu; 亩
area; rai; rai;
area; dunam; dunam dunams dunum dunums;
area; feddan; feddan feddans;
area; square metre; square_meter square_meters square_metre square_metres sq_m sq_meters sq_metres sq_meter sqm; m2 m²
area; square kilometre; square_kilometer square_kilometers square_kilometre square_kilometres sq_km; km2 km² sqkm
area; square kilometre; sq_kms sq_kilometer sq_kilometers sq_kilometre sq_kilometres;
area; square centimetre; square_centimeter square_centimeters square_centimetre square_centimetres sq_cm; cm2 cm²
area; square foot; square_foot square_feet sq_ft sq_feet sqft; ft2 ft²
area; square mile; square_mile square_miles sq_mile sq_miles sq_mi; mi2
area; square yard; square_yard square_yards sq_yd sq_yards;
area; square millimetre; square_millimeter square_millimeters square_millimetre square_millimetres sq_mm; mm2 mm²
area; square inch; square_inch square_inches sq_in;
volume; cubic metre; cubic_meter cubic_meters cubic_metre cubic_metres cu_m cu_meters cu_metres; m3 m³ cbm
volume; cubic foot; cubic_foot cubic_feet cu_ft; ft3 cf
volume; cubic inch; cubic_inch cubic_inches cu_in;
volume; cubic yard; cubic_yard cubic_yards;
volume; cubic kilometre; cubic_kilometer cubic_kilometers cubic_kilometre cubic_kilometres; km3 km³
volume; cubic centimetre; cubic_centimeter cubic_centimeters cubic_centimetre cubic_centimetres; cc cm3 cm³
volume; billion cubic feet;; Bcf bcf
volume; trillion cubic feet;; Tcf tcf
volume; litre; liter liters litre litres; L l
volume; millilitre; milliliter milliliters millilitre millilitres; ml mL
volume; cubic mile; cubic_mile cubic_miles;
volume; cubic millimetre; cubic_millimeter cubic_millimeters cubic_millimetre cubic_millimetres; mm3 mm³
volume; decilitre; deciliter deciliters decilitre decilitres; dl dL
volume; decalitre; decaliter decaliters decalitre decalitres;
volume; megalitre; megaliter megaliters megalitre megalitres; ML
volume; gigalitre; gigaliter gigaliters gigalitre gigalitres; GL
volume; microlitre; microliter microliters microlitre microlitres; μl µl
volume; centilitre; centiliter centiliters centilitre centilitres; cl
volume; hectolitre; hectoliter hectoliters hectolitre hectolitres; hl
volume; gallon; gallon gallons; gal gals
volume; quart; quart quarts; qt qts
volume; pint; pint pints;
volume; fluid ounce; fluid_ounce fluid_ounces fl_oz fl_ounce fl_ounces floz;
volume; barrel; barrel barrels; bbl bbls
volume; bushel; bushel bushels;
volume; teaspoon; teaspoon teaspoons tsp tsps teaspoonful teaspoonfuls;
volume; tablespoon; tablespoon tablespoons tbsp tbsps tablespoonful tablespoonfuls;
volume; cup; cup cups;
volume; gill; gills;
volume; peck; pecks;
volume; hogshead; hogshead hogsheads;
volume; dessertspoon; dessertspoon dessertspoons dessertspoonful dessertspoonfuls;
volume; fluid dram; fluid_dram fluid_drams;
volume; acre-foot; acre-foot acre-feet acre_feet;
volume; TEU; teu teus;
mass; gram; gram grams gramme grammes; g
mass; kilogram; kilogram kilograms kilogramme kilogrammes kilo kilos kgs; kg
mass; milligram; milligram milligrams; mg
mass; microgram; microgram micrograms; μg µg ug mcg
mass; tonne; tonne tonnes metric_ton metric_tons metric_tonne metric_tonnes; t mt
mass; ton; ton tons short_ton short_tons long_ton long_tons;
mass; kilotonne; kilotonne kilotonnes kiloton kilotons; kt
mass; gigatonne; gigatonne gigatonnes gigaton gigatons; Gt
mass; megatonne; megatonne megatonnes megaton megatons; Mt
mass; pound; lb lbs lb. lbs.;
mass; ounce; ounce ounces troy_ounce troy_ounces; oz oz.
mass; pennyweight; pennyweight pennyweights;
mass; hundredweight; hundredweight hundredweights cwt;
mass; nanogram; nanogram nanograms; ng
mass; dram; drams;
mass; carat; carat carats;
mass; jin; jin catty catties;
mass; liang; liang;
mass; tael; tael taels;
mass; quintal; quintal quintals;
temperature; celsius; celsius centigrade celcius centigrate; C °C ℃ ºC degC
temperature; celsius; degrees_celsius degree_celsius degrees_centigrade degree_centigrade degrees_c degree_c deg_c;
temperature; celsius; deg_celsius °_celsius °_c;
temperature; fahrenheit; fahrenheit farenheit; F °F ℉ ºF degF
temperature; fahrenheit; degrees_fahrenheit degree_fahrenheit degrees_f degree_f deg_fahrenheit deg_f;
temperature; fahrenheit; °_fahrenheit °_f;
temperature; kelvin; kelvin kelvins;
temperature; degree; degree degrees deg deg.; ° º
angle; radian; radian radians; rad
angle; turn; turns;
speed; kilometre per hour; kilometers_per_hour kilometres_per_hour kilometer_per_hour kilometre_per_hour; km/h kph
speed; kilometre per hour;; kmh km/hr kmph
speed; kilometre per hour; kilometers_an_hour kilometres_an_hour;
speed; mile per hour; miles_per_hour mile_per_hour miles_an_hour; mph mi/h
speed; metre per second; meters_per_second metres_per_second meter_per_second metre_per_second; m/s
speed; foot per second; feet_per_second; ft/s
speed; knot; knot knots;
consumption; mile per gallon; miles_per_gallon miles_to_the_gallon; mpg
consumption; litre per 100 kilometres;; L/100km l/100km
power; watt; watt watts; W
power; kilowatt; kilowatt kilowatts; kW KW kw
power; megawatt; megawatt megawatts; MW mw
power; gigawatt; gigawatt gigawatts; GW gw
power; milliwatt; milliwatt milliwatts; mW
power; terawatt; terawatt terawatts; TW
power; horsepower; horsepower; hp HP PS
power; brake horsepower; brake_horsepower; bhp
energy; watt hour; watt_hour watt_hours watt-hour watt-hours; Wh
energy; kilowatt hour; kilowatt_hour kilowatt_hours kilowatt-hour kilowatt-hours; kWh KWh kwh KWH
energy; megawatt hour; megawatt_hour megawatt_hours megawatt-hour megawatt-hours; MWh
energy; gigawatt hour; gigawatt_hour gigawatt_hours gigawatt-hour gigawatt-hours; GWh
energy; terawatt hour; terawatt_hour terawatt_hours terawatt-hour terawatt-hours; TWh
energy; electronvolt; electronvolt electronvolts; eV
energy; joule; joule joules;
energy; kilojoule; kilojoule kilojoules; kJ
energy; megajoule; megajoule megajoules; MJ
energy; calorie; calorie calories; cal
energy; kilocalorie; kilocalorie kilocalories; kcal
energy; mega british thermal unit;; mmBTU mmBtu MMBtu MMBTU
energy; british thermal unit; btu btus;
electric; volt; volt volts; V
electric; kilovolt; kilovolt kilovolts; kV
electric; millivolt; millivolt millivolts; mV
electric; milliampere; milliamp milliamps milliampere milliamperes; mA
electric; microfarad; microfarad microfarads; μF µF
electric; ampere; ampere amperes amp amps;
electric; milliampere-hour; milliamp_hours milliampere_hours; mAh
electric; ohm; ohm ohms; Ω
electric; farad; farad farads;
frequency; hertz; hertz; Hz HZ
frequency; kilohertz; kilohertz; kHz KHz
frequency; megahertz; megahertz; MHz
frequency; gigahertz; gigahertz; GHz
frequency; frame per second; frames_per_second; fps
duration; millisecond; millisecond milliseconds; ms
duration; microsecond; microsecond microseconds; μs µs
duration; nanosecond; nanosecond nanoseconds; ns
rotation; revolution per minute; revolutions_per_minute; rpm RPM
torque; newton metre; newton_meters newton_metres newton-meters newton-metres; Nm
torque; pound-foot; pound-feet pound-foot foot-pounds foot-pound lb-ft lb_ft ft-lb;
force; newton; newton newtons; N
pressure; pascal; pascal pascals; Pa
pressure; hectopascal; hectopascal hectopascals; hPa
pressure; kilopascal; kilopascal kilopascals; kPa
pressure; megapascal; megapascal megapascals; MPa
pressure; gigapascal; gigapascal gigapascals; GPa
pressure; bar; ; bar
pressure; atmosphere; atmospheres; atm
pressure; millimetre of mercury;; mmHg
pressure; millibar; millibar millibars; mb mbar
pressure; pound per square inch; pounds_per_square_inch; psi
sound; decibel; decibel decibels; dB db
data; bit; bits;
data; kilobit; kilobit kilobits; kbit Kbit
data; megabit; megabit megabits; Mbit Mb
data; gigabit; gigabit gigabits; Gbit Gb
data; terabit; terabit terabits; Tbit Tb
data; petabit; petabit petabits;
data; exabyte; exabyte exabytes; EB
data; byte; byte bytes;
data; kilobyte; kilobyte kilobytes; KB kB kb
data; megabyte; megabyte megabytes; MB
data; gigabyte; gigabyte gigabytes gig gigs; GB gb
data; terabyte; terabyte terabytes; TB tb
data; petabyte; petabyte petabytes; PB
data; kilobit per second; kilobits_per_second; kbps Kbps
data; megabit per second; megabits_per_second; Mbps mbps Mbit/s Mb/s
data; gigabit per second; gigabits_per_second; Gbps gbps
data; megapixel; megapixel megapixels; MP
dose; milligram per litre;; mg/l mg/L
dose; microgram per cubic metre; micrograms_per_cubic_meter micrograms_per_cubic_metre; μg/m3 µg/m3 μg/m³
dose; gram per kilometre;; g/km
dose; international unit;; IU
dose; milligram per decilitre;; mg/dl mg/dL
dose; part per million; parts_per_million; ppm
dose; part per billion; parts_per_billion parts-per-billion; ppb
dose; part per trillion; parts_per_trillion; ppt
dose; becquerel; becquerel becquerels;
dose; millisievert; millisievert millisieverts; mSv
flow; barrel per day; barrels_per_day barrel_per_day barrels_a_day barrel-a-day barrels-a-day barrel-per-day; bpd b/d
flow; cubic metre per second; cubic_meters_per_second cubic_metres_per_second;
magnitude; magnitude; magnitude;
"""

TIMES: Final[dict[str, str]] = (
    {
        form: unit
        for unit in ("second", "minute", "hour", "day", "week", "fortnight", "month", "year", "decade", "century")
        for form in (unit, unit + "s", unit + "s'", unit + "s’", unit + "'s", unit + "’s")
    }
    | {"centuries": "century", "hrs": "hour", "hr": "hour", "mins": "minute", "min": "minute", "secs": "second"}
    | {
        "sec": "second",
        "yrs": "year",
        "yr": "year",
        "mths": "month",
        "mth": "month",
        "wks": "week",
        "nights": "night",
        "night": "night",
    }
)
"""Units of time, which make periods and ages."""


SHORT_TIMES: Final[dict[str, str]] = {
    "s": "second", "s2": "second squared", "s²": "second squared",
    "ms": "millisecond", "h": "hour", "d": "day", "y": "year", "millisecond": "millisecond",
}  # fmt: skip
"""Units of time that are written only after a stroke."""


def _read() -> tuple[dict[str, Unit], dict[str, Unit]]:
    """Give the tables of names (lower case, spaces inside) and of abbreviations (case counts)."""
    names: dict[str, Unit] = {}
    abbreviations: dict[str, Unit] = {}
    for line in _TABLE.strip().splitlines():
        dimension, name, spelled, short = (part.strip() for part in line.split(";"))
        unit = Unit(name, dimension)
        for word in spelled.split():
            names[word.replace("_", " ").replace("-", " ") if len(word) > 3 else word] = unit
        for word in short.split():
            abbreviations[word] = unit
    return names, abbreviations


NAMES, ABBREVIATIONS = _read()

LEADS: Final[frozenset[str]] = frozenset(name.partition(" ")[0] for name in NAMES if " " in name)
"""First words of names of several words."""

SPACED_DARK: Final[frozenset[str]] = frozenset(
    {"um", "mb", "bar", "cf", "N", "PS", "MP", "mw", "gw", "cl", "Mb", "ML", "GL", "Gb", "Tb", "mA", "EB"}
)
"""Abbreviations that are read only when glued to the number or before a bracket, for they are words or names too."""
