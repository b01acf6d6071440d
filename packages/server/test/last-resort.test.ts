/** What nobody caught is said without a word of what it says, and ends the program in order. */
import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { lastResort } from '../src/last-resort.ts';

function program() {
  const [lines, events]: [string[], EventEmitter] = [[], new EventEmitter()];
  const ended: string[] = [];
  let open: () => void = () => undefined;
  const closing = new Promise<void>((resolve) => {
    open = resolve;
  });
  lastResort(
    { on: (event, call) => events.on(event, call), exit: (code) => ended.push(`exit ${code}`) },
    (line) => lines.push(line),
    async () => {
      ended.push('closing');
      await closing;
    },
  );
  return { lines, ended, events, letGo: () => open() };
}

test('a failure that nobody caught closes what is open once, then ends with 1; its words stay out of the log', async () => {
  const { lines, ended, events, letGo } = program();
  events.emit('uncaughtException', Object.assign(new Error('No quokkafinding'), { code: 'ECONNRESET' }));
  events.emit('uncaughtException', new TypeError('No quokkafinding'));
  expect(ended).toEqual(['closing']);
  letGo();
  await expect.poll(() => ended).toEqual(['closing', 'exit 1']);
  expect(lines).toEqual([
    'failure: ECONNRESET, which nobody caught: the program ends',
    'failure: TypeError, which nobody caught: the program ends',
  ]);
});

test('a promise that failed while nobody waited is said, and the program goes on', () => {
  const { lines, ended, events } = program();
  events.emit('unhandledRejection', new RangeError('No quokkafinding'));
  events.emit('unhandledRejection', 'quokkafinding');
  expect(lines).toEqual(['failure: RangeError, which nobody waited for', 'failure: Error, which nobody waited for']);
  expect(ended).toEqual([]);
});
