/** NDJSON in, NDJSON out: each line is answered before the next is needed, a bad line never stops the run. */

export type Answer = (record: Readonly<Record<string, unknown>>) => object | Promise<object>;

/** Answers are gathered up to this many characters, never while something is waited for. */
const MOST_HELD = 65_536;

export async function answerLines(answer: Answer): Promise<void> {
  let held = '';
  const tell = async (): Promise<void> => {
    const text = held;
    held = '';
    if (text && !process.stdout.write(text)) await new Promise((done) => process.stdout.once('drain', done));
  };
  for await (const lines of linesAtHand(process.stdin)) {
    for (const line of lines) {
      const answered = answerLine(line, answer);
      if (answered instanceof Promise) await tell();
      held += `${JSON.stringify(answered instanceof Promise ? await answered : answered)}\n`;
      if (held.length >= MOST_HELD) await tell();
    }
    await tell();
  }
}

/** The lines that have come, as they come: those that hold something. A line may come in any number of pieces. */
export async function* linesAtHand(input: NodeJS.ReadStream): AsyncIterable<readonly string[]> {
  input.setEncoding('utf8');
  const begun: string[] = [];
  for await (const chunk of input) {
    const [first = '', ...rest] = String(chunk).split('\n');
    begun.push(first);
    const last = rest.pop();
    if (last === undefined) continue;
    const lines = [begun.join(''), ...rest];
    begun.splice(0, begun.length, last);
    yield lines.filter(holdsSomething);
  }
  const line = begun.join('');
  if (holdsSomething(line)) yield [line];
}

const holdsSomething = (line: string): boolean => line.trim() !== '';

/** At once where the answer is; the answer of a line that could not be answered is an error of its own. */
export function answerLine(line: string, answer: Answer): object | Promise<object> {
  const record = recordOf(line);
  if (!record) return { id: null, error: { code: 'usage', message: 'This line is no JSON object.' } };
  const id = record.id ?? null;
  try {
    const answered = answer(record);
    return answered instanceof Promise
      ? answered.then((document) => ({ id, ...document })).catch(() => failed(line))
      : { id, ...answered };
  } catch {
    return failed(line);
  }
}

/** Ours is the fault, not the line's. */
export const failed = (line: string): object => ({
  id: recordOf(line)?.id ?? null,
  error: { code: 'internal', message: 'Something went wrong on our side with this line.' },
});

function recordOf(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const record: unknown = JSON.parse(line);
    return isRecord(record) ? record : null;
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
