/** When a step is asked for where the report names the time, and what a time is counted from. */
import { describe, expect, it } from 'vitest';
import { english, TOLD, toldIn } from './support/english.ts';

const stepsOf = (engine: ReturnType<typeof english>, text: string, title: string) =>
  engine.explain({ kind: 'text', text: `${title}\nIMPRESSION: ${text}` }).nextSteps;
const steps = (text: string, title = 'CT CHEST') => stepsOf(english(), text, title).map((step) => step.text);
const inOthers = (text: string, title = 'CT CHEST') =>
  TOLD.map((language) =>
    stepsOf(toldIn(language), text, title)
      .map((step) => step.text)
      .join(' '),
  );

describe('a date, a month or an occasion is told', () => {
  it.each([
    ['Repeat ultrasound on 5/6/2027.', 'The report asks for another ultrasound on 5/6/2027.'],
    ['Repeat ultrasound on 3/12/2027.', 'The report asks for another ultrasound on 3/12/2027.'],
    ['Repeat MRI on 9 August 2027.', 'The report asks for another MRI scan on 9 August 2027.'],
    ['Next mammogram due June 2027.', 'The report asks for a mammogram in June 2027.'],
    ['Repeat CT by September 2027.', 'The report asks for another CT scan by September 2027.'],
    ['Repeat CT in autumn 2027.', 'The report asks for another CT scan in autumn 2027.'],
    ['MRI on day 10.', 'The report asks for an MRI scan on day 10.'],
    ['Follow-up ultrasound on Friday.', 'The report asks for an ultrasound on Friday.'],
    ['Follow-up CT in the new year.', 'The report asks for a CT scan in the new year.'],
    ['Repeat CT next month.', 'The report asks for another CT scan next month.'],
    ['MRI after delivery is advised.', 'The report asks for an MRI scan after the birth.'],
    ['MRI postpartum is advised.', 'The report asks for an MRI scan after the birth.'],
    ['Pelvic ultrasound on day 6-8 of the cycle is advised.', 'monthly cycle'],
    ['MRI before surgery is recommended.', 'The report asks for an MRI scan before surgery.'],
    ['Yearly mammogram due in October.', 'The report asks for a mammogram every year in October.'],
  ])('%s', (text, step) => {
    expect(steps(text).join(' ')).toContain(step);
  });

  it('in other languages too', () => {
    expect(inOthers('Repeat ultrasound on 5/6/2027.')).toEqual([
      'El informe pide una ecografía otra vez el 5/6/2027.',
      '报告要求5/6/2027再次做超声检查。',
    ]);
    expect(inOthers('Next mammogram due June 2027.')).toEqual([
      'El informe pide una mamografía en junio de 2027.',
      '报告要求2027年6月做乳房X光检查。',
    ]);
    expect(inOthers('MRI after delivery is advised.')).toEqual([
      'El informe pide una resonancia magnética después del parto.',
      '报告要求分娩后做磁共振（MRI）检查。',
    ]);
  });

  it('no step from a date that is past, or that may be this scan', () => {
    expect(steps('Follow-up CT 4/5/2027.')).toEqual([]);
    expect(steps('Mammogram was due June 2025.')).toEqual([]);
    expect(steps('CT in March showed a nodule.')).toEqual([]);
  });
});

describe('a time is counted from what the report counts it from', () => {
  it.each([
    [
      'Renal ultrasound 4-6 weeks after birth.',
      'The report asks for an ultrasound of the kidney 4 to 6 weeks after the birth.',
    ],
    ['CT is advised 3 months after the injury.', 'The report asks for a CT scan 3 months after the injury.'],
    ['Repeat CT in 6 months from now.', 'The report asks for another CT scan in 6 months.'],
    ['Hip ultrasound at 6 weeks of age.', 'The report asks for an ultrasound of the hip at 6 weeks of age.'],
    ['Repeat scan at the 20 week scan.', 'The report asks for another CT scan.'],
  ])('%s', (text, step) => {
    expect(steps(text)).toEqual([step]);
  });

  it('gives no date for it', () => {
    const text = 'CT CHEST\nDate: 2027-01-10\nIMPRESSION: CT is advised 3 months after surgery.';
    expect(
      english()
        .explain({ kind: 'text', text })
        .nextSteps.map(({ due }) => due),
    ).toEqual([null]);
    const from = 'CT CHEST\nDate: 2027-01-10\nIMPRESSION: CT is advised in 3 months.';
    expect(english().explain({ kind: 'text', text: from }).nextSteps[0]?.due?.earliest).toBe('2027-04-10');
  });
});
