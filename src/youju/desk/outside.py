"""提醒发到外面: which mailbox or group robot an office's daily numbers go to."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from youju.desk import place
from youju.org.access import Action
from youju.reports import outside


class OutsideForm(forms.Form):
    addresses = forms.CharField(
        label=gettext_lazy("地址"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"data-sealed": "", "autocomplete": "off", "spellcheck": "false"}),
        help_text=gettext_lazy(
            "一行一个。群机器人：粘贴企业微信、钉钉、飞书给出的 https 网址。"
            "邮件：mailtos://邮箱账号:授权码@smtp.qq.com?to=收件人。留空保存就是停用。"
        ),
    )


@never_cache
@sensitive_post_parameters("addresses")
@require_http_methods(["GET", "HEAD", "POST"])
def notice_outside(request):
    """GET: what is named, without its secrets. POST: name others, or none."""
    here = place.current(request)
    if here is None or not here.is_federation or not request.access.may(Action.ADMIN, here):
        raise PermissionDenied(_("由本级工会的经办或负责人来设置。"))
    form = OutsideForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            outside.name(here, form.cleaned_data["addresses"].splitlines())
        except (ValidationError, outside.NotInstalled) as refused:
            form.add_error("addresses", getattr(refused, "messages", None) or str(refused))
        else:
            messages.success(request, _("已保存。地址加密存放，以后不再显示。"))
            return redirect("notices-outside")
    context = {"form": form, "here": here, "named": outside.named(here), "told": outside.digest(here)}
    return render(request, "desk/notices_outside.html", context, status=422 if form.errors else 200)
