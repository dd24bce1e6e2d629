"""Many units at once: their names pasted out of a table, all entered or none."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from youju.desk.administration import kinds_below
from youju.ledger.pickers import DayField
from youju.org import founding
from youju.org.access import Action


class UnitsForm(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("单位名单"),
        widget=forms.Textarea(attrs={"spellcheck": "false", "class": "paste"}),
        error_messages={"required": gettext_lazy("请粘贴单位名单，一行一个单位。")},
        help_text=gettext_lazy(
            "一行一个单位，只写名称就行；从 Excel 连着粘贴简称、成立日期、代码几列也可以。"
        ),
    )
    kind = forms.ChoiceField(label=gettext_lazy("类别"))
    from_on = DayField(
        label=gettext_lazy("成立日期"),
        help_text=gettext_lazy("名单里没写成立日期的，都用这一天；这一天以前的工作不能登记在它们名下。"),
    )

    def __init__(self, *args, parent, **kwargs):
        super().__init__(*args, initial={"from_on": parent.from_on}, **kwargs)
        self.fields["kind"].choices = kinds_below(parent)


@require_http_methods(["GET", "HEAD", "POST"])
def units_paste(request, code):
    """GET: where to paste. POST: all of them are entered, or each wrong line is named."""
    parent = request.access.organisation(code)
    request.access.require(Action.ADMIN, parent)
    form = UnitsForm(request.POST or None, parent=parent)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            units = founding.found_all(
                request.access,
                parent,
                founding.read(given["text"]),
                kind=given["kind"],
                from_on=given["from_on"],
            )
        except ValidationError as error:
            form.add_error("text", error)
        else:
            messages.success(request, _("已建立 %d 个单位。") % len(units))
            return redirect("organisation-detail", code=parent.code)
    status = 422 if form.errors else 200
    return render(request, "desk/units_paste.html", {"form": form, "parent": parent}, status=status)
