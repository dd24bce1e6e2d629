"""The public page of a final edition: at an address that only those know who hold the paper with its code.

The address carries the edition's digest, which nobody guesses. There is one only where `YOUJU_URL` says
that this site is reached over https from outside; otherwise the code carries number and digest.
"""

from ipaddress import ip_address
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse

from youju.reports.models import Edition

DIGEST = 64  # hex digits


def is_public() -> bool:
    """Whether the site is reached from anywhere: https, and neither this machine nor an office network."""
    found = urlsplit(settings.YOUJU_URL)
    host = found.hostname or ""
    if found.scheme != "https" or not host or host == "localhost" or "." not in host:
        return False
    try:
        return ip_address(host).is_global
    except ValueError:
        return True


def address(digest: str) -> str:
    """Where a sealed document is read without an account; empty where the site is not public."""
    return f"{settings.YOUJU_URL}{reverse('edition-public', args=[digest])}" if is_public() else ""


def edition_of(digest: str) -> Edition | None:
    """The edition whose digest somebody holds; its rank among editions plays no part."""
    if not is_public() or len(digest) != DIGEST:
        return None
    return Edition._plain.filter(digest=digest.lower()).first()
