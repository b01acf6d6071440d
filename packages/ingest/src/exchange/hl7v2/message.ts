/** HL7 v2 as it is sent → segments and fields, whatever the line ends, frames and batches around them. Source: HL7 v2.5.1, chapter 2. */
import { LIMITS } from '../../limits.ts';
import { Refusal } from '../../refusal.ts';

export interface Separators {
  readonly field: string;
  readonly component: string;
  readonly repetition: string;
  readonly escape: string;
  readonly subcomponent: string;
}

export interface Segment {
  readonly name: string;
  /** raw; [1] is the first field after the name (of MSH: the separator itself) */
  readonly fields: readonly string[];
}

export interface Message {
  readonly separators: Separators;
  readonly segments: readonly Segment[];
}

const USUAL: Separators = { field: '|', component: '^', repetition: '~', escape: '\\', subcomponent: '&' };
const AROUND = new Set(['FHS', 'BHS', 'BTS', 'FTS']);

/** The messages of a file in order. A line that begins no segment goes on with the field before it. */
export function messagesOf(text: string): Message[] {
  const messages: { separators: Separators; lines: string[] }[] = [];
  let count = 0;
  for (const line of linesOf(text)) {
    count += 1;
    if (count > LIMITS.segments) throw new Refusal('heavy-record');
    const header = /^(?:MSH|FHS|BHS)/.test(line) ? separatorsOf(line) : null;
    if (header && line.startsWith('MSH')) messages.push({ separators: header, lines: [line] });
    else if (header || AROUND.has(line.slice(0, 3))) continue;
    else {
      const last = messages.at(-1);
      if (last) last.lines.push(line);
      else if (isSegment(line, USUAL.field)) messages.push({ separators: USUAL, lines: [line] });
    }
  }
  return messages.map(({ separators, lines }) => ({ separators, segments: segmentsOf(lines, separators) }));
}

/** Frames of the transport (MLLP: 0x0b … 0x1c 0x0d) are line ends like others. */
function linesOf(text: string): string[] {
  const plain = text.replaceAll('\u000b', '\n').replaceAll('\u001c', '\n');
  const lines = plain.replace(/\r\n?/g, '\n').split('\n');
  return lines.length > 2 || !/\\r(?=[A-Z][A-Z0-9]{2}\|)/.test(plain)
    ? lines
    : plain.split(/\\r\\?n?(?=[A-Z][A-Z0-9]{2}\|)/);
}

/** MSH-1 and MSH-2; the usual ones where those cannot be told apart. */
function separatorsOf(line: string): Separators | null {
  const field = line[3];
  if (field === undefined || /[A-Za-z0-9\s]/.test(field)) return null;
  const [component, repetition, mark, subcomponent] = line.slice(4).split(field, 1)[0] ?? '';
  const given = {
    field,
    component: component ?? USUAL.component,
    repetition: repetition ?? USUAL.repetition,
    escape: mark ?? USUAL.escape,
    subcomponent: subcomponent ?? USUAL.subcomponent,
  };
  return new Set(Object.values(given)).size === 5 ? given : { ...USUAL, field };
}

const isSegment = (line: string, field: string): boolean =>
  /^[A-Z][A-Z0-9]{2}$/.test(line.slice(0, 3)) && line[3] === field;

function segmentsOf(lines: readonly string[], { field }: Separators): Segment[] {
  const whole: string[] = [];
  let open: string[] = [];
  const close = () => {
    if (open.length > 0) whole.push(open.join('\n'));
    open = [];
  };
  for (const line of lines) {
    if (isSegment(line, field) || (line.length === 3 && /^[A-Z][A-Z0-9]{2}$/.test(line))) {
      if (line.startsWith('ADD') && open.length > 0) {
        open.push(`${open.pop() ?? ''}${line.slice(4)}`);
        continue;
      }
      close();
      open = [line];
    } else if (open.length > 0) open.push(line);
  }
  close();
  return whole.map((line) => {
    const fields = line.trimEnd().split(field, LIMITS.fields);
    return { name: line.slice(0, 3), fields: line.startsWith('MSH') ? ['MSH', field, ...fields.slice(1)] : fields };
  });
}
