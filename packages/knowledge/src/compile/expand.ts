/** Written alternatives in a form: "not {seen|present} on {the |}prior" stands for four forms. Alternatives do not nest. */
const MOST = 1_000;

/** Every form that a pattern stands for, in order; the pattern itself where it holds no braces. */
export function expand(pattern: string): readonly string[] {
  if (!pattern.includes('{')) return [pattern];
  let forms = [''];
  for (const [, plain = '', choices] of pattern.matchAll(/([^{}]*)(?:\{([^{}]*)\})?/g)) {
    const choice = choices === undefined ? [''] : choices.split('|');
    forms = forms.flatMap((form) => choice.map((word) => form + plain + word));
    if (forms.length > MOST) throw new RangeError(`"${pattern}" stands for more than ${MOST} forms`);
  }
  return [...new Set(forms.map((form) => form.replace(/\s+/g, ' ').trim()))];
}
