"""What happens around every page: a name for the request, its size, and whether the log-in still holds."""

import logging
import secrets

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.core.exceptions import BadRequest, PermissionDenied, SuspiciousOperation
from django.http import Http404
from django.utils.cache import patch_cache_control
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect

from youju.desk import errors
from youju.org import accounts
from youju.org.access import Access

logger = logging.getLogger("youju.desk")
SIGN_IN = "sign_in"
MOST_BYTES = 600 * 1024 * 1024
ANSWERED = (Http404, PermissionDenied, SuspiciousOperation, BadRequest)


class NameRequests:
    """Every answer carries the number under which the log knows what went wrong."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.number = secrets.token_hex(4)
        response = self.get_response(request)
        response["X-Request-Id"] = request.number
        return response

    def process_view(self, request, view_func, view_args, view_kwargs):
        """Refuse a body that is too large before anything reads it."""
        stated = request.headers.get("Content-Length") or "0"
        too_large = not stated.isdecimal() or int(stated) > MOST_BYTES
        return errors.too_large(request) if too_large else None

    def process_exception(self, request, exception):
        if not isinstance(exception, ANSWERED):
            logger.error("request %s: %s", request.number, type(exception).__name__)


class HoldLogIns:
    """Ends a log-in that is over (idle, too old, ended elsewhere) and gives pages their `access`.

    What somebody logged in gets to see stays in no cache: the next one at this computer may be another.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.user.is_authenticated:
            found = accounts.still_open(request.user, request.session.get(SIGN_IN))
            if found is None:
                logout(request)
                messages.warning(request, _("登录已失效（长时间未操作或已在别处退出），请重新登录。"))
            else:
                request.sign_in = found
        request.access = SimpleLazyObject(lambda: Access(request.user))
        entered = request.user.is_authenticated
        response = self.get_response(request)
        if response.status_code == 405:
            response = errors.not_this_way(request, allowed=response["Allow"])
        if entered:
            patch_cache_control(response, no_store=True, private=True)
        return response


class RequireLogIn(LoginRequiredMiddleware):
    """Every page needs a log-in unless it says otherwise; asked for a part, the whole page is sent there."""

    def handle_no_permission(self, request, view_func):
        response = super().handle_no_permission(request, view_func)
        return HttpResponseClientRedirect(response.url) if request.htmx else response
