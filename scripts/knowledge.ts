/** `npm run knowledge`: compiles the knowledge; `-- coverage FILE…`, `-- review FILE…` and `-- sign SHEET…` are for the person who edits it. */
const [, , command, ...files] = process.argv;

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

export {};
