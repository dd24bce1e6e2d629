"use strict";
// Rows pasted from a spreadsheet. Without this script the same pages work with their buttons alone.

// ---- Ctrl-V on a ledger's list, or its button ----------------------------------------------------
const paster = () => document.getElementById("paster");
const TYPING = "input, textarea, select, [contenteditable]";

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-paste]") || !paster()) return;
  event.preventDefault();
  paster().showModal();
  paster().querySelector("textarea").focus();
});

document.addEventListener("click", (event) => {
  if (event.target === paster() || event.target.closest("[data-close-paster]")) paster().close();
});

document.addEventListener("paste", (event) => {
  const box = paster()?.querySelector("textarea");
  const elsewhere = event.target.closest?.(TYPING);
  if (!box || (elsewhere && elsewhere !== box)) return;
  const text = event.clipboardData.getData("text/plain");
  if (!/[\t\n]/.test(text.trim())) return;
  event.preventDefault();
  box.value = text;
  box.form.requestSubmit();
});

// ---- the grid --------------------------------------------------------------------------------------
const form = document.querySelector("[data-grid]");
if (form) begin(form);

function begin(form) {
  const body = form.querySelector("tbody");
  const changed = new Set();
  let timer;
  let before = "";

  for (const one of form.querySelectorAll("[data-next], [data-only]")) one.hidden = false;

  const cellsOf = (row) => [...row.querySelectorAll(".cell")];
  const shown = () => [...body.rows].filter((row) => row.offsetParent !== null);

  function go(cell, down, right) {
    const rows = shown();
    const row = rows[rows.indexOf(cell.closest("tr")) + down];
    const next = row && cellsOf(row)[cellsOf(cell.closest("tr")).indexOf(cell) + right];
    if (next) next.focus();
    return Boolean(next);
  }

  const atEdge = (cell, left) =>
    (cell.selectionStart === 0 && cell.selectionEnd === cell.value.length) ||
    (cell.selectionStart === cell.selectionEnd && cell.selectionStart === (left ? 0 : cell.value.length));

  // ---- keys as in a spreadsheet
  form.addEventListener("focusin", (event) => {
    if (!event.target.matches(".cell")) return;
    before = event.target.value;
    event.target.select();
    event.target.scrollIntoView({ block: "nearest", inline: "nearest" });
  });

  form.addEventListener("keydown", (event) => {
    const cell = event.target;
    if (event.key === "F8") {
      event.preventDefault();
      return nextWrong(cell);
    }
    if (!cell.matches(".cell") || event.isComposing || event.ctrlKey || event.metaKey) return;
    if (words.isOpen() && words.takes(event)) {
      if (event.key === "Enter") go(cell, 1, 0);
      return event.preventDefault();
    }
    if ((event.altKey && event.key === "ArrowDown") || event.key === "F4") {
      event.preventDefault();
      return words.open(cell, true);
    }
    if (event.altKey) return;
    const moves = {
      ArrowUp: () => go(cell, -1, 0),
      ArrowDown: () => go(cell, 1, 0),
      Enter: () => go(cell, event.shiftKey ? -1 : 1, 0) || settle(cell),
      ArrowLeft: () => atEdge(cell, true) && go(cell, 0, -1),
      ArrowRight: () => atEdge(cell, false) && go(cell, 0, 1),
      Escape: () => ((cell.value = before), cell.select(), true),
      F2: () => (cell.setSelectionRange(cell.value.length, cell.value.length), true),
    };
    if (moves[event.key]?.()) event.preventDefault();
  });

  // At the edge of the sheet Enter leaves nothing, and still the cell is done.
  function settle(cell) {
    if (cell.value !== before) put(cell, (before = cell.value));
    return true;
  }

  function nextWrong(from) {
    const wrong = [...body.querySelectorAll(".bad .cell")].filter((cell) => cell.offsetParent !== null);
    const after = wrong.find((cell) => from.compareDocumentPosition(cell) & Node.DOCUMENT_POSITION_FOLLOWING);
    (after || wrong[0])?.focus();
  }
  form.querySelector("[data-next]").addEventListener("click", () => nextWrong(form));
  form.querySelector("[data-only] input").addEventListener("change", (event) => {
    form.classList.toggle("only-wrong", event.target.checked);
  });

  // ---- a block copied from a spreadsheet goes into the cells from here on
  form.addEventListener("paste", (event) => {
    const cell = event.target;
    const text = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "");
    if (!cell.matches(".cell") || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    const rows = shown();
    const top = rows.indexOf(cell.closest("tr"));
    const left = cellsOf(rows[top]).indexOf(cell);
    text.split(/\r?\n/).forEach((line, down) => {
      line.split("\t").forEach((part, right) => {
        const target = rows[top + down] && cellsOf(rows[top + down])[left + right];
        if (target) put(target, part.trim());
      });
    });
  });

  function put(cell, text) {
    cell.value = text;
    cell.dispatchEvent(new Event("change", { bubbles: true }));
  }

  // ---- only what changed is checked again
  form.addEventListener("change", (event) => {
    if (event.target.matches("thead select")) return form.requestSubmit(form.querySelector("[data-again]"));
    if (!event.target.matches(".cell")) return;
    changed.add(event.target.closest("tr"));
    clearTimeout(timer);
    timer = setTimeout(recheck, 150);
  });

  async function recheck() {
    const rows = new Set(changed);
    changed.clear();
    // Rows that repeat others may be free again.
    for (const row of body.querySelectorAll("tr.wrong")) if (row.querySelector(".rest").textContent.trim()) rows.add(row);
    for (const row of [...rows]) if (!row.isConnected) rows.delete(row);
    const data = new FormData();
    for (const one of form.querySelectorAll("[name=csrfmiddlewaretoken], thead select")) data.append(one.name, one.value);
    for (const row of rows) for (const one of row.querySelectorAll("input[name]")) data.append(one.name, one.value);
    form.setAttribute("aria-busy", "true");
    const answer = await fetch(form.dataset.grid, { method: "POST", body: data, headers: { "HX-Request": "true" } });
    form.removeAttribute("aria-busy");
    if (answer.headers.has("HX-Redirect")) return window.location.assign(answer.headers.get("HX-Redirect"));
    if (!answer.ok) return;
    const told = new Map((await answer.json()).rows.map((one) => [String(one.row), one]));
    for (const row of rows) if (!changed.has(row)) mark(row, told.get(row.dataset.row));
    count();
  }

  function mark(row, told) {
    row.className = !told ? "" : told.good ? "fine" : "wrong";
    row.querySelector(".rest").innerHTML = told?.rest || "";
    cellsOf(row).forEach((cell, place) => {
      const why = told?.cells[place] || "";
      const box = cell.parentElement;
      box.classList.toggle("bad", Boolean(why));
      box.querySelector(".why")?.remove();
      cell.toggleAttribute("aria-invalid", false);
      if (!why) return cell.removeAttribute("aria-describedby");
      const said = document.createElement("div");
      said.className = "why";
      said.id = `why-${row.dataset.row}-${place}`;
      said.textContent = why;
      cell.setAttribute("aria-invalid", "true");
      cell.setAttribute("aria-describedby", said.id);
      box.append(said);
    });
  }

  function count() {
    const good = body.querySelectorAll("tr.fine").length;
    const bad = body.querySelectorAll("tr.wrong").length;
    for (const one of form.querySelectorAll("[data-count]")) one.textContent = one.dataset.count === "good" ? good : bad;
    const told = form.querySelector(".bad-count");
    if (told) told.hidden = !bad;
    for (const one of form.querySelectorAll("[data-save]")) one.hidden = !good || (one.dataset.save === "all") !== !bad;
  }

  // ---- a row that should not be there
  form.addEventListener("click", (event) => {
    const drop = event.target.closest(".drop");
    if (!drop || body.rows.length < 2) return;
    event.preventDefault();
    const row = drop.closest("tr");
    const near = row.nextElementSibling || row.previousElementSibling;
    row.remove();
    near.querySelector(".cell").focus();
    count();
    recheck();
  });

  // ---- words to pick from
  const words = listOf(form, put);
  form.addEventListener("click", (event) => {
    if (event.target.matches(".cell[data-list]")) words.open(event.target, true);
  });
  form.addEventListener("input", (event) => {
    if (event.target.matches(".cell[data-list]")) words.open(event.target, false);
  });
  form.addEventListener("focusout", () => words.close());
  (body.querySelector(".bad .cell") || body.querySelector(".cell"))?.focus();
}

function listOf(form, put) {
  const MOST = 200;
  const list = document.createElement("ul");
  list.className = "words";
  list.id = "words";
  list.setAttribute("role", "listbox");
  list.hidden = true;
  form.append(list);
  let cell = null;

  function open(target, all) {
    const known = form.querySelector(`[data-words="${CSS.escape(target.dataset.list || "")}"]`);
    if (!known) return;
    const typed = target.value.trim();
    const found = [...known.children].map((one) => one.textContent).filter((word) => all || word.includes(typed));
    list.replaceChildren(...found.slice(0, MOST).map(item));
    list.hidden = !found.length;
    cell = list.hidden ? null : target;
    if (!cell) return;
    choose([...list.children].findIndex((one) => one.textContent === typed));
    place();
    target.setAttribute("aria-controls", list.id);
  }

  function place() {
    if (!cell) return;
    const at = cell.getBoundingClientRect();
    const below = window.innerHeight - at.bottom > 220;
    list.style.left = `${Math.min(at.left, window.innerWidth - 200)}px`;
    list.style.minWidth = `${at.width}px`;
    list.style.top = below ? `${at.bottom}px` : "auto";
    list.style.bottom = below ? "auto" : `${window.innerHeight - at.top}px`;
  }

  function item(word, place) {
    const one = document.createElement("li");
    one.setAttribute("role", "option");
    one.id = `word-${place}`;
    one.textContent = word;
    return one;
  }

  const chosen = () => [...list.children].findIndex((one) => one.getAttribute("aria-selected") === "true");

  function choose(place) {
    [...list.children].forEach((one, at) => one.setAttribute("aria-selected", String(at === place)));
    list.children[place]?.scrollIntoView({ block: "nearest" });
    if (place >= 0) cell.setAttribute("aria-activedescendant", `word-${place}`);
  }

  function close() {
    list.hidden = true;
    cell?.removeAttribute("aria-activedescendant");
    cell = null;
  }

  function take(place) {
    const target = cell;
    const word = list.children[place].textContent;
    close();
    put(target, word);
    target.select();
  }

  function takes(event) {
    const last = list.children.length - 1;
    const at = chosen();
    if (event.key === "ArrowDown") choose(Math.min(at + 1, last));
    else if (event.key === "ArrowUp") choose(Math.max(at - 1, 0));
    else if (event.key === "Enter" && at >= 0) take(at);
    else if (event.key === "Escape") close();
    else return false;
    return true;
  }

  list.addEventListener("mousedown", (event) => {
    const one = event.target.closest("li");
    event.preventDefault();
    if (one) take([...list.children].indexOf(one));
  });
  window.addEventListener("scroll", place, true);
  return { open, close, takes, isOpen: () => !list.hidden };
}
