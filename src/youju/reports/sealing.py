"""定稿并锁定: freeze a summary with everything it cites, signed."""

import dataclasses

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from youju.base import clock, numerals, vault
from youju.base.periods import Period
from youju.org.access import Access, Action
from youju.org.models import Organisation
from youju.records import chain, writing
from youju.records.models import Exhibit
from youju.records.record import State
from youju.reports import composing, drafting, following, publishing
from youju.reports.document import Document, Seal
from youju.reports.models import Citation, Claim, Edition, Kind, Report
from youju.reports.proofs import cited
from youju.reports.render import canonical


def latest(
    access: Access, organisation: Organisation, period: Period, kind: Kind = Kind.ANNUAL
) -> Edition | None:
    """The last edition of a body and period that the user may see."""
    found = Edition.objects.reach(access).filter(organisation=organisation, kind=kind)
    return found.filter(from_on=period.start, until_on=period.end).order_by("-version").first()


def seal(
    access: Access, organisation: Organisation, period: Period, *, kind: Kind = Kind.ANNUAL, why: str = ""
) -> Edition:
    """Freeze the report as it reads now. A second edition needs a reason; the first is never changed."""
    access.require(Action.SEAL, organisation)
    with transaction.atomic():
        chain.lock(organisation.federation_id)  # nothing is recorded while the figures are taken
        before = latest(access, organisation, period, kind)
        if before is not None and not why.strip():
            raise ValidationError(
                _("本期已有定稿；出第%(n)s版请说明理由。") % {"n": numerals.chinese(before.version + 1)}
            )
        report = composing.begin(access, organisation, period, kind)
        alone = _signs_alone(access, report, before)
        document, draft = composing.document(access, report)
        if draft.refused:
            raise ValidationError(_("有表述超过台账的说法，请先修改：%s") % "；".join(draft.refused))
        version = before.version + 1 if before else 1
        sealed = signed(document, report, version, access)
        edition = _edition(sealed, report, version, why.strip(), alone)
        writing.enter(edition, by=access.user)
        _freeze(edition, draft)
        following.follow(access, edition, composing.said(access, report, draft))
    return edition


def _signs_alone(access: Access, report: Report, before: Edition | None) -> bool:
    """Two people sign, who submits and who seals, unless nobody else could or a signed paper shows it."""
    if access.user is None or _submitter(report, before) not in (None, access.user.pk):
        return False
    if not _papers(report, before):
        if _submitter(report, before) and access.others_may(Action.SEAL, report.organisation):
            raise ValidationError(_("提请人不能自己定稿：请由另一位负责人定稿，或上传签批单扫描件。"))
        if access.others_may(Action.ENTER, report.organisation):
            raise ValidationError(_("还没有他人提请：请另一位工作人员核对后提请定稿，或上传签批单扫描件。"))
    return True


def _submitter(report: Report, before: Edition | None):
    """Who submitted this text; what was submitted for an earlier edition no longer counts."""
    old = before is not None and report.submitted_at and report.submitted_at <= before.recorded_at
    return None if old else report.submitted_by_id


def _papers(report: Report, before: Edition | None) -> bool:
    """Whether a signed paper stands beside the text that no earlier edition was sealed by."""
    papers = Exhibit._plain.filter(record_id=report.pk, kind=Exhibit.Kind.APPROVAL).exclude(
        state=State.VOIDED
    )
    if before is not None:
        papers = papers.filter(recorded_at__gt=before.recorded_at)
    return papers.exists()


def signed(document: Document, report: Report, version: int, access: Access) -> Document:
    """The document with its seal: an Ed25519 signature over the hex digest of its canonical form."""
    blank = Seal(
        edition=f"{report.organisation.code}-{report.kind}-{report.period.code}-{version}",
        version=f"第{numerals.chinese(version)}版",
        sealed_at=clock.now().astimezone(clock.CHINA).isoformat(timespec="seconds"),
        sealed_by=access.user.name if access.user else "系统",
        digest="",
        signature="",
        fingerprint=vault.fingerprint(),
        public_key=vault.public_key(),
    )
    digest = canonical.digest(dataclasses.replace(document, seal=blank))
    whole = dataclasses.replace(blank, digest=digest, signature=vault.sign(digest.encode()))
    return dataclasses.replace(document, seal=whole)


def _edition(document: Document, report: Report, version: int, why: str, alone: bool) -> Edition:
    return Edition(
        organisation=report.organisation,
        federation_id=report.federation_id,
        kind=report.kind,
        from_on=report.from_on,
        until_on=report.until_on,
        version=version,
        title=document.title,
        why=why,
        alone=alone,
        content=canonical.canonical_json(document),
        digest=document.seal.digest,
        signature=document.seal.signature,
        public_key=document.seal.public_key,
    )


def _freeze(edition: Edition, draft: drafting.Draft) -> None:
    """Claims and citations as rows, so that a record can be asked which editions cite it."""
    claims, citations = [], []
    backing = draft.backing()
    for code, known in draft.quoted.items():
        figure = known.figure
        claim = Claim(
            edition=edition,
            key=draft.key(code),
            code=code,
            text=draft.texts.get(code, ""),
            value=figure.value,
            unit=known.indicator.unit,
            base=figure.base,
            as_of=figure.as_of,
        )
        claims.append(claim)
        citations += [
            Citation(
                claim=claim,
                position=position,
                side=one.side,
                ref=one.ref,
                subject_ref=one.subject_ref,
                record_id=one.record.pk if one.record else None,
                seq=one.seq,
                digest=one.digest,
                contribution=one.contribution,
            )
            for position, one in enumerate(cited(known.evidence, backing))
        ]
    Claim.objects.bulk_create(claims)
    Citation.objects.bulk_create(citations, batch_size=500)


def document_of(edition: Edition) -> Document:
    """The sealed document again, complete, for rendering."""
    document = canonical.document_from_json(edition.content)
    whole = dataclasses.replace(
        document.seal,
        digest=edition.digest,
        signature=edition.signature,
        public_key=edition.public_key,
        fingerprint=vault.fingerprint_of(edition.public_key),
    )
    return dataclasses.replace(document, seal=whole, url=publishing.address(edition.digest))
