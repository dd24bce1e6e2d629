"""What differs by region and year in this line of work."""

from youju.records.parameters import Confidence, Dated, Parameter

UNION_FROM_MEMBERS = Parameter(
    "union_from_members",
    "应当单独建会的人数",
    (Dated(25, source="《中华人民共和国工会法》第十一条", confidence=Confidence.LAW),),
)
