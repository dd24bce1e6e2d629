"""Failure pages: what happened and what to do, in Chinese, with the number of the request; never a trace."""

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpResponseServerError
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

TOO_LARGE = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def page(request, status: int, title: str, advice: str):
    context = {"status": status, "title": title, "advice": advice, "number": getattr(request, "number", "")}
    return render(request, "desk/error.html", context, status=status)


def bad_request(request, exception=None):
    if isinstance(exception, TOO_LARGE):
        return too_large(request)
    return page(request, 400, _("请求有误"), _("地址或提交的内容不完整，请返回上一页重试。"))


def forbidden(request, exception=None):
    """The reason given by the act that refused, if it was said in Chinese."""
    said = str(exception or "")
    advice = said if any("一" <= mark <= "鿿" for mark in said) else _("您的角色不能进行此操作。")
    return page(request, 403, _("没有权限"), advice)


def stale_form(request, reason=""):
    advice = _("页面停留太久或登录状态已变化，刚才的提交没有保存。请返回上一页刷新后重新提交。")
    return page(request, 403, _("页面已过期"), advice)


def not_found(request, exception=None):
    return page(request, 404, _("没有找到"), _("页面不存在，或不在您的管理范围内。"))


def not_this_way(request, *, allowed: str):
    response = page(request, 405, _("不能这样打开"), _("这个地址只能由页面上的按钮使用，请返回上一页操作。"))
    response["Allow"] = allowed
    return response


def too_large(request):
    return page(request, 413, _("内容太大"), _("一次提交的内容太多，请减少文件或分几次提交。"))


def failed(request):
    """Uses nothing that may be what failed: no user, no database, no context processors."""
    context = {"number": getattr(request, "number", "")}
    return HttpResponseServerError(render_to_string("desk/failed.html", context))
