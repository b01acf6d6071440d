/** The numbers that Word shows before paragraphs: counted here, as the file holds only how to count. */
import { childOf, childrenOf, type Element, parseXml } from '../exchange/markup/xml.ts';

/** Properties of the next paragraph → what stands before it ("2. ", "- "), or nothing. */
export type Counter = (properties: Element | undefined) => string;

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
}
type Levels = ReadonlyMap<number, Level>;

export function numberingOf(numbering: Uint8Array | null, styles: Uint8Array | null): Counter {
  if (!numbering) return () => '';
  const root = parseXml(numbering);
  const abstracts = new Map(
    childrenOf(root, 'abstractNum').map((one) => [one.attributes.get('abstractNumId') ?? '', levelsOf(one)]),
  );
  const lists = new Map<string, { readonly abstract: string; readonly levels: Levels; readonly restarts: boolean }>();
  for (const one of childrenOf(root, 'num')) {
    const abstract = val(childOf(one, 'abstractNumId')) ?? '';
    const overrides = childrenOf(one, 'lvlOverride');
    lists.set(one.attributes.get('numId') ?? '', {
      abstract,
      levels: overridden(abstracts.get(abstract) ?? new Map(), overrides),
      restarts: overrides.some((override) => childOf(override, 'startOverride')),
    });
  }
  const byStyle = styles ? styleNumbers(parseXml(styles)) : new Map<string, Place>();
  const counts = new Map<string, number[]>();
  return (properties) => {
    const place = placeOf(properties, byStyle);
    const list = place ? lists.get(place.list) : undefined;
    const level = list?.levels.get(place?.level ?? 0);
    if (!place || !list || !level || level.format === 'none') return '';
    const key = list.restarts ? `n${place.list}` : `a${list.abstract}`;
    const count = counts.get(key) ?? [];
    counts.set(key, count);
    count[place.level] = (count[place.level] ?? level.start - 1) + 1;
    count.length = place.level + 1;
    if (level.format === 'bullet') return '- ';
    const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const other = list.levels.get(at) ?? level;
      return written(count[at] ?? other.start, other.format);
    });
    return text.trim() === '' ? '' : `${text.trim()} `;
  };
}

interface Place {
  readonly list: string;
  readonly level: number;
}

function placeOf(properties: Element | undefined, byStyle: ReadonlyMap<string, Place>): Place | null {
  const own = childOf(properties, 'numPr');
  const style = byStyle.get(val(childOf(properties, 'pStyle')) ?? '');
  const list = val(childOf(own, 'numId')) ?? style?.list;
  if (list === undefined || list === '0') return null;
  return { list, level: levelNumber(val(childOf(own, 'ilvl')), style?.level ?? 0) };
}

/** Numbering that a style of paragraphs brings, or takes from the style it is based on. */
function styleNumbers(root: Element): Map<string, Place> {
  const styles = new Map(childrenOf(root, 'style').map((one) => [one.attributes.get('styleId') ?? '', one]));
  const found = new Map<string, Place>();
  for (const id of styles.keys()) {
    let at = styles.get(id);
    for (let steps = 0; at && steps < 10; steps += 1) {
      const own = childOf(at, 'pPr', 'numPr');
      const list = val(childOf(own, 'numId'));
      if (list !== undefined) {
        found.set(id, { list, level: levelNumber(val(childOf(own, 'ilvl')), 0) });
        break;
      }
      at = styles.get(val(childOf(at, 'basedOn')) ?? '');
    }
  }
  return found;
}

function levelsOf(abstract: Element): Levels {
  return new Map(childrenOf(abstract, 'lvl').map((one) => [levelNumber(one.attributes.get('ilvl'), 0), levelOf(one)]));
}

function levelOf(element: Element): Level {
  return {
    format: val(childOf(element, 'numFmt')) ?? 'decimal',
    text: val(childOf(element, 'lvlText')) ?? '',
    start: Number.parseInt(val(childOf(element, 'start')) ?? '1', 10) || 1,
  };
}

function overridden(levels: Levels, overrides: readonly Element[]): Levels {
  const all = new Map(levels);
  for (const override of overrides) {
    const at = levelNumber(override.attributes.get('ilvl'), 0);
    const own = childOf(override, 'lvl');
    const base = own ? levelOf(own) : all.get(at);
    const start = Number.parseInt(val(childOf(override, 'startOverride')) ?? '', 10);
    if (base) all.set(at, Number.isNaN(start) ? base : { ...base, start });
  }
  return all;
}

const val = (element: Element | undefined): string | undefined => element?.attributes.get('val');

function levelNumber(text: string | undefined, otherwise: number): number {
  const level = Number.parseInt(text ?? '', 10);
  return level >= 0 && level <= 8 ? level : otherwise;
}

function written(count: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letters(count);
    case 'upperLetter':
      return letters(count).toUpperCase();
    case 'lowerRoman':
      return roman(count);
    case 'upperRoman':
      return roman(count).toUpperCase();
    case 'decimalZero':
      return String(count).padStart(2, '0');
    default:
      return String(count);
  }
}

const letters = (count: number): string =>
  String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.min(4, Math.ceil(count / 26)));

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(count: number): string {
  let rest = Math.min(count, 399);
  let text = '';
  for (const [value, sign] of ROMAN)
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  return text;
}
