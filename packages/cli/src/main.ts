/** The executable `readingscan`: finds the command and runs it. */
import { loadEngine } from './knowledge.ts';
import { answerLines } from './lines.ts';

// first light: batch and assert; the other commands follow
const [command, sub] = process.argv.slice(2);
if (command === 'assert') {
  const engine = loadEngine('en', { explains: false });
  await answerLines((record) =>
    engine.assert(
      String(record.text ?? ''),
      Array.isArray(record.target) ? [Number(record.target[0]), Number(record.target[1])] : String(record.target ?? ''),
    ),
  );
} else if (command === 'batch') {
  const engine = loadEngine('en', { explains: sub === 'explain' });
  await answerLines((record) => {
    const source = { kind: 'text', text: String(record.text ?? '') } as const;
    return sub === 'explain' ? engine.explain(source) : engine.read(source);
  });
}
