/** What a page keeps from the eye: elements hidden by attribute or style, and the boxes of a form that are not ticked. */
import { Parser } from 'htmlparser2';

interface Hidden {
  /** ".note", "#x" and tag names that a style sheet does not show */
  readonly selectors: ReadonlySet<string>;
  /** ids of boxes that are not ticked, and of fields that are not filled in */
  readonly empty: ReadonlySet<string>;
}

type Attributes = Readonly<Record<string, string>>;

const MOST_SELECTORS = 2000;
const STYLE =
  /(?:^|[;{\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0+)?\s*(?:[;!]|$)|font-size\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:[;!]|$)|mso-hide\s*:\s*all)/i;

export function hiddenIn(markup: string): Hidden {
  const selectors = new Set<string>();
  const empty = new Set<string>();
  if (!/<style|<input/i.test(markup)) return { selectors, empty };
  let sheet: string[] | null = null;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'style' && !/print/i.test(attributes.media ?? '')) sheet = [];
      if (name === 'input' && attributes.id && isEmpty(attributes)) empty.add(attributes.id);
    },
    ontext(text) {
      sheet?.push(text);
    },
    onclosetag(name) {
      if (name !== 'style' || !sheet) return;
      readSheet(sheet.join(''), selectors);
      sheet = null;
    },
  });
  parser.write(markup);
  parser.end();
  return { selectors, empty };
}

function isEmpty(attributes: Attributes): boolean {
  const type = attributes.type?.toLowerCase();
  return type === 'checkbox' || type === 'radio' ? !('checked' in attributes) : !attributes.value?.trim();
}

export function isHidden(name: string, attributes: Attributes, { selectors }: Hidden): boolean {
  if ('hidden' in attributes) return true;
  if (attributes.style !== undefined && STYLE.test(attributes.style)) return true;
  if (/^(?:navigation|menu|menubar|toolbar)$/i.test(attributes.role ?? '')) return true;
  if (selectors.size === 0) return false;
  if (selectors.has(name) || (attributes.id !== undefined && selectors.has(`#${attributes.id}`))) return true;
  return (attributes.class ?? '')
    .split(/\s+/, 30)
    .some((one) => selectors.has(`.${one}`) || selectors.has(`${name}.${one}`));
}

/** Simple selectors of rules that hide; rules inside `@media` are for other pages than the one seen. */
function readSheet(sheet: string, selectors: Set<string>): void {
  let [depth, from, head] = [0, 0, ''];
  for (let at = 0; at < sheet.length && selectors.size < MOST_SELECTORS; at += 1) {
    const letter = sheet[at];
    if (letter === '{') {
      if (depth === 0) head = sheet.slice(from, at).trim();
      depth += 1;
      from = at + 1;
    } else if (letter === '}') {
      if (depth === 1 && !head.startsWith('@') && STYLE.test(sheet.slice(from, at))) {
        for (const one of head.replace(/\/\*|\*\//g, ' ').split(','))
          if (/^[\w.#-]+$/.test(one.trim())) selectors.add(one.trim());
      }
      depth = Math.max(0, depth - 1);
      from = at + 1;
    }
  }
}
