/** Reports as British, Irish, African, Asian and Pacific departments write them: letters, several on one page, wrapped lines, small letters. */
import { describe, expect, it } from 'vitest';
import { english } from './support/english.ts';
import { foundIn, impression, toldOf } from './support/impression.ts';

const explain = (text: string) => english().explain({ kind: 'text', text });
const read = (text: string) => explain(text).reading;
const items = (text: string) => read(text).impression.map(({ span }) => text.slice(...span).replace(/\s+/g, ' '));
const codes = (text: string) => read(text).sections.map(({ code }) => code);
const steps = (text: string) => explain(text).nextSteps.map((step) => step.text);
const hidden = (text: string) => english().deidentify(text).text;

describe('what is about to come is denied with its denial', () => {
  it.each([
    ['No evidence of leak or impending rupture.', 'impending-rupture:absent'],
    ['No impending fracture.', 'impending-fracture:absent'],
    ['No signs of impending cord compression.', 'cord-compression:absent'],
    ['No leak or contained rupture.', 'contained-rupture:absent'],
    ['Impending rupture.', 'impending-rupture:present'],
    ['No leak but impending rupture.', 'impending-rupture:present'],
    ['No leak, impending rupture of the aneurysm.', 'impending-rupture:present'],
    ['No acute bleed, impending rupture cannot be excluded.', 'impending-rupture:possible'],
    ['No leak, and contained rupture.', 'contained-rupture:present'],
  ])('%s', (text, wanted) => expect(foundIn(text)).toContain(wanted));
});

describe('how a thing went is not said of what it lacks', () => {
  it.each([
    ['Left renal cyst, no septation, stable.', 'There is no dividing wall. Stable.'],
    ['Hepatic cyst, no enhancement, slightly larger.', 'There is no dye uptake. Slightly larger.'],
    ['No acute fracture, old rib fractures.', 'There is no recently broken bone. There are old broken ribs.'],
  ])('%s', (text, wanted) => expect(toldOf(text)).toContain(wanted));
  it('but a list of denials goes on', () =>
    expect(toldOf('No effusion, consolidation or nodule.')).toMatch(/^There is no [^.]+\.$/));
});

describe('a second examination below a conclusion is no item of it', () => {
  it.each([
    ['SONAR LEFT SHOULDER\nThere is a tear of the supraspinatus.\nCONCLUSION:\nSupraspinatus tear.'],
    ['X-RAY LEFT WRIST\nThere is a fracture. No dislocation.\nCONCLUSION:\nFracture.'],
    ['2. CT CERVICAL SPINE\nFindings: No fracture.\nSummary: No fracture.'],
  ])('%s', (second) => {
    const text = `CT CHEST\nFindings: Clear lungs.\nConclusion: Normal chest.\n\n${second}`;
    expect(items(text)).toHaveLength(2);
    expect(codes(text).filter((code) => code === 'exam')).toHaveLength(2);
  });
  it('a numbered item that asks for a scan stays one', () =>
    expect(
      items('CT ABDOMEN\nFindings: Liver cyst.\nImpression:\n1. Liver cyst.\n2. CT chest for staging.\n3. MRI liver.'),
    ).toHaveLength(3));
  it('a size on the line below a comparison is a finding', () => {
    const text =
      'US KIDNEYS\nComparison is made with the scan of 2025-08-20.\nRight kidney 10.8 cm. No stones.\nCONCLUSION:\nNormal.';
    expect(codes(text)).toContain('findings');
    const [, , findings] = read(text).sections;
    expect(text.slice(...(findings?.span ?? [0, 0]))).toContain('Right kidney');
  });
});

describe('a word that the end of a line parts is one word', () => {
  const told = (text: string) => explain(`MRI PROSTATE\n\nFINDINGS: Normal.\n\nIMPRESSION: ${text}`).items;
  it.each([
    ['Lesion in the left peri-\npheral zone, 14 mm.', 'outer zone'],
    ['No hydro-\nnephrosis or lymph-\nadenopathy.', 'no urine build-up in the kidney or enlarged lymph nodes'],
    ['No metas-\ntasis. A well-\ndefined mass.', 'no cancer spread'],
  ])('%s', (text, wanted) => {
    const said = told(text)
      .flatMap(({ plain }) => plain.map((sentence) => sentence.text))
      .join(' ');
    expect(said).toContain(wanted);
    expect(said).not.toMatch(/(?:^|\s)\./);
  });
  it('two words of their own stay two', () => expect(toldOf('Left-\nsided effusion.')).toContain('left'));
});

describe('a correction of a level changes what names the wrong one', () => {
  const REPORT =
    'MRI LUMBAR SPINE\nFINDINGS: L4-5: right disc extrusion. L2: haemangioma.\nIMPRESSION:\n1. Right disc extrusion at L3-4.\n2. Benign L2 haemangioma.\nADDENDUM: ';
  it.each(['The level in item 1 should read L4-5, not L3-4.', 'L3-4 should read L4-5.'])('%s', (note) => {
    const [first, second] = explain(REPORT + note).items;
    const said = (item: typeof first) => item?.plain.map(({ text }) => text).join(' ') ?? '';
    expect(said(first)).toContain('A later note');
    expect(said(second)).not.toContain('A later note');
  });
});

describe('how soon', () => {
  it.each([
    ['Distal oesophageal stricture with malignant features.', 'urgent'],
    ['Suspicious left axillary node.', 'urgent'],
    ['Urgent referral within 2 weeks.', 'urgent'],
    ['Non-urgent referral within 2 weeks.', 'soon'],
  ])('%s', (text, tier) => expect(impression(text).urgency.tier).toBe(tier));
  it.each(['No malignant features.', 'No suspicious axillary nodes.'])('%s', (text) =>
    expect(['reassuring', 'routine']).toContain(impression(text).urgency.tier),
  );
});

describe('steps', () => {
  const asked = (line: string) => steps(`IR NOTE\n\nIMPRESSION: Nephrostomy.\n\nRECOMMENDATION:\n${line}`);
  it('a count of what a tube gives is none', () => expect(asked('Chart nephrostomy output.')).toEqual([]));
  it.each([
    ['Nephrostomy tube change in 3 months.', 'a change of the drain tube in the kidney for a new one in 3 months'],
    ['Results clinic in 1 week.', 'a visit with the clinic that tells you the results in 1 week'],
    ['Contact the maternity unit if any bleeding.', 'a visit with the maternity unit, if any bleeding'],
    ['Colonoscopy if the patient declines surgery.', 'if you decline surgery'],
  ])('%s', (line, wanted) => expect(asked(line).join(' ')).toContain(wanted));
  it.each(['Discussed at MDT on 14/02/2026.', 'Case discussed at breast MDT: benign.'])('%s has been', (line) =>
    expect(asked(line)).toEqual([]),
  );
  it.each(['Discuss at uro-oncology MDM.', 'To be discussed at MDT.', 'Review by urology.'])('%s is to come', (line) =>
    expect(asked(line)).toHaveLength(1),
  );
  it('the name of a clinic in the head asks for nothing', () =>
    expect(
      steps(
        'RE: Ann Bell, DOB 21/05/1990\nHarrow Fertility Clinic   091 555 0142\nHSG\nFindings: Normal.\nSummary: Normal.',
      ),
    ).toEqual([]));
  it('weeks of a pregnancy are told, however many', () =>
    expect(
      steps('OBSTETRIC ULTRASOUND\n\nFINDINGS: Live fetus.\n\nPLAN: Growth scans at 28, 32 and 36 weeks.').join(' '),
    ).toContain('at 28, 32, 36 weeks of pregnancy'));
});

describe('sections without headings', () => {
  it('a complaint with its time above what was seen is why the scan was done', () => {
    const text =
      'Lower limb venous duplex\nSwollen right calf for 4 days, recent long haul flight.\nThe femoral veins are compressible. No DVT.';
    expect(codes(text)).toContain('history');
    expect(explain(text).items.map(({ original }) => original)).not.toContain('Swollen right calf');
  });
  it('a report in small letters ends with who signed it', () => {
    const text =
      'barium swallow\nfindings: no aspiration.\n\ncomment: pharyngeal pouch. small hiatus hernia.\n\ndr p okonkwo';
    expect(codes(text).at(-1)).toBe('signature');
    expect(items(text)).toEqual(['pharyngeal pouch.', 'small hiatus hernia.']);
  });
});

describe('who a report is about', () => {
  it.each([
    ['pt: mrs ann terreblanche-nkosi   f 74 yrs\nbarium swallow', 'terreblanche'],
    ['US\nFindings: normal.\ncomment: normal.\n\ndr p mabaso-bell', 'mabaso'],
    ['Surname: PETTIGROVE  Forename: Jarvis\nUS Scrotum', 'PETTIGROVE'],
    ['Patient: Ann Bell  NHI: ZZQ4471\nMRI KNEE', 'ZZQ4471'],
    ['Ann Bell   RH0912284   EDD 04/07/2026\nFETAL SCAN', 'RH0912284'],
    ['LIM WEI HOCK  SXXXX702C\nCT CHEST', 'SXXXX702C'],
    ['CT CHEST\nFindings: Clear.\nImpression: Clear.\n\nWith kind regards,\nOswin Wylie-Cross\nMBBS FRACP', 'Wylie'],
  ])('%s', (text, secret) => expect(hidden(text)).not.toContain(secret));
  it.each(['the mr shows ms plaques. dr chest films.', 'PT123456 of the aorta. INR 2.1.'])('%s', (text) =>
    expect(hidden(`comment: ${text}`)).toContain(text),
  );
});

it.each([
  ['MAMMOGRAM', 'Left axilla: suspicious node U4.', 'UK breast U 4'],
  ['MAMMOGRAM', 'Right breast: normal, M1.', 'UK breast M 1'],
  ['US THYROID', 'No microcalcification. Indeterminate nodule (U3).', 'BTA U 3'],
])('%s: %s', (exam, line, wanted) => {
  const { scores } = read(
    `${exam}\nFINDINGS: Nodule of the ${exam === 'MAMMOGRAM' ? 'breast' : 'thyroid'}.\nOPINION: ${line}`,
  );
  expect(scores.map(({ system, category }) => `${system} ${category}`)).toContain(wanted);
});
it('a missing kidney is not the only one', () => {
  expect(foundIn('Left renal agenesis.')).toContain('missing-kidney:present');
  expect(impression('Absent left kidney.').headline.text).not.toContain('only one');
});
it('a tissue report is no radiology report', () =>
  expect(
    english().isReport(
      read(
        'HISTOPATHOLOGY REPORT\nLab No 26-H-1\nCLINICAL NOTES: Core biopsy breast, mass on ultrasound.\nMACROSCOPIC: Four cores.\nMICROSCOPIC: Sections show fibroadenoma.\nCONCLUSION: Fibroadenoma.\nDr A Bell, Anatomical Pathologist',
      ),
    ),
  ).toBe(false));
it('a letter tells what the person has, not the doctor', () =>
  expect(
    explain(
      'Thank you for referring this gentleman with prostate carcinoma.\n\nBONE SCAN\nFindings: Normal.\nConclusion: Normal.',
    ).sections[0]?.statements[0]?.plain[0]?.text,
  ).toContain('ou have prostate cancer'));
