"""Well-known second names of countries and public bodies, as normal forms: our own short compilation of plain facts."""

SAME = {
    short: full
    for full, shorts in {
        "united states": "us,usa,united states of america,america",
        "united kingdom": "uk,great britain,britain,united kingdom of great britain and northern ireland",
        "united arab emirates": "uae,emirates",
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
        "los angeles": "la",
        "washington": "washington dc",
        "kyiv": "kiev",
        "european commission": "ec commission",
        "general motors": "gm",
        "general electric": "ge",
        "international business machines": "ibm",
        "british petroleum": "bp",
    }.items()
    for short in shorts.split(",")
}
