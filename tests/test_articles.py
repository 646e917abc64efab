"""The bundled edition: four stories retold, with every fact in place and nobody else's wording."""

import re
from pathlib import Path

import pytest

from tui_reader.formats.registry import read_articles
from tui_reader.model import Article, BlockType

ROOT = Path(__file__).parents[1]
EDITION = ROOT / "articles"
PAGE = ROOT.parent / "shared" / "pages" / "shanxi-page.txt"
FILES = sorted(EDITION.glob("*.md"))

GENERATORS, STUDENTS, ZONE, TOWNSHIP = (
    "01-generators-for-laos",
    "02-students-meet-shanxi",
    "03-two-cities-one-zone",
    "04-caijiaya-draws-the-crowds",
)

NAMES: dict[str, tuple[str, ...]] = {
    GENERATORS: (
        *("Shanxi", "Shaanxi", "Houma", "Laos", "Southeast Asia", "Xi'an", "Mohan Land Port", "Yunnan", "Vientiane"),
        *("China-Laos Railway", "China-Europe freight train service", "Zhongding Logistics Park", "Jinzhong"),
        *("Lu Yong", "Taiyuan Bureau of China Railway Group", "Thailand", "Cambodia", "Vietnam", "Changzhi"),
        *("Lu'an Solar Power Technologies", "Shen Fangtao", "PV InfoLink", "Xinzhou", "Huajing Hengji New Materials"),
        *("patterned sapphire substrate", "PSS", "LED", "aluminum oxide", "bauxite", "Kuang Guangning"),
        *("Jinneng Holding Group", "Tashan Coal Mine", "Li Hua", "Niu Fulong", "Guo Yanjie", "China Daily"),
    ),
    STUDENTS: (
        *("Choi Eun-soo", "South Korea", "Shanxi", "Jeonju University", "city of Jeonju", "Chinese Bridge"),
        *("Center for Language Education and Cooperation", "Chinese Ministry of Education", "Taiyuan"),
        *("Taiyuan Normal University", "Vietnam", "Mexico", "Colombia", "Cameroon", "Zhao Lin", "department of dance"),
        *("Afghanistan", "Ma Yun", "COVID-19", "Guo Li", "international cooperation and exchanges department"),
        *("HSK-4", "Wang Pei", "Liu Caiwen", "China Daily"),
    ),
    ZONE: (
        *("Taiyuan", "Xinzhou", "Huaxia Green Energy", "Beijing", "Huayang Group", "Shanxi", "Jiangsu"),
        *("Jolywood Solar Material Technology", "State Council", "14th Five-Year Plan", "provincial government"),
        *("Shanxi Committee of the Communist Party of China", "Taiyuan-Xinzhou Integrated Economic Zone"),
        *("Beijing-Tianjin-Hebei region", "Promotional Center for the Development of the Taiyuan-Xinzhou", "Tianjin"),
        *("Hebei province", "Xiong'an New Area", "Li Shu", "Liang Chen", "China Daily"),
    ),
    TOWNSHIP: (
        *("Caijiaya", "Xingxian county", "Shanxi", "Taiyuan", "Weifen River", "Yellow River", "Lyuliang Mountains"),
        *("Jinsui Revolutionary Base", "120th division of the Eighth Route Army", "He Long", "Yan'an", "Shaanxi"),
        *("War of Resistance Against Japanese Aggression", "War of Liberation", "Chinese Communist revolution"),
        *("Jinsui Revolutionary Memorial Hall", "Red tourism", "Communist Party of China"),
        *("People's Republic of China", "Han Linfang", "Zhu Yaping", "China Daily"),
    ),
}
"""Every person, body, place and thing with a name, by story."""

FIGURES: dict[str, tuple[str, ...]] = {
    GENERATORS: (
        *("March 15", "50 sets", "Since 2017", "more than 30 countries", "all six production lines", "another two"),
        *("about 720,000 cells a day", "ranks fifth", "10 percent", "4-inch", "850 million", "more than 87,000 types"),
        *("less than 6 inches", "Founded in 2019", "September 2020", "more than 200 million yuan ($31.53 million)"),
        *("that of 2021 was double that of 2020", "Six more", "this year", "5G"),
    ),
    STUDENTS: (
        *("March 23", "More than 180 students", "12 countries", "lasted a week", "2020", "since 2019", "77 percent"),
        *("Months ago", "This year's", "first batch"),
    ),
    ZONE: (
        *("less than a year ago", "last year", "March 2021", "(2021-25)", "Dec 29", "Dec 30", "more than 480 projects"),
        *("533.7 billion yuan ($84.13 billion)", "two cities", "two operational centers", "this year"),
    ),
    TOWNSHIP: (
        *("March", "hundreds of them daily", "2018", "Four trains a day", "More than 80 years", "(1896-1969)"),
        *("(1931-45)", "(1946-49)", "1949", "4 million", "more than 4 million people", "past four years"),
        *("1,200 hectares", "4,300 hectares", "105 hectares", "33 hectares", "more than 1,000 yuan ($157) a year"),
    ),
}
"""Every number with its unit and its hedge, and every date, by story."""

RELATIONS: dict[str, tuple[tuple[str, ...], ...]] = {
    GENERATORS: (
        ("Houma", "50 sets of power generators", "Shanxi province", "Laos"),
        ("Xi'an, in Shaanxi province", "Yunnan province's Mohan Land Port", "Vientiane, the Lao capital"),
        ("Zhongding Logistics Park in Jinzhong",),
        ("Houma", "bonded land port", "hub for foreign trade", "Southeast Asia"),
        ("Taiyuan Bureau of China Railway Group", "general manager, Lu Yong"),
        ("Lu'an Solar Power Technologies, in the city of Changzhi", "fifth in the world", "executive Shen Fangtao"),
        ("aluminum oxide purification technology", "electricity", "higher resistance"),
        ("city of Xinzhou, Huajing Hengji", "general manager Kuang Guangning", "transparency"),
        ("4-inch PSS chip", "850 million pyramid-shaped patterns", "87,000"),
        ("first year of operation, Kuang said", "200 million yuan"),
        ("Jinneng Holding Group", "Tashan Coal Mine"),
        ("Tashan", "executive Li Hua", "patrol and inspect", "cut and conveyed fully automatically"),
        ("Six more", "Jinneng Holding executive Niu Fulong"),
    ),
    STUDENTS: (
        ("Jeonju University", "Jeonju", "Chinese language", "admitted"),
        ("Center for Language Education", "sponsor", "Taiyuan Normal University", "organizer"),
        ("March 23 in Taiyuan", "180 students"),
        ("Zhao Lin, who heads", "online class", "video presentations"),
        ("Afghanistan", "Chinese name, Ma Yun", "2020", "COVID-19"),
        ("2019", "Guo Li, who heads its international cooperation"),
        ("first batch", "HSK-4", "77 percent of graduates"),
    ),
    ZONE: (
        ("Huaxia Green Energy, based in Beijing", "Xinzhou", "energy equipment"),
        ("Huayang Group, a Shanxi company", "Taiyuan", "new materials", "aerogel", "degradable plastics"),
        ("Jolywood", "Jiangsu", "high-purity polycrystalline silicon", "Taiyuan"),
        ("March 2021", "State Council", "cluster of cities"),
        ("move out of the Beijing-Tianjin-Hebei region",),
        ("Taiyuan will", "finance", "headquarters economy", "Xinzhou's", "semiconductors", "modern agriculture"),
        ("Dec 29", "Promotional Center", "in Taiyuan", "Xinzhou on Dec 30"),
        ("farm produce", "Hebei province", "Xiong'an New Area"),
    ),
    TOWNSHIP: (
        ("Xingxian county", "western Shanxi"),
        ("2018", "railway line", "station", "Four trains a day", "Taiyuan"),
        ("Weifen River", "branches of the Yellow River", "Lyuliang Mountains"),
        ("Jinsui Revolutionary Base", "120th division", "general He Long (1896-1969)", "headquarters"),
        ("guard Yan'an, in Shaanxi province", "Aggression (1931-45)", "Liberation (1946-49)"),
        ("4 million", "2018", "railway line and the station"),
        ("4,300 hectares", "cereals", "1,200 hectares", "herbs", "105 hectares", "pears", "33 hectares"),
        ("solar farms", "on average", "every household"),
    ),
}
"""What belongs together: each row stands in one block, in this order."""

FURNITURE: dict[str, tuple[str, ...]] = {
    GENERATORS: ("caption: Guo Yanjie", "pullquote: Shen Fangtao"),
    STUDENTS: ("caption: Liu Caiwen",),
    ZONE: ("caption: Liang Chen",),
    TOWNSHIP: ("caption: Zhu Yaping", "callout: "),
}
"""What stands beside the running text, each with the name it is owed to."""

INSTITUTIONS = (
    "Promotional Center for the Development of the Taiyuan-Xinzhou Integrated Economic Zone",
    "Shanxi Committee of the Communist Party of China",
    "War of Resistance Against Japanese Aggression (1931-45)",
    "War of Liberation (1946-49)",
    "120th division of the Eighth Route Army",
    "Center for Language Education and Cooperation",
    "international cooperation and exchanges department",
    "Taiyuan Bureau of China Railway Group",
    "Taiyuan-Xinzhou Integrated Economic Zone",
)
"""Names so long that they would count as shared wording; each counts as one word."""

_LONGEST_SHARED_RUN = 7
_WORD = re.compile(r"[a-z0-9]+(?:['.,-][a-z0-9]+)*")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def story(stem: str) -> Article:
    (article,) = read_articles(EDITION / f"{stem}.md")
    return article


def words(text: str) -> list[str]:
    """Give a text's words in small letters, each long institution's name as one."""
    for number, name in enumerate(INSTITUTIONS):
        text = re.sub(re.escape(name), f" institution{number} ", text, flags=re.IGNORECASE)
    return _WORD.findall(text.lower().replace("’", "'"))


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[start : start + length]) for start in range(len(found) - length + 1)}


def page_text() -> str:
    """Give the real page where this machine has it, its line-end hyphens undone; else nothing."""
    return re.sub(r"-\n+", "", PAGE.read_text(encoding="utf-8")) if PAGE.exists() else ""


def test_the_edition_is_four_files_in_reading_order() -> None:
    """The files' natural order is the edition's; each story's id is its file's stem."""
    assert [path.stem for path in FILES] == list(NAMES)


@pytest.mark.parametrize("stem", NAMES)
def test_each_file_is_one_whole_story(stem: str) -> None:
    """A file holds one story with headline, standfirst and byline, whose source is named and whose date is unknown."""
    article = story(stem)
    assert article.id == stem
    assert [block.type for block in article.blocks[:3]] == [
        BlockType.HEADLINE,
        BlockType.STANDFIRST,
        BlockType.BYLINE,
    ]
    assert article.byline == "After reporting by Yuan Shenggao, China Daily"
    assert article.provenance == "After reporting by Yuan Shenggao, China Daily"
    assert not article.date
    assert [block.type for block in article.blocks[-2:]] == [BlockType.CREDIT] * 2


@pytest.mark.parametrize("stem", NAMES)
def test_each_story_is_of_newspaper_length(stem: str) -> None:
    """A story has 300 to 700 words, in paragraphs short enough for a screen."""
    article = story(stem)
    assert 300 <= article.words <= 700
    assert max(len(block.text.split()) for block in article.blocks) <= 75


@pytest.mark.parametrize("stem", NAMES)
def test_pictures_and_quotes_name_whom_they_are_owed_to(stem: str) -> None:
    """Captions, pull quotes and callouts are typed blocks and carry their attribution."""
    found = [
        f"{block.type}: {block.attribution}"
        for block in story(stem).blocks
        if block.type in {BlockType.CAPTION, BlockType.PULLQUOTE, BlockType.CALLOUT}
    ]
    assert len(found) == len(FURNITURE[stem])
    assert all(line.startswith(wanted) for line, wanted in zip(found, FURNITURE[stem], strict=True))


@pytest.mark.parametrize("stem", NAMES)
def test_every_name_is_kept(stem: str) -> None:
    """No person, body or place of the story is lost in the retelling, and none is misspelt."""
    text = story(stem).text + story(stem).provenance
    assert [name for name in NAMES[stem] if name not in text] == []


@pytest.mark.parametrize("stem", NAMES)
def test_every_figure_is_kept_with_its_unit_and_hedge(stem: str) -> None:
    """No number or date is lost, rounded or stripped of the words that say how exact it is."""
    text = story(stem).text
    assert [figure for figure in FIGURES[stem] if figure.lower() not in text.lower()] == []


@pytest.mark.parametrize("stem", NAMES)
def test_what_belongs_together_stands_together(stem: str) -> None:
    """Who did what where is told in one block, in an order that keeps the relation."""
    texts = [block.text for block in story(stem).blocks]
    rows = [re.compile(".*?".join(map(re.escape, row))) for row in RELATIONS[stem]]
    assert [row.pattern for row in rows if not any(row.search(text) for text in texts)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nobody_is_quoted_word_for_word(path: Path) -> None:
    """What people said is told as reported speech: the running text has no quotation marks."""
    assert not re.search("[\"“”‘]|(?<!\\w)'", story(path.stem).text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_machine_stands_in_an_article(path: Path) -> None:
    """A shipped story names no folder of the machine it was written on."""
    assert not re.search(
        r"(?<![\w/])/(?:home|root|tmp|work|usr|Users)/|\w:\\\\|file://", path.read_text(encoding="utf-8")
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_wording_is_our_own(path: Path) -> None:
    """Beyond the names of institutions no run of eight words is shared with the page the facts come from."""
    length = _LONGEST_SHARED_RUN + 1
    assert runs(path.read_text(encoding="utf-8"), length) & runs(page_text(), length) == set()


def test_every_number_of_the_page_is_in_the_edition() -> None:
    """The edition leaves out no number that the page prints in digits; the headline's short form is spelt out."""
    edition = "\n".join(story(path.stem).text for path in FILES)
    assert set(_NUMBER.findall(page_text())) - set(_NUMBER.findall(edition)) == set()
