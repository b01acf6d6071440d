/** What telegraphic reports leave to short forms, signs and a word or two: readers took them for English words, sides, or nothing. */
import { describe, expect, it } from 'vitest';
import { english } from './support/english.ts';

const explained = (text: string) => english().explain({ kind: 'text', text });
const impression = (text: string) => {
  const { headline, urgency, items, reading } = explained(`CT\n\nIMPRESSION: ${text}`);
  return {
    tier: urgency.tier,
    headline: headline.text,
    told: items.flatMap(({ plain }) => plain.map((sentence) => sentence.text)).join(' '),
    findings: reading.findings.map(({ concept, assertion }) => `${concept} ${assertion.presence}`),
    calls: reading.communications.map(({ to }) => to),
  };
};

describe('an unborn child without a heartbeat', () => {
  it.each([
    ['The fetal heart is absent.', 'There is a pregnancy without a heartbeat.'],
    ['Absent fetal heart at 11 weeks.', 'There is a pregnancy without a heartbeat at 11 weeks.'],
    ['Fetal heart rate was not detected.', "The baby's heart rate was not found."],
    ['Twin death.', 'There is a loss of the heartbeat of a twin.'],
    ['Demise of twin 1 at 12 weeks.', 'There is a loss of the heartbeat of twin 1 at 12 weeks.'],
  ])('%s', (text, told) => {
    expect(impression(text)).toMatchObject({ tier: 'emergency', told });
  });

  it.each(['Fetal heart rate 142 bpm.', 'The fetal heart is normal.', 'No twin demise.'])('is none: %s', (text) => {
    expect(['routine', 'reassuring']).toContain(impression(text).tier);
  });
});

describe('RT is treatment where words beside it say so', () => {
  it.each([
    ['Rectal cancer, status post RT.', 'after radiation treatment'],
    ['Meningioma after RT, smaller.', 'after radiation treatment'],
    ['Post RT fibrosis in the upper lobe.', 'change from treatment'],
  ])('%s', (text, words) => {
    const { told } = impression(text);
    expect(told).toContain(words);
    expect(told).not.toMatch(/\bright\b|\bRT\b/);
  });

  it('names no side in a title', () => {
    const text = 'MRI PELVIS post RT cervix cancer\n\nFINDINGS: No mass.\n\nIMPRESSION: No mass.';
    const told = explained(text).sections.flatMap(({ statements }) => statements.flatMap(({ plain }) => plain));
    expect(told.map((sentence) => sentence.text).join(' ')).not.toMatch(/\bright\b/);
  });

  it.each(['RT kidney stone.', 'Stone in the RT kidney.', 'RT pleural effusion.'])('is a side: %s', (text) => {
    expect(impression(text).told).toContain('right');
  });
});

describe('the sign of a fracture', () => {
  it.each([
    ['# lesser trochanter.', 'fracture present'],
    ['# T8, old.', 'present'],
    ['L1 burst #.', 'fracture present'],
    ['# R 4th MC.', 'fracture present'],
    ['#med mal.', 'fracture present'],
    ['No # at T12.', 'fracture absent'],
  ])('%s', (text, finding) => {
    expect(impression(text).findings.join(', ')).toContain(finding);
  });

  it('is a number before one', () => {
    expect(impression('#3 Stable cyst.').findings).toEqual(['cyst present']);
  });

  it('a level right behind a finding is where it is', () => {
    expect(impression('Fracture L4.').told).toBe('There is a broken bone at L4.');
  });
});

describe('a single met', () => {
  it.each([
    ['Liver met in segment 6.', 'liver-metastasis present'],
    ['New 9 mm cerebellar met.', 'metastasis present'],
    ['New met in the left iliac bone.', 'metastasis present'],
    ['Stable lung disease, new rib met.', 'metastasis present'],
  ])('%s', (text, finding) => {
    const { tier, findings } = impression(text);
    expect(tier).toBe('urgent');
    expect(findings.join(', ')).toContain(finding);
  });

  it.each(['Criteria are met.', 'Nodule in the liver met the size criteria.', 'No lung met.'])(
    'is none: %s',
    (text) => {
      expect(impression(text).findings.join(', ')).not.toContain('metastasis present');
    },
  );
});

describe('two capitals that are also a word', () => {
  it.each(['MS unchanged.', 'AS moderate.', 'OR called.'])('stay as written: %s', (text) => {
    expect(impression(text).told.slice(0, 2)).toBe(text.slice(0, 2));
  });

  it('are the word in a line of capitals', () => {
    expect(impression('AS ABOVE.').told).toBe('As described above.');
  });
});

const fineIn = (text: string) => explained(text).normal.map((one) => one.text.replace('The report says: ', ''));

describe('a part of the body that was not seen is no good news', () => {
  it.each([
    'Uterus not visualized, no adnexal cyst.',
    'L1-L4 shown, no fracture, L5 not included.',
    'Pancreas obscured, no ascites.',
    'Limited but normal.',
    'Suboptimal but negative.',
  ])('%s', (text) => {
    expect(fineIn(`FINDINGS: ${text}\n\nIMPRESSION: Gallstones.`)).toEqual([]);
    expect(impression(text).tier).toBe('routine');
  });

  it.each(['An ovarian cyst is not seen.', 'Free fluid not identified.', 'Ovaries seen, no adnexal cyst.'])(
    'is good news where it is the finding that was not seen: %s',
    (text) => {
      expect(impression(text).tier).toBe('reassuring');
    },
  );

  it('a biopsy of years ago is no news', () => {
    expect(fineIn('FINDINGS: Previous negative biopsy 2021.\n\nIMPRESSION: Cyst.')).toEqual([]);
  });
});

describe('the label of an organ', () => {
  it('does not hold fluid that lies in no organ', () => {
    const text = 'FINDINGS: Pancreas: cyst. Spleen normal. No free fluid.\n\nIMPRESSION: Cyst.';
    expect(fineIn(text)).toEqual(['Your spleen is normal.', 'There is no free fluid.']);
  });

  it('ends where another organ is named', () => {
    const text = 'FINDINGS: Liver: small cyst. Hepatic veins patent. No focal lesion.\n\nIMPRESSION: Cyst.';
    expect(fineIn(text).join(' ')).not.toContain('abnormal area');
  });
});

describe('penetration', () => {
  it('of a swallow is told as such, and is nothing fine', () => {
    const text = 'FLUOROSCOPY\n\nFINDINGS: Honey: shallow penetration, no aspiration.\n\nIMPRESSION: Penetration.';
    expect(fineIn(text).join(' ')).not.toContain('voice');
    expect(explained(text).headline.text).toContain('entry into the voice box');
  });

  it('of a strut is none of a swallow', () => {
    expect(impression('Filter strut penetration of the cava.').told).not.toContain('voice');
  });
});

describe('an early reading beside the final one', () => {
  const codes = (text: string) => explained(text).notices.map(({ code }) => code);

  it.each([
    'FINAL REPORT\nPRELIM READ: NO CONSOLIDATION\nFINAL READ: Left lower lobe consolidation.',
    'Wet read: normal.\nFinal: Small left effusion.',
    'XR ANKLE\nResident read: normal.\nAttending read: Avulsion fracture of the lateral malleolus.',
  ])('is no preliminary report: %s', (text) => {
    expect(codes(text)).not.toContain('preliminary');
  });

  it.each([
    'PRELIMINARY REPORT\nFinal read: to follow.\n\nIMPRESSION: Normal.',
    'Wet read: normal.\nFinal: pending.\n\nIMPRESSION: Normal.',
    'PRELIMINARY REPORT\n\nIMPRESSION: Normal.',
  ])('stays preliminary without one: %s', (text) => {
    expect(codes(text)).toContain('preliminary');
  });

  it('is nothing fine', () => {
    expect(fineIn('FINDINGS:\nPreliminary read: normal.\n\nIMPRESSION: Scaphoid fracture.')).toEqual([]);
  });
});

describe('who was told', () => {
  it.each([
    ['Nephrology informed.', 'Nephrology', 'The kidney team was told.'],
    ['Ophthalmology was contacted.', 'Ophthalmology', 'The eye team was called.'],
    ['Oncology has been notified.', 'Oncology', 'The cancer team has been told.'],
    ['Discussed with gastroenterology.', 'gastroenterology', 'This was talked over with the stomach and bowel team.'],
    ['Medical team aware.', 'Medical team', null],
    ['Dr. Lund notified at 07:15.', 'Dr. Lund', 'Dr. Lund was told at 07:15.'],
    ['DR LUND NOTIFIED AT BEDSIDE 0715.', 'DR LUND', 'Dr Lund was told at bedside 0715.'],
  ])('%s', (text, to, told) => {
    const said = impression(text);
    expect(said).toMatchObject({ calls: [to], tier: 'routine' });
    if (told) expect(said.told).toBe(told);
  });

  it('keeps who is named behind a result or an alert', () => {
    expect(impression('Results phoned to Dr Lund.').calls).toEqual(['Dr Lund']);
    expect(impression('Verbal report given to the surgical registrar by phone.').calls).toHaveLength(1);
    expect(impression('Report issued.').calls).toEqual([]);
  });

  it.each(['Telephoned.', 'Result phoned at 14:30.', 'Notification sent.', 'Reported by phone.'])(
    'is not named: %s',
    (text) => {
      expect(impression(text)).toMatchObject({ calls: [null], tier: 'routine' });
    },
  );

  it.each([
    'Rheumatology review advised.',
    'Neurology not informed.',
    'Urology to be contacted.',
    'Trauma informed care.',
    'Stroke.',
  ])('nobody: %s', (text) => {
    expect(impression(text).calls).toEqual([]);
  });
});

describe('what has burst is headed as burst', () => {
  it.each([
    ['Ruptured 6 cm AAA.', 'burst bulge in the belly aorta', 'There is a 6 cm burst bulge in the belly aorta.'],
    ['Ruptured ectopic on the left.', 'burst pregnancy outside the womb', null],
    ['Ruptured saccular cerebral aneurysm.', 'burst bulge in a brain artery', null],
  ])('%s', (text, name, told) => {
    const said = impression(text);
    expect(said.headline).toBe(`Needs action right away: ${name}.`);
    if (told) expect(said.told).toBe(told);
    expect(said.told.match(/burst/g)).toHaveLength(1);
  });

  it.each(['Unruptured 4 mm aneurysm.', 'No ruptured berry aneurysm.'])('is not: %s', (text) => {
    expect(impression(text).tier).not.toBe('emergency');
  });
});

describe('a comparison before a size', () => {
  it.each([
    ['>60% stenosis of the SMA.', 'more than 60%'],
    ['≥50% stenosis.', 'at least 50%'],
    ['<30% stenosis.', 'less than 30%'],
    ['Over 4 cm mass.', 'more than 4 cm'],
  ])('%s', (text, size) => {
    expect(impression(text).told).toContain(`${size} `);
    expect(impression(text).told).toMatch(/^There is an? /);
  });
});

describe('a distance from a place is none in it', () => {
  it.each([
    ['2 cm mass 3 cm from the hilum.', 'lump'],
    ['Lesion 8 mm below the left kidney.', 'abnormal area'],
  ])('%s', (text, name) => {
    expect(impression(text).headline).toMatch(new RegExp(`: ${name}\\.$`));
  });

  it('is one in the place behind it', () => {
    expect(impression('Mass 4 cm from the bladder in the sigmoid colon.').headline).toContain('bowel');
  });

  it('is one in the breast, and the size is no measure of the nipple', () => {
    const { findings } = impression("Mass at 2 o'clock, 5 cm from the nipple, measuring 12 x 9 mm.");
    expect(findings).toEqual(['breast-mass present']);
  });

  it('does not lend a place to what another sample was of', () => {
    expect(impression('Core biopsy of the lesion and FNA of the thyroid.').headline).not.toContain('lesion in the');
  });
});

describe('sentences of a nurse', () => {
  it.each([
    ['No large joint effusion.', /^There is no large amount/],
    ['Free of metastases.', /^Free of /],
    ['Not possible to exclude an abscess.', /^Not possible /],
    ['Polyp in the stomach near the cardia.', /^There is a /],
  ])('%s', (text, told) => {
    expect(impression(text).told).toMatch(told);
  });
});

describe('words of another matter', () => {
  it.each([
    ['Prone to fracture.', /Lying/i],
    ['Coeliac screen advised.', /artery|spleen/],
    ['Twisted pedicle of the ovary.', /spine/],
    ['Histologically confirmed sarcoma.', /abnormal/],
  ])('%s', (text, wrong) => {
    expect(impression(text).told).not.toMatch(wrong);
  });
});

describe('what presses', () => {
  it('a slipped neck bone that is unstable', () => {
    expect(impression('Atlantoaxial subluxation at C1-C2 with instability.').tier).toBe('emergency');
    expect(impression('C1-C2 subluxation, no instability.').tier).toBe('soon');
  });

  it('a line that went up into the neck', () => {
    expect(impression('Right PICC tip in the left IJ.').tier).toBe('urgent');
  });
});
