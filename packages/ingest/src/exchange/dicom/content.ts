/** The content tree of a structured report, from a DICOM file or DICOM JSON. Source: DICOM PS3.3 C.17.3. */
import { type Decode, decoderFor } from './charset.ts';
import { asciiOf, type Dataset } from './dataset.ts';

export interface Node {
  /** CONTAINER, TEXT, CODE, NUM, DATE … */
  readonly type: string;
  /** CONTAINS, HAS CONCEPT MOD, INFERRED FROM … */
  readonly relation: string;
  readonly code: string;
  readonly name: string;
  /** the words of a TEXT, CODE, NUM, DATE, TIME or PNAME */
  readonly value: string;
  readonly unit: string;
  /** children stand in one sentence, not below one another */
  readonly continuous: boolean;
  readonly children: readonly Node[];
}

/** The root of the tree; `decode` is the one of the file where an item has none of its own. */
export function contentOf(set: Dataset, inherited?: Decode): Node {
  const charset = asciiOf(set, '00080005');
  const decode = charset !== '' || !inherited ? decoderFor(charset) : inherited;
  const text = (tag: string, from: Dataset | undefined = set) => {
    const bytes = from?.elements.get(tag)?.bytes;
    return bytes ? decode(bytes).trim() : '';
  };
  const item = (tag: string, from: Dataset | undefined = set): Dataset | undefined => from?.elements.get(tag)?.items[0];
  const concept = item('0040a043');
  const type = asciiOf(set, '0040a040');
  const measured = item('0040a300');
  return {
    type,
    relation: asciiOf(set, '0040a010'),
    code: asciiOf(concept, '00080100'),
    name: text('00080104', concept),
    value: valueIn(type, text, item('0040a168'), measured),
    unit: unitOf(
      asciiOf(item('004008ea', measured), '00080100'),
      asciiOf(item('004008ea', measured), '00080102'),
      text('00080104', item('004008ea', measured)),
    ),
    continuous: asciiOf(set, '0040a050') === 'CONTINUOUS',
    children: (set.elements.get('0040a730')?.items ?? []).map((child) => contentOf(child, decode)),
  };
}

function valueIn(
  type: string,
  text: (tag: string, from?: Dataset) => string,
  code: Dataset | undefined,
  measured: Dataset | undefined,
): string {
  switch (type) {
    case 'TEXT':
      return text('0040a160').replace(/\r\n?/g, '\n');
    case 'CODE':
      return code ? text('00080104', code) : '';
    case 'NUM':
      return measured ? (text('0040a30a', measured).split('\\', 1)[0]?.trim() ?? '') : '';
    case 'PNAME':
      return personOf(text('0040a123'));
    case 'DATE':
      return dateOf(text('0040a121'));
    case 'TIME':
      return timeOf(text('0040a122'));
    case 'DATETIME': {
      const written = text('0040a120');
      return [dateOf(written), timeOf(written.slice(8))].filter((part) => part !== '').join(' ');
    }
    default:
      return '';
  }
}

/** "mm" of UCUM stands for itself; "[pH]", "1" and "{ratio}" are told by their meaning or not at all. */
export function unitOf(code: string, scheme: string, meaning: string): string {
  if (code === '' || code === '1' || /^\{.*\}$/.test(code))
    return meaning === 'no units' || /^unit/i.test(meaning) ? '' : meaning;
  return /^UCUM$/i.test(scheme) && !/[[\]]/.test(code) ? code.replace(/\{[^{}]*\}/g, '') : meaning || code;
}

/** "Doe^Jane^A^Dr" → "Dr Jane A Doe" */
export function personOf(name: string): string {
  const [family = '', given = '', middle = '', prefix = '', suffix = ''] = (name.split('=', 1)[0] ?? '').split('^');
  return [prefix, given, middle, family, suffix]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ');
}

const dateOf = (written: string): string => written.replace(/^(\d{4})\.?(\d{2})\.?(\d{2}).*$/, '$1-$2-$3');
const timeOf = (written: string): string =>
  /^\d{4}/.test(written) ? `${written.slice(0, 2)}:${written.slice(2, 4)}` : '';
