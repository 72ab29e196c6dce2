// Exact numbers as people type them, kept as whole ten-thousandths so that nothing is rounded on the way.
export const SCALE = 10000n;
const DIGITS = 4;

export function parse(text) {
  let bare = text.replace(/[\s\u00a0\u202f']/g, "").replace(/[\u2212\u2013]/g, "-");
  if (!/^[+-]?[\d.,]*\d[\d.,]*$/.test(bare)) return null;
  const negative = bare.startsWith("-");
  bare = bare.replace(/^[+-]/, "");
  const mark = decimalMark(bare);
  const cut = mark ? bare.lastIndexOf(mark) : bare.length;
  const whole = bare.slice(0, cut).replace(/\D/g, "") || "0";
  const fraction = bare.slice(cut + 1).replace(/\D/g, "");
  if (fraction.length > DIGITS) return null;
  const value = BigInt(whole) * SCALE + BigInt(fraction.padEnd(DIGITS, "0") || "0");
  return negative ? -value : value;
}

function decimalMark(text) {
  const comma = text.split(",").length - 1;
  const dot = text.split(".").length - 1;
  if (comma && dot) return text.lastIndexOf(",") > text.lastIndexOf(".") ? "," : ".";
  if (comma + dot !== 1) return "";
  const mark = comma ? "," : ".";
  const english = !document.documentElement.lang.startsWith("pl");
  const [whole, rest] = text.split(mark);
  return mark === "," && rest.length === 3 && /^[1-9]/.test(whole) && english ? "" : mark;
}

export function times(a, b) {
  return (a * b) / SCALE;
}

export function show(value, digits = 2) {
  const polish = document.documentElement.lang.startsWith("pl");
  const unit = 10n ** BigInt(DIGITS - digits);
  const sign = value < 0n ? "\u2212" : "";
  const size = ((value < 0n ? -value : value) + unit / 2n) / unit;
  const text = size.toString().padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits).replace(/\B(?=(\d{3})+$)/g, polish ? "\u00a0" : ",");
  return `${sign}${whole}${polish ? "," : "."}${text.slice(-digits)}`;
}
