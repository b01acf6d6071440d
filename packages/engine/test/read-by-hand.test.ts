/** What whole reports of other hospitals showed: each line as it is told now. */
import { describe, expect, it } from 'vitest';
import { english } from './support/english.ts';
import { impression, toldOf } from './support/impression.ts';

describe('lines of reports', () => {
  it.each([
    ['Partly reversible defect in the apex.', 'gets partly better at rest'],
    ['Reversible defect in the apex.', 'under stress only'],
    ['UTD A1, recheck in 8 weeks.', "the baby's urine path is a little wide"],
    ['Left UTD P3.', 'the urine path is very wide'],
    ['Opacity at the left base, atelectasis or aspiration.', 'something breathed into the lung'],
    ['Large left effusion, aspiration recommended.', 'aspiration is advised'],
    ['Small recurrent disc protrusion at L4-5.', 'slipped disc that came back at L4-5'],
    ['MRI if symptoms localize to the left.', 'if symptoms point to the left'],
    ['Mass with lobulated margins.', 'a lump with wavy edges'],
    ['RUL nodule.', 'There is a small spot in the upper part of the right lung.'],
    ['Nodules in both lungs.', 'There are small spots in both lungs.'],
    ['Post void residual 45 ml.', 'Urine that stays in the bladder: 45 ml.'],
    ['Metastases = 0.', 'Spots of cancer spread: 0.'],
    ['No renal mass bilaterally.', 'There is no lump in the kidney on either side.'],
    ['Benign adenoma - no f/u.', 'no follow-up'],
    ['Asymmetry, post third.', 'in the back third'],
    ['Left ribs 4-8 fractured.', 'left ribs 4-8 are broken'],
    ['The disease extent has progressed since March 2024.', 'has become worse since March 2024'],
    ['Terminal ileal thickening.', 'thickening in the end of the small bowel'],
    ['LMP 04/09/2026.', 'Last period: 04/09/2026.'],
    ['Viable singleton pregnancy.', 'There is one live baby in the womb.'],
    ['Left testis 3.9x2.0x2.5. Normal vascularity.', 'There is a normal blood flow.'],
    ['Consider EBUS-guided sampling.', 'an ultrasound-guided needle sample through the airways'],
    ['Tear of the ACL at its midsubstance.', 'a tear in the front knee ligament in its middle part'],
    ['Patellofemoral and lateral compartment cartilage is preserved.', 'the joint cartilage on the outer side of'],
    ['Asymmetry in the upper outer quadrant at posterior depth.', 'in the back third'],
  ])('%s', (text, expected) => expect(toldOf(text)).toContain(expected));

  it.each([
    ['Midline shift: 0 mm.', 'absent'],
    ['Midline shift 0 mm.', 'absent'],
    ['Pneumothorax: 0 cm.', 'absent'],
    ['Post void residual 0 mL.', 'absent'],
    ['Midline shift 4 mm, previously 0 mm.', 'present'],
    ['Midline shift <1 mm.', 'present'],
    ['Tumor margin: 0 mm.', 'present'],
  ])('none is there where it measures nothing: %s', (text, presence) =>
    expect(impression(text).reading.findings[0]?.assertion.presence).toBe(presence),
  );

  it('some of the findings above are no section of their own', () => {
    const report = english().explain({
      kind: 'text',
      text: 'CT CHEST\n\nIMPRESSION\n1. RUL NODULE.\n2. LIVER CYST.\nFINDINGS 1 AND 2 WERE DISCUSSED WITH DR GRAY.\n',
    });
    expect(report.reading.sections.map(({ code }) => code)).not.toContain('findings');
  });

  it.each([
    ['Opacity, likely post-infectious scarring.', ['definite', 'likely']],
    ['Lesion, probably post traumatic cyst.', ['definite', 'likely']],
    ['Scarring, likely post-infectious.', ['likely']],
  ])('a doubt is of what the describing word describes: %s', (text, expected) =>
    expect(impression(text).reading.findings.map(({ assertion }) => assertion.certainty)).toEqual(expected),
  );

  it('what is likely after an operation is there, and only its cause is likely', () => {
    const [finding] = impression('Free gas likely postop.').reading.findings;
    expect(finding?.assertion).toMatchObject({ presence: 'present', certainty: 'definite' });
  });
});

describe('a step that is not advised for one thing, beside one that is for another', () => {
  const steps = (text: string) => impression(text).nextSteps.map((step) => step.text);
  it('names its thing', () =>
    expect(
      steps('Right thyroid nodule, FNA recommended.\nLeft spongiform nodule - no FNA or follow up needed.'),
    ).toEqual([
      'The report asks for a thin-needle sample.',
      'The report does not advise a thin-needle sample for the sponge-like lump in the thyroid on the left.',
      'The report says no further step is needed for the sponge-like lump in the thyroid on the left.',
    ]));
  it('alone it needs no name', () =>
    expect(steps('Left spongiform nodule - no FNA needed.')).toEqual([
      'The report does not advise a thin-needle sample.',
    ]));
  it.each([
    ['Left renal lesion, likely a cyst. No follow up needed.', 'abnormal area in the kidney'],
    ['Right ovarian cyst, most likely the cause of the pain. No follow-up is needed.', 'fluid-filled sac on the ovary'],
  ])('what may explain it is not its name: %s', (text, thing) =>
    expect(steps(text)).toEqual([`The report says no further step is needed for the ${thing}.`]),
  );
});

describe('a body without headings', () => {
  const codes = (text: string) =>
    english()
      .explain({ kind: 'text', text })
      .reading.sections.map(({ code }) => code);
  it.each([
    ['why it was done', 'CT CHEST\n\nBowel cancer staging. Clear lungs. No nodes.\n\nImpression: No metastases.\n'],
    [
      'how old the person is',
      'CT CHEST\n\n58M cough. 22 mm mass in the left upper lobe. No nodes.\n\nImpression: Left lung mass.\n',
    ],
  ])('opens with %s', (_, text) => expect(codes(text)).toEqual(['exam', 'history', 'findings', 'impression']));
  it.each([
    ['changes after surgery', 'CT CHEST\n\nPost-op changes of lobectomy. No nodes.\n\nImpression: No recurrence.\n'],
    ['a size', 'CT CHEST\n\nLung cancer follow up, 4 cm now. No nodes.\n\nImpression: Larger mass.\n'],
    ['a last period', 'US PELVIS\n\nLMP 03/10. Uterus 8 x 4 x 5 cm. Ovaries normal.\n\nImpression: Normal.\n'],
  ])('%s is what was seen', (_, text) => expect(codes(text)).toEqual(['exam', 'findings', 'impression']));
  it('a question about the person goes on', () =>
    expect(codes('CT ABDOMEN\n\n48M. History of stones. Gout. Diabetes.\n\nImpression: 4 mm stone.\n')).toEqual([
      'exam',
      'history',
      'impression',
    ]));
  it('why it was done asks for nothing', () =>
    expect(
      english().explain({
        kind: 'text',
        text: 'CT CHEST\n\nLung cancer follow up. Stable nodule.\n\nImpression: Stable.\n',
      }).nextSteps,
    ).toEqual([]));
});

describe('two scores', () => {
  const kinds = (findings: string, conclusion: string) =>
    english()
      .explain({ kind: 'text', text: `MRI PROSTATE\n\nFINDINGS:\n${findings}\n\nIMPRESSION: ${conclusion}\n` })
      .reading.checks.map(({ kind }) => kind);
  it('of two zones do not clash', () =>
    expect(kinds('Transition zone: BPH nodules, PI-RADS 2.', 'PI-RADS 4 lesion, right peripheral zone.')).not.toContain(
      'score-mismatch',
    ));
  it('of one zone do', () =>
    expect(kinds('Peripheral zone: 9 mm lesion, PI-RADS 3.', 'PI-RADS 4 lesion, right peripheral zone.')).toContain(
      'score-mismatch',
    ));
});
