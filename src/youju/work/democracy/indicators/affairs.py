"""公开、建议、诉求: what is made known, and what comes back from the workers."""

from django.db.models import QuerySet

from youju.ledger.indicators import attendances, count, total
from youju.ledger.populations import unions
from youju.ledger.scope import Scope
from youju.ledger.shares import ITSELF, share
from youju.work.democracy.models import (
    AffairsKind,
    Board,
    Box,
    Dialogue,
    Disclosure,
    Drive,
    Suggestion,
    Voice,
)

Verdict = Suggestion.Verdict


@share(
    "democracy.open_affairs_rate",
    "厂务公开建制率",
    of=unions,
    synonyms=("厂务公开制度", "厂务公开", "校务公开", "政务公开", "公开率"),
)
def open_affairs_rate(scope):
    """截止日存在的基层工会中，本期内至少公开一次的所占比例。
    企业的厂务公开、学校的校务公开、机关的政务公开均算；日期以公开台账的公开日期为准。"""
    return Disclosure.objects.within(scope)


@count(
    "democracy.open_units",
    "厂务公开单位数",
    unit="家",
    of="organisation",
    synonyms=("厂务公开单位", "推行厂务公开单位"),
)
def open_units(scope):
    """本期内至少公开一次厂务（校务、政务）的单位家数，一家公开几次只计 1。"""
    return Disclosure.objects.within(scope)


@count(
    "democracy.office_open_units", "政务公开单位数", unit="家", of="organisation", synonyms=("政务公开单位",)
)
def office_open_units(scope):
    """本期内至少做过一次政务公开的单位家数，一家公开几次只计 1。"""
    return Disclosure.objects.within(scope).filter(kind=AffairsKind.OFFICE)


@count("democracy.disclosures", "公开事项数", unit="项", synonyms=("厂务公开事项数", "公开事项"))
def disclosures(scope):
    """公开日期在本期内的公开事项数，一条公开记录计 1。"""
    return Disclosure.objects.within(scope)


@count("democracy.boards", "公开栏设立数", unit="个", synonyms=("公开栏", "厂务公开栏"))
def boards(scope):
    """截止日设有的公开栏个数，一处计 1，已撤除的不计。"""
    return Board.objects.holding(scope)


@count("democracy.boxes", "意见箱设立数", unit="个", synonyms=("意见箱",))
def boxes(scope):
    """截止日设有的意见箱个数，一处计 1，已撤除的不计。"""
    return Box.objects.holding(scope)


@count(
    "democracy.drives",
    "金点子活动场次",
    unit="次",
    synonyms=("金点子活动", "献一计活动", "合理化建议活动"),
)
def drives(scope):
    """开始日期在本期内的金点子（合理化建议）活动次数，一次活动计 1，不论收到几条建议。"""
    return Drive.objects.within(scope)


@count(
    "democracy.suggestions",
    "合理化建议条数",
    unit="条",
    synonyms=("合理化建议", "合理化建议数", "征集合理化建议数", "金点子数"),
)
def suggestions(scope):
    """提出日期在本期内的合理化建议条数，采纳与否都计；不论是否属于某次金点子活动。"""
    return Suggestion.objects.within(scope)


@count(
    "democracy.suggesters",
    "提合理化建议人数",
    unit="人",
    of="person",
    synonyms=("合理化建议参与人数", "参与建议职工"),
)
def suggesters(scope):
    """本期内提过合理化建议的职工人数，一人提几条只计 1；以班组名义提出的、没有人员卡片的不计。"""
    return Suggestion.objects.within(scope).exclude(person=None)


@count(
    "democracy.suggestions_adopted",
    "建议采纳条数",
    unit="条",
    synonyms=("合理化建议采纳数", "采纳建议数", "建议被采纳"),
)
def suggestions_adopted(scope):
    """提出日期在本期内、评审结果为采纳的合理化建议条数；截止日以后评审的不计。"""
    return _adopted(scope)


def _adopted(scope: Scope) -> QuerySet:
    return Suggestion.objects.within(scope).filter(verdict=Verdict.ADOPTED, reviewed_on__lte=scope.as_of)


@share(
    "democracy.adoption_rate", "建议采纳率", of=suggestions.select, by=ITSELF, synonyms=("合理化建议采纳率",)
)
def adoption_rate(scope):
    """提出日期在本期内的合理化建议中，被采纳的所占比例；尚未评审的在分母不在分子。"""
    return _adopted(scope)


@share(
    "democracy.carried_out_rate",
    "建议实施率",
    of=_adopted,
    by=ITSELF,
    synonyms=("合理化建议实施率",),
)
def carried_out_rate(scope):
    """提出日期在本期内、被采纳的合理化建议中，截止日已实施完成的所占比例。"""
    return _adopted(scope).filter(carried_out_on__lte=scope.as_of)


@total(
    "democracy.benefit",
    "合理化建议经济效益",
    of="benefit",
    synonyms=("建议创造经济效益", "合理化建议创效"),
)
def benefit(scope):
    """实施完成日期在本期内的合理化建议所登记的经济效益之和。"""
    done = Suggestion.objects.in_scope(scope)
    return done.filter(carried_out_on__range=(scope.period.start, scope.period.end))


@count(
    "democracy.voices",
    "受理职工建议意见困难件数",
    unit="件",
    synonyms=("受理职工诉求", "职工诉求", "建议、意见、困难", "受理件数"),
)
def voices(scope):
    """受理日期在本期内的职工建议、意见、困难件数，一件计 1，匿名的也计。"""
    return Voice.objects.within(scope)


def _done(scope: Scope) -> QuerySet:
    return Voice.objects.within(scope).filter(answered_on__lte=scope.as_of)


@count("democracy.voices_done", "诉求办结件数", unit="件", synonyms=("办结件数", "办结诉求"))
def voices_done(scope):
    """受理日期在本期内、截止日已办结的职工诉求件数；以办结日期为准，是否已回复本人不影响。"""
    return _done(scope)


@share(
    "democracy.voices_done_rate",
    "诉求办结率",
    of=voices.select,
    by=ITSELF,
    synonyms=("职工诉求办结率", "办结率"),
)
def voices_done_rate(scope):
    """受理日期在本期内的职工诉求中，截止日已办结的所占比例。"""
    return _done(scope)


@count(
    "democracy.dialogues",
    "领导与职工对话次数",
    unit="次",
    synonyms=("领导与职工对话", "劳资对话", "劳资恳谈"),
)
def dialogues(scope):
    """对话日期在本期内的领导与职工对话次数。"""
    return Dialogue.objects.within(scope)


@attendances("democracy.dialogue_attendances", "对话参加职工人次", synonyms=("参加对话职工",))
def dialogue_attendances(scope):
    """对话日期在本期内的领导与职工对话中，参加职工的人次；出席的领导不计。"""
    return Dialogue.objects.within(scope)
