"""Currencies: their signs, codes and names, each to its ISO 4217 code.

A name that several countries share and that English news does not give to one of them ("peso", "franc", "crown") keeps
its own name as the unit, for the reader is not to be given a guess. So do the minor units ("cent", "penny", "sen").
"""

from typing import Final

from tui_reader.annotate.figures.vocabulary import words


def _spelled(table: str) -> dict[str, str]:
    """Make a table from what stands for a thing, by commas, to the thing: "USD=$" gives {"$": "USD"}."""
    pairs = (entry.split("=", 1) for entry in table.split())
    return {spelling: meaning for meaning, spellings in pairs for spelling in spellings.split(",")}


_SIGNS: Final = """
USD=$ EUR=€ GBP=£ JPY=¥ CNY=￥,元 INR=₹ KRW=₩ RUB=₽ TRY=₺ UAH=₴ VND=₫ THB=฿ NGN=₦ PHP=₱ ILS=₪ KZT=₸ LAK=₭ CRC=₡
MNT=₮ GHS=₵ PYG=₲ BTC=₿
"""
SIGNS: Final[dict[str, str]] = _spelled(_SIGNS)

_DOLLARS: Final = """
USD=us,u.s.,usd AUD=a,au,aud,aus CAD=c,ca,cad,can HKD=hk,hkd NZD=nz,nzd SGD=s,sg,sgd TWD=nt,twd BRL=r,brl
MXN=mex,mx,mxn BZD=bz JMD=j TTD=tt BND=b MOP=mop ZWL=z FJD=fj XCD=ec NAD=n GYD=g,gy BBD=bds ARS=ar LRD=l DOP=rd
KYD=ci BMD=bd SRD=sr COP=col CLP=cl
"""
DOLLARS: Final[dict[str, str]] = _spelled(_DOLLARS)
"""Letters before (or, in Australia, after) the dollar sign."""

CODES: Final[frozenset[str]] = words(
    "USD EUR GBP JPY CNY CNH HKD TWD KRW KPW INR PKR BDT LKR NPR IDR MYR SGD THB PHP VND LAK KHR MMK MNT AUD NZD CAD "
    "CHF SEK NOK DKK ISK PLN CZK HUF RON BGN HRK RSD UAH RUB BYN KZT UZS ILS JOD KWD BHD IQD IRR AED SAR QAR OMR YER "
    "LBP SYP EGP MAD DZD TND LYD ZAR NGN KES UGX TZS GHS ETB BRL ARS MXN CLP UYU VEF BOB PYG CRC GTQ DOP GEL AMD AZN "
    "BTC DEM FRF ESP NLG BEF ATS FIM IEP PTE LUF MOP BND FJD AOA BAM BSD BWP BZD JMD KGS MDL MKD MUR MVR MWK MZN NAD "
    "NIO PEN PGK RWF SDG SLL TTD TMT XAF XOF ZMW ZWL"
)
LOWER_CODES: Final[dict[str, str]] = {code.lower(): code for code in words(
    "USD EUR GBP CNY HKD TWD KRW INR PKR JPY IDR MYR SGD THB PHP AUD NZD CAD CHF SEK NOK DKK PLN CZK AED SAR ZAR NGN "
    "KES BRL MXN RUB UAH"
)}  # fmt: skip
"""Codes that are no word when they are written small."""

_PREFIXES: Final = """
CNY=RMB,CN¥,rmb INR=Rs,Rs.,Re,rs,rs. MYR=RM JPY=Y,Y= GBP=PS,stg IDR=Rp BDT=Tk CHF=SFr,SFr.,Sfr,SwFr franc=Fr DEM=DM
CZK=Kc,Kč PLN=zl RUB=Rbs ZAR=R KES=KSh,Ksh,KShs,Kshs shilling=Sh,Shs,Sh. THB=Bt PHP=P,Php HUF=Ft sen=sen SAR=SR
AED=Dh,Dhs QAR=QR KWD=KD BHD=BD EGP=LE NGN=N GHS=GH¢,GHS UGX=Ush,UShs,USh TZS=Tsh,TSh,TShs RWF=Frw,Rwf
XOF=FCFA,CFA ETB=Birr ZMW=K BOB=Bs HNL=L. DKK=DKr,Dkr SEK=SKr,Skr NOK=NKr,Nkr crown=Kr,kr FRF=FFr,FF BEF=BFr
ILS=NIS ESP=Pta,Ptas PTE=Esc NLG=Fl,DFl,Dfl IEP=IRP MWK=MK SLL=Le MZN=MT BTN=Nu
"""
PREFIXES: Final[dict[str, str]] = _spelled(_PREFIXES)
"""Letters that stand before an amount; "Y=" and "PS" are how archives without the signs spell ¥ and £."""

GLUED_ONLY: Final[frozenset[str]] = frozenset(
    {
        *("Y", "R", "P", "PS", "Y=", "Fr", "Sh", "Bt", "N", "K", "LE", "BD", "KD", "QR", "SR", "Bs", "L.", "FF", "MK"),
        *("Le", "MT", "Fl", "Esc", "Nu"),
    }
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
THB baht bahts
VND dong dongs
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
BDT taka takas
AOA kwanza kwanzas
ALL lek leke
BOB boliviano bolivianos
BTN ngultrum
BWP pula
ERN nakfa
GMD dalasi dalasis
HTG gourde gourdes
HNL lempira lempiras
KHR riel riels
LSL maloti
MGA ariary
MVR rufiyaa
MRU ouguiya ouguiyas
MZN metical meticals meticais
MMK kyat kyats
NIO cordoba cordobas
PAB balboa balboas
AFN afghani afghanis
MKD denar denars
LTL litas litai
LVL lats
EEK kroon kroons krooni
SIT tolar tolars
TOP paanga pa'anga
TJS somoni somonis
VUV vatu
kwacha kwacha
manat manat manats
bolivar bolivar bolivars bolivares
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
CUC cucs
franc franc francs
peso peso pesos
crown crown crowns kr
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
kopeck kopeck kopecks kopek kopeks
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
dollar bahamian=BSD bermudian=BMD belize=BZD guyanese=GYD surinamese=SRD trinidadian=TTD
dollar kiwi=NZD aussie=AUD n.z=NZD nz=NZD h.k=HKD hk=HKD
dollar jamaican=JMD fijian=FJD fiji=FJD bahamas=BSD bermuda=BMD barbados=BBD guyana=GYD namibia=NAD liberia=LRD
dollar brunei=BND barbadian=BBD zimbabwe=ZWL zimbabwean=ZWL liberian=LRD namibian=NAD
yuan chinese=CNY
yen japanese=JPY
won korean=KRW
rupee indian=INR pakistani=PKR pakistan=PKR nepalese=NPR nepali=NPR mauritian=MUR
pound british=GBP sterling=GBP english=GBP egyptian=EGP lebanese=LBP syrian=SYP sudanese=SDG irish=IEP cypriot=CYP
pound turkish=TRY uk=GBP gibraltar=GIP maltese=MTL
franc djiboutian=DJF guinean=GNF comorian=KMF
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
leu romanian=RON moldovan=MDL
manat azerbaijani=AZN azeri=AZN turkmen=TMT turkmenistan=TMT turkmenistani=TMT
som kyrgyz=KGS kyrgyzstani=KGS kyrgyzstan=KGS uzbek=UZS uzbekistani=UZS uzbekistan=UZS
kwacha zambian=ZMW malawian=MWK
sol peruvian=PEN
guarani paraguayan=PYG
quetzal guatemalan=GTQ
colon salvadoran=SVC
dram armenian=AMD
bolivar venezuelan=VES
loti lesotho=LSL
lilangeni swazi=SZL
leone sierra=SLL
kina papua=PGK guinean=PGK
tala samoan=WST
dobra tome=STN
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
    "sri",
    "united",
    "cayman",
    "cuban",
    "bosnian",
    "sierra",
    "east",
    "african",
    "solomon",
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
    ("new", "israeli"): {"shekel": "ILS"},
    ("israeli", "new"): {"shekel": "ILS"},
    ("cayman", "islands"): {"dollar": "KYD"},
    ("solomon", "islands"): {"dollar": "SBD"},
    ("east", "caribbean"): {"dollar": "XCD"},
    ("cuban", "convertible"): {"peso": "CUC"},
    ("bosnian", "convertible"): {"mark": "BAM"},
    ("african", "cfa"): {"franc": "XOF"},
    ("sierra", "leonean"): {"leone": "SLL"},
    ("sierra", "leone"): {"leone": "SLL"},
    ("saudi", "arabia"): {"riyal": "SAR"},
    ("south", "sudanese"): {"pound": "SSP"},
}

_BASE: Final = """
dollar=dollars,dlrs,dlr rupee=rupees pound=pounds franc=francs
crown=crowns,krona,kronor,krone,kroner,koruna,korunas peso=pesos dinar=dinars dirham=dirhams
riyal=riyals,rial,rials shilling=shillings ruble=rubles,rouble,roubles lira=liras,lire cent=cents real=reais
leu=lei shekel=shekels mark=marks zloty=zlotys manat=manats som=soms sol=soles dram=drams
bolivar=bolivars,bolivares leone=leones guarani=guaranis quetzal=quetzals,quetzales loti=maloti
lilangeni=emalangeni forint=forints ringgit=ringgits colon=colones naira=nairas
"""
BASE: Final[dict[str, str]] = _spelled(_BASE)
"""Plural or foreign form to the name that the tables of qualified names use."""

OF_ONE_LAND: Final[frozenset[str]] = words(
    "ghanaian kazakhstani kazakh ukrainian mongolian albanian bhutanese mozambican angolan afghan georgian bulgarian "
    "croatian cambodian burmese myanmar maldivian tongan bolivian guatemalan honduran nicaraguan panamanian paraguayan "
    "haitian botswana ethiopian gambian malagasy eritrean tajikistani tajik macanese macedonian lithuanian latvian "
    "estonian slovenian dutch spanish portuguese greek finnish israeli polish hungarian nigerian bangladeshi "
    "vietnamese lao laotian macau mauritanian vanuatu"
)
"""Adjectives of lands that may stand before the name of a currency that no other land has."""
