"""Logging in and out, the first password, its change, and where else one is logged in."""

from django import forms
from django.contrib import messages
from django.contrib.auth import authenticate, login, logout, update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import Http404, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from youju.desk.middleware import SIGN_IN
from youju.desk.place import safe
from youju.org import accounts

WAIT = gettext_lazy("尝试次数过多，请 15 分钟后再试。")


class LogIn(forms.Form):
    login_name = forms.CharField(
        label=gettext_lazy("登录名"),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autofocus": True, "autocapitalize": "none"}
        ),
        error_messages={"required": gettext_lazy("请输入登录名。")},
    )
    password = forms.CharField(
        label=gettext_lazy("密码"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": gettext_lazy("请输入密码。")},
    )


class NewPassword(forms.Form):
    """A password, twice."""

    password = forms.CharField(
        label=gettext_lazy("新密码"),
        strip=False,
        max_length=200,
        help_text=gettext_lazy("至少 10 个字符，不要用姓名、登录名或常见密码；一句好记的话最好。"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": gettext_lazy("请输入新密码。")},
    )
    again = forms.CharField(
        label=gettext_lazy("再输一遍"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": gettext_lazy("请再输一遍新密码。")},
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def clean(self):
        first, second = self.cleaned_data.get("password"), self.cleaned_data.get("again")
        if first and second and first != second:
            self.add_error("again", _("两次输入的密码不一样，请重新输入。"))
        elif first:
            try:
                validate_password(first, self.user)
            except ValidationError as error:
                self.add_error("password", error)


class ChangePassword(NewPassword):
    old = forms.CharField(
        label=gettext_lazy("现在的密码"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": gettext_lazy("请输入现在的密码。")},
    )
    field_order = ("old", "password", "again")


@never_cache
@login_not_required
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def log_in(request):
    onward = safe(request, request.POST.get("next") or request.GET.get("next"))
    if request.user.is_authenticated:
        return redirect(onward or "home")
    form = LogIn(request.POST or None)
    if form.is_valid() and (user := _known(request, form)):
        _enter(request, user)
        return redirect(onward or "home")
    return render(request, "desk/login.html", {"form": form, "next": onward})


@never_cache
@require_safe
def here(request):
    """Asked by a page before it sends what somebody filled in: who is logged in, if anybody still is."""
    return JsonResponse({"user": str(request.user.pk), "token": get_token(request)})


@login_not_required
@require_POST
def log_out(request):
    if request.user.is_authenticated:
        accounts.end(request.user, request.sign_in.pk)
        logout(request)
        messages.success(request, _("您已退出。"))
    return redirect("login")


@never_cache
@login_not_required
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request, token):
    """The first password, set through a link that works once."""
    secret, address = f"invitation {token}", request.META["REMOTE_ADDR"]
    try:
        accounts.refuse_guessing(secret, address)
    except accounts.TooManyAttempts:
        return render(request, "desk/invitation.html", {"dead": WAIT}, status=429)
    user = accounts.invited(token)
    if user is None:
        accounts.note_wrong(secret, address)
        dead = _("链接已失效或已用过，请联系管理员重新生成。")
        return render(request, "desk/invitation.html", {"dead": dead}, status=404)
    form = NewPassword(request.POST or None, user=user)
    if form.is_valid():
        try:
            user = accounts.redeem(token, form.cleaned_data["password"])
        except ValidationError as error:
            form.add_error(None, error)
        else:
            _enter(request, user)
            messages.success(request, _("密码已设好，欢迎使用。"))
            return redirect("home")
    return render(request, "desk/invitation.html", {"form": form, "invited": user})


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def password(request):
    form = ChangePassword(request.POST or None, user=request.user)
    if form.is_valid() and _proven(request, form):
        request.user.set_password(form.cleaned_data["password"])
        request.user.save(update_fields=["password"])
        update_session_auth_hash(request, request.user)
        accounts.end_all(request.user, but=request.sign_in.pk)
        messages.success(request, _("密码已修改，其他设备上的登录已全部退出。"))
        return redirect("home")
    return render(request, "desk/password.html", {"form": form})


@require_safe
def sessions(request):
    context = {"sign_ins": accounts.open_sign_ins(request.user), "present": request.sign_in.pk}
    return render(request, "desk/sessions.html", context)


@require_POST
def end_session(request, pk):
    if not accounts.end(request.user, pk):
        raise Http404
    messages.success(request, _("该设备上的登录已退出。"))
    return redirect("sessions")


def _known(request, form):
    """The user, if name and password agree; the same words whatever was wrong."""
    name, address = form.cleaned_data["login_name"], request.META["REMOTE_ADDR"]
    try:
        accounts.refuse_guessing(name, address)
    except accounts.TooManyAttempts:
        form.add_error(None, WAIT)
        return None
    user = authenticate(request, login_name=name, password=form.cleaned_data["password"])
    if user is None:
        accounts.note_wrong(name, address)
        form.add_error(None, _("登录名或密码不对，请重新输入。"))
        return None
    accounts.note_right(name, address)
    return user


def _proven(request, form) -> bool:
    """Whether the old password is right; guessed at no faster than at the front door."""
    name, address = request.user.login_name, request.META["REMOTE_ADDR"]
    try:
        accounts.refuse_guessing(name, address)
    except accounts.TooManyAttempts:
        form.add_error(None, WAIT)
        return False
    if not request.user.check_password(form.cleaned_data["old"]):
        accounts.note_wrong(name, address)
        form.add_error("old", _("现在的密码不对，请重新输入。"))
        return False
    return True


def _enter(request, user) -> None:
    login(request, user)  # gives the session a new key
    sign_in = accounts.begin(
        user, address=request.META["REMOTE_ADDR"], device=request.headers.get("User-Agent", "")
    )
    request.session[SIGN_IN] = str(sign_in.pk)
