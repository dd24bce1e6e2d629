"""Units and accounts: who belongs to the federation, who may log in, and the links for that."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from youju.base import clock
from youju.desk import place
from youju.ledger.pickers import DayField
from youju.org import administering
from youju.org.access import Action
from youju.org.models import Organisation, Role, User


class UnitForm(forms.ModelForm):
    from_on = DayField(label=gettext_lazy("成立日期"))

    class Meta:
        model = Organisation
        fields = ("name", "short_name", "code", "kind", "region", "from_on")

    def __init__(self, *args, parent: Organisation, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = kinds_below(parent)
        self.fields["short_name"].help_text = _("列表里显示的名字，如“丰盛纸箱厂工会”。")
        self.fields["code"].help_text = _("本单位在系统里的固定代号，如 QINGSHAN-01，设定后不改。")


class AccountForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("姓名"), max_length=60)
    login_name = forms.RegexField(
        r"^[A-Za-z0-9._-]{3,40}$",
        label=gettext_lazy("登录名"),
        help_text=gettext_lazy("3 至 40 位字母、数字，不分大小写，如 wangfang。"),
        error_messages={"invalid": gettext_lazy("登录名只能用字母、数字和 . _ -，3 至 40 位。")},
    )
    organisation = forms.ModelChoiceField(None, label=gettext_lazy("单位"))
    role = forms.ChoiceField(label=gettext_lazy("角色"), choices=Role)

    def __init__(self, *args, access, **kwargs):
        super().__init__(*args, **kwargs)
        self.access = access
        units = administering.administered(access)
        self.fields["organisation"].queryset = units
        self.fields["organisation"].empty_label = _("请选择")
        offered = {role for unit in units for role in administering.roles_at(access, unit)}
        self.fields["role"].choices = [(role.value, role.label) for role in Role if role in offered]

    def clean_login_name(self):
        name = self.cleaned_data["login_name"].lower()
        if administering.login_name_taken(name):
            raise ValidationError(_("这个登录名已有人用，请换一个。"))
        return name

    def clean(self):
        unit, role = self.cleaned_data.get("organisation"), self.cleaned_data.get("role")
        if unit and role and role not in administering.roles_at(self.access, unit):
            fitting = "、".join(str(one.label) for one in administering.roles_at(self.access, unit))
            self.add_error(
                "role", _("%(unit)s只能安排：%(roles)s。") % {"unit": unit, "roles": fitting or "—"}
            )


def kinds_below(parent: Organisation) -> list[tuple[str, str]]:
    """What a body may have below it."""
    kinds = [kind for kind in Organisation.Kind if kind != Organisation.Kind.COUNTY]
    kept = kinds if parent.kind == Organisation.Kind.COUNTY else [Organisation.Kind.BASIC]
    return [(kind.value, kind.label) for kind in kept]


@require_http_methods(["GET", "HEAD", "POST"])
def unit_new(request, code):
    """A new unit below this one."""
    parent = request.access.organisation(code)
    request.access.require(Action.ADMIN, parent)
    form = UnitForm(request.POST or None, parent=parent)
    if request.method == "POST" and form.is_valid():
        try:
            unit = administering.found(request.access, form.instance, parent)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("已建立%s。") % unit)
            return redirect("organisation-detail", code=unit.code)
    status = 422 if form.errors else 200
    return render(request, "desk/unit_form.html", {"form": form, "parent": parent}, status=status)


@require_safe
def account_list(request):
    if not request.access.may_anywhere(Action.ADMIN):
        raise PermissionDenied(_("您的角色不能管理账号。"))
    posts = [
        {
            "post": post,
            "mine": post.user_id == request.user.pk,
            "over": administering.may_over(request.access, post),
        }
        for post in administering.posts_under(request.access)
    ]
    return render(request, "desk/accounts.html", {"posts_under": posts})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def account_new(request):
    if not request.access.may_anywhere(Action.ADMIN):
        raise PermissionDenied(_("您的角色不能管理账号。"))
    here = place.current(request)
    form = AccountForm(request.POST or None, access=request.access, initial={"organisation": here})
    if form.is_valid():
        given = form.cleaned_data
        user = User(login_name=given["login_name"], name=given["name"])
        try:
            administering.appoint(
                request.access, user, given["organisation"], given["role"], from_on=clock.today()
            )
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return _link(request, user)
    status = 422 if form.errors else 200
    return render(request, "desk/account_form.html", {"form": form}, status=status)


@never_cache
@require_POST
def account_link(request, pk):
    return _link(request, _post(request, pk).user)


@require_POST
def account_end(request, pk):
    post = _post(request, pk)
    try:
        administering.dismiss(request.access, post)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("%s的任职已终止。") % post.user)
    return redirect("account-list")


def _link(request, user: User):
    """The link, shown this once."""
    token = administering.invite(request.access, user, address=request.META["REMOTE_ADDR"])
    address = request.build_absolute_uri(reverse("invitation", args=[token]))
    return render(request, "desk/account_link.html", {"account": user, "address": address})


def _post(request, pk):
    found = next((post for post in administering.posts_under(request.access) if post.pk == pk), None)
    if found is None:
        raise Http404
    return found
