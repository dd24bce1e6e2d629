"""A realistic final edition: the town of the second source summary, with made-up names."""

import base64
import dataclasses
import hashlib
import io
from collections.abc import Iterator

from PIL import Image

from youju.reports.document import (
    MET,
    MISSING,
    NIL_REPORTS,
    OUTSIDE,
    RECORDS,
    Document,
    Heading,
    Item,
    Paragraph,
    Photo,
    Proof,
    Quote,
    Seal,
    Table,
    Unproven,
    Words,
)
from youju.reports.render.canonical import digest

SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨"
UNITS = (
    "丰盛纸箱厂工会",
    "宁丰机械厂工会",
    "丰平车轮有限公司工会",
    "华丽光电有限公司工会",
    "兰天车轮有限公司工会",
    "镇机关工会",
    "中心学校工会",
)
AS_OF = "2025-12-31"
# key, indicator, label, value, unit, how many records, ledger, definition
COUNTS = (
    (
        "01",
        "organising.workers",
        "现有职工",
        "1756",
        "人",
        1756,
        "职工名册",
        "期末在册、劳动关系存续的职工，每人计一次。",
    ),
    ("02", "organising.unions", "基层工会组织", "18", "个", 18, "基层工会", "期末存续的基层工会组织。"),
    ("03", "organising.unions_formed", "新组建企业工会", "4", "家", 4, "建会", "本期批准成立的企业工会。"),
    (
        "04",
        "organising.members_joined",
        "新发展会员",
        "320",
        "人",
        320,
        "会员名册",
        "本期首次入会的人数，转入、恢复不计。",
    ),
    (
        "05",
        "relief.households_helped",
        "帮扶慰问困难家庭",
        "36",
        "户",
        61,
        "送温暖",
        "本期得到慰问的家庭，一户多次只计一次。",
    ),
    (
        "06",
        "relief.students_aided",
        "资助在校贫困生",
        "18",
        "人",
        0,
        "助学",
        "本期得到资助的在校学生，一人计一次。",
    ),
    (
        "07",
        "education.skills_attendances",
        "技能培训",
        "231",
        "人次",
        231,
        "培训",
        "每人每场计一人次，以签到表为据。",
    ),
    (
        "08",
        "employment.people_placed",
        "介绍就业",
        "72",
        "人",
        72,
        "介绍就业",
        "经工会介绍并已到岗的人，一人计一次。",
    ),
    (
        "09",
        "employment.labour_exported",
        "劳务输出",
        "122",
        "人",
        122,
        "劳务输出",
        "本期输出到县外就业的人，一人计一次。",
    ),
    (
        "10",
        "merit.creation_units_added",
        "新增创建单位",
        "5",
        "家",
        5,
        "争创",
        "本期列为创建单位的企业和单位。",
    ),
    ("11", "merit.demonstration_points", "学习示范点", "2", "个", 2, "争创", "期末命名的学习示范点。"),
    (
        "13",
        "education.officer_attendances",
        "培训工会干部",
        "43",
        "人次",
        43,
        "培训",
        "镇、企业两级工会干部，每人每场计一人次。",
    ),
    (
        "15",
        "education.safety_attendances",
        "安全知识培训",
        "646",
        "人次",
        646,
        "培训",
        "职工参加安全生产知识培训，每人每场计一人次。",
    ),
    (
        "16",
        "safety.serious_accidents",
        "重大安全事故",
        "0",
        "起",
        18,
        "零报告",
        "各基层工会零报告覆盖全年且无事故记录。",
    ),
)
# key, indicator, label, met, missing, outside, definition
SHARES = (
    (
        "12",
        "merit.womens_drive_rate",
        "女职工双争活动参与率",
        611,
        29,
        0,
        "期末在册女职工中，本期参加过双争活动的比例。",
    ),
    (
        "14",
        "safety.certified_rate",
        "劳动安全检查员持证上岗率",
        19,
        1,
        0,
        "期末在任检查员中，证书在有效期内的比例。",
    ),
    (
        "17",
        "democracy.congress_rate",
        "建立职代会制度",
        18,
        0,
        0,
        "期末存续的基层工会中，本期开过职代会的比例。",
    ),
    (
        "18",
        "bargaining.contract_rate",
        "签订集体合同",
        16,
        0,
        2,
        "企业工会中集体合同在有效期内的比例，机关、学校不适用。",
    ),
    (
        "19",
        "bargaining.womens_contract_rate",
        "签订女职工专项合同",
        14,
        0,
        2,
        "女职工十人以上的企业中，专项合同在有效期内的比例。",
    ),
)


def _item(ledger: str, n: int, *, contribution: str = "1", note: str = "", title: str = "") -> Item:
    code = hashlib.sha256(f"{ledger}{n}".encode()).hexdigest()
    return Item(
        ref=f"{ledger}:{code[:8]}-{code[8:12]}-7{code[13:16]}-8{code[17:20]}-{code[20:32]}",
        number=f"{ledger}-2025-{n:04}",
        date=f"2025-{n % 12 + 1:02}-{n % 28 + 1:02}",
        organisation=UNITS[n % len(UNITS)],
        title=title or f"{SURNAMES[n % len(SURNAMES)]}*",
        contribution=contribution,
        note=note,
        late=n % 13 == 5,
        exhibits=("照片 2 张", "签到表 1 份") if n % 5 == 0 else (),
        digest=code,
        exhibit_digests=(code[::-1],) if n % 5 == 0 else (),
    )


def photo() -> Photo:
    picture = io.BytesIO()
    Image.new("RGB", (64, 48), (200, 120, 60)).save(picture, "JPEG")
    data = picture.getvalue()
    return Photo("兰天车轮职工之家", base64.b64encode(data).decode(), hashlib.sha256(data).hexdigest())


def _counted(spec: tuple) -> Proof:
    key, code, label, value, unit, records, ledger, definition = spec
    nil = value == "0"
    items = [_item(ledger, n, contribution="" if nil else "1") for n in range(1, records + 1)]
    if key == "05":
        again = range(36, records)
        for n in again:
            items[n] = dataclasses.replace(items[n], contribution="", note="同户再次走访，不重复计")
    if key == "11":
        items[0] = dataclasses.replace(items[0], title="兰天车轮学习示范点", photos=(photo(),))
    late = sum(item.late for item in items)
    return Proof(
        key, code, label, value, unit, definition, "2025年", AS_OF,
        sides=((NIL_REPORTS if nil else RECORDS, tuple(items)),) if items else (),
        late_share=f"{100 * late / len(items):.1f}%" if late else "",
        withheld="" if items else "涉及未成年人，只列数字，不列名单。",
    )  # fmt: skip


def _shared(spec: tuple) -> Proof:
    key, code, label, met, missing, outside, definition = spec
    base = met + missing
    sides = (
        (MET, tuple(_item(label, n) for n in range(1, met + 1))),
        (MISSING, tuple(_item(label, met + n, contribution="", note="缺有效证明") for n in range(missing))),
        (OUTSIDE, tuple(_item(label, base + n, contribution="", title=UNITS[5 + n]) for n in range(outside))),
    )
    return Proof(
        key, code, label, f"{100 * met / base:.1f}%", "", definition, "2025年", AS_OF,
        base=f"{met} / {base}", sides=sides, late_share="7.5%",
    )  # fmt: skip


def _proofs() -> tuple[Proof, ...]:
    return tuple(sorted([*map(_counted, COUNTS), *map(_shared, SHARES)], key=lambda proof: proof.key))


def _text(line: str) -> Iterator[Words | Quote | Unproven]:
    """`[01|现有职工1756人]` quotes a claim, `{…}` is unproven."""
    while line:
        start = min((i for i in map(line.find, "[{") if i >= 0), default=len(line))
        if start:
            yield Words(line[:start])
        if start < len(line):
            end = line.index("]" if line[start] == "[" else "}", start)
            inner = line[start + 1 : end]
            yield Quote(*inner.split("|")[::-1]) if line[start] == "[" else Unproven(inner)
            start = end + 1
        line = line[start:]


TEXT = """
2025年，在镇党委、县总工会的领导下，我镇工会以经济建设为中心，充分调动工人阶级主力军作用，服务大局，做了大量细致的工作，取得了一定成绩。现将工作情况总结如下。
# 一、强化基层民主政治建设
## （一）组织建设
坚持和完善三项制度，积极组织职工参与企业民主管理。我镇[01|现有职工1756人]，[02|基层工会组织18个]，[03|新组建丰盛纸箱厂、宁丰机械厂、丰平车轮、华丽光电等四家基层企业工会]，[04|新发展会员320人]。
## （二）职工之家
抓好“职工之家”建设，在兰天车轮进行试点，{企业配套了篮球场、羽毛球场、电脑等设施}，丰富了职工的业余生活。
# 二、坚持实施送温暖工程
一是对全镇的困难企业、困难职工建立档案，实行动态管理。会同民政办、慈善协会，[05|帮扶、慰问贫困户、困难职工家庭36户]，[06|资助在校贫困生18人]，收到良好的社会效果。
二是联合镇劳动所积极开展创业、再就业活动，[07|培训231人次]，[08|介绍72人到苏南、本县企业就业]，[09|劳务输出120多人]。
|项目|数量|主要去向|
|介绍就业|72人|苏南、本县企业|
|劳务输出|122人|苏州、无锡、常州等地的电子、纺织企业|
# 三、积极开展群众性技术创新活动
一是继续开展争创树活动，[10|新增创建单位5家]，[11|培育学习示范点2个]。
二是开展女职工双争活动，[12|参与率达95%以上]，取得了良好的效果。
三是[17|全部建立了职工代表大会制度]，[18|企业与职工签订了集体合同]，[19|女职工十人以上的企业还签订了女职工专项合同]。
# 四、积极开展安全防护工作
一是加强劳动法、劳动合同法的普法宣传、培训工作，[13|培训镇企两级工会干部40多人次]。
二是在各工会成立了劳动保护监督委员会，[14|劳动安全保护检查员持证上岗95%]，[15|宣讲培训职工安全生产知识646人次]，[16|未发生重大安全事故]。
# 五、存在的不足和下一年打算
一是工会档案资料尚不够齐全规范；二是新会员发展覆盖面不够广。2026年将继续抓好以下工作：
### 1.积极争取党政支持，加强工会阵地建设。
### 2.抓好职工代表培训，提高职工代表素质。
""".strip()


def _blocks() -> Iterator[Heading | Paragraph | Table]:
    table: list[tuple[str, ...]] = []
    for line in [*TEXT.splitlines(), ""]:
        if line.startswith("|"):
            table.append(tuple(line.strip("|").split("|")))
            continue
        if table:
            yield Table(table[0], tuple(table[1:]))
            table = []
        if line.startswith("#"):
            yield Heading(line.index(" "), line.split(" ", 1)[1])
        elif line:
            yield Paragraph(tuple(_text(line)))


def sealed(document: Document) -> Document:
    seal = Seal("总结-2025-0001", "第一版", "2025-12-31T17:30:00+08:00", "王某某", "", "", "", "")
    document = dataclasses.replace(document, seal=seal)
    seal = dataclasses.replace(
        seal,
        digest=digest(document),
        signature="5c" * 64,
        fingerprint="3F2A 91C7 08DE 6B54",
        public_key="a7" * 32,
    )
    return dataclasses.replace(document, seal=seal)


def draft_document(**changes: object) -> Document:
    document = Document(
        title="示范镇总工会2025年工作总结",
        organisation="示范镇总工会",
        date="2025年12月31日",
        blocks=tuple(_blocks()),
        proofs=_proofs(),
        period="2025年",
        notes=("本期尚有3条记录待确认，未计入本总结。",),
    )
    return dataclasses.replace(document, **changes)


def sample_document(**changes: object) -> Document:
    """The final edition; `changes` replace fields before it is sealed."""
    return sealed(draft_document(**changes))
