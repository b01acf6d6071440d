/** `npm run knowledge`: compiles the knowledge; `-- coverage FILE…`, `-- review FILE…` and `-- sign SHEET…` are for the person who edits it. */
const [, , command, ...files] = process.argv;

async function run(): Promise<void> {
  if (command === 'coverage') {
    const { coverage } = await import('./coverage.ts');
    process.stdout.write(coverage(files));
  } else if (command === 'review') {
    const { reviewSheet } = await import('./review-sheet.ts');
    process.stdout.write(reviewSheet(files));
  } else if (command === 'sign') {
    const { sign } = await import('./review-sheet.ts');
    process.stderr.write(sign(files));
  } else await import('../packages/knowledge/src/main.ts');
}

await run().catch((error: unknown) => {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT' && 'path' in error)) throw error;
  process.stderr.write(`knowledge: there is no file ${String(error.path)}\n`);
  process.exitCode = 1;
});

export {};
