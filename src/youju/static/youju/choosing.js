"use strict";
// Choosing whom and what: participants matched while their names are pasted, a new person registered beside the form,
// long lists searched by typing. Without this script names are matched when the form is saved, lists are plain.

(() => {
const TOLD = document.currentScript.dataset;
const dialog = () => document.getElementById("dialog");

// ---- participants ------------------------------------------------------------------------------------
let waiting;
let asked = 0;

async function match(box) {
  const mine = ++asked;
  const shown = box.closest(".field").querySelector("[data-matched]");
  const given = new FormData();
  given.set("participants", box.value);
  for (const one of shown.querySelectorAll("[name^=participants-pick-]")) given.set(one.name, one.value);
  given.set("csrfmiddlewaretoken", box.form.elements.csrfmiddlewaretoken.value);
  const answer = await fetch(box.dataset.match, { method: "POST", body: given, redirect: "manual" });
  if (answer.ok && mine === asked) shown.innerHTML = await answer.text();
}

function away(button) {
  const box = button.closest(".field").querySelector("textarea");
  const lines = box.value.split(/\r?\n/);
  const at = Number(button.dataset.matchAway);
  const name = button.dataset.name;
  box.focus();
  if (!lines[at].includes("\t") && /[；;：（(]/.test(lines[at])) {
    const start = lines.slice(0, at).join("\n").length + (at ? 1 : 0) + lines[at].indexOf(name);
    return box.setSelectionRange(start, start + name.length); // who and where are said in one line: shown, not guessed
  }
  const names = lines[at].split(/[、，,]/);
  const left = lines[at].includes("\t") ? [] : names.filter((one) => one.replace(/\s/g, "") !== name);
  lines.splice(at, 1, ...(left.length && names.length > 1 ? [left.join("、")] : []));
  box.value = lines.join("\n");
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

document.addEventListener("input", (event) => {
  if (!event.target.matches("textarea[data-match]")) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => match(event.target), 400);
});
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-match-pick]")) match(event.target.closest(".field").querySelector("textarea"));
});
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-match-away]");
  if (button) away(button);
});
const matchAll = (root) => root.querySelectorAll("textarea[data-match]").forEach((box) => box.value && match(box));
matchAll(document);
document.addEventListener("youju:restored", (event) => matchAll(event.target));

// ---- a person who is not there yet, registered beside the form -----------------------------------------
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-picker-new]") && !event.ctrlKey && !event.metaKey) event.preventDefault();
});

document.addEventListener("youju:newcomer", async (event) => {
  const picker = event.detail;
  const address = event.target.href;
  show(await (await fetch(address)).text());

  function show(text) {
    const form = new DOMParser().parseFromString(text, "text/html").querySelector("main form");
    for (const one of form.querySelectorAll("[id], [for]")) {
      if (one.id) one.id = `beside-${one.id}`;
      if (one.htmlFor) one.htmlFor = `beside-${one.htmlFor}`;
    }
    form.className = "act beside";
    for (const name of ["data-draft", "data-guard"]) form.removeAttribute(name);
    form.querySelectorAll("[name=again], [data-draft-bar], .keys, fieldset:has([data-upload]), a").forEach((one) => one.remove());
    form.insertAdjacentHTML("afterbegin", "<h2>登记新人员</h2>");
    form.querySelector(".form-foot").insertAdjacentHTML("beforeend", '<button type="button" class="btn btn-ghost" data-close>取消</button>');
    form.addEventListener("submit", send);
    dialog().replaceChildren(form);
    if (!dialog().open) dialog().showModal();
    form.dispatchEvent(new CustomEvent("htmx:load", { bubbles: true }));
    (form.querySelector(".is-invalid") || form.querySelector("select, input:not([type=hidden])")).focus();
  }

  async function send(event) {
    event.preventDefault();
    event.stopPropagation();
    const form = event.target;
    const answer = await fetch(address, { method: "POST", body: new FormData(form) });
    const made = /people\.persons\/([0-9a-f-]{36})\//.exec(answer.url);
    if (!made) return show(await answer.text());
    picker.querySelector("[data-picker-id]").value = made[1];
    const box = picker.querySelector("[role=combobox]");
    box.value = form.elements.name.value.trim();
    picker.querySelector(".picker-list").hidden = true;
    dialog().close();
    box.focus();
  }
});

// A number that is there by itself (0) is typed over, not behind.
document.addEventListener("focusin", (event) => {
  if (event.target.matches(".field-number input") && event.target.value === "0") event.target.select();
});

// ---- long lists: searched by characters, pinyin or initials --------------------------------------------
const LONG = 9;

function fetched(kind, given) {
  return new Promise((done, failed) => document.head.append(Object.assign(document.createElement(kind), { ...given, onload: done, onerror: failed })));
}

async function searchable(root) {
  const lists = [...root.querySelectorAll("select[data-search]")].filter((one) => one.options.length > LONG && !one.tomselect);
  if (!lists.length) return;
  if (!window.TomSelect) await Promise.all([fetched("script", { src: TOLD.choices }), fetched("link", { rel: "stylesheet", href: TOLD.style })]);
  for (const list of lists.filter((one) => !one.tomselect)) {
    new TomSelect(list, {
      maxOptions: 300,
      searchField: ["text", "pinyin"],
      placeholder: "输入汉字、拼音或首字母查找",
      allowEmptyOption: true,
      onInitialize() {
        this.input.setAttribute("aria-hidden", "true"); // the box beside it is the one that is named and used
      },
      render: { no_results: (data, escape) => `<div class="no-results">没有找到“${escape(data.input)}”</div>` },
    });
  }
}
searchable(document);
document.addEventListener("htmx:load", (event) => searchable(event.target));
})();
