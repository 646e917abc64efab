"""Well-known second names of countries and public bodies, as normal forms: our own short compilation of plain facts."""

import re
from functools import lru_cache

SAME = {
    short: full
    for full, shorts in {
        "united states": "us,usa,united states of america,america",
        "united kingdom": "uk,great britain,britain,united kingdom of great britain and northern ireland",
        "united arab emirates": "uae",
        "united nations": "un,united nations organization",
        "european union": "eu",
        "china": "peoples republic of china,prc",
        "communist party of china": "cpc,chinese communist party,ccp",
        "soviet union": "ussr",
        "south korea": "republic of korea,rok",
        "north korea": "democratic peoples republic of korea,dprk",
        "russia": "russian federation",
        "world health organization": "who,world health organisation",
        "world trade organization": "wto,world trade organisation",
        "international monetary fund": "imf",
        "european central bank": "ecb",
        "federal reserve": "fed,federal reserve board",
        "federal bureau of investigation": "fbi",
        "central intelligence agency": "cia",
        "north atlantic treaty organization": "nato",
        "associated press": "ap",
        "agence francepresse": "afp",
        "british broadcasting corporation": "bbc",
        "african union": "au",
        "international olympic committee": "ioc",
        "international atomic energy agency": "iaea",
        "democratic republic of congo": "drc,democratic republic of the congo,dr congo",
        "new york": "new york city,nyc",
        "washington": "washington dc",
        "kyiv": "kiev",
        "european commission": "ec commission",
        "netherlands": "holland,the netherlands",
        "myanmar": "burma",
        "czech republic": "czechia",
        "ivory coast": "cote divoire",
        "turkey": "turkiye,republic of turkiye",
        "iran": "islamic republic of iran",
        "vatican": "vatican city,holy see",
        "germany": "federal republic of germany",
        "taiwan": "republic of china",
        "vietnam": "viet nam,socialist republic of vietnam",
        "beijing": "peking",
        "mumbai": "bombay",
        "kolkata": "calcutta",
        "chennai": "madras",
        "yangon": "rangoon",
        "ho chi minh city": "saigon",
        "st petersburg": "saint petersburg",
        "peoples liberation army": "pla,chinese peoples liberation army",
        "kuomintang": "kmt",
        "european community": "ec,european communities,european economic community,eec",
        "organization of petroleum exporting countries": "opec,organization of the petroleum exporting countries",
        "palestine liberation organization": "plo",
        "african national congress": "anc",
        "bharatiya janata party": "bjp",
        "national aeronautics and space administration": "nasa",
        "securities and exchange commission": "sec",
        "food and drug administration": "fda",
        "environmental protection agency": "epa",
        "internal revenue service": "irs",
        "federal communications commission": "fcc",
        "federal aviation administration": "faa",
        "new york stock exchange": "nyse",
        "united states agriculture department": "usda",
        "united states state department": "state department,department of state",
        "united states defense department": "defense department,department of defense",
        "united states commerce department": "commerce department,department of commerce",
        "united states treasury department": "treasury department,department of the treasury,us treasury",
        "federal reserve bank of new york": "new york fed,new york federal reserve,new york federal reserve bank",
        "general agreement on tariffs and trade": "gatt",
        "regional comprehensive economic partnership": "rcep",
        "peoples bank of china": "pboc",
        "national peoples congress": "npc",
        "ministry of international trade and industry": "miti",
        "organization for economic cooperation and development": "oecd",
        "association of southeast asian nations": "asean",
        "united auto workers": "uaw",
        "international court of justice": "icj",
        "international criminal court": "icc",
        "international committee of the red cross": "icrc",
        "national basketball association": "nba",
        "national football league": "nfl",
        "major league baseball": "mlb",
        "national hockey league": "nhl",
        "national rifle association": "nra",
        "irish republican army": "ira",
        "world trade center": "wtc",
        "gulf cooperation council": "gcc",
        "group of seven": "g7",
        "group of five": "g5",
        "group of ten": "g10",
        "group of 77": "g77",
        "bank of japan": "boj",
        "bundesbank": "deutsche bundesbank,west german bundesbank,german bundesbank",
        "bank for international settlements": "bis",
        "chicago board of trade": "cbot,cbt",
        "chicago mercantile exchange": "cme",
        "new york mercantile exchange": "nymex",
        "commodity exchange": "comex",
        "london metal exchange": "lme",
        "london international financial futures exchange": "liffe",
        "commodity futures trading commission": "cftc",
        "export enhancement program": "eep",
        "federal deposit insurance corporation": "fdic",
        "federal savings and loan insurance corporation": "fslic",
        "federal home loan bank board": "fhlbb",
        "general accounting office": "gao",
        "international cocoa organization": "icco",
        "international coffee organization": "ico",
        "international natural rubber organization": "inro",
        "international labor organization": "ilo",
        "national association of securities dealers": "nasd",
        "european monetary system": "ems",
        "european free trade association": "efta",
        "kohlberg kravis roberts": "kkr",
        "united nations educational scientific and cultural organization": "unesco",
        "food and agriculture organization": "fao,united nations food and agriculture organization",
        "united nations childrens fund": "unicef",
        "united nations high commissioner for refugees": "unhcr",
        "united nations development program": "undp",
        "world food program": "wfp",
        "asian infrastructure investment bank": "aiib",
        "shanghai cooperation organization": "sco",
        "chinese peoples political consultative conference": "cppcc",
        "national development and reform commission": "ndrc",
        "china central television": "cctv",
        "china securities regulatory commission": "csrc",
        "group of eight": "g8",
        "group of 20": "g20,group of twenty",
        "national health service": "nhs",
        "american telephone and telegraph": "at and t,att",
        "hewlett packard": "hp,hewlettpackard",
        "trans world airlines": "twa",
        "pan american world airways": "pan am",
        "imperial chemical industries": "ici",
        "procter and gamble": "p and g",
        "general motors": "gm",
        "general electric": "ge",
        "international business machines": "ibm",
        "british petroleum": "bp",
    }.items()
    for short in shorts.split(",")
}
SPELLINGS = {
    "organisation": "organization",
    "programme": "program",
    "centre": "center",
    "defence": "defense",
    "labour": "labor",
}
"""British spellings by the American ones."""
SPELT = frozenset(SPELLINGS)
TARGETS = frozenset(SAME.values())
"""Full names; none of them is short for a longer one."""
LETTERS = {short: full for short, full in SAME.items() if len(short) <= 4 and " " not in short and short != "hp"}
"""Acronyms that may open a longer name (``UN Security Council``)."""
OFFICE = re.compile(r"(?P<land>(?:\w+ ){0,2})(?P<head>ministry|department) of (?:the )?(?P<field>\w+(?: affairs)?)")
"""``Ministry of Finance``, with the land before it."""


@lru_cache(maxsize=65536)
def canonical(form: str) -> str:
    """Give the normal form that all well-known spellings of a body share: acronyms spelt out, the head noun last."""
    form = SAME.get(form, form)
    if not SPELT.isdisjoint(form.split()):
        form = " ".join(SPELLINGS.get(word, word) for word in form.split())
        form = SAME.get(form, form)
    first, _, rest = form.partition(" ")
    if rest and first in LETTERS:
        form = f"{LETTERS[first]} {rest}"
    office = OFFICE.fullmatch(form)
    if office:
        form = f"{office['land']}{office['field'].removesuffix(' affairs')} {office['head']}"
    return SAME.get(form, form)
