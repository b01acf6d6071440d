// The colours of tokens.css once more, each scheme under a name of its own, so that a page can show them beside each other.

/** Where a scheme stands in tokens.css, by the conditions before its `:root`. Each holds what the ones it follows hold, and its own. */
const SCHEMES = {
  light: [''],
  dark: ['', '(prefers-color-scheme: dark)'],
  'light-more': ['', '(prefers-contrast: more)'],
  'dark-more': [
    '',
    '(prefers-color-scheme: dark)',
    '(prefers-contrast: more)',
    '(prefers-contrast: more) and (prefers-color-scheme: dark)',
  ],
};
const SPACES = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** CSS rules over the text of tokens.css. */
export function palettesOf(tokens) {
  const blocks = new Map(
    [...tokens.matchAll(/(?:@media ([^{]+?)\s*\{\s*)?:root \{([^}]*)\}/g)].map(([, condition = '', body]) => [
      condition,
      [...body.matchAll(/--([a-z][a-z0-9-]*): (#[0-9a-f]{3,8});/g)].map(([, name, value]) => [name, value]),
    ]),
  );
  const names = blocks.get('').map(([name]) => name);
  const palettes = Object.entries(SCHEMES).map(([scheme, conditions]) => {
    const colours = new Map(conditions.flatMap((condition) => blocks.get(condition) ?? []));
    const values = [...colours].map(([name, value]) => `--${name}:${value}`);
    return `.palette[data-palette="${scheme}"]{${values.join(';')}}`;
  });
  const swatches = names.map((name) => `.swatch[data-colour="${name}"]{--shown:var(--${name})}`);
  const spaces = SPACES.map((space) => `.space[data-space="${space}"]{width:var(--s${space})}`);
  return [...palettes, ...swatches, ...spaces].join('\n');
}
