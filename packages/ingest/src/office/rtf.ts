/** RTF → the text a person sees: groups and control words are followed, blanks are kept, everything that is not the page itself is left out. */
import { latinOf } from '../bytes.ts';
import { LIMITS } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { createFlow } from './flow.ts';
import { charsetPage, decoderOf } from './rtf-pages.ts';

/** What a group may change for what stands in it. */
interface State {
  readonly skip: boolean;
  readonly hidden: boolean;
  /** characters that follow a \u and stand for it */
  readonly fallback: number;
  readonly page: number;
  readonly fonts: boolean;
}

const SKIPPED = new Set(
  'colortbl stylesheet info pict object objdata themedata colorschememapping datastore latentstyles listtable listoverridetable rsidtbl generator xmlnstbl fldinst bkmkstart bkmkend footer footerl footerr footerf footnote annotation atnid atnauthor atntime atrfstart atrfend revtbl filetbl template private1 nonshppict shprslt sp fontemb fontfile panose falt mmathPr userprops docvar xe tc ftnsep ftnsepc aftnsep aftnsepc passwordhash wgrffmtfilter pgdsc pgdsctbl blipuid picprop formfield deleted'.split(
    ' ',
  ),
);
/** ignorable groups (\*) that a person sees all the same */
const SEEN = new Set(['shpinst', 'shptxt', 'pntext', 'listtext']);
const SIGNS: Readonly<Record<string, string>> = {
  emdash: '\u2014',
  endash: '\u2013',
  bullet: '\u2022',
  lquote: '\u2018',
  rquote: '\u2019',
  ldblquote: '\u201c',
  rdblquote: '\u201d',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
};

export function readRtf(bytes: Uint8Array): string {
  const flow = createFlow();
  const states: State[] = [];
  const fonts = new Map<number, number>();
  let state: State = { skip: false, hidden: false, fallback: 1, page: 1252, fonts: false };
  let [ansi, font, pendingSkip, starred, row] = [1252, 0, 0, false, false];
  let raw: number[] = [];
  const shown = () => !state.skip && !state.hidden && !state.fonts;
  const flush = () => {
    if (raw.length === 0) return;
    const letters = Uint8Array.from(raw);
    raw = [];
    if (shown()) flow.kept(decoderOf(state.page)(letters));
  };
  const apply = (word: string, value: number | null) => {
    if (starred && !SEEN.has(word)) state = { ...state, skip: true };
    starred = false;
    if (SKIPPED.has(word) && !(word === 'deleted' && value === 0)) state = { ...state, skip: true };
    else if (word === 'fonttbl') state = { ...state, fonts: true };
    else if (word === 'ansicpg') {
      ansi = value ?? 1252;
      state = { ...state, page: ansi };
    } else if (word === 'mac' || word === 'pc' || word === 'pca') {
      ansi = word === 'mac' ? 10000 : word === 'pc' ? 437 : 850;
      state = { ...state, page: ansi };
    } else if (word === 'f' && value !== null) {
      if (state.fonts) font = value;
      else state = { ...state, page: fonts.get(value) ?? ansi };
    } else if (word === 'fcharset' && state.fonts) {
      const page = charsetPage(value ?? 0);
      if (page !== null && fonts.size < LIMITS.fields * 10) fonts.set(font, page);
    } else if (word === 'plain') state = { ...state, hidden: false, page: ansi };
    else if (word === 'v') state = { ...state, hidden: value !== 0 };
    else if (word === 'uc') state = { ...state, fallback: Math.min(8, value ?? 1) };
    else if (word === 'u') {
      if (shown() && value !== null) flow.kept(String.fromCharCode(value < 0 ? value + 65_536 : value));
      pendingSkip = state.fallback;
    } else if (shown()) layOut(word);
  };
  const layOut = (word: string) => {
    switch (word) {
      case 'par':
      case 'line':
      case 'sect':
      case 'softline':
      case 'lbr':
        flow.line();
        return;
      case 'page':
      case 'column':
        flow.gap();
        return;
      case 'tab':
        flow.kept('\t');
        return;
      case 'trowd':
        if (row) return;
        row = true;
        flow.openRow();
        flow.openCell();
        return;
      case 'cell':
      case 'nestcell':
        if (!row) {
          flow.kept('\t');
          return;
        }
        flow.closeCell();
        flow.openCell();
        return;
      case 'row':
        if (row) {
          flow.closeCell();
          flow.closeRow();
        } else flow.line();
        row = false;
        return;
      case 'nestrow':
        flow.line();
        return;
      default:
        if (Object.hasOwn(SIGNS, word)) flow.kept(SIGNS[word] ?? '');
    }
  };
  let at = 0;
  const byte = (i: number): number => bytes[i] ?? 0;
  while (at < bytes.length) {
    const code = byte(at);
    if (code === 0x5c) {
      const next = byte(at + 1);
      if (next === 0x27) {
        const value = Number.parseInt(String.fromCharCode(byte(at + 2), byte(at + 3)), 16);
        at += 4;
        if (pendingSkip > 0) pendingSkip -= 1;
        else if (!Number.isNaN(value)) raw.push(value);
        continue;
      }
      if (isLetter(next)) {
        let end = at + 1;
        while (end < bytes.length && end - at < 34 && isLetter(byte(end))) end += 1;
        const word = latinOf(bytes, at + 1, end);
        let digits = end;
        if (byte(digits) === 0x2d) digits += 1;
        while (digits < bytes.length && digits - end < 12 && byte(digits) >= 0x30 && byte(digits) <= 0x39) digits += 1;
        const value = digits > end ? Number.parseInt(latinOf(bytes, end, digits), 10) : null;
        at = byte(digits) === 0x20 ? digits + 1 : digits;
        flush();
        if (word === 'bin') at += Math.max(0, value ?? 0);
        else {
          if (word !== 'u') pendingSkip = 0;
          apply(word, value);
        }
        continue;
      }
      at += 2;
      if (next === 0x7e) raw.push(0x20);
      else if (next === 0x5f) raw.push(0x2d);
      else if (next === 0x5c || next === 0x7b || next === 0x7d) {
        if (pendingSkip > 0) pendingSkip -= 1;
        else raw.push(next);
      } else if (next === 0x2a) starred = true;
      else if (next === 0x0a || next === 0x0d) {
        flush();
        if (shown()) flow.line();
      }
      continue;
    }
    at += 1;
    if (code === 0x7b) {
      flush();
      if (states.length >= LIMITS.depth) throw new Refusal('heavy-record');
      states.push(state);
      pendingSkip = 0;
    } else if (code === 0x7d) {
      flush();
      const outer = states.pop();
      if (!outer) break;
      state = outer;
      pendingSkip = 0;
      starred = false;
      if (states.length === 0) break;
    } else if (code !== 0x0a && code !== 0x0d && code !== 0) {
      if (pendingSkip > 0) pendingSkip -= 1;
      else raw.push(code);
    }
  }
  flush();
  if (states.length > 0) throw new Refusal('broken-record');
  return flow.text();
}

const isLetter = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
