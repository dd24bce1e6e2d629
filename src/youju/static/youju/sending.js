"use strict";
// Sending what was filled in without losing it: first asked whether the server is there and the log-in still holds.
// If not, one logs in beside the form, and sends again what still stands in it, sealed fields and photos included.

(() => {
const TOLD = document.currentScript.dataset;
const dialog = () => document.getElementById("dialog");
const page = (text) => new DOMParser().parseFromString(text, "text/html");

// ---- is the log-in still there? --------------------------------------------------------------------
async function ask() {
  const answer = await fetch(TOLD.here, { cache: "no-store", redirect: "manual" }); // to the log-in, if it is over
  return answer.ok ? answer.json() : null;
}

function say(form, text) {
  let bar = form.querySelector("[data-sending-note]");
  if (!bar) {
    bar = Object.assign(document.createElement("div"), { className: "alert alert-warning m-0", role: "alert" });
    bar.dataset.sendingNote = "";
    form.querySelector(".form-foot, .upload-foot")?.before(bar);
  }
  bar.textContent = text;
}

async function guard(form, go) {
  form.setAttribute("aria-busy", "true");
  try {
    let here = await ask();
    if (!here) here = await again();
    if (!here) return;
    if (here.user !== document.body.dataset.user) return window.location.assign("/");
    form.elements.csrfmiddlewaretoken.value = here.token;
    form.querySelector("[data-sending-note]")?.remove();
    go();
  } catch {
    say(form, "现在连不上服务器，什么都没有保存；填写的内容都还在，请稍后再按“保存”。");
  } finally {
    form.removeAttribute("aria-busy");
  }
}

// ---- logging in beside the form --------------------------------------------------------------------
async function again() {
  let entry = page(await (await fetch(TOLD.login, { cache: "no-store" })).text());
  return new Promise((done) => {
    const show = () => {
      const form = entry.querySelector("form");
      form.classList.add("act");
      form.classList.remove("card");
      form.dataset.here = "1";
      const told = document.createElement("div");
      told.innerHTML = "<h2>请重新登录</h2><p class=\"text-secondary\">登录已失效。填写的内容都还在，登录后接着保存。</p>";
      form.prepend(told);
      dialog().replaceChildren(form);
      if (!dialog().open) dialog().showModal();
      (form.elements.login_name.value ? form.elements.password : form.elements.login_name).focus();
      form.addEventListener("submit", async (event) => {
        event.preventDefault();
        event.stopPropagation();
        const answer = await fetch(TOLD.login, { method: "POST", body: new FormData(form) });
        entry = page(await answer.text());
        const here = await ask();
        if (!here) return show();
        dialog().close();
        done(here);
      });
    };
    dialog().addEventListener("close", () => done(null), { once: true });
    show();
  });
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("form[data-guard]")) return;
  if (form.dataset.cleared) return delete form.dataset.cleared;
  event.preventDefault();
  event.stopPropagation();
  if (form.getAttribute("aria-busy")) return;
  const button = event.submitter;
  guard(form, () => {
    form.dataset.cleared = "1";
    if (form.matches("[data-upload-now]")) upload(form);
    else form.requestSubmit(button?.isConnected ? button : undefined);
  });
}, true);

// ---- photos: gathered from camera and album, seen before they are sent ------------------------------
function gather(input) {
  const box = input.closest("[data-upload]");
  const main = box.querySelector("input[multiple]");
  const all = new DataTransfer();
  const known = new Set();
  for (const file of [...(box.gathered || []), ...input.files]) {
    const key = `${file.name}|${file.size}|${file.lastModified}`;
    if (!known.has(key)) all.items.add(file);
    known.add(key);
  }
  if (input !== main) input.value = "";
  keep(box, all);
}

function keep(box, all) {
  const main = box.querySelector("input[multiple]");
  main.files = all.files;
  box.gathered = [...all.files];
  const list = box.querySelector("[data-upload-list]");
  list.replaceChildren(...box.gathered.map((file) => item(box, file)));
  const size = box.gathered.reduce((sum, file) => sum + file.size, 0);
  box.querySelector("[data-upload-said]").textContent = box.gathered.length ? `已选 ${box.gathered.length} 个，共 ${megabytes(size)}` : "";
}

const megabytes = (size) => (size < 1e6 ? `${Math.ceil(size / 1e3)} KB` : `${(size / 1e6).toFixed(1)} MB`);

function item(box, file) {
  const one = document.createElement("li");
  const picture = document.createElement("span");
  picture.className = "upload-picture";
  picture.innerHTML = '<i class="ti ti-file" aria-hidden="true"></i>';
  if (file.type.startsWith("image/")) draw(file, picture);
  const name = Object.assign(document.createElement("span"), { className: "clip", textContent: file.name, title: file.name });
  const away = Object.assign(document.createElement("button"), { type: "button", className: "upload-away" });
  away.setAttribute("aria-label", `不传 ${file.name}`);
  away.innerHTML = '<i class="ti ti-x" aria-hidden="true"></i>';
  away.addEventListener("click", () => {
    const left = new DataTransfer();
    box.gathered.filter((other) => other !== file).forEach((other) => left.items.add(other));
    keep(box, left);
    box.querySelector("label.btn")?.focus();
  });
  one.append(picture, name, away);
  return one;
}

// Drawn, not addressed: the page's policy lets no picture in that does not come from us. The file itself is kept as it is.
async function draw(file, place) {
  try {
    const seen = await createImageBitmap(file, { resizeWidth: 240, resizeQuality: "medium" });
    const canvas = Object.assign(document.createElement("canvas"), { width: seen.width, height: seen.height });
    canvas.getContext("2d").drawImage(seen, 0, 0);
    place.replaceChildren(canvas);
  } catch {
    // a kind of picture this browser cannot draw keeps its sign
  }
}

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-upload] input[type=file]")) gather(event.target);
});

function upload(form) {
  delete form.dataset.cleared;
  const bar = form.querySelector("progress");
  const request = new XMLHttpRequest();
  bar.hidden = false;
  form.querySelectorAll("button").forEach((one) => (one.disabled = true));
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) bar.value = event.loaded / event.total;
  });
  request.addEventListener("load", () => {
    const main = page(request.responseText).querySelector("main");
    document.querySelector("main").replaceWith(main);
    window.htmx?.process(main);
    equip(main);
    main.querySelector("#exhibits")?.scrollIntoView();
  });
  request.addEventListener("error", () => {
    bar.hidden = true;
    form.querySelectorAll("button").forEach((one) => (one.disabled = false));
    say(form, "上传中断，什么都没有保存；选好的文件还在，请再按一次“上传”。");
  });
  request.open("POST", form.action);
  request.send(new FormData(form));
}

function equip(root) {
  root.querySelectorAll("[data-upload]").forEach((one) => one.classList.add("live"));
}
equip(document);

// ---- by keyboard alone -------------------------------------------------------------------------------
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  const opened = dialog()?.open ? dialog().querySelector("form") : null;
  const form = opened || document.querySelector("form[data-guard][data-draft]");
  const next = event.shiftKey && form?.querySelector("button[name=again]");
  const button = next || form?.querySelector("button:not([type=button]):not([name])") || document.querySelector("[data-ctrl-enter]");
  if (!button) return;
  event.preventDefault();
  button.click();
});
})();
