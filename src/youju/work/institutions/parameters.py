"""What a federation or a region may set for its institutions."""

from youju.records.parameters import Confidence, Dated, Parameter

# Codes of `Institution.Kind`. Texts say 三项制度 without naming them; this is the usual reading.
THREE_INSTITUTIONS = Parameter(
    "three_institutions",
    "三项制度",
    (
        Dated(
            ("congress", "openness", "consultation"),
            source="通常指职代会、厂务公开、平等协商和集体合同三项，各地提法不一",
            confidence=Confidence.UNCONFIRMED,
        ),
    ),
)
