/** Written alternatives in a form: "not {seen|present} on {the |}prior" stands for four forms. Alternatives do not nest. */
export const MOST_FORMS = 1_000;

/** How many forms a pattern stands for, at most. */
export const widthOf = (pattern: string): number =>
  [...pattern.matchAll(/\{([^{}]*)\}/g)].reduce((width, [, choices = '']) => width * choices.split('|').length, 1);

/** A first word that no alternative may change. */
const SETTLED = /^[^\s{}]+(?: |$)/;

/** The same forms as patterns whose first word is settled: "{no|nor} {sign|trace} of" → "no {sign|trace} of", "nor {sign|trace} of". */
export function byFirstWord(pattern: string): readonly string[] {
  const open = pattern.indexOf('{');
  if (open < 0 || SETTLED.test(pattern)) return [pattern];
  const close = pattern.indexOf('}', open);
  const patterns = pattern
    .slice(open + 1, close)
    .split('|')
    .map((word) => (pattern.slice(0, open) + word + pattern.slice(close + 1)).replace(/\s+/g, ' ').trim());
  return [...new Set(patterns.flatMap(byFirstWord))];
}

/** Every form that a pattern stands for, in order; the pattern itself where it holds no braces. */
export function expand(pattern: string): readonly string[] {
  if (!pattern.includes('{')) return [pattern];
  let forms = [''];
  for (const [, plain = '', choices] of pattern.matchAll(/([^{}]*)(?:\{([^{}]*)\})?/g)) {
    const choice = choices === undefined ? [''] : choices.split('|');
    forms = forms.flatMap((form) => choice.map((word) => form + plain + word));
    if (forms.length > MOST_FORMS) throw new RangeError(`"${pattern}" stands for more than ${MOST_FORMS} forms`);
  }
  return [...new Set(forms.map((form) => form.replace(/\s+/g, ' ').trim()))];
}
