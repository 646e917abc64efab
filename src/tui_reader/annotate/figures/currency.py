"""Currencies: their signs, codes and names, each to its ISO 4217 code.

A name that several countries share and that English news does not give to one of them ("peso", "franc", "crown") keeps
its own name as the unit, for the reader is not to be given a guess. So do the minor units ("cent", "penny", "sen").
"""

from typing import Final

from tui_reader.annotate.figures.vocabulary import words

SIGNS: Final[dict[str, str]] = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "￥": "CNY",
    "₹": "INR",
    "₩": "KRW",
    "₽": "RUB",
    "₺": "TRY",
    "₴": "UAH",
    "₫": "VND",
    "฿": "THB",
    "₦": "NGN",
    "₱": "PHP",
    "₪": "ILS",
    "₸": "KZT",
    "₭": "LAK",
    "₡": "CRC",
    "₮": "MNT",
    "₵": "GHS",
    "₲": "PYG",
    "₿": "BTC",
    "元": "CNY",
}

DOLLARS: Final[dict[str, str]] = {
    "us": "USD",
    "u.s.": "USD",
    "usd": "USD",
    "a": "AUD",
    "au": "AUD",
    "aud": "AUD",
    "aus": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "cad": "CAD",
    "can": "CAD",
    "hk": "HKD",
    "hkd": "HKD",
    "nz": "NZD",
    "nzd": "NZD",
    "s": "SGD",
    "sg": "SGD",
    "sgd": "SGD",
    "nt": "TWD",
    "twd": "TWD",
    "r": "BRL",
    "brl": "BRL",
    "mex": "MXN",
    "mx": "MXN",
    "mxn": "MXN",
    "bz": "BZD",
    "j": "JMD",
    "tt": "TTD",
    "b": "BND",
    "mop": "MOP",
    "z": "ZWL",
    "fj": "FJD",
    "ec": "XCD",
    "n": "NAD",
    "g": "GYD",
    "bds": "BBD",
    "ar": "ARS",
    "l": "LRD",
}
"""Letters before (or, in Australia, after) the dollar sign."""

CODES: Final[frozenset[str]] = words(
    "USD EUR GBP JPY CNY CNH HKD TWD KRW KPW INR PKR BDT LKR NPR IDR MYR SGD THB PHP VND LAK KHR MMK MNT AUD NZD CAD "
    "CHF SEK NOK DKK ISK PLN CZK HUF RON BGN HRK RSD UAH RUB BYN KZT UZS ILS JOD KWD BHD IQD IRR AED SAR QAR OMR YER "
    "LBP SYP EGP MAD DZD TND LYD ZAR NGN KES UGX TZS GHS ETB BRL ARS MXN CLP UYU VEF BOB PYG CRC GTQ DOP GEL AMD AZN "
    "BTC DEM FRF ESP NLG BEF ATS FIM IEP PTE LUF MOP BND FJD"
)

PREFIXES: Final[dict[str, str]] = {
    "RMB": "CNY",
    "CN¥": "CNY",
    "Rs": "INR",
    "Rs.": "INR",
    "Re": "INR",
    "RM": "MYR",
    "Y": "JPY",
    "Y=": "JPY",
    "PS": "GBP",
    "Rp": "IDR",
    "Tk": "BDT",
    "SFr": "CHF",
    "SFr.": "CHF",
    "Sfr": "CHF",
    "Fr": "franc",
    "DM": "DEM",
    "Kc": "CZK",
    "Kč": "CZK",
    "zl": "PLN",
    "Rbs": "RUB",
    "R": "ZAR",
    "KSh": "KES",
    "Ksh": "KES",
    "Sh": "shilling",
    "Bt": "THB",
    "P": "PHP",
    "Php": "PHP",
    "Ft": "HUF",
    "sen": "sen",
    "stg": "GBP",
    "SR": "SAR",
    "Dh": "AED",
    "Dhs": "AED",
    "QR": "QAR",
    "KD": "KWD",
    "BD": "BHD",
    "LE": "EGP",
    "N": "NGN",
    "GH¢": "GHS",
    "GHS": "GHS",
    "Ush": "UGX",
    "UShs": "UGX",
    "Shs": "shilling",
    "Sh.": "shilling",
    "Tsh": "TZS",
    "Frw": "RWF",
    "Rwf": "RWF",
    "FCFA": "XOF",
    "CFA": "XOF",
    "Birr": "ETB",
    "K": "ZMW",
    "Bs": "BOB",
    "L.": "HNL",
}
"""Letters that stand before an amount; "Y=" and "PS" are how archives without the signs spell ¥ and £."""

GLUED_ONLY: Final[frozenset[str]] = frozenset(
    {"Y", "R", "P", "PS", "Y=", "Fr", "Sh", "Bt", "N", "K", "LE", "BD", "KD", "QR", "SR", "Bs", "L."}
)
"""Prefixes that mean money only when the digits follow at once."""

_NAMES: Final = """
USD dollar dollars dlr dlrs buck bucks greenback greenbacks
CNY yuan rmb renminbi kuai
EUR euro euros
GBP sterling stg quid
JPY yen
INR rupee rupees
IDR rupiah rupiahs
MYR ringgit ringgits
THB baht
VND dong
LAK kip
KRW won
MNT tugrik tugriks togrog
RUB ruble rubles rouble roubles
UAH hryvnia hryvnias
KZT tenge
PLN zloty zlotys
HUF forint forints
BGN leva
HRK kuna kn
TRY lira liras
ILS shekel shekels nis
ZAR rand
NGN naira
GHS cedi cedis
ETB birr
BDT taka
BTC bitcoin bitcoins
satoshi satoshi satoshis
XEU ecu ecus
ETH ether
DEM mark marks deutschemark deutschemarks deutschmark deutschmarks
ITL lire
ESP peseta pesetas
PTE escudo escudos
GRD drachmas
NLG guilder guilders
ATS schillings
FIM markka markkas
BRL reais
MOP pataca patacas
GEL lari
AMD dram
CUC cucs
franc franc francs
peso peso pesos
crown crown crowns
SEK krona kronor
krone krone kroner
CZK koruna korunas
dinar dinar dinars
dirham dirham dirhams
riyal riyal riyals rial rials
shilling shilling shillings
cent cent cents ct cts ¢
penny penny pence pennies
sen sen
fen fen
jiao jiao mao
kopeck kopeck kopecks
paisa paisa paise
centime centime centimes
pfennig pfennig pfennigs
"""

NAMES: Final[dict[str, str]] = {
    name: code for code, *names in (line.split() for line in _NAMES.strip().splitlines()) for name in names
}
"""Names of one word, lower case."""

MINOR: Final[dict[str, str]] = {
    "cent": "",
    "penny": "GBP",
    "sen": "",
    "fen": "CNY",
    "jiao": "CNY",
    "kopeck": "RUB",
    "paisa": "INR",
    "centime": "",
    "pfennig": "DEM",
}
"""Minor units."""

_QUALIFIED: Final = """
dollar us=USD u.s.=USD american=USD australian=AUD canadian=CAD singapore=SGD singaporean=SGD taiwan=TWD taiwanese=TWD
dollar jamaican=JMD fijian=FJD brunei=BND barbadian=BBD zimbabwe=ZWL zimbabwean=ZWL liberian=LRD namibian=NAD
yuan chinese=CNY
yen japanese=JPY
won korean=KRW
rupee indian=INR pakistani=PKR pakistan=PKR nepalese=NPR nepali=NPR mauritian=MUR
pound british=GBP sterling=GBP english=GBP egyptian=EGP lebanese=LBP syrian=SYP sudanese=SDG irish=IEP cypriot=CYP
pound turkish=TRY uk=GBP
franc swiss=CHF french=FRF belgian=BEF luxembourg=LUF cfa=XOF rwandan=RWF burundian=BIF congolese=CDF
crown swedish=SEK norwegian=NOK danish=DKK czech=CZK icelandic=ISK estonian=EEK slovak=SKK
peso mexican=MXN argentine=ARS argentinian=ARS philippine=PHP chilean=CLP colombian=COP cuban=CUP uruguayan=UYU
peso dominican=DOP filipino=PHP
dinar kuwaiti=KWD iraqi=IQD jordanian=JOD bahraini=BHD serbian=RSD algerian=DZD tunisian=TND libyan=LYD
dirham uae=AED emirati=AED moroccan=MAD
riyal saudi=SAR qatari=QAR omani=OMR iranian=IRR yemeni=YER
shilling kenyan=KES ugandan=UGX tanzanian=TZS somali=SOS austrian=ATS
ruble russian=RUB soviet=SUR belarusian=BYN
lira turkish=TRY italian=ITL syrian=SYP
euro
cent us=USD u.s.=USD american=USD canadian=CAD australian=AUD euro=EUR
baht thai=THB
ringgit malaysian=MYR malaysia=MYR
rupiah indonesian=IDR
real brazilian=BRL
leu romanian=RON
shekel israeli=ILS
mark german=DEM finnish=FIM west=DEM
rand african=ZAR
zloty polish=PLN
forint hungarian=HUF
naira nigerian=NGN
taka bangladeshi=BDT
dong vietnamese=VND
"""

QUALIFIED: Final[dict[tuple[str, str], str]] = {
    (country, name): code
    for name, *pairs in (line.split() for line in _QUALIFIED.strip().splitlines())
    for country, code in (pair.split("=") for pair in pairs)
}
"""(country, name) of names that a country's adjective makes definite."""

QUALIFIERS: Final[frozenset[str]] = frozenset(country for country, _ in QUALIFIED) | {
    "hong",
    "new",
    "south",
    "saudi",
    "costa",
    "north",
}
"""Words that may open the name of a currency."""

DOUBLE_QUALIFIED: Final[dict[tuple[str, str], dict[str, str]]] = {
    ("hong", "kong"): {"dollar": "HKD"},
    ("new", "zealand"): {"dollar": "NZD"},
    ("new", "taiwan"): {"dollar": "TWD"},
    ("south", "korean"): {"won": "KRW"},
    ("north", "korean"): {"won": "KPW"},
    ("south", "african"): {"rand": "ZAR"},
    ("saudi", "arabian"): {"riyal": "SAR"},
    ("sri", "lankan"): {"rupee": "LKR"},
    ("united", "states"): {"dollar": "USD"},
    ("west", "german"): {"mark": "DEM"},
    ("costa", "rican"): {"colon": "CRC"},
}

BASE: Final[dict[str, str]] = {
    "dollars": "dollar",
    "dlrs": "dollar",
    "dlr": "dollar",
    "rupees": "rupee",
    "pounds": "pound",
    "francs": "franc",
    "crowns": "crown",
    "krona": "crown",
    "kronor": "crown",
    "krone": "crown",
    "kroner": "crown",
    "koruna": "crown",
    "korunas": "crown",
    "pesos": "peso",
    "dinars": "dinar",
    "dirhams": "dirham",
    "riyals": "riyal",
    "rial": "riyal",
    "rials": "riyal",
    "shillings": "shilling",
    "rubles": "ruble",
    "rouble": "ruble",
    "roubles": "ruble",
    "liras": "lira",
    "lire": "lira",
    "cents": "cent",
    "reais": "real",
    "lei": "leu",
    "shekels": "shekel",
    "marks": "mark",
    "zlotys": "zloty",
    "forints": "forint",
    "ringgits": "ringgit",
    "colones": "colon",
    "nairas": "naira",
}
"""Plural or foreign form to the name that the tables of qualified names use."""
