"use strict";
// A day: typed in any way people write one, or picked from a calendar that knows the moon, the festivals and the
// holidays. Without this script it is a text box; the server reads what is typed all the same.

(() => {
const TOLD = document.currentScript.dataset; // where the calendar and the almanac lie: fetched when one opens
const WEEK = "日一二三四五六";
const MARKS = { 〇: 0, 零: 0, "○": 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const BESIDE = { 前天: -2, 昨天: -1, 昨日: -1, 今天: 0, 今日: 0, 明天: 1, 明日: 1, 后天: 2 };
// What a union keeps besides the almanac's own festivals, and what a month stands for.
const KEPT = { "03-08": "妇女节", "04-28": "安全日", "05-01": "劳动节", "05-04": "青年节", "07-01": "建党节", "08-01": "建军节", "10-01": "国庆节", "11-09": "消防日", "12-04": "宪法日", "01-01": "元旦" };
const MONTHS = { 3: "妇女维权周 3月1日—8日", 4: "职业病防治法宣传周 4月25日—5月1日", 6: "安全生产月", 9: "质量月", 11: "消防宣传月", 12: "宪法宣传周 12月1日—7日" };
const SHORT = { 端午节: "端午", 元宵节: "元宵", 中秋节: "中秋", 重阳节: "重阳", 七夕节: "七夕", 腊八节: "腊八", 清明节: "清明" };

const two = (number) => String(number).padStart(2, "0");
const iso = (day) => `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;

function spoken(text) {
  return text.replace(/[〇零○一二三四五六七八九十]+/g, (found) => {
    const digits = (part) => [...part].map((mark) => MARKS[mark]).join("");
    if (!found.includes("十")) return digits(found);
    const [tens, ones] = found.split("十");
    return (digits(tens) || "1") + (digits(ones) || "0");
  });
}

// The day a text says, or null; `typed_day` of the server is the judge, this only shows it at once.
function read(text) {
  text = text.normalize("NFKC").replace(/\s+/g, "");
  const today = new Date();
  if (text in BESIDE) return new Date(today.getFullYear(), today.getMonth(), today.getDate() + BESIDE[text]);
  const found = /^(?:(\d{4})[-./年])?(\d{1,2})[-./月](\d{1,2})[日号]?$/.exec(spoken(text)) || /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!found) return null;
  const [year, month, date] = [Number(found[1] || today.getFullYear()), Number(found[2]), Number(found[3])];
  const day = new Date(year, month - 1, date);
  return day.getMonth() === month - 1 && day.getDate() === date ? day : null;
}

function say(input) {
  const day = read(input.value);
  input.parentElement.querySelector(".day-said").textContent = day ? `周${WEEK[day.getDay()]}` : "";
  return day;
}

function settle(input) {
  const day = say(input);
  if (!day || input.value === iso(day)) return;
  input.value = iso(day);
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

// ---- what stands under a number of the calendar ----------------------------------------------------
function almanac(text) {
  const [year, month, date] = text.split("-").map(Number);
  const solar = Solar.fromYmd(year, month, date);
  const lunar = solar.getLunar();
  const moon = lunar.getDay() === 1 ? `${lunar.getMonthInChinese()}月` : lunar.getDayInChinese();
  const small = lunar.getMonth() === 12 && lunar.getDay() === 23 ? "小年" : "";
  const named = [...lunar.getFestivals(), small, KEPT[text.slice(5)], lunar.getJieQi()].filter(Boolean);
  const feasts = [...new Set(named.map((one) => SHORT[one] || one))];
  const rest = HolidayUtil.getHoliday(text);
  const full = `${lunar.getMonthInChinese()}月${lunar.getDayInChinese()}`;
  return { moon, feasts, full, rest: rest ? (rest.isWork() ? "班" : "休") : "" };
}

function dress(cell) {
  const told = almanac(cell.dataset.vcDate);
  const button = cell.querySelector("button");
  const under = document.createElement("small");
  under.textContent = told.feasts[0] || told.moon;
  under.className = told.feasts.length ? "feast" : "";
  button.append(under);
  if (told.rest) cell.dataset.rest = told.rest;
  const day = read(cell.dataset.vcDate);
  const whole = [`${day.getFullYear()}年${day.getMonth() + 1}月${day.getDate()}日`, `周${WEEK[day.getDay()]}`, `农历${told.full}`, ...told.feasts];
  button.setAttribute("aria-label", whole.join(" "));
  button.title = whole.slice(2).join(" ");
}

// ---- the calendar ----------------------------------------------------------------------------------
let open = null;

function fetched(address) {
  return new Promise((done, failed) => {
    const script = Object.assign(document.createElement("script"), { src: address, onload: done, onerror: failed });
    document.head.append(script);
  });
}

function dressed(address) {
  return new Promise((done, failed) => {
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: address, onload: done, onerror: failed }));
  });
}

let ready;
const prepare = () => (ready ||= Promise.all([fetched(TOLD.calendar), fetched(TOLD.lunar), dressed(TOLD.style)]));

async function show(input, { inside = false } = {}) {
  close();
  await prepare();
  const box = input.parentElement.querySelector(".calendar");
  const day = read(input.value) || new Date();
  box.hidden = false;
  box.classList.toggle("above", box.getBoundingClientRect().bottom > window.innerHeight && input.getBoundingClientRect().top > box.offsetHeight);
  const inner = box.appendChild(document.createElement("div"));
  const calendar = new VanillaCalendarPro.Calendar(inner, {
    locale: "zh-CN",
    firstWeekday: 1,
    selectedTheme: document.documentElement.dataset.bsTheme === "dark" ? "dark" : "light",
    themeAttrDetect: "html[data-bs-theme]",
    dateMin: "1900-01-01",
    dateMax: "2099-12-31",
    displayDateMin: "1900-01-01",
    displayDateMax: "2099-12-31",
    selectedDates: read(input.value) ? [iso(day)] : [],
    selectedMonth: day.getMonth(),
    selectedYear: day.getFullYear(),
    enableDateToggle: false,
    animation: false,
    labels: { application: "日历", navigation: "日历导航", arrowNext: { month: "下个月", year: "后面的年份" }, arrowPrev: { month: "上个月", year: "前面的年份" }, month: "选择月份，当前是", months: "月份", year: "选择年份，当前是", years: "年份", week: "星期", weekNumber: "第几周", dates: "日期" },
    onCreateDateEls: (_self, cell) => dress(cell),
    onClickDate: (self) => take(input, self.context.selectedDates[0]),
    onClickArrow: (self) => note(box, self),
    onClickMonth: (self) => note(box, self),
    onClickYear: (self) => note(box, self),
  });
  calendar.init();
  open = { input, box, calendar };
  input.parentElement.querySelector(".day-open").setAttribute("aria-expanded", "true");
  note(box, calendar);
  if (inside) focusDay(box, iso(day));
}

function note(box, calendar) {
  box.querySelector(".calendar-note").textContent = MONTHS[calendar.context.selectedMonth + 1] || "";
}

function focusDay(box, text) {
  (box.querySelector(`[data-vc-date="${text}"] button`) || box.querySelector("[data-vc-date] button")).focus();
}

function take(input, text) {
  if (text) {
    input.value = text;
    say(input);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }
  close();
  input.focus();
}

function close() {
  if (!open) return;
  const { input, box, calendar } = open;
  open = null;
  calendar.destroy();
  box.hidden = true;
  box.querySelectorAll(":scope > div").forEach((one) => one.remove());
  input.parentElement.querySelector(".day-open").setAttribute("aria-expanded", "false");
}

// ---- the field --------------------------------------------------------------------------------------
const PARTS = '<span class="day-said" aria-hidden="true"></span><button type="button" class="day-open" aria-label="打开日历" aria-expanded="false"><i class="ti ti-calendar" aria-hidden="true"></i></button>';
const SHORTCUTS = '<p class="calendar-foot"><button type="button" class="btn btn-sm" data-day-from="0">今天</button><button type="button" class="btn btn-sm" data-day-from="-1">昨天</button><span class="calendar-note"></span></p>';

function equip(input) {
  if (input.closest(".day")) return;
  const frame = document.createElement("div");
  frame.className = "day";
  input.replaceWith(frame);
  frame.append(input);
  frame.insertAdjacentHTML("beforeend", `${PARTS}<div class="calendar" role="group" aria-label="日历" hidden>${SHORTCUTS}</div>`);
  say(input);
}

const equipAll = (root) => root.querySelectorAll("input[data-day]").forEach(equip);
equipAll(document);
document.addEventListener("htmx:load", (event) => equipAll(event.target));
document.addEventListener("youju:restored", (event) => event.target.querySelectorAll("input[data-day]").forEach(say));
document.addEventListener("change", (event) => event.target.matches?.("input[data-day]") && settle(event.target));
document.addEventListener("input", (event) => event.target.matches?.("input[data-day]") && say(event.target));

document.addEventListener("click", (event) => {
  const from = event.target.closest("[data-day-from]");
  if (from && open) {
    const day = new Date();
    day.setDate(day.getDate() + Number(from.dataset.dayFrom));
    return take(open.input, iso(day));
  }
  const opener = event.target.closest(".day-open");
  if (opener) {
    const input = opener.parentElement.querySelector("input");
    if (open?.input === input) close();
    else show(input, { inside: true });
  } else if (open && event.target.isConnected && !event.target.closest(".day")) close();
});

document.addEventListener("keydown", (event) => {
  const input = event.target.matches?.("input[data-day]") ? event.target : null;
  if (input && event.key === "ArrowDown") {
    event.preventDefault();
    show(input, { inside: true });
  } else if (open && event.key === "Escape") {
    event.preventDefault();
    const { input: back } = open;
    close();
    back.focus();
  }
}, true);

document.addEventListener("focusout", (event) => {
  if (open && event.relatedTarget && !event.relatedTarget.closest(".day")) close();
});
})();
