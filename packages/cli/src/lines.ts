/** NDJSON in, NDJSON out: each line is answered before the next is needed, a bad line never stops the run. */
import { createInterface } from 'node:readline';

export type Answer = (record: Readonly<Record<string, unknown>>) => object | Promise<object>;

export async function answerLines(answer: Answer): Promise<void> {
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) {
    if (!line.trim()) continue;
    if (!process.stdout.write(`${JSON.stringify(await answerLine(line, answer))}\n`))
      await new Promise((done) => process.stdout.once('drain', done));
  }
}

export async function answerLine(line: string, answer: Answer): Promise<object> {
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch {
    return { id: null, error: { code: 'usage', message: 'This line is no JSON object.' } };
  }
  if (typeof record !== 'object' || record === null)
    return { id: null, error: { code: 'usage', message: 'This line is no JSON object.' } };
  const fields: Readonly<Record<string, unknown>> = { ...record };
  try {
    return { id: fields.id ?? null, ...(await answer(fields)) };
  } catch {
    return {
      id: fields.id ?? null,
      error: { code: 'internal', message: 'Something went wrong on our side with this line.' },
    };
  }
}
