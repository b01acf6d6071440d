/** A web page (a saved report, a filled template of the RSNA kind, the narrative of a record) → the text a person sees on it. */
import { Parser } from 'htmlparser2';
import { decodeMarkup } from '../exchange/markup/decode.ts';
import { LIMITS } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { createFlow, type Flow } from './flow.ts';
import { hiddenIn, isHidden } from './html-hidden.ts';

export interface Page {
  readonly text: string;
  /** of a reporting template (MRRT), from its metadata */
  readonly title: string | null;
}

const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form header html legend main menu output paragraph search section summary table tbody tfoot thead'.split(
    ' ',
  ),
);
const GAPS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'ul', 'ol']);
const SKIPPED = new Set(
  'script style head template noscript svg math iframe object embed canvas audio video map nav button datalist'.split(
    ' ',
  ),
);
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

export function readHtml(bytes: Uint8Array): Page {
  return readHtmlText(decodeMarkup(bytes));
}

export function readHtmlText(markup: string): Page {
  const flow = createFlow();
  const hidden = hiddenIn(markup);
  const lists: { ordered: boolean; next: number }[] = [];
  const choices: Choice[] = [];
  const labels: { readonly off: { value: boolean } }[] = [];
  let [depth, skipping, pre, title] = [0, 0, 0, null as string | null];
  /** what each open element asks for at its end */
  const ends: (() => void)[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (depth > LIMITS.depth * 10) throw new Refusal('heavy-record');
        if (name === 'meta') title ??= templateTitle(attributes);
        if (skipping > 0 || ((SKIPPED.has(name) || isHidden(name, attributes, hidden)) && name !== 'meta')) {
          if (VOID.has(name)) return void ends.push(() => undefined);
          skipping += 1;
          return void ends.push(() => {
            skipping -= 1;
          });
        }
        ends.push(opened(name, attributes));
      },
      ontext(text) {
        if (skipping > 0) return;
        if (pre > 0) flow.kept(text);
        else flow.words(text);
      },
      onclosetag() {
        depth -= 1;
        ends.pop()?.();
      },
      onattribute: attributeCounter(),
    },
    { decodeEntities: true, lowerCaseTags: true, recognizeSelfClosing: false },
  );
  const opened = (name: string, attributes: Readonly<Record<string, string>>): (() => void) => {
    switch (name) {
      case 'br':
        flow.line();
        return () => undefined;
      case 'input':
        return shownValue(flow, attributes, labels);
      case 'select':
        return choice(flow, 'multiple' in attributes, choices);
      case 'option':
        return optionOf(flow, 'selected' in attributes, choices.at(-1));
      case 'pre':
      case 'textarea':
        if (name === 'pre') flow.block();
        pre += 1;
        return () => {
          pre -= 1;
          flow.block();
        };
      case 'ul':
      case 'ol': {
        if (lists.length === 0) flow.gap();
        else flow.block();
        lists.push({ ordered: name === 'ol', next: Number.parseInt(attributes.start ?? '1', 10) || 1 });
        return () => {
          lists.pop();
          if (lists.length === 0) flow.gap();
          else flow.block();
        };
      }
      case 'li': {
        flow.block();
        const list = lists.at(-1);
        if (list && attributes.value) list.next = Number.parseInt(attributes.value, 10) || list.next;
        flow.mark(list?.ordered ? `${list.next}. ` : '- ');
        if (list) list.next += 1;
        return () => {
          flow.mark('');
          flow.block();
        };
      }
      case 'tr':
        flow.openRow();
        return () => flow.closeRow();
      case 'td':
      case 'th':
        flow.openCell();
        return () => flow.closeCell();
      case 'label': {
        const off = { value: attributes.for !== undefined && hidden.empty.has(attributes.for) };
        labels.push({ off });
        flow.openAside();
        return () => {
          labels.pop();
          flow.closeAside(!off.value);
        };
      }
      default:
        if (GAPS.has(name)) {
          const part = () => (lists.length > 0 ? flow.block() : flow.gap());
          part();
          return part;
        }
        if (BLOCKS.has(name)) {
          flow.block();
          return () => flow.block();
        }
        return () => undefined;
    }
  };
  parser.write(markup);
  parser.end();
  return { text: flow.text(), title };
}

/** A million attributes of one element end the reading. */
function attributeCounter(): () => void {
  let count = 0;
  return () => {
    count += 1;
    if (count > LIMITS.elements) throw new Refusal('heavy-record');
  };
}

function templateTitle(attributes: Readonly<Record<string, string>>): string | null {
  return attributes.name?.toLowerCase() === 'dcterms.title' && attributes.content?.trim()
    ? attributes.content.trim()
    : null;
}

/** What a field of a form shows: what is written in it; a box that is not ticked takes its label with it. */
function shownValue(
  flow: Flow,
  attributes: Readonly<Record<string, string>>,
  labels: readonly { readonly off: { value: boolean } }[],
): () => void {
  const type = (attributes.type ?? 'text').toLowerCase();
  const label = labels.at(-1);
  if (type === 'checkbox' || type === 'radio') {
    if (label && !('checked' in attributes)) label.off.value = true;
  } else if (!['hidden', 'submit', 'button', 'reset', 'image', 'file', 'password'].includes(type)) {
    flow.words(` ${attributes.value ?? ''} `);
  }
  return () => undefined;
}

interface Choice {
  /** what a list shows where nothing in it is chosen: its first line */
  first: string | null;
  shown: boolean;
  readonly several: boolean;
}

function choice(flow: Flow, several: boolean, choices: Choice[]): () => void {
  const own: Choice = { first: null, shown: false, several };
  choices.push(own);
  flow.words(' ');
  return () => {
    choices.pop();
    if (!own.shown && !own.several && own.first !== null) flow.words(own.first);
    flow.words(' ');
  };
}

function optionOf(flow: Flow, selected: boolean, list: Choice | undefined): () => void {
  flow.openAside();
  return () => {
    const words = flow.closeAside(selected || !list);
    if (!list) return;
    if (selected) list.shown = true;
    list.first ??= words;
  };
}
