(() => {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const sheet = byId("sheet");
  if (!sheet.showModal || !sheet.replaceChildren) return; // an old browser keeps the page that works without script
  const PAGE = 100, SEARCH_FROM = 12;
  const [MET, MISSING] = ["已达到", "缺"];
  const part = Object.fromEntries(
    ["code", "place", "label", "figure", "wording", "bars", "facts", "finder", "sides", "search", "tally", "items", "more", "scroll", "previous", "next", "close"]
      .map((name) => [name, byId("sheet-" + name)]),
  );
  let proofs, order, current, side, counted, found, shown;

  const read = () => {
    if (proofs) return;
    const list = JSON.parse(byId("youju-document").textContent).proofs;
    order = list.map((proof) => proof.key);
    proofs = new Map(list.map((proof) => [proof.key, proof]));
  };
  const make = (tag, name, text) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const dotted = (...words) => words.filter(Boolean).join(" · ");
  const amount = (text) => Number(String(text).replace(/[,，+]/g, "").replace("−", "-")) || 0;
  const total = (items) => Math.round(items.reduce((sum, item) => sum + amount(item.contribution), 0) * 1e4) / 1e4;

  // ---- one record
  const trace = (item) => {
    const details = make("details", "trace");
    details.append(make("summary", "", "摘要 " + (item.digest.slice(0, 12) || "—")));
    if (item.ref) details.append(make("p", "long", item.ref));
    if (item.digest) details.append(make("p", "long", "SHA-256 " + item.digest));
    for (const digest of item.exhibit_digests) details.append(make("p", "long", "附件 SHA-256 " + digest));
    return details;
  };
  const picture = (photo) => {
    const figure = make("figure"), image = make("img");
    image.src = "data:image/jpeg;base64," + photo.jpeg;
    image.alt = photo.caption;
    image.loading = "lazy";
    figure.append(image, make("figcaption", "", photo.caption));
    return figure;
  };
  const row = (item) => {
    const line = make("li"), top = make("div", "top"), name = make("span", "", item.title || item.number || "—");
    if (item.late) name.append(make("span", "late", "补录"));
    top.append(name);
    if (counted) {
      const adds = amount(item.contribution) > 0 ? "+" + item.contribution.replace("+", "") : item.contribution;
      top.append(adds ? make("span", "adds", adds) : make("span", "adds none", "不计"));
    }
    line.append(top, make("p", "", dotted(item.title && item.number, item.date, item.organisation)));
    if (item.note) line.append(make("p", "", item.note));
    if (item.exhibits.length) line.append(make("p", "", "附件：" + item.exhibits.join("、")));
    line.append(...item.photos.map(picture), trace(item));
    return line;
  };

  // ---- the list
  const more = () => {
    const next = found.slice(shown, shown + PAGE);
    part.items.append(...next.map(row));
    shown += next.length;
    part.more.hidden = shown >= found.length;
    part.more.textContent = `再显示一些（还有 ${found.length - shown} 条）`;
  };
  const list = () => {
    const all = current.sides.find(([title]) => title === side)[1];
    const words = part.search.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    found = all.filter((item) => {
      const text = [item.title, item.number, item.date, item.organisation, item.note, item.late ? "补录" : ""].join(" ").toLowerCase();
      return words.every((word) => text.includes(word));
    });
    const sum = counted ? `，贡献合计 ${total(found)}` : "";
    part.tally.textContent = (words.length ? `找到 ${found.length} 条（共 ${all.length} 条）` : `共 ${all.length} 条`) + sum;
    part.items.replaceChildren();
    part.items.setAttribute("aria-label", side);
    shown = 0;
    more();
  };
  const choose = (title) => {
    side = title;
    const items = current.sides.find(([name]) => name === title)[1];
    counted = items.some((item) => item.contribution);
    for (const button of part.sides.children) button.setAttribute("aria-pressed", String(button.dataset.side === title));
    part.search.hidden = items.length < SEARCH_FROM;
    part.search.value = "";
    list();
  };
  const sides = () => {
    // An empty list says something only when nothing is missing.
    const told = current.sides.filter(([title, items]) => items.length || title === MISSING);
    part.finder.hidden = !told.length;
    part.more.hidden = true;
    part.items.replaceChildren();
    part.sides.hidden = told.length < 2;
    part.sides.replaceChildren(...told.map(([title, items]) => {
      const button = make("button", "", `${title} ${items.length}`);
      button.type = "button";
      button.dataset.side = title;
      button.addEventListener("click", () => choose(title));
      return button;
    }));
    if (told.length) choose((told.find(([, items]) => items.length) || told[0])[0]);
  };

  // ---- the sheet
  const bars = () => {
    const items = (name) => (current.sides.find(([title]) => title === name) || [name, []])[1];
    const [met, missing] = [total(items(MET)), items(MISSING).length];
    part.bars.hidden = !(met + missing);
    part.bars.children[0].style.flexGrow = met;
    part.bars.children[1].style.flexGrow = missing;
    part.bars.children[0].hidden = !met;
    part.bars.children[1].hidden = !missing;
  };
  const fill = (key, wording) => {
    read();
    current = proofs.get(key);
    const at = order.indexOf(key);
    part.code.textContent = `[${key}]`;
    part.place.textContent = `第 ${at + 1} 项，共 ${order.length} 项`;
    part.previous.disabled = at === 0;
    part.next.disabled = at === order.length - 1;
    part.label.textContent = current.label;
    const [, number, percent] = current.value.match(/^(.*?)(%?)$/);
    part.figure.replaceChildren(number || "无", make("small", "", number ? percent || current.unit : ""));
    part.wording.hidden = !wording;
    part.wording.textContent = wording ? `文中写作：“${wording}”` : "";
    part.facts.replaceChildren(byId("claim-" + key).querySelector(".facts").cloneNode(true));
    bars();
    sides();
    part.scroll.scrollTop = 0;
    for (const link of document.querySelectorAll(".claim-link")) link.classList.toggle("open", link.dataset.claim === key);
  };
  const words = (key) => {
    const link = document.querySelector(`.claim-link[data-claim="${CSS.escape(key)}"] .words`);
    return link ? link.textContent : "";
  };
  const keep = (key) => {
    try {
      history.pushState({ claim: key }, "", "#" + encodeURIComponent(key));
    } catch { /* some browsers give a file on disk no history: the sheet works without */ }
  };
  const open = (key, wording, remember = true) => {
    fill(key, wording);
    if (!sheet.open) {
      document.body.classList.add("reading");
      sheet.showModal();
      if (remember) keep(key);
    }
    part.label.focus();
  };
  const close = () => { if (sheet.open) sheet.close(); };
  const step = (by) => {
    const key = order[order.indexOf(current.key) + by];
    if (key) open(key, words(key));
  };

  document.documentElement.classList.add("js");
  for (const link of document.querySelectorAll(".claim-link")) {
    link.setAttribute("role", "button");
    link.setAttribute("aria-haspopup", "dialog");
    link.addEventListener("click", (event) => {
      event.preventDefault();
      open(link.dataset.claim, link.querySelector(".words").textContent);
    });
    link.addEventListener("keydown", (event) => {
      if (event.key === " ") { event.preventDefault(); link.click(); }
    });
  }
  for (const claim of document.querySelectorAll(".claim")) {
    const summary = claim.querySelector("summary"), key = claim.dataset.claim;
    summary.setAttribute("aria-haspopup", "dialog");
    summary.addEventListener("click", (event) => { event.preventDefault(); open(key, words(key)); });
  }
  part.close.addEventListener("click", close);
  part.previous.addEventListener("click", () => step(-1));
  part.next.addEventListener("click", () => step(1));
  part.search.addEventListener("input", list);
  part.more.addEventListener("click", more);
  new IntersectionObserver((seen) => { if (seen.some((entry) => entry.isIntersecting)) more(); }, { root: part.scroll, rootMargin: "400px" })
    .observe(part.more);

  sheet.addEventListener("click", (event) => {
    if (event.target !== sheet) return;
    // The backdrop: another figure under the pointer takes the sheet over, anything else closes it.
    const under = (box) => box.left <= event.clientX && event.clientX <= box.right && box.top <= event.clientY && event.clientY <= box.bottom;
    const link = [...document.querySelectorAll(".claim-link")].find((one) => [...one.getClientRects()].some(under));
    if (link) link.click(); else close();
  });
  sheet.addEventListener("close", () => {
    document.body.classList.remove("reading");
    for (const link of document.querySelectorAll(".claim-link.open")) link.classList.remove("open");
    if (history.state && history.state.claim) history.back();
  });
  // Focus goes round inside the sheet rather than out to the browser's own controls.
  sheet.addEventListener("keydown", (event) => {
    if (event.key !== "Tab") return;
    const stops = [...sheet.querySelectorAll("button:not(:disabled), input, summary")].filter((stop) => stop.getClientRects().length);
    const [first, last] = [stops[0], stops[stops.length - 1]];
    if (event.shiftKey ? document.activeElement === first : document.activeElement === last) {
      event.preventDefault();
      (event.shiftKey ? last : first).focus();
    }
  });
  // The phone's back key closes the sheet; an address with a claim's code opens it.
  addEventListener("popstate", ({ state }) => { if (state && state.claim) open(state.claim, words(state.claim), false); else close(); });
  const asked = decodeURIComponent(location.hash.slice(1));
  if (asked) { read(); if (proofs.has(asked)) open(asked, words(asked), false); }
})();
