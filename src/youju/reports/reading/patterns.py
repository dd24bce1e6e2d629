"""Places where a number is never a quantity, recognised by their form alone: dates, ordinals, names, numbers of documents."""

import re

from youju.reports.reading.chinese import CHARACTERS

_N = rf"(?:\d+|[{CHARACTERS}]+)"
_C = f"[{CHARACTERS}]"
_SMALL = "[一二三四五六七八九十百]"
_DAY = r"(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})"

FORMS: dict[str, str] = {
    "date": "|".join(
        (
            r"\d{4}[./-]\d{1,2}[./-]\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?",
            r"\d{1,2}:\d{2}(?::\d{2})?(?=[^\d]|$)",
            rf"(?:\d{{2,4}}|[一二三四五六七八九〇零○0]{{4}})\s*[-、至到]\s*(?:\d{{2,4}}|{_C}{{4}})\s*(?:年|学年)",
            rf"\d[\dxX×*＊_○〇]{{1,3}}\s*(?:学年度?|年度?)|{_N}\s*(?:个学年|学年|年度?)(?:[一来]|上半年|下半年|[初末底])*",
            rf"(?:两|二|[{CHARACTERS}]){{1,4}}年(?:多|以来|来)?",
            rf"(?:{_DAY}\s*[-、至到]\s*)*{_DAY}\s*(?:月份?(?!饼|嫂|子)(?:[上中下]旬|[初底末])?(?:\s*{_DAY}\s*(?:[-、至到]\s*{_DAY}\s*)?[日号](?!文))?)",
            rf"(?:{_DAY}\s*[-、至到]\s*)?{_DAY}\s*日(?!捐|游|托|用|常)|(?:\d{{1,2}}[-、至到])?\d{{1,2}}号(?=下午|上午|晚|早|,|在|至)",
            rf"{_DAY}\s*月[\s-]*{_DAY}",
            rf"(?:第\s*)?(?:[一二三四1-4](?:[、至-][二三四2-4])?)\s*个?季度|[上下前后]半年|半年",
            r"周[一二三四五六日]|星期[一二三四五六日]|[上中下]旬|\d{1,2}[时点](?:\d{1,2}分)?(?=至|到|开始|许|整|左右,|前)",
            rf"十[一二三四]五(?=规划|期间|时期|时|末|开局|以来)|{_SMALL}+周年",
        )
    ),
    "session": rf"{_N}届(?!次)(?:[{CHARACTERS}]+中)?(?:{_N}次)?|{_SMALL}{{1,3}}大(?![棚田户])|{_SMALL}中全会|{_SMALL}{{1,3}}次(?=全会|党代会|全委|代表大会)",
    "ordinal": "|".join(
        (
            rf"第\s*{_N}\s*(?:[至到、-]\s*{_N})?[\w]?",
            rf"\(\s*{_N}\s*\)(?=\s*[^\d\s])|[①-⑳⑴-⒇㈠-㈩]",
            rf"(?m:^[ \t]*)(?:\d{{1,2}}|{_SMALL}{{1,3}})\s*[、.．:,](?!\d)",
            rf"(?<=[。;:：\s])\s*\d{{1,2}}\s*[、.．](?![\d人])|(?<=[。;:\s])\s*{_SMALL}{{1,2}}、",
            rf"(?<![\w]){_SMALL}{{1,2}}(?:是|则|要|来|、)|其[一二三四五六七八九]|[一二三四五六七八九十]是",
            rf"(?m:^[ \t]*){_SMALL}(?=[开积抓加推组认完深切坚强大努])",
            r"(?m:^.*(?:总结|篇|范文|汇报|报告|材料)\s*\d{1,2}\s*$)",
        )
    ),
    "rank": rf"前{_N}[名位强]?|(?:位?列|排名?|居|获得?|单|分获)第?\s*[一二三四五六七八九十](?=[,。;、]|$)|[一二三四特]等(?:奖|功)?",
    "docnum": rf"[\[(〔【]\s*\d{{4}}\s*[\])〕】]\s*{_N}?\s*号?|{_N}\s*号(?!召|码)(?:文|令)?|[Nn][Oo]\.?\s*\d+",
    "contact": r"\d{3,4}-\d{7,8}|\d{7,}(?![\d.]*\s*[元万亿人])|(?:电话|热线|邮编|QQ|微信|账号|编号|传真)\s*(?:(?:是|为|:)\s*\d[\d-]*|\d{5,})|\d{5}(?=\s*[”\"]?\s*(?:热线|电话|服务|职工|平台))",
    "law": rf"{_N}号?主席令|{_SMALL}+[条款章](?=规定|、|和|第)",
    "time": rf"{_N}\s*[×xX*]\s*\d+\s*小?时|全天候|{_N}\s*(?:小时|天|日)工?作?制",
    "mask": r"[\d.]*[xX×*＊_○]{2,}[\d.]*|[\d.]+[xX×*＊_]+[\d.]*|[xX×*＊_]+\d+",
    "code": r"[A-Za-z][A-Za-z.+-]*\d[\d.]*|\d+(?:[.\-]\d+)*(?:[A-Za-jln-zA-Z](?![²2]))[A-Za-z]*|\d+\s*[+:]\s*[\dN]+",
    "page": r"省略\s*\d+\s*字|(?:阅读|浏览|点击|访问|字数|页)[量数次]?\s*[:：]\s*\d+\s*次?|上一页.*|(?m:^\s*[-—]?\s*\d+\s*[-—]?\s*$)|\d+\s*/\s*\d+\s*页",
    "ratio": r"\d+\s*:\s*\d+|[一二三四五六七八九]比[一二三四五六七八九]",
}

# Words that only look like a number and a unit; longest first where one contains another.
IDIOMS = (
    "一法三卡 一法五条 三集五大 三重一大 一带一路 两学一做 三会一课 五险一金 一岗双责 一票否决 一企一策 一户一策 "
    "一人一档 一户一档 一对一 一帮一 一助一 一把手 一把 一条龙 一条心 一站式 一次性 一系列 一线 一流 一体 一般 "
    "一定 一切 一直 一致 一起(?!案|事故|劳动争议|劳资|纠纷|工伤|投诉) 一同 一道 一些 一方面 一部分 一步 进一步 一系 一代 新一代 一旦 一度 一律 一面 "
    "一手 一心 一家人 一本(?=\\d|二|线|大|科) 二本 三本 专科一批 一批(?!次) 二批次? 一支(?!代表|队参) 一点 一份子 一员 一片 一时 一年一度 一件件 "
    "一家家 一户户 一名名 一位位 一个个 一次次 一项项 一一 一贯 一向 一旁 一生 一路 一日捐 单一 统一 唯一 专一 "
    "(?<!分)之一 万一 第一 任一 同一 每一 另一 逐一 不一 五一 六一 七一 八一 三八 五四 双十一 十一(?=期间|国庆|黄金|前|长假|节) "
    "三个代表 两个普遍 两个维护 四个意识 四个自信 四个全面 两个确立 五个一 三个有利 双创 双争 双百 双优 双评 双爱 双亮 两节 双节 "
    "两不误 两手抓 两促进 两委 两会 两新 两癌 两违 两保 两级 三级 四级 三方 三农 三无 三送 四送 三伏 四风 四有 五好 五小 "
    "五型 五比 五星级 四星级 三星级 三级联 二线 三线 三产 二产 一产 千家万户 千方百计 万众一心 三三两两 五湖四海 四面八方 百忙 百花 百姓 百年 百货 "
    "九牛 千千万万 万家 百家 千人 万人 千名 万名 百名 百日 千米 千瓦 千伏 千克 老百姓 成百上千 三五成群 "
    "十分 万分 千万(?=要|不|别) 七彩 八小时 五保 四化 三角 三轮 三甲 三好 四好 六好 八荣八耻 四位一体 三位一体 五位一体 "
    "三大 四大 五大 六大 七大 八大 九大 十大 百企 千企 万企 双十 双千 一二三产 二次(?=覆盖|创业|分配|供|装) 一专多能 一举 一旬 一改 一提 一并 一经 一来 一概 一样 一新 一类 二类 三类 "
    "一大批 一小时 一会儿 一天到晚 一年到头 十佳 百强 百佳 十强 千里 万里 三期(?=女|保护) 四期(?=女|保护) 三同时 五必访 五必谈 六必访 三必访 四必访 三必 四必 五必 六必"
).split()

_IDIOM = "|".join(sorted(IDIOMS, key=len, reverse=True))
_TWICE = rf"一([^\W\d十百千万亿])一(?:\1|[^\W\d])|([{CHARACTERS}][个件家户名人次项条])\2"
_KNOWN_AS = re.compile(r"近|上|数|约|超|余|几|多|达|到|过")
_PATTERNS = [re.compile(pattern) for pattern in FORMS.values()]
_NAMES = re.compile(f"{_IDIOM}|{_TWICE}")
_QUOTED = re.compile(r"《[^》\n]*》|[“\"「『]([^”\"」』“\n]{1,16})[”\"」』]|‘[^’\n]{1,12}’")
_BIG_NAMES = re.compile("[百千万][人名家]")
_PAGE_LINE = re.compile(
    r"(?m)^.*(?:责任编辑|编辑\s*[:：]|审核\s*[:：]|阅读\s*[:：]|发表时间|发布时间|当前位置|您的位置|联系电话|联系人|上一页|下一页|"
    r"相关推荐|版权|点击数|浏览量\s*[:：]).*$"
)


def silent_places(text: str) -> bytearray:
    """One byte for each character of a plain text: 1 where a number is certainly no quantity."""
    silent = bytearray(len(text))
    for pattern in (*_PATTERNS, _QUOTED):
        for found in pattern.finditer(text):
            _mark(silent, found.start(), found.end())
    for found in _NAMES.finditer(text):
        # 近百名 and 上千人 are quantities, 千名职工大比武 is a name.
        if not (_BIG_NAMES.match(found[0]) and _KNOWN_AS.match(text, found.start() - 1)):
            if not (found.start() and text[found.start() - 1] in CHARACTERS + "0123456789几数"):
                _mark(silent, found.start(), found.end())
    for found in _PAGE_LINE.finditer(text):
        _mark_tail(text, silent, found)
    return silent


def _mark_tail(text: str, silent: bytearray, found: re.Match) -> None:
    # Only the foot of a page is silent: the sentence it was glued to may still speak.
    start = found.start()
    if (stop := text.rfind("。", start, found.end() - 1)) > start:
        start = stop
    _mark(silent, start, found.end())


def _mark(silent: bytearray, start: int, end: int) -> None:
    silent[start:end] = b"\x01" * (end - start)
