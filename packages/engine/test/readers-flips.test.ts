/** What a reader found told the other way round: "none elsewhere", gone here and still there, "A rather than B", tests named after a disease. */
import { describe, expect, it } from 'vitest';
import { foundIn, impression, toldOf } from './support/impression.ts';

describe('"none" of others takes nothing away', () => {
  it.each([
    ['Deposits of metastasis in the spleen; none elsewhere.', 'metastasis:present'],
    ['Thrombus in the calf, none above.', 'thrombus:present'],
    ['Small effusion right, none left.', 'effusion:present'],
    ['Several cysts, none larger than 1 cm.', 'cyst:present'],
    ['Two renal stones, none obstructing.', 'kidney-stone:present'],
    ['Effusion: none.', 'effusion:absent'],
    ['Effusion, none.', 'effusion:absent'],
  ])('%s', (text, wanted) => expect(foundIn(text).some((one) => one.endsWith(wanted))).toBe(true));
});

describe('what has gone in one place and stays in another is there', () => {
  it.each([
    'Thrombus cleared from the calf but remains in the thigh.',
    'The abscess has resolved anteriorly but persists posteriorly.',
    'Hematoma resolved on the left; remains on the right.',
    'Pneumothorax has resolved except at the apex.',
    'Clot has resolved in the main but not the lobar branches.',
  ])('%s', (text) => {
    const [first] = impression(text).reading.findings;
    expect(first?.assertion.presence).toBe('present');
    expect(first?.change?.direction).not.toBe('resolved');
    expect(impression(text).urgency.tier).not.toBe('reassuring');
  });
  it('unless it is another thing that stays', () => {
    expect(foundIn('The effusion has resolved, the heart remains enlarged.')).toContain('effusion:absent');
    expect(foundIn('The effusion has resolved but atelectasis persists.')).toContain('effusion:absent');
  });
});

describe('a word that is denied for another one is not the thing', () => {
  it.each([
    ['Acute rather than chronic PE.', 'emergency', 'pulmonary-embolism:present'],
    ['Chronic rather than acute PE.', 'urgent', 'pulmonary-embolism:present'],
    ['Acute not chronic DVT.', 'urgent', 'deep-vein-thrombosis:present'],
    ['Artifact rather than thrombus.', 'routine', 'thrombus:absent'],
  ])('%s', (text, tier, wanted) => {
    expect(foundIn(text)).toContain(wanted);
    expect(impression(text).urgency.tier).toBe(tier);
  });
  it('what is not benign is told as that', () => {
    const { items, urgency } = impression('The lesion is not benign.');
    expect(items[0]?.plain[0]?.text).toBe('The abnormal area is not harmless-looking.');
    expect(urgency.tier).toBe('urgent');
    expect(foundIn('Not a simple cyst.')).toEqual(['complex-cyst:present']);
  });
});

describe('an old thing beside a new one', () => {
  it.each([
    ['Healed rib fractures; acute hip fracture.', 'emergency'],
    ['Acute hip fracture, old rib fractures.', 'emergency'],
    ['Old fracture of L1; acute fracture of T12.', 'urgent'],
    ['Fracture at T12 is chronic; new fracture at L3.', 'urgent'],
    ['Chronic PE on the left and acute PE on the right.', 'emergency'],
    ['Old healed hip fracture.', 'routine'],
  ])('%s', (text, tier) => expect(impression(text).urgency.tier).toBe(tier));
  it('is found, keeps its side, and does not head the report', () => {
    expect(foundIn('Effusion, healed rib fractures.')).toContain('healed-rib-fracture:present');
    const { reading, headline } = impression('Chronic PE on the left and acute PE on the right.');
    expect(reading.findings.map(({ anatomy }) => anatomy[0]?.laterality)).toEqual(['left', 'right']);
    expect(headline.text).toBe('Needs action right away: blood clot in the lung.');
  });
});

describe('a test named after what it looks for', () => {
  it.each(['Recommend lymphoma workup.', 'Myeloma screen please.'])('%s', (text) => {
    expect(impression(text).reading.findings.map(({ assertion }) => assertion.presence)).toEqual(['hypothetical']);
    expect(['routine', 'soon']).toContain(impression(text).urgency.tier);
  });
  it('what is known is there', () => {
    expect(foundIn('Recommend CT for the 6 mm nodule.')).toEqual(['nodule:present']);
  });
});

describe('what is normal is not what stands beside it', () => {
  it.each([
    ['Normal liver and enlarged kidneys.', 'Your liver is normal. Your kidneys are enlarged.'],
    ['Normal liver and spleen.', 'Your liver and spleen are normal.'],
  ])('%s', (text, told) => expect(toldOf(text)).toBe(told));
});

describe('a denial never heads what asks for help', () => {
  it.each([
    [
      'No effusion or consolidation, but there is a left pneumothorax.',
      'Needs action right away: air outside the left lung.',
    ],
    ['No dissection, however there is a large PE.', 'Needs action right away: blood clot in the lung.'],
  ])('%s', (text, headline) => expect(impression(text).headline.text).toBe(headline));
});

describe('of two sides one alone is denied: the other has it', () => {
  it.each([
    'Effusion right none left.',
    'Stones: left none right upper pole.',
    'Hydronephrosis left moderate right none.',
    'Clot: right none, left calf.',
  ])('%s', (text) => {
    expect(impression(text).urgency.tier).not.toBe('reassuring');
    expect(foundIn(text).every((found) => found.endsWith(':present'))).toBe(true);
  });
  it.each(['Effusion right none left none.', 'Effusions: right none, left none.', 'Stones: none left or right.'])(
    'both are: %s',
    (text) => {
      expect(foundIn(text).every((found) => found.endsWith(':absent'))).toBe(true);
    },
  );
});

it('each half of "neither, nor" denies in its own sentence', () => {
  const [item] = impression('Neither effusion nor fracture.').items;
  expect(item?.plain.map(({ text }) => text)).toEqual(['There is no fluid build-up.', 'There is no broken bone.']);
});

it.each(['Call 911 if chest pain.', 'Return if fever.'])('what may come reassures of nothing: %s', (text) => {
  expect(impression(text).urgency.tier).not.toBe('reassuring');
});

it.each(['No free air except a small bubble beside the tip.', 'No effusion apart from a trace on the left.'])(
  'a little that a denial leaves out is there: %s',
  (text) => {
    expect(foundIn(text).some((found) => found.endsWith(':present'))).toBe(true);
    expect(impression(text).urgency.tier).not.toBe('reassuring');
  },
);

it.each(['A recommendation for biopsy is not made.', 'The recommendation for a filter was not given.'])(
  'advice that is not given asks for nothing: %s',
  (text) => {
    expect(impression(text).nextSteps.some(({ text: step }) => step.startsWith('The report asks for'))).toBe(false);
  },
);

it('the name of a meeting asks for no test', () => {
  expect(impression('For UGI MDT.').nextSteps).toHaveLength(1);
});
