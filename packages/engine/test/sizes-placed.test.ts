/** Where a size, what closes an aside and what an organ lacks stand in plain words. */
import { describe, expect, it } from 'vitest';
import { english } from './support/english.ts';

const items = (impression: string): string =>
  english()
    .explain({ kind: 'text', text: `IMPRESSION: ${impression}` })
    .items.flatMap(({ plain }) => plain.map(({ text }) => text))
    .join(' ');

describe('a size', () => {
  it.each([
    ['Right renal calculus 6 mm.', 'There is a 6 mm stone in the right kidney.'],
    ['Left ureteric calculus 7x5 mm with hydronephrosis.', 'There is a 7x5 mm stone in the tube from the left kidney'],
    ['Nodule 5 mm in the left lower lobe.', 'There is a 5 mm spot in the lower part of the left lung.'],
    ['Left effusion 3 cm.', 'There is fluid build-up on the left, 3 cm.'],
    ['Bilateral renal cysts 2 cm.', 'There are fluid-filled sacs in both kidneys, 2 cm.'],
    ['2 cm cyst 2 cm from the margin.', 'There is a 2 cm fluid-filled sac 2 cm from the edge.'],
    ['Spleen 14 cm.', 'Your spleen is 14 cm.'],
    ['Node 9 mm short axis.', 'Your lymph node is 9 mm across the shorter side.'],
    ['Nodule 12 mm in maximum diameter.', 'There is a lump 12 mm across at its widest.'],
  ])('%s', (report, opening) => {
    expect(items(report)).toContain(opening);
  });
});

describe('an aside', () => {
  it.each([
    [
      'Growing nodule, 8 mm mean diameter, unchanged in shape.',
      'A growing lump, 8 mm across on average, is unchanged in shape.',
    ],
    ['5 mm left renal stone, in the lower pole, unchanged.', 'lower end, is unchanged'],
    ['Multiple cysts, largest 3 cm, stable.', 'Several fluid-filled sacs, largest 3 cm, are stable.'],
    ['Prominent nodes, likely reactive.', 'are likely a response to something nearby'],
    ['A right paratracheal (4R) lymph node is enlarged.', '(4R) is enlarged.'],
    ['Stable uptake comma no new lesion.', 'There is stable tracer uptake. There is no new abnormal area.'],
    ['Comma sign of the subscapularis tendon.', 'Comma sign'],
  ])('%s', (report, words) => {
    expect(items(report)).toContain(words);
  });
});

describe('what opens a line of organs', () => {
  it.each([
    ['Normal liver and no cyst.', 'Your liver is normal. There is no fluid-filled sac.'],
    ['Normal pancreas without ductal dilatation.', 'Your pancreas is normal, without a wide duct of the pancreas.'],
    ['Enlarged ulnar nerve consistent with neuritis.', 'is enlarged, in line with'],
    ['The CT revealed normal lungs.', 'The CT scan found'],
    ['Moderate peribronchial thickening.', 'There is moderately thick tissue around the airways.'],
  ])('%s', (report, words) => {
    expect(items(report)).toContain(words);
  });
});
