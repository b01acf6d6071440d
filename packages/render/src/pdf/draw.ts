/** Blocks → paper, in the language of the site: our voice without serifs, the report's own words with them, on paper of their own. */
import type { UrgencyTier } from '@readingscan/engine';
import type { Block, Item, Mark, ReportPart } from '../blocks.ts';
import { wordsOf } from '../words.ts';
import { widthOf } from './letters.ts';
import { linesOf } from './lines.ts';
import {
  COLUMN,
  type Color,
  circle,
  figure,
  filled,
  type Ink,
  type Paper,
  type Role,
  square,
  stroke,
} from './paper.ts';

const INK: Color = [20, 32, 41];
const QUIET: Color = [74, 87, 97];
const LINE: Color = [125, 138, 148];
const SHEET: Color = [251, 249, 243];
const SHEET_EDGE: Color = [227, 222, 206];
const MARKER: Color = [255, 226, 119];
const FINE: Color = [35, 99, 74];
const TIER: Readonly<Record<UrgencyTier, Color>> = {
  emergency: [153, 38, 27],
  urgent: [140, 31, 86],
  soon: [107, 56, 137],
  routine: [65, 86, 107],
  reassuring: FINE,
};

/** where the text of a list and of an item begins, from the left margin */
const [HANG, DEEP, INSET] = [16, 28, 10];
const NOTES = { least: 3, distance: 26, foot: 34 };

interface Styles {
  readonly title: Ink;
  readonly headline: Ink;
  readonly heading: Ink;
  readonly lead: Ink;
  readonly body: Ink;
  readonly strong: Ink;
  readonly quiet: Ink;
  readonly small: Ink;
  readonly report: Ink;
}

const stylesOf = (scale: number): Styles => {
  const ink = (face: Ink['face'], size: number, leading: number, color: Color = INK): Ink => ({
    face,
    size: size * scale,
    leading: leading * scale,
    color,
  });
  return {
    title: ink('strong', 10, 14, QUIET),
    headline: ink('strong', 20, 24),
    heading: ink('strong', 14, 18),
    lead: ink('plain', 12, 17),
    body: ink('plain', 11, 15.5),
    strong: ink('strong', 11, 15.5),
    quiet: ink('plain', 10.5, 15, QUIET),
    small: ink('plain', 9, 12.5, QUIET),
    report: ink('report', 11, 15),
  };
};

export interface Drawing {
  readonly paper: Paper;
  readonly language: string;
  /** of all sizes: a page that must be one is drawn smaller */
  readonly scale: number;
}

export function drawBlocks(blocks: readonly Block[], { paper, language, scale }: Drawing): void {
  const styles = stylesOf(scale);
  const gap = (points: number): void => paper.space(points * scale);

  /** Lines of one part; what `first` draws stands before its first line. */
  function write(role: Role, text: string, ink: Ink, x = 0, first?: (bottom: number) => readonly string[]): void {
    paper.begin(role);
    for (const [at, line] of linesOf(text, ink.face, ink.size, COLUMN - x).entries())
      paper.line(line, ink, x, at === 0 ? first : undefined);
  }

  /** On paper of its own, line by line, so that it may go on over the foot of a page. @param isMarked letters of the text from, to */
  function quote(text: string, x: number, isMarked: readonly (readonly [from: number, to: number])[] = []): void {
    const { report } = styles;
    const wide = (part: string): number => widthOf(part, report.face, report.size);
    let from = 0;
    for (const line of linesOf(text, report.face, report.size, COLUMN - x - 2 * INSET)) {
      const start = text.indexOf(line, from);
      from = start + line.length;
      const marked = isMarked
        .map(([first, last]) => [Math.max(first - start, 0), Math.min(last - start, line.length)] as const)
        .filter(([first, last]) => first < last);
      paper.line(line, report, x + INSET, (bottom) => [
        filled(SHEET, x, bottom, COLUMN - x, report.leading),
        filled(SHEET_EDGE, x, bottom, 2, report.leading),
        ...marked.map(([first, last]) =>
          filled(
            MARKER,
            x + INSET + wide(line.slice(0, first)),
            bottom + 1.5,
            wide(line.slice(first, last)),
            report.leading - 2,
          ),
        ),
      ]);
    }
  }

  /** The whole report, its lines as they are, what the items quote under the marker. */
  function report(parts: readonly ReportPart[]): void {
    const text = parts.map((part) => part.text).join('');
    const marked: (readonly [from: number, to: number])[] = [];
    let at = 0;
    for (const part of parts) {
      if (part.anchor !== null) marked.push([at, at + part.text.length]);
      at += part.text.length;
    }
    let start = 0;
    for (const line of text.split('\n')) {
      paper.begin('BlockQuote');
      if (line.trim())
        quote(
          line,
          0,
          marked.map(([from, to]) => [from - start, to - start] as const),
        );
      start += line.length + 1;
    }
  }

  function item({ number, lines, facts, quote: words }: Item): void {
    const { inTheReport, gap: between } = wordsOf(language);
    const { lead, quiet, small, strong } = styles;
    paper.keep(4 * lead.leading);
    const own = String(number);
    const middle = 9 * scale;
    write('P', lines.join(between), lead, DEEP, (bottom) => {
      const base = bottom + lead.leading - lead.size;
      return [
        circle(INK, middle, base + 4.2 * scale, 9 * scale, 'ring'),
        ...figure(own, strong, middle - widthOf(own, strong.face, strong.size) / 2, base + 0.2 * scale),
      ];
    });
    if (facts.length) write('P', facts.join(between), quiet, DEEP);
    gap(4);
    write('P', inTheReport, small, DEEP);
    paper.begin('BlockQuote');
    quote(words, DEEP);
    gap(14);
  }

  const marks: Readonly<Record<Mark, (bottom: number) => readonly string[]>> = {
    dot: (bottom) => [circle(LINE, 5 * scale, bottom + 7.4 * scale, 2 * scale, 'fill')],
    box: (bottom) => [square(LINE, 0, bottom + 3 * scale, 8.5 * scale)],
    tick: (bottom) => [
      stroke(FINE, 1.6 * scale, [
        [0, bottom + 7.5 * scale],
        [3 * scale, bottom + 4 * scale],
        [9 * scale, bottom + 11.5 * scale],
      ]),
    ],
  };

  for (const block of blocks)
    switch (block.kind) {
      case 'title':
        write('P', block.text, styles.title);
        gap(8);
        break;
      case 'headline':
        write('H1', block.text, styles.headline);
        gap(6);
        break;
      case 'urgency':
        write('P', block.text, { ...styles.lead, face: 'strong' }, HANG, (bottom) => [
          circle(TIER[block.tier], 5 * scale, bottom + 8.5 * scale, 4.5 * scale, 'fill'),
        ]);
        gap(4);
        break;
      case 'notice':
        write('P', block.text, styles.strong, INSET, (bottom) => [filled(LINE, 0, bottom, 2.5, styles.strong.leading)]);
        gap(8);
        break;
      case 'heading':
        gap(14);
        paper.keep(5 * styles.body.leading);
        write('H2', block.text, styles.heading);
        gap(6);
        break;
      case 'paragraph':
        write('P', block.text, styles.body);
        gap(6);
        break;
      case 'item':
        item(block);
        break;
      case 'steps':
        for (const { text, when } of block.steps) {
          paper.keep(2 * styles.body.leading);
          write('LI', text, styles.body, HANG, marks.dot);
          if (when) write('P', when, styles.strong, HANG);
          gap(4);
        }
        break;
      case 'list':
        for (const line of block.lines) {
          write('LI', line, styles.body, HANG, marks[block.mark]);
          gap(3);
        }
        break;
      case 'pairs':
        for (const [name, text] of block.pairs) {
          paper.keep(2 * styles.body.leading);
          write('P', name, { ...styles.report, face: 'report' });
          write('P', text, styles.quiet, HANG);
          gap(5);
        }
        break;
      case 'words':
        write('P', block.words.join(' · '), styles.report);
        break;
      case 'notes':
        paper.rule(NOTES.least, NOTES.distance * scale, NOTES.foot, LINE);
        gap(10);
        break;
      case 'report':
        report(block.parts);
        break;
      case 'small':
        gap(4);
        write('P', block.text, styles.small);
        gap(4);
        break;
    }
}
