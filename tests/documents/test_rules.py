"""The rules of the domain, each with how Youju answers it and the tests that break it."""

import ast
import pkgutil
from collections import defaultdict
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.urls import reverse

import youju.work
from tests.documents.written import check, table
from tests.provoking import WATCHING, answers, facts
from youju.catalogue import LEDGERS, RULES
from youju.desk.tests.signing_in import sign_in
from youju.records import parameters as kernel
from youju.records.parameters import Confidence, Parameter

ROOT = Path(__file__).parents[2]
FACTS = facts()
FACT = pytest.mark.parametrize("fact", FACTS.values(), ids=FACTS)
RULE = pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
KINDS = {"rule": "规则", "check": "填报检查", "timer": "计时", "parameter": "参数", "later": "暂缓"}
WEAKEST_FIRST = (Confidence.UNCONFIRMED, Confidence.CUSTOM, Confidence.LOCAL, Confidence.LAW)
HEAD = """# Rules of the domain

Made by `tests/documents/test_rules.py` from `tests/documents/data/rules.csv`, where facts and answers stand.

规则 is a rule of the catalogue, 计时 one that waits for a day, 填报检查 a field, ledger or part of the code
that asks for it or refuses the contrary, 参数 a dated number, 暂缓 what is left out, and why. 可信度 says how
well the fact is known, strongest part first; only what was read in a national law or rule is 国家规定.
"""
ATTENTION = {
    "应建未建": "organising.not_unionised",
    "届期将满": "organising.term_ending",
    "合同到期": "bargaining.expiring",
    "女职工达标未签专项": "bargaining.without_womens_contract",
    "未开职代会": "democracy.no_congress",
    "证书过期": "safety.not_certified",
    "档案一年未复核": "relief.unreviewed",
    "建档未帮扶": "relief.filed_not_helped",
    "季度未开例会": "institutions.quarter_without_meeting",
    "重复帮扶": "relief.visited_twice",
    "公开栏逾期未更新": "democracy.board_overdue",
    "零报告缺报": "safety.nil_report_missing",
}


def known_parameters() -> dict[str, Parameter]:
    """Every dated number that we declare, by its code."""
    names = [f"youju.work.{line.name}.parameters" for line in pkgutil.iter_modules(youju.work.__path__)]
    modules = [kernel, *(import_module(name) for name in names if find_spec(name))]
    found = [each for module in modules for each in vars(module).values() if isinstance(each, Parameter)]
    return {each.code: each for each in found}


def confidences(fact) -> list[Confidence]:
    return [Confidence[part.upper()] for part in fact["confidence"].split("/")]


def provoking() -> dict[str, set[str]]:
    """The tests that break each rule of the domain, as the marks on them say."""
    found = defaultdict(set)
    for folder in ("tests", "src/youju"):
        for path in sorted((ROOT / folder).rglob("test_*.py")):
            if "mark.provokes(" in (text := path.read_text("utf-8")):
                for test, promised in marked(ast.parse(text)):
                    found[promised].add(f"{path.name}::{test}")
    return found


def marked(module: ast.Module):
    """Each test of a module with each rule it promises to break, by itself or by one of its cases."""
    cases = {
        target.id: promises(node.value)
        for node in module.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in module.body:
        if isinstance(node, ast.FunctionDef):
            for decorator in node.decorator_list:
                used = {each.id for each in ast.walk(decorator) if isinstance(each, ast.Name)}
                for promised in promises(decorator).union(*(cases[name] for name in used & cases.keys())):
                    yield node.name, promised


def promises(node: ast.AST) -> set[str]:
    """What `provokes(…)`, or a helper that takes the rule first, names below a node."""
    calls = [each for each in ast.walk(node) if isinstance(each, ast.Call)]
    words = [arg.value for call in calls for arg in call.args if isinstance(arg, ast.Constant)]
    return {word for word in words if isinstance(word, str) and word in FACTS}


def document() -> str:
    tests = provoking()
    tally = defaultdict(int)
    for fact in FACTS.values():
        tally[answers(fact)[0][0]] += 1
    counts = "，".join(f"{label}{tally[kind]}条" for kind, label in KINDS.items())
    parts = [HEAD, f"共{len(FACTS)}条：{counts}。其中{len(tests)}条有测试验证。\n"]
    for topic in dict.fromkeys(fact["topic"] for fact in FACTS.values()):
        rows = [row(fact, tests) for fact in FACTS.values() if fact["topic"] == topic]
        heads = ("编号", "规定", "来源", "地区", "参数", "可信度", "系统如何应对", "测试")
        parts.append(f"## {topic}\n\n{table(heads, *rows)}\n")
    return "\n".join(parts)


def row(fact, tests) -> tuple[str, ...]:
    told = "；".join(answer(kind, what) for kind, what in answers(fact))
    proofs = "<br>".join(f"`{name}`" for name in sorted(tests.get(fact["id"], ())))
    sure = "、".join(each.value for each in confidences(fact))
    parameter = f"`{fact['parameter']}`" if fact["parameter"] else ""
    return fact["id"], fact["fact"], fact["source"], fact["region"], parameter, sure, told, proofs


def answer(kind: str, what: str) -> str:
    if kind == "later":
        return f"{KINDS[kind]}：{what.removeprefix('because ')}"
    label = f"{RULES[what].label} " if kind in WATCHING else ""
    return f"{KINDS[kind]}：{label}`{what}`"


def test_the_rules_say_what_the_code_does():
    check("rules.md", document())


def test_all_rules_of_the_domain_are_there():
    sizes = {"ORG": 16, "ELE": 19, "CC": 25, "DM": 21, "HD": 19, "LP": 9, "DS": 8, "WG": 3}
    sizes |= {"FU": 13, "PI": 15, "SE": 5}
    assert len(FACTS) == sum(sizes.values()) == 153
    for group, size in sizes.items():
        assert {f"{group}-{n:02}" for n in range(1, size + 1)} <= FACTS.keys()


@FACT
def test_an_answer_names_what_exists(fact):
    assert fact["fact"]
    assert fact["source"]
    named = known_parameters()
    assert not fact["parameter"] or fact["parameter"] in named
    for kind, what in answers(fact):
        assert exists(kind, what, named), f"{kind} {what}"


def exists(kind: str, what: str, named: dict[str, Parameter]) -> bool:
    if kind in WATCHING:
        return what in RULES
    if kind == "parameter":
        return what in named
    if kind == "check" and what.startswith("youju."):
        return find_spec(what) is not None
    if kind == "check":
        line, ledger, *field = what.split(".")
        model = LEDGERS[f"{line}.{ledger}"].model
        return all(model._meta.get_field(name) for name in field)
    return kind == "later" and what.startswith("because ")


@FACT
def test_nothing_is_shown_as_surer_than_it_is_known(fact):
    known = max(WEAKEST_FIRST.index(each) if each in WEAKEST_FIRST else -1 for each in confidences(fact))
    for kind, what in answers(fact):
        shown = RULES[what].confidence if kind in WATCHING else Confidence.PRODUCT
        if shown in WEAKEST_FIRST:
            rows = [known, *(strongest(each) for each in FACTS.values() if (kind, what) in answers(each))]
            assert WEAKEST_FIRST.index(shown) <= max(rows), f"{what} is shown as {shown}"


def strongest(fact) -> int:
    return max(WEAKEST_FIRST.index(each) if each in WEAKEST_FIRST else -1 for each in confidences(fact))


@RULE
def test_how_binding_a_rule_is_stands_before_its_source(rule):
    assert rule.confidence in rule.basis
    assert rule.source in rule.basis
    if rule.confidence != Confidence.LAW:
        assert Confidence.LAW not in rule.basis
    assert rule.basis.startswith("供参考") is (rule.confidence == Confidence.UNCONFIRMED)


@pytest.mark.django_db
def test_what_offices_watch_is_one_click_from_the_list(client, clerk):
    sign_in(client, clerk)
    page = client.get(reverse("attention-list")).content.decode()
    for code in ATTENTION.values():
        assert reverse("attention", args=[code]) in page
        assert RULES[code].label in client.get(reverse("attention", args=[code])).content.decode()


@pytest.mark.django_db
def test_a_page_says_that_an_unconfirmed_rule_is_not_confirmed(client, clerk):
    sign_in(client, clerk)
    page = client.get(reverse("attention-list")).content.decode()
    for rule in RULES.values():
        assert rule.basis in page
        if rule.confidence == Confidence.UNCONFIRMED:
            assert (
                Confidence.UNCONFIRMED in client.get(reverse("attention", args=[rule.code])).content.decode()
            )


def test_at_least_sixty_rules_are_broken_by_tests():
    found = provoking()
    assert found.keys() <= FACTS.keys()
    assert len(found) >= 60


def test_what_a_test_breaks_is_not_put_off():
    for each in provoking():
        assert "later" not in dict(answers(FACTS[each])), each


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            '@mark.provokes("ORG-01", "ORG-03")\ndef test_a(): ...',
            {("test_a", "ORG-01"), ("test_a", "ORG-03")},
        ),
        (
            'CASES = [param(1, marks=provokes("CC-01"))]\n@over(CASES)\ndef test_b(): ...',
            {("test_b", "CC-01")},
        ),
        ("def test_c(): ...", set()),
    ],
)
def test_marks_are_found_on_tests_and_on_their_cases(text, found):
    assert set(marked(ast.parse(text))) == found
