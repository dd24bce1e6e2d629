"""Readings of names that a dictionary of characters does not put first. Pinyin without tones, ü as v."""

COMPOUND_SURNAMES = {
    "欧阳": "ou yang", "司马": "si ma", "上官": "shang guan", "诸葛": "zhu ge", "夏侯": "xia hou",
    "东方": "dong fang", "皇甫": "huang fu", "尉迟": "yu chi", "公孙": "gong sun", "慕容": "mu rong",
    "令狐": "ling hu", "司徒": "si tu", "司空": "si kong", "端木": "duan mu", "轩辕": "xuan yuan",
    "长孙": "zhang sun", "宇文": "yu wen", "鲜于": "xian yu", "闾丘": "lv qiu", "澹台": "tan tai",
    "南宫": "nan gong", "万俟": "mo qi", "单于": "chan yu", "申屠": "shen tu", "淳于": "chun yu",
    "赫连": "he lian", "呼延": "hu yan", "钟离": "zhong li", "百里": "bai li", "独孤": "du gu",
    "太史": "tai shi", "公羊": "gong yang", "濮阳": "pu yang", "拓跋": "tuo ba", "西门": "xi men",
    "东郭": "dong guo", "纳兰": "na lan", "完颜": "wan yan", "达奚": "da xi", "亓官": "qi guan",
    "宗政": "zong zheng", "第五": "di wu", "左丘": "zuo qiu", "梁丘": "liang qiu", "谷梁": "gu liang",
    "段干": "duan gan", "乐正": "yue zheng", "宰父": "zai fu", "夹谷": "jia gu", "漆雕": "qi diao",
    "壤驷": "rang si", "公良": "gong liang", "巫马": "wu ma",
}  # fmt: skip

# Read so as a surname; the ordinary reading stays findable beside it.
SURNAME_READINGS = {
    "单": "shan", "曾": "zeng", "解": "xie", "仇": "qiu", "查": "zha", "区": "ou", "朴": "piao", "盖": "ge",
    "缪": "miao", "覃": "qin", "翟": "zhai", "乐": "yue", "员": "yun", "尉": "yu", "郗": "chi", "乜": "nie",
    "佴": "nai", "繁": "po", "宓": "fu", "种": "chong", "秘": "bi", "折": "she", "召": "shao", "祭": "zhai",
    "重": "chong", "谌": "shen", "洗": "xian", "能": "nai", "隗": "wei", "柏": "bo", "薄": "bo", "卜": "bu",
    "黑": "he", "牟": "mu", "不": "fou", "郇": "xun", "郄": "xi", "句": "gou", "都": "du", "莘": "xin",
    "粘": "nian", "藏": "zang", "适": "kuo", "阚": "kan", "长": "chang", "贠": "yun",
}  # fmt: skip

# A second reading that people do use inside given names. Dictionaries list more; those would only blur.
SECOND_READINGS = {
    "乐": "yue", "长": "chang", "朝": "zhao", "行": "hang", "重": "chong", "曾": "zeng", "晟": "sheng",
    "都": "du", "传": "zhuan", "盛": "cheng", "参": "shen", "茜": "xi", "莘": "xin", "娜": "nuo", "阿": "e",
    "柏": "bo", "扎": "za", "朴": "piao", "沈": "chen", "省": "xing", "觉": "jiao", "藏": "zang",
    "颉": "xie", "澄": "deng", "莞": "wan", "见": "xian", "仔": "zi", "炅": "gui", "浚": "xun", "隽": "jun",
    "纶": "guan", "焘": "tao", "筠": "jun", "调": "tiao", "弹": "tan", "还": "huan", "卜": "bu", "尉": "yu",
}  # fmt: skip
